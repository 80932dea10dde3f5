using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Trade.Editing;
using Handel.Trade.Postings;

namespace Handel.Trade.Buying;

/// <summary>What stops the posting of a purchase and of no sale.</summary>
internal static class PurchaseChecks
{
    public static void Find(PostingScope scope, Books books, List<Problem> problems)
    {
        // E-02: receiving never needs the vendor's invoice number.
        if (scope.Invoices)
        {
            PartyChecks.FindMissingExternalNo(scope, problems);
            FindUsedNumber(scope, books, problems);
            FindMixedDeduction(scope, problems);
        }
        PartyChecks.Find(scope, books, problems, IsBlocked);
    }

    // E-03, P-22: one vendor sends a number once.
    private static void FindUsedNumber(PostingScope scope, Books books, List<Problem> problems)
    {
        var document = scope.Document;
        if (document.ExternalDocumentNo.Length == 0)
            return;
        var key = DocumentNeeds.ExternalNumber(document);
        if (!books.ExternalNumbers.TryGet(key, out var taken))
            return;
        problems.Add(
            new(
                ProblemCodes.NumberUsed,
                Mirror.RecordOf(document),
                FieldNames.Of(document, HeaderField.ExternalDocumentNo),
                document.ExternalDocumentNo
            )
            {
                Args = new Dictionary<string, string>
                {
                    ["party"] = key.PartyNo,
                    ["document"] = taken,
                },
            }
        );
    }

    // NDV-05: lines that are taxed together are deducted together.
    private static void FindMixedDeduction(PostingScope scope, List<Problem> problems)
    {
        var document = scope.Document;
        var field = FieldNames.Of(document, LineField.NonDeductibleVatPct);
        var typed = scope.Part.Parts.Where(part => !part.Line.IsSystemLine);
        foreach (var lines in typed.GroupBy(part => part.Line.VatIdentifier))
        {
            var first = lines.First().Line.NonDeductibleVatPct;
            foreach (var part in lines.Where(p => p.Line.NonDeductibleVatPct != first))
                problems.Add(
                    new(
                        ProblemCodes.NonDeductibleVat,
                        Mirror.RecordOf(document, part.Line),
                        field,
                        $"{part.Line.NonDeductibleVatPct}"
                    )
                );
        }
    }

    // P-08: a payment block stops no posting.
    private static bool IsBlocked(PostingScope scope, Party vendor) =>
        vendor.Blocked == PartyBlocked.All;
}
