using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Journals;

/// <summary>
/// Adds, changes and removes lines of a journal: load, let the pure core edit, store (D5). Posting
/// is the ledger writer's (D2).
/// </summary>
public sealed class JournalLines(JournalDesk desk)
{
    /// <summary>
    /// Adds lines behind the others, or where they say; all of them or none. An import brings
    /// thousands at once: what they look up is loaded once.
    /// </summary>
    public Task<JournalOutcome> Add(
        JournalRef journal,
        IReadOnlyList<NewJournalLine> lines,
        CancellationToken ct = default
    ) =>
        desk.Change(
            journal,
            async open =>
            {
                var (made, problems, notices) = await Make(open, lines, ct);
                problems.AddRange(await FindRoom(open, made, ct));
                if (problems.Count == 0)
                    problems.AddRange(await Dimensions(open, made, lines, ct));
                if (problems.Count > 0)
                    return JournalOutcome.Refused(problems);
                await open.Insert(made, ct);
                return JournalOutcome.Done(made) with { Notices = notices };
            },
            ct
        );

    /// <summary>
    /// The same, but leaves out the lines that have a problem; what they were is told.
    /// </summary>
    public Task<JournalOutcome> AddValid(
        JournalRef journal,
        IReadOnlyList<NewJournalLine> lines,
        CancellationToken ct = default
    ) =>
        desk.Change(
            journal,
            async open =>
            {
                var (rest, skipped) = (lines.ToList(), new List<Problem>());
                for (var pass = 0; rest.Count > 0 && pass < PassesMax; pass++)
                {
                    var (made, problems, notices) = await Make(open, rest, ct);
                    var room = await FindRoom(open, made, ct);
                    if (room.Count > 0)
                        return JournalOutcome.Refused([.. skipped, .. room]);
                    problems.AddRange(await Dimensions(open, made, rest, ct));
                    if (problems.Count == 0)
                    {
                        await open.Insert(made, ct);
                        return JournalOutcome.Done(made) with
                        {
                            Notices = notices,
                            Skipped = skipped,
                        };
                    }
                    skipped.AddRange(problems);
                    var wrong = problems.Select(problem => problem.Record.Id).ToHashSet();
                    if (rest.RemoveAll(line => wrong.Contains(line.Id)) == 0)
                        break;
                }
                return JournalOutcome.Refused(skipped);
            },
            ct
        );

    // A line may be right only because of one before it that is left out.
    private const int PassesMax = 5;

    /// <summary>What stands against lines that are not stored (JNL-40).</summary>
    public async Task<JournalOutcome> Check(
        JournalRef journal,
        IReadOnlyList<NewJournalLine> lines,
        CancellationToken ct = default
    ) =>
        await desk.Read(
            journal,
            async open =>
            {
                var (_, problems, _) = await Make(open, lines, ct);
                return problems.Count > 0
                    ? JournalOutcome.Refused(problems)
                    : JournalOutcome.Done();
            },
            ct
        ) ?? JournalOutcome.Missing;

    /// <summary>The line that a user is offered next; nothing is stored (JNL-03).</summary>
    public Task<JournalOutcome?> Propose(JournalRef journal, CancellationToken ct = default) =>
        desk.Read(
            journal,
            async open =>
            {
                var (made, problems, _) = await Make(open, [new NewJournalLine([])], ct);
                return new JournalOutcome(made, problems);
            },
            ct
        );

    /// <summary>The line that would come next, as far as the journal says.</summary>
    internal static async Task<JournalLine> NextLine(OpenJournal open, CancellationToken ct)
    {
        var tail = await open.Tail(ct);
        var needs = new JournalEditNeeds();
        JournalNewLine.AddNeeds(needs, open.Settings, []);
        var context = await open.Context(needs, ct, tail);
        return JournalNewLine.Propose(
            context with
            {
                LastLine = tail.Line,
                LastBalanceLcy = tail.BalanceLcy,
            },
            Guid.Empty,
            0
        );
    }

    public Task<JournalOutcome> Change(
        JournalLineRef line,
        IReadOnlyList<JournalChange> changes,
        CancellationToken ct = default
    ) => Change(line, changes, [], ct);

