using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Finance;

/// <summary>
/// The accounts of the ledger entries that a posting made against the dimensions they were given:
/// the last look, which also sees the accounts of receivables, cost and settlement (DIM-09,
/// INV-53).
/// </summary>
public static class EntryDimensions
{
    /// <summary>
    /// Costs of earlier documents keep the dimensions of the value entry that they correct,
    /// whatever
    /// is demanded by now (GL-08, AJ-06).
    /// </summary>
    public static void Find(
        Posting posting,
        RecordRef record,
        DimensionContext dimensions,
        List<Problem> problems
    )
    {
        if (dimensions.Rules.IsEmpty)
            return;
        var corrections = posting
            .ValueEntries.Where(value => value.IsAdjustment)
            .Select(value => value.EntryNo)
            .ToHashSet();
        var pairs = posting
            .GlEntries.Where(entry => !corrections.Contains(entry.ValueEntryNo))
            .Select(entry => (entry.AccountNo, entry.DimensionSetId))
            .Distinct();
        foreach (var (accountNo, setId) in pairs)
            problems.AddRange(
                DimensionChecks.FindAgainst(
                    dimensions.Sets[setId],
                    record,
                    new(DimensionEntities.Accounts, accountNo),
                    dimensions.Rules
                )
            );
    }
}
