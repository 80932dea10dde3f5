using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Journals;

/// <summary>
/// Opens a journal for changing. Its batch is held until the change is stored, so that nobody posts
/// half of it, and gets a new version with every change of its lines.
/// </summary>
public sealed class JournalDesk(HandelDatabase database, SetupCache setups, TimeProvider clock)
{
    private HandelDbContext? _shared;

    internal JournalLineSets Dimensions { get; } = new(database);

    /// <summary>The same in what an open context does, and in its transaction.</summary>
    public JournalDesk In(HandelDbContext db) => new(database, setups, clock) { _shared = db };

    /// <summary>
    /// Runs a change, which writes nothing before it knows that it is not refused.
    /// </summary>
    internal async Task<JournalOutcome> Change(
        JournalRef journal,
        Func<OpenJournal, Task<JournalOutcome>> change,
        CancellationToken ct
    )
    {
        await using var work = Work.In(_shared, database, journal.CompanyNo);
        var db = work.Db;
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(ct)
            : null;
        await JournalLoader.Lock(db, journal.BatchId, ct);
        var open = await Open(db, journal, ct);
        if (open is null)
            return JournalOutcome.Missing;
        if (journal.Version is { } seen && seen != open.Settings.Batch.Version)
            return JournalOutcome.Refused(Changed(open.Settings.Record));
        var outcome = await change(open);
        if (!outcome.IsDone)
            return outcome;
        await Moved(db, journal.BatchId, ct);
        if (transaction is not null)
            await transaction.CommitAsync(ct);
        return outcome;
    }

    /// <summary>
    /// The same for the journal that a line lies in; missing where it lies in none.
    /// </summary>
    internal async Task<JournalOutcome> ChangeLine(
        JournalLineRef line,
        Func<OpenJournal, JournalLine, Task<JournalOutcome>> change,
        CancellationToken ct
    )
    {
        var journal = new JournalRef(line.CompanyNo, await BatchOf(line, ct))
        {
            WorkDate = line.WorkDate,
        };
        return await Change(
            journal,
            async open =>
            {
                var found = await open
                    .Db.JournalLines.AsTracking()
                    .SingleOrDefaultAsync(
                        row => row.Id == line.LineId && row.BatchId == journal.BatchId,
                        ct
                    );
                if (found is null)
                    return JournalOutcome.Missing;
                return line.Version is { } seen && seen != found.Version
                    ? JournalOutcome.Refused(Changed(open.Settings.RecordOf(found)))
                    : await change(open, found);
            },
            ct
        );
    }

    /// <summary>Looks at a journal and changes nothing; null when it is gone.</summary>
    internal async Task<T?> Read<T>(
        JournalRef journal,
        Func<OpenJournal, Task<T>> read,
        CancellationToken ct
    )
        where T : class
    {
        await using var work = Work.In(_shared, database, journal.CompanyNo);
        return await Open(work.Db, journal, ct) is { } open ? await read(open) : null;
    }

    /// <summary>What lines of journals reserve with these Applies-to IDs.</summary>
    internal async Task<List<Reservation>> Marks(int companyNo, string[] ids, CancellationToken ct)
    {
        await using var work = Work.In(_shared, database, companyNo);
        var batches = work.Db.JournalBatches.Select(batch => batch.Id);
        var lines = await work
            .Db.JournalLines.AsNoTracking()
            .Where(line => ids.Contains(line.AppliesToId) && batches.Contains(line.BatchId))
            .ToListAsync(ct);
        return [.. lines.Select(Reservation.Of).OfType<Reservation>()];
    }

    private async Task<OpenJournal?> Open(
        HandelDbContext db,
        JournalRef journal,
        CancellationToken ct
    )
    {
        if (await JournalLoader.Settings(db, journal.BatchId, ct) is not { } settings)
            return null;
        var state = await LedgerLock.Read(db, ct);
        var setup = await setups.At(db, state.SetupVersion, ct);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return new(db, settings, setup) { WorkDate = journal.WorkDate ?? today };
    }

    private async Task<Guid> BatchOf(JournalLineRef line, CancellationToken ct)
    {
        await using var work = Work.In(_shared, database, line.CompanyNo);
        return await work
            .Db.JournalLines.Where(row => row.Id == line.LineId)
            .Select(row => row.BatchId)
            .SingleOrDefaultAsync(ct);
    }

    private static Task<int> Moved(HandelDbContext db, Guid batchId, CancellationToken ct)
    {
        db.Touch(nameof(JournalBatch));
        db.Touch(nameof(JournalLine));
        return db
            .JournalBatches.Where(batch => batch.Id == batchId)
            .ExecuteUpdateAsync(
                batch =>
                    batch
                        .SetProperty(b => b.Version, b => b.Version + 1)
                        .SetProperty(b => b.ModifiedAt, DateTimeOffset.UtcNow),
                ct
            );
    }

    private static Problem Changed(RecordRef record) => new(ProblemCodes.Concurrency, record);
}
