using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Ledger;

/// <summary>
/// One beat of the ledger writer: lock, load, plan each command on the books as the ones before
/// left them, write everything in bulk, commit once.
/// </summary>
public sealed class LedgerBatch(HandelDatabase database, SetupCache setups, int companyNo)
{
    public async Task<IReadOnlyList<LedgerOutcome>> Post(
        IReadOnlyList<ILedgerCommand> commands,
        CancellationToken ct = default
    )
    {
        await using var db = database.OpenForWriter(companyNo);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var trip = new RoundTrip(db);
        var locked = LedgerLock.Take(trip);
        var asked = DraftLoader.AskAndLock(trip, [.. commands.SelectMany(c => c.Drafts)]);
        await trip.Make(ct);
        var (state, drafts) = (locked.Rows.Single(), asked.Found());
        var setup = await setups.At(db, state.SetupVersion, ct);

        var needs = new BooksNeeds();
        foreach (var command in commands)
            command.AddNeeds(drafts, setup, needs);
        NumberLock.Take(trip, setup.PostedSeries);
        var loaded = await new BooksLoader(trip).Load(setup, needs, state.ToCounters(), ct);

        using var written = new BatchResult(loaded.Fork(), Instant(), state.LastHash);
        var outcomes = commands.Select(command => Plan(command, drafts, written)).ToList();
        if (written.Postings.Count > 0)
        {
            await new BatchWriter(trip).Write(written, state, ct);
            if (YoungTables.IsDue(state.Register, written.Books.Counters.Register))
                await YoungTables.Analyze(db, ct);
            await transaction.CommitAsync(ct);
        }
        return outcomes;
    }

    /// <summary>What a command would do, on books that are loaded and thrown away.</summary>
    public async Task<LedgerOutcome> Preview(ILedgerCommand command, CancellationToken ct = default)
    {
        await using var db = database.Open(companyNo);
        var trip = new RoundTrip(db);
        var read = LedgerLock.Read(trip);
        var asked = DraftLoader.Ask(trip, [.. command.Drafts]);
        await trip.Make(ct);
        var (state, drafts) = (read.Rows.Single(), asked.Found());
        var setup = await setups.At(db, state.SetupVersion, ct);
        var needs = new BooksNeeds();
        command.AddNeeds(drafts, setup, needs);
        var books = await new BooksLoader(trip).Load(setup, needs, state.ToCounters(), ct);
        return new LedgerOutcome(command.Plan(drafts, books, new PostingMoment(Instant())));
    }

    private static LedgerOutcome Plan(ILedgerCommand command, DraftSet drafts, BatchResult written)
    {
        var plan = command.Plan(drafts, written.Books, written.Moment);
        if (!plan.IsRefused)
        {
            plan.After!.Adopt();
            drafts.Apply(plan);
            written.Add(plan, command.UserName);
        }
        return new LedgerOutcome(plan);
    }

    // PostgreSQL keeps microseconds; the hash of a register must be of what is kept.
    private static DateTimeOffset Instant()
    {
        var now = DateTimeOffset.UtcNow;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
