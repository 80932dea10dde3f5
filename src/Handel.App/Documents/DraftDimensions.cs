using Handel.Data;
using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Trade.Documents;

namespace Handel.App.Documents;

/// <summary>
/// Gives the dimension sets that an edit made the ids of the database; most edits make none.
/// </summary>
internal sealed class DraftDimensions(HandelDatabase database)
{
    private readonly DimensionSetStore _store = new(database);

    /// <summary>
    /// False when a value was renamed or deleted meanwhile: nothing may be stored.
    /// </summary>
    public async Task<bool> Store(
        HandelDbContext db,
        TradeDocument document,
        DimensionSets sets,
        CancellationToken ct
    )
    {
        var made = document
            .Lines.Select(line => line.DimensionSetId)
            .Append(document.DimensionSetId)
            .Where(DimensionSets.IsProvisional)
            .Distinct()
            .ToList();
        if (made.Count == 0)
            return true;
        var wanted = made.Select(id => sets[id]).ToList();
        if (await _store.IdsOf(db, wanted, ct) is not { } ids)
            return false;
        if (DimensionSets.IsProvisional(document.DimensionSetId))
            document.DimensionSetId = ids[sets[document.DimensionSetId]];
        foreach (var line in document.Lines)
            if (DimensionSets.IsProvisional(line.DimensionSetId))
                line.DimensionSetId = ids[sets[line.DimensionSetId]];
        return true;
    }
}
