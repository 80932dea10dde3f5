using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Trade.Editing;

namespace Handel.Trade.Postings;

/// <summary>Checks of the party that both directions make in their own way.</summary>
internal static class PartyChecks
{
    /// <summary>
    /// Party and bill-to party: known, not blocked, privacy kept (PC-10, BLK-01, P-08).
    /// </summary>
    public static void Find(
        PostingScope scope,
        Books books,
        List<Problem> problems,
        Func<PostingScope, Party, bool> isBlocked
    )
    {
        var document = scope.Document;
        var numbers = new[] { document.PartyNo, DocumentNeeds.BillToNo(document) };
        foreach (var no in numbers.Distinct().Where(no => no.Length > 0))
        {
            var card = new RecordRef(scope.Mirror.PartyEntity, no);
            if (!books.Parties.TryGetValue((document.Direction, no), out var party))
                problems.Add(new(ProblemCodes.FieldEmpty, card, "number", no));
            else if (party.IsPrivacyBlocked || isBlocked(scope, party))
                problems.Add(
                    new(
                        ProblemCodes.Blocked,
                        Mirror.RecordOf(document),
                        FieldNames.Of(document, HeaderField.PartyNo),
                        no
                    )
                    {
                        MendedAt = card,
                        Args = new Dictionary<string, string>
                        {
                            ["name"] = party.Address.Name,
                            ["blocked"] = party.IsPrivacyBlocked ? "Privacy" : $"{party.Blocked}",
                        },
                    }
                );
        }
    }

    /// <summary>PC-21, P-16.</summary>
    public static void FindMissingExternalNo(PostingScope scope, List<Problem> problems)
    {
        if (scope.Setup.ExtDocNoMandatory && scope.Document.ExternalDocumentNo.Length == 0)
            problems.Add(
                new(
                    ProblemCodes.ExternalDocumentNo,
                    Mirror.RecordOf(scope.Document),
                    FieldNames.Of(scope.Document, HeaderField.ExternalDocumentNo)
                )
            );
    }
}
