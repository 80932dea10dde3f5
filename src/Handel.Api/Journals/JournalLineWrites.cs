using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Trade.Editing;

namespace Handel.Api.Journals;

/// <summary>Writes of journal lines: a body becomes changes, the core edits (D5).</summary>
internal static class JournalLineWrites
{
    private static readonly JournalAccountType[] OfTheContract =
    [
        JournalAccountType.GlAccount,
        JournalAccountType.BankAccount,
    ];

    public static Task<WriteOutcome> Create(RequestScope scope, Given given) =>
        Create(scope, given, isStandard: false);

    public static Task<WriteOutcome> CreateStandard(RequestScope scope, Given given) =>
        Create(scope, given, isStandard: true);

    public static Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given) =>
        Update(scope, id, given, isStandard: false);

    public static Task<WriteOutcome> UpdateStandard(RequestScope scope, Guid id, Given given) =>
        Update(scope, id, given, isStandard: true);

    public static async Task<WriteOutcome> Delete(RequestScope scope, Guid id, Given given) =>
        OutcomeOf(
            await JournalPaymentActions
                .Reserved(scope)
                .Delete(LineRef(scope, id, given), scope.Aborted),
            id
        );

    public static async Task<ActionOutcome> VoidExport(RequestScope scope, Guid id, Given given)
    {
        var outcome = await Lines(scope).VoidExport(LineRef(scope, id, given), scope.Aborted);
        return outcome.IsRefused
            ? ActionOutcome.Refused(outcome.Problems)
            : ActionOutcome.At(JournalLineFields.Set, id) with
            {
                ShowsEntity = true,
            };
    }

    /// <summary>The lines that come with a new journal, all of them or none (API-D-6).</summary>
    public static async Task<JournalOutcome> Nested(
        RequestScope scope,
        JournalRef journal,
        IReadOnlyList<Given> bodies,
        bool isStandard
    )
    {
        var (lines, found) = await Read(scope, bodies, isStandard);
        if (found.Count > 0)
            return JournalOutcome.Refused(found);
        var ids = lines.ConvertAll(line => line.Id);
        var outcome = await Lines(scope).Add(journal, lines, scope.Aborted);
        return outcome.IsRefused
            ? JournalOutcome.Refused([.. outcome.Problems.Select(problem => At(problem, ids))])
            : outcome;
    }

    private static Problem At(Problem problem, List<Guid> ids)
    {
        var at = problem.Record.Id is { } id ? ids.IndexOf(id) : -1;
        return at < 0
            ? problem
            : problem with
            {
                Field = $"{JournalLineFields.Set}[{at}].{problem.Field}",
            };
    }

    private static async Task<(List<NewJournalLine> Lines, List<Problem> Found)> Read(
        RequestScope scope,
        IReadOnlyList<Given> bodies,
        bool isStandard
    )
    {
        var reader = await JournalLineReader.For(scope, bodies);
        var lines = new List<NewJournalLine>(bodies.Count);
        foreach (var body in bodies)
        {
            var (changes, dimensions) = reader.Read(body);
            if (isStandard)
                reader.Problems.AddRange(Foreign(changes));
            if (FindLineNo(body) is { } wrong)
                reader.Problems.Add(wrong);
            lines.Add(
                new(isStandard ? [.. changes.Prepend(Own(changes))] : changes)
                {
                    Id = IdOf(body),
                    LineNo = body.Value<int>("lineNumber"),
                    Dimensions = dimensions,
                }
            );
        }
        return (lines, reader.Problems);
    }

    public static JournalLines Lines(RequestScope scope) =>
        new(scope.Get<JournalDesk>().In(scope.Db()));

    public static JournalLineRef LineRef(RequestScope scope, Guid id, Given given) =>
        new(scope.CompanyNo, id, VersionOf(given)) { WorkDate = scope.Today() };

    public static int? VersionOf(Given given) =>
        given.Version is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static WriteOutcome OutcomeOf(JournalOutcome outcome, Guid id) =>
        outcome.IsMissing ? WriteOutcome.Missing
        : outcome.IsRefused ? WriteOutcome.Refused(Bare(outcome.Problems))
        : WriteOutcome.Done(id);

    /// <summary>The line number of a body must be free and above zero.</summary>
    public static Problem? FindLineNo(Given given) =>
        given.Value<int>("lineNumber") is <= 0
            ? new(EditCodes.Range, new(JournalLine.Entity, ""), "lineNumber")
            : null;

    private static async Task<WriteOutcome> Create(RequestScope scope, Given given, bool isStandard)
    {
        if (given.Id("journalId") is not { } journalId)
            return WriteOutcome.Refused([
                new(ProblemCodes.FieldEmpty, new(JournalLine.Entity, ""), "journalId"),
            ]);
        var (lines, found) = await Read(scope, [given], isStandard);
        if (found.Count > 0)
            return WriteOutcome.Refused(found);
        var journal = new JournalRef(scope.CompanyNo, journalId) { WorkDate = scope.Today() };
        return OutcomeOf(await Lines(scope).Add(journal, lines, scope.Aborted), lines[0].Id);
    }

    private static async Task<WriteOutcome> Update(
        RequestScope scope,
        Guid id,
        Given given,
        bool isStandard
    )
    {
        if (given.Has("lineNumber"))
            return WriteOutcome.Refused([
                new(ApiProblems.Rename, new(JournalLine.Entity, ""), "lineNumber"),
            ]);
        var reader = await JournalLineReader.For(scope, [given]);
        var (changes, dimensions) = reader.Read(given);
        if (isStandard)
            reader.Problems.AddRange(Foreign(changes));
        if (reader.Problems.Count > 0)
            return WriteOutcome.Refused(reader.Problems);
        var line = LineRef(scope, id, given);
        var changed = await LineMarks.Change(
            scope,
            rows => rows.Where(row => row.Id == id),
            () => Lines(scope).Change(line, changes, dimensions, scope.Aborted)
        );
        return OutcomeOf(changed, id);
    }

    // API-J-2: customers and vendors have sets of their own on this route.
    private static IEnumerable<Problem> Foreign(IReadOnlyList<JournalChange> changes) =>
        changes
            .Where(change =>
                change is { Field: JournalField.AccountType, Value: JournalAccountType type }
                && !OfTheContract.Contains(type)
            )
            .Select(change => new Problem(
                EditCodes.Unknown,
                new RecordRef(JournalLine.Entity, ""),
                "accountType",
                $"{change.Value}"
            ));

    // API-J-2: a ledger account unless said otherwise, in whatever journal.
    private static JournalChange Own(IReadOnlyList<JournalChange> changes) =>
        changes.FirstOrDefault(change => change.Field == JournalField.AccountType)
        ?? new(JournalField.AccountType, JournalAccountType.GlAccount);

    private static Guid IdOf(Given body) =>
        body.Id("id") is { } chosen && chosen != Guid.Empty ? chosen : Guid.CreateVersion7();

    // A line that is not stored has no address yet: the field alone says where.
    private static List<Problem> Bare(IReadOnlyList<Problem> problems) =>
        [
            .. problems.Select(problem =>
                problem with
                {
                    Record = problem.Record with { Id = null, LineNo = 0 },
                }
            ),
        ];
}
