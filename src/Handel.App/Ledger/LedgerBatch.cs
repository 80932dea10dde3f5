using Handel.App.Setup;
using Handel.Data;
using Handel.Data.Bulk;
using Handel.Data.Changes;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Ledgers;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Ledger;

/// <summary>
/// One beat of the ledger writer: lock, load, plan each command on the books as the ones before
/// left them, write everything in bulk, commit once.
/// </summary>
public sealed class LedgerBatch(HandelDatabase database, SetupCache setups, int companyNo)
{
    public async Task<IReadOnlyList<LedgerOutcome>> Post(
        IReadOnlyList<KeyedCommand> commands,
        CancellationToken ct = default
    )
    {
        await using var db = database.OpenForWriter(companyNo);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcomes = await PostIn(db, commands, ct);
        if (outcomes.Any(outcome => outcome.IsPosted))
            await transaction.CommitAsync(ct);
        return outcomes;
    }

    /// <summary>
    /// The same inside a transaction of the caller, who commits it and holds the ledger's lock
    /// from its start: whoever locks drafts first and the ledger then could wait in a circle.
    /// </summary>
    public async Task<IReadOnlyList<LedgerOutcome>> PostIn(
        HandelDbContext db,
        IReadOnlyList<KeyedCommand> commands,
        CancellationToken ct
    )
    {
        var trip = new RoundTrip(db);
        // Every question is by key: to plan it anew for the keys at hand finds nothing better.
        if (!db.IsShared)
            trip.Do($"SET LOCAL plan_cache_mode = force_generic_plan");
        var locked = LedgerLock.Take(trip);
        var asked = DraftLoader.AskAndLock(trip, [.. commands.SelectMany(c => c.Command.Drafts)]);
        var journals = JournalLoader.AskAndLock(
            trip,
            [.. commands.SelectMany(c => c.Command.Journals)]
        );
        await trip.Make(ct);
        var (state, drafts) = (locked.Rows.Single(), asked.Found());
        drafts.Add(journals.Found());
        var done = await PostedBefore.Find(db, commands, ct);
        var open = commands.Where(c => !done.ContainsKey(c.Key)).Select(c => c.Command).ToList();
        var setup = await setups.At(db, state.SetupVersion, ct);

        var needs = new BooksNeeds();
        foreach (var command in open)
            command.AddNeeds(drafts, setup, needs);
        NumberLock.Take(trip, [.. setup.PostedSeries, .. drafts.JournalSeries]);
        var loaded = await new BooksLoader(trip).Load(setup, needs, state.ToCounters(), ct);

        using var written = new BatchResult(loaded.Fork(), Instant(), state.LastHash);
        await using var ahead = new FactsAhead(trip, written);
        var outcomes = new List<LedgerOutcome>(commands.Count);
        foreach (var command in commands)
        {
            outcomes.Add(done.GetValueOrDefault(command.Key) ?? Plan(command, drafts, written));
            ahead.Planned(command.Command.LineCount);
        }
        if (written.HasChanges)
        {
            await ahead.Finish();
            await new BatchWriter(trip).Write(written, state, ct);
            Touch(db, drafts.Loaded.Concat(written.Stored));
            if (YoungTables.IsDue(state.Register, written.Books.Counters.Register))
                await YoungTables.Analyze(db, ct);
        }
        return outcomes;
    }

    /// <summary>What a command would do, on books that are loaded and thrown away.</summary>
    public async Task<LedgerOutcome> Preview(ILedgerCommand command, CancellationToken ct = default)
    {
        await using var db = database.Open(companyNo);
        return await PreviewIn(db, command, ct);
    }

    /// <summary>The same on what a transaction of the caller has written so far.</summary>
    public async Task<LedgerOutcome> PreviewIn(
        HandelDbContext db,
        ILedgerCommand command,
        CancellationToken ct
    )
    {
        var trip = new RoundTrip(db);
        var read = LedgerLock.Read(trip);
        var asked = DraftLoader.Ask(trip, [.. command.Drafts]);
        var journals = JournalLoader.Ask(trip, [.. command.Journals]);
        await trip.Make(ct);
        var (state, drafts) = (read.Rows.Single(), asked.Found());
        drafts.Add(journals.Found());
        var setup = await setups.At(db, state.SetupVersion, ct);
        var needs = new BooksNeeds();
        command.AddNeeds(drafts, setup, needs);
        var books = await new BooksLoader(trip).Load(setup, needs, state.ToCounters(), ct);
        return new LedgerOutcome(command.Plan(drafts, books, new PostingMoment(Instant())));
    }

    private static LedgerOutcome Plan(KeyedCommand command, DraftSet drafts, BatchResult written)
    {
        var plan = command.Command.Plan(drafts, written.Books, written.Moment);
        if (!plan.IsRefused)
        {
            plan.After!.Adopt();
            drafts.Apply(plan, written.Moment);
            written.Add(plan, command);
        }
        return new LedgerOutcome(plan);
    }

    // Of drafts that are gone now, too: a list must lose them.
    private static void Touch(HandelDbContext db, IEnumerable<TradeDocument> documents)
    {
        db.Touch(Change.Ledger);
        foreach (var document in documents)
            db.Touch(Change.TopicOf(document));
    }

    // PostgreSQL keeps microseconds; the hash of a register must be of what is kept.
    private static DateTimeOffset Instant()
    {
        var now = DateTimeOffset.UtcNow;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
