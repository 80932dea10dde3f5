using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Dimensions;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Trade.Postings;

namespace Handel.App.Documents;

/// <summary>The default dimensions of a correction of stock: those of its item (DIM-06).</summary>
public sealed class AdjustmentDimensions(HandelDatabase database, SetupCache setups)
{
    private readonly DimensionSetStore _sets = new(database);

    /// <summary>The id of the set; 0 where the item has no defaults.</summary>
    public async Task<int> SetOf(HandelDbContext db, string itemNo, CancellationToken ct = default)
    {
        var state = await LedgerLock.Read(db, ct);
        var rules = (await setups.At(db, state.SetupVersion, ct)).Dimensions;
        if (rules.IsEmpty)
            return DimensionSets.EmptyId;
        var item = new RecordRef(DimensionEntities.Items, itemNo);
        var dimensions = await new DimensionLoader(db).Load(rules, [], [item], ct);
        var from = new DimensionSources(DimensionSet.Empty, "", [item]);
        var set = dimensions.Rules.Combine(from, ItemAdjustment.SourceCode);
        // A value that is renamed at this moment: without it, posting says what is missing.
        var ids = await _sets.IdsOf(db, [set], ct);
        return ids?[set] ?? DimensionSets.EmptyId;
    }
}
