using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Trade.Editing;

namespace Handel.Trade.Postings;

/// <summary>
/// Dimensions of what is posted: header and every handled line, with the rules of all records that
/// they name and of the accounts that they are posted to (PC-09, P-07b, DIM-08, DIM-09).
/// </summary>
internal static class PostingDimensions
{
    public static void Find(PostingScope scope, DimensionContext dimensions, List<Problem> problems)
    {
        if (dimensions.Rules.IsEmpty)
            return;
        var document = scope.Document;
        problems.AddRange(
            DimensionChecks.Find(
                dimensions.Sets[document.DimensionSetId],
                Mirror.RecordOf(document),
                HeaderSources(scope),
                dimensions.Rules
            )
        );
        foreach (var line in scope.Lines.Where(line => line.IsHandled))
            problems.AddRange(
                DimensionChecks.Find(
                    dimensions.Sets[line.Line.DimensionSetId],
                    Mirror.RecordOf(document, line.Line),
                    LineDimensions.SourcesOf(line.Line),
                    dimensions.Rules
                )
            );
    }

    /// <summary>The accounts that posting rules chose for a line, VAT included.</summary>
    public static void FindInAccounts(
        IReadOnlyList<LedgerLine> lines,
        RecordRef record,
        DimensionContext dimensions,
        List<Problem> problems
    )
    {
        if (dimensions.Rules.IsEmpty)
            return;
        foreach (var line in lines)
        foreach (var account in AccountsOf(line))
            problems.AddRange(
                DimensionChecks.FindAgainst(
                    dimensions.Sets[line.Key.DimensionSetId],
                    record,
                    new(DimensionEntities.Accounts, account),
                    dimensions.Rules
                )
            );
    }

    private static IEnumerable<string> AccountsOf(LedgerLine line) =>
        new[] { line.Key.AccountNo, line.Vat.AccountNo, line.Vat.ReverseAccountNo }.Where(no =>
            no.Length > 0
        );

    private static IEnumerable<RecordRef> HeaderSources(PostingScope scope)
    {
        var document = scope.Document;
        yield return new(scope.Mirror.PartyEntity, DocumentNeeds.BillToNo(document));
        if (document.SalespersonCode.Length > 0)
            yield return new(DimensionEntities.Salespeople, document.SalespersonCode);
        if (document.LocationCode.Length > 0)
            yield return new(DimensionEntities.Locations, document.LocationCode);
    }
}
