using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Plans the posting of a journal: checks, numbers, one register for each document, settlement, and
/// what becomes of the lines (finance 11). Preview and posting are this same call (S2).
/// </summary>
public static class JournalPosting
{
    /// <summary>
    /// What posting will do, or all problems at once; the books stay as they are.
    /// </summary>
    public static JournalPlan Plan(JournalToPost command, Books books)
    {
        var fork = books.Fork();
        foreach (var entry in command.Marked)
            fork.PartyEntries[(entry.Direction, entry.EntryNo)] = entry;
        var scope = new JournalScope(command, fork);
        var problems = new List<Problem>();
        var lines = RecurringLines.Fill(scope, problems);
        if (command.Journal.Lines.Count == 0)
            return JournalPlan.Refused([
                new(ProblemCodes.NothingToPost, command.Journal.Settings.Record),
            ]);
        return new JournalRun(scope, problems).Plan(lines);
    }

    /// <summary>
    /// Everything that stands in the way, without posting: what a clerk sees while typing (JNL-40).
    /// </summary>
    public static IReadOnlyList<Problem> Find(JournalToPost command, Books books) =>
        Plan(command with { IsValidOnly = false }, books).Problems;
}

/// <summary>
/// The posting of a journal on its way: what is posted and what was found so far.
/// </summary>
internal sealed class JournalRun(JournalScope scope, List<Problem> problems)
{
    private Books Books => scope.Books;
    private readonly JournalNumbers _numbers = new(scope.Settings);
    private readonly List<Posting> _postings = [];
    private readonly List<(PostedLine Line, string No)> _posted = [];

    public JournalPlan Plan(IReadOnlyList<PostedLine> lines)
    {
        var documents = JournalDocument.Of(lines);
        var force = scope.Settings.Template.ForceDocBalance;
        var skipped = new HashSet<Guid>();
        foreach (var unit in JournalUnit.Of(documents, force))
        {
            var found = Try(unit);
            problems.AddRange(found);
            if (found.Count > 0)
                skipped.UnionWith(unit.Lines.Select(line => line.Origin.Id));
        }
        // A recurring line and its contra of the next day stand or fall together.
        var isAll = !scope.Command.IsValidOnly || scope.Settings.IsRecurring;
        var isStopped = problems.Count > 0 && isAll;
        if (isStopped || _postings.Count == 0)
            return JournalPlan.Refused(problems.Count > 0 ? problems : [Nothing]);
        return Ready(skipped);
    }

    private Problem Nothing => new(ProblemCodes.NothingToPost, scope.Settings.Record);

    /// <summary>Posts a unit on a fork of its own; with a problem nothing of it stays.</summary>
    private List<Problem> Try(JournalUnit unit)
    {
        var found = Check(unit);
        if (found.Count > 0)
            return found;
        var fork = Books.Fork();
        var given = new Dictionary<JournalDocument, string>();
        foreach (var document in unit.Documents)
            given[document] = NumberOf(document, fork, found);
        if (found.Count > 0)
            return found;
        var run = new JournalUnitRun(scope, _numbers, fork);
        var first = _postings.Count == 0 ? 0 : _postings[0].RegisterNo;
        var posting = run.Post(unit, document => given[document], first, found);
        if (found.Count > 0)
            return found;
        fork.Remember(posting);
        fork.Adopt();
        foreach (var entry in run.Parties)
            scope.Entries.Add(entry);
        foreach (var (document, no) in given)
        {
            _numbers.Keep(document.No, no);
            _posted.AddRange(document.Lines.Select(line => (line, no)));
        }
        _postings.Add(posting);
        return found;
    }

    private List<Problem> Check(JournalUnit unit)
    {
        var found = new List<Problem>();
        foreach (var line in unit.Lines)
        {
            var at = scope.Settings.RecordOf(line.Origin);
            var record = new LineProblems(at, found);
            JournalLineChecks.Find(line.Line, scope, record);
            foreach (var part in line.Line.Parts())
                JournalPartChecks.Find(part, scope, record);
            // JNL-24
            found.AddRange(JournalDimensions.Find(line.Line, at, Books.Dimensions));
        }
        JournalDocumentChecks.Find(unit, scope, found);
        return [.. found.DistinctBy(p => (p.Code, p.Record, p.Field, p.Value, p.MendedAt))];
    }

    private string NumberOf(JournalDocument document, Books fork, List<Problem> found)
    {
        var record = scope.Settings.RecordOf(document.Lines[0].Origin);
        return _numbers.Of(document, fork, new(record, found));
    }

    private JournalPlan Ready(HashSet<Guid> skipped)
    {
        var isRecurring = scope.Settings.IsRecurring;
        var done = scope.Journal.Lines.Where(line => !skipped.Contains(line.Id)).ToList();
        return new JournalPlan
        {
            Postings = _postings,
            After = Books,
            Journal = scope.Journal,
            Skipped = problems,
            Removed = isRecurring ? [] : done,
            MovedOn = isRecurring
                ? [.. done.Where(line => !RecurringLines.IsExpired(line)).Select(MoveOn)]
                : [],
            Archived = scope.Settings.CopyToPostedLines ? Archive() : [],
            NextBatchName =
                skipped.Count == 0 && !isRecurring
                    ? JournalBatchNames.After(scope.Settings)
                    : scope.Settings.Batch.Name,
            DrawnNumbers = _numbers.Drawn.ToHashSet(StringComparer.Ordinal),
        };
    }

    private static JournalLine MoveOn(JournalLine line) => RecurringLines.MoveOn(line);

    private List<JournalLine> Archive()
    {
        var lines = new List<JournalLine>();
        foreach (var (line, no) in _posted)
        {
            var copy = line.Line.Copy();
            copy.DocumentNo = no;
            copy.LineNo = (lines.Count + 1) * JournalLine.LineNoStep;
            lines.Add(copy);
        }
        return lines;
    }
}
