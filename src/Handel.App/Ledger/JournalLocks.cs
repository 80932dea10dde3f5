using Handel.Data;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Ledgers.Journals;

namespace Handel.App.Ledger;

/// <summary>Loads journals for posting: their batches and number series stay locked.</summary>
internal static class JournalLocks
{
    public static async Task<IReadOnlyList<JournalDraft>> LockAndLoad(
        HandelDbContext db,
        IReadOnlyList<Guid> ids,
        CancellationToken ct
    )
    {
        if (ids.Count == 0)
            return [];
        await JournalLoader.Lock(db, ids, ct);
        var journals = await JournalLoader.Load(db, ids, ct);
        var series = journals
            .SelectMany(journal =>
                new[] { journal.Settings.NoSeries, journal.Settings.PostingNoSeries }
            )
            .Where(code => code.Length > 0)
            .ToArray();
        if (series.Length > 0)
            await NumberLock.Take(db, series, ct);
        return journals;
    }
}
