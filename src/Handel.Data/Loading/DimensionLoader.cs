using Handel.Data.Bulk;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>What an edit needs to know of dimensions, in one round trip.</summary>
public sealed class DimensionLoader(HandelDbContext db)
{
    /// <param name="rules">Those of the setup.</param>
    /// <param name="setIds">Sets by id; 0 is known.</param>
    /// <param name="sources">Parties and items; others stand in the setup.</param>
    public async Task<DimensionContext> Load(
        DimensionRules rules,
        IEnumerable<int> setIds,
        IEnumerable<RecordRef> sources,
        CancellationToken ct
    )
    {
        var trip = new RoundTrip(db);
        var asked = DimensionAnswers.Ask(trip, rules, setIds, sources);
        await trip.Make(ct);
        return asked.Found();
    }
}

/// <summary>Ledger entries whose dimensions are corrected (DIM-13).</summary>
internal static class CorrectionLoader
{
    public static async Task<Dictionary<int, GlEntry>> Entries(
        HandelDbContext db,
        int[] entryNos,
        CancellationToken ct
    ) =>
        entryNos.Length == 0
            ? []
            : await db
                .GlEntries.AsNoTracking()
                .Where(entry => entryNos.Contains(entry.EntryNo))
                .ToDictionaryAsync(entry => entry.EntryNo, ct);

    /// <summary>By both entries that a correction did away with.</summary>
    public static async Task<IEnumerable<KeyValuePair<int, DimensionCorrection>>> Corrections(
        HandelDbContext db,
        int[] entryNos,
        CancellationToken ct
    )
    {
        if (entryNos.Length == 0)
            return [];
        var found = await db
            .DimensionCorrections.AsNoTracking()
            .Where(c => entryNos.Contains(c.EntryNo) || entryNos.Contains(c.ReversalEntryNo))
            .ToListAsync(ct);
        return found.SelectMany(c =>
            new[] { c.EntryNo, c.ReversalEntryNo }.Select(no => KeyValuePair.Create(no, c))
        );
    }
}