    /// <summary>The same with what is typed of its dimensions (DIM-12).</summary>
    public Task<JournalOutcome> Change(
        JournalLineRef line,
        IReadOnlyList<JournalChange> changes,
        IReadOnlyList<DimensionChange> dimensions,
        CancellationToken ct
    ) =>
        desk.ChangeLine(
            line,
            async (open, found) =>
            {
                var needs = new JournalEditNeeds();
                needs.Add(found, changes);
                var before = found.Copy();
                var outcome = JournalEditing.Apply(found, changes, await open.Context(needs, ct));
                var problems = outcome.IsRefused
                    ? outcome.Problems
                    : await desk.Dimensions.Settle(open, [new(found, before, dimensions)], ct);
                if (problems.Count > 0)
                {
                    open.Db.ChangeTracker.Clear();
                    return JournalOutcome.Refused(problems);
                }
                open.Db.Entry(found).Property(row => row.ModifiedAt).IsModified = true;
                await open.Db.SaveChangesAsync(ct);
                return JournalOutcome.Done(found) with { Notices = outcome.Notices };
            },
            ct
        );

    public Task<JournalOutcome> Delete(JournalLineRef line, CancellationToken ct = default) =>
        desk.ChangeLine(
            line,
            async (open, found) =>
            {
                await open
                    .Db.JournalAllocations.Where(allocation => allocation.LineId == found.Id)
                    .ExecuteDeleteAsync(ct);
                open.Db.Remove(found);
                await open.Db.SaveChangesAsync(ct);
                return JournalOutcome.Done(found);
            },
            ct
        );

    /// <summary>The bank does not have the payment file after all (JNL-54).</summary>
    public Task<JournalOutcome> VoidExport(JournalLineRef line, CancellationToken ct = default) =>
        desk.ChangeLine(
            line,
            async (open, found) =>
            {
                found.IsExportedToPaymentFile = false;
                await open.Db.SaveChangesAsync(ct);
                return JournalOutcome.Done(found);
            },
            ct
        );

    /// <summary>Numbers the documents again from the next number of the series (JNL-33).</summary>
    public Task<JournalOutcome> Renumber(JournalRef journal, CancellationToken ct = default) =>
        desk.Change(
            journal,
            async open =>
            {
                var problems = new List<Problem>();
                var draft = await open.Load(ct);
                var series = await open.Series(open.Settings.NoSeries, ct);
                var lines = JournalRenumbering.Apply(draft, series, problems);
                if (problems.Count > 0)
                    return JournalOutcome.Refused(problems);
                await open.Update(lines, ct);
                return JournalOutcome.Done(lines);
            },
            ct
        );

    private Task<IReadOnlyList<Problem>> Dimensions(
        OpenJournal open,
        List<JournalLine> made,
        IReadOnlyList<NewJournalLine> lines,
        CancellationToken ct
    ) =>
        desk.Dimensions.Settle(
            open,
            [
                .. made.Zip(
                    lines,
                    (line, given) =>
                        new SettledLine(line, SettledLine.Nothing(line), given.Dimensions)
                ),
            ],
            ct
        );

    private static async Task<(List<JournalLine>, List<Problem>, List<Problem>)> Make(
        OpenJournal open,
        IReadOnlyList<NewJournalLine> lines,
        CancellationToken ct
    )
    {
        var tail = await open.Tail(ct);
        var needs = new JournalEditNeeds();
        foreach (var line in lines)
            JournalNewLine.AddNeeds(needs, open.Settings, line.Changes);
        var context = await open.Context(needs, ct, tail);
        var (made, problems, notices) = (
            new List<JournalLine>(lines.Count),
            new List<Problem>(),
            new List<Problem>()
        );
        foreach (var line in lines)
        {
            context = context with { LastLine = tail.Line, LastBalanceLcy = tail.BalanceLcy };
            var lineNo = line.LineNo ?? tail.LastLineNo + JournalLine.LineNoStep;
            var next = JournalNewLine.Propose(context, line.Id, lineNo);
            var outcome = JournalEditing.Apply(next, line.Changes, context);
            problems.AddRange(outcome.Problems);
            notices.AddRange(outcome.Notices);
            made.Add(next);
            tail.Add(next);
        }
        return (made, problems, notices);
    }

    private static async Task<List<Problem>> FindRoom(
        OpenJournal open,
        List<JournalLine> made,
        CancellationToken ct
    )
    {
        var problems = new List<Problem>();
        var (numbers, ids) = (
            made.Select(line => line.LineNo).ToArray(),
            made.Select(line => line.Id).ToArray()
        );
        var taken = await open.Lines().AnyAsync(line => numbers.Contains(line.LineNo), ct);
        if (taken || numbers.Distinct().Count() < numbers.Length)
            problems.Add(new(ProblemCodes.NumberUsed, open.Settings.Record, "lineNumber"));
        if (await open.Db.JournalLines.AnyAsync(line => ids.Contains(line.Id), ct))
            problems.Add(new(ProblemCodes.NumberUsed, open.Settings.Record, "id"));
        if (await open.Lines().CountAsync(ct) + made.Count > JournalDraft.LinesMax)
            problems.Add(new(JournalCodes.TooManyLines, open.Settings.Record));
        return problems;
    }
}
