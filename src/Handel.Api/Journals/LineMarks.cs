using Handel.Api.Engine;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.App.Payments;
using Handel.App.Setup;
using Handel.Data.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>
/// Marks of open entries and the journal lines that settle them: written together, so that one
/// never says what the other does not (JNL-50, DSC-40, INV-36).
/// </summary>
internal static class LineMarks
{
    /// <summary>Marks entries for a line, or leaves them.</summary>
    public static Task<JournalOutcome> Mark(
        RequestScope scope,
        Guid lineId,
        Func<SideNames, IReadOnlyList<PartyEntry>, IReadOnlyList<EntryMark>> marksOf
    ) =>
        Together(
            scope,
            async () =>
            {
                var line = await Find(scope, rows => rows.Where(row => row.Id == lineId));
                if (line.Count == 0)
                    return JournalOutcome.Missing;
                var problems = new List<Problem>();
                if (FindNoParty(line[0]) is { } problem)
                    return JournalOutcome.Refused(problem);
                var (side, _) = LineMarking.PartyOf(line[0])!.Value;
                var offered = await Offered(scope, line);
                var wanted = marksOf(SideNames.Of(side.Direction), offered);
                var marks = LineMarking.Plan(line[0], offered, wanted, problems);
                problems.AddRange(await Edit(scope, marks.Entries));
                if (problems.Count > 0)
                    return JournalOutcome.Refused(problems);
                var reference = JournalLineWrites.LineRef(scope, lineId, Given.Nothing);
                var lines = JournalLineWrites.Lines(scope);
                return await lines.Change(reference, marks.Line, scope.Aborted);
            }
        );

    /// <summary>
    /// Changes a line: entries that it no longer settles are free again. A line that is deleted
    /// frees them by itself, as what was suggested does.
    /// </summary>
    public static async Task<JournalOutcome> Change(
        RequestScope scope,
        Func<IQueryable<JournalLine>, IQueryable<JournalLine>> which,
        Func<Task<JournalOutcome>> change
    )
    {
        var isMarked = await which(JournalLineFields.Rows(scope))
            .AnyAsync(line => line.AppliesToId != "", scope.Aborted);
        return isMarked
            ? await Together(scope, () => ChangeMarked(scope, which, change))
            : await change();
    }

    /// <summary>The entries that lines may settle, of all their parties at once.</summary>
    public static async Task<IReadOnlyList<PartyEntry>> Offered(
        RequestScope scope,
        IReadOnlyList<JournalLine> lines
    )
    {
        var state = await LedgerLock.Read(scope.Db(), scope.Aborted);
        var setup = await scope.Get<SetupCache>().At(scope.Db(), state.SetupVersion, scope.Aborted);
        var open = await Open(scope, lines);
        return
        [
            .. open.Where(entry =>
                lines.Any(line => IsOf(line, entry) && LineMarking.IsOffered(line, entry, setup))
            ),
        ];
    }

    /// <summary>A line of no customer and no vendor has nothing to settle.</summary>
    public static Problem? FindNoParty(JournalLine line) =>
        LineMarking.PartyOf(line) is null
            ? new(ProblemCodes.FieldEmpty, new(JournalLine.Entity, ""), "accountNumber")
            : null;

    public static bool IsOf(JournalLine line, PartyEntry entry) =>
        LineMarking.PartyOf(line) is { } party
        && (party.Side.Direction, party.PartyNo) == (entry.Direction, entry.PartyNo);

    private static async Task<JournalOutcome> ChangeMarked(
        RequestScope scope,
        Func<IQueryable<JournalLine>, IQueryable<JournalLine>> which,
        Func<Task<JournalOutcome>> change
    )
    {
        var before = await Find(scope, rows => which(rows).Where(row => row.AppliesToId != ""));
        var outcome = await change();
        if (!outcome.IsDone)
            return outcome;
        var ids = before.Select(line => line.AppliesToId).Distinct().ToArray();
        var marking = await Find(scope, rows => rows.Where(r => ids.Contains(r.AppliesToId)));
        var open = await Open(scope, before);
        var freed = before.SelectMany(line =>
            LineMarking.Free(
                line,
                open.Where(entry =>
                    IsOf(line, entry)
                    && !marking.Any(other =>
                        other.AppliesToId == line.AppliesToId && IsOf(other, entry)
                    )
                )
            )
        );
        var problems = await Edit(scope, [.. freed.DistinctBy(e => (e.Direction, e.EntryNo))]);
        return problems.Count > 0 ? JournalOutcome.Refused(problems) : outcome;
    }

    private static async Task<JournalOutcome> Together(
        RequestScope scope,
        Func<Task<JournalOutcome>> body
    )
    {
        if (scope.Db().IsShared)
            return await body();
        var outcome = JournalOutcome.Missing;
        await scope
            .Get<RequestDatabase>()
            .Together(
                scope.CompanyNo,
                async () =>
                {
                    outcome = await body();
                    return outcome.IsDone;
                },
                scope.Aborted
            );
        return outcome;
    }

    private static async Task<IReadOnlyList<Problem>> Edit(
        RequestScope scope,
        IReadOnlyList<EditPosted> edits
    ) =>
        edits.Count == 0
            ? []
            : (
                await scope.Post(new ReserveEntries(edits) { UserName = scope.UserName() })
            ).Problems;

    private static Task<List<JournalLine>> Find(
        RequestScope scope,
        Func<IQueryable<JournalLine>, IQueryable<JournalLine>> which
    ) => which(JournalLineFields.Rows(scope)).AsNoTracking().ToListAsync(scope.Aborted);

    private static async Task<List<PartyEntry>> Open(
        RequestScope scope,
        IReadOnlyList<JournalLine> lines
    )
    {
        var parties = lines.Select(LineMarking.PartyOf).OfType<(LedgerSide, string)>();
        var numbers = parties.Select(party => party.Item2).Distinct().ToArray();
        return await scope
            .Rows<PartyEntry>()
            .AsNoTracking()
            .Where(entry => entry.IsOpen && numbers.Contains(entry.PartyNo))
            .OrderBy(entry => entry.DueDate)
            .ThenBy(entry => entry.EntryNo)
            .ToListAsync(scope.Aborted);
    }
}
