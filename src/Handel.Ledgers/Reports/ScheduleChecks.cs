using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Reports;

/// <summary>What must be mended before a schedule can be computed.</summary>
public static class ScheduleChecks
{
    /// <param name="lines">All rows of the schedule, in the order of their line numbers.</param>
    /// <param name="chart">The chart of accounts in the order of its numbers.</param>
    public static IReadOnlyList<Problem> Find(
        IReadOnlyList<AccountScheduleLine> lines,
        IReadOnlyList<GlAccount> chart
    )
    {
        var problems = new List<Problem>();
        var places = PlacesOf(lines);
        for (var i = 0; i < lines.Count; i++)
            problems.AddRange(FindIn(lines, i, places, chart));
        if (problems.Count == 0)
            problems.AddRange(FindCircles(lines, places));
        return problems;
    }

    internal static Dictionary<string, int> PlacesOf(IReadOnlyList<AccountScheduleLine> lines)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].RowCode.Length > 0)
                places.TryAdd(lines[i].RowCode, i);
        return places;
    }

    /// <summary>
    /// The rows that a reference means; none where it names a row that is not there.
    /// </summary>
    internal static IEnumerable<int> Rows(RowReference rows, Dictionary<string, int> places) =>
        places.TryGetValue(rows.From, out var from)
        && places.TryGetValue(rows.To, out var to)
        && from <= to
            ? Enumerable.Range(from, to - from + 1)
            : [];

    private static IEnumerable<Problem> FindIn(
        IReadOnlyList<AccountScheduleLine> lines,
        int place,
        Dictionary<string, int> places,
        IReadOnlyList<GlAccount> chart
    )
    {
        var line = lines[place];
        if (line.RowCode.Length > 0 && !ScheduleFormula.IsCode(line.RowCode))
            yield return Of(line, ReportCodes.RowCode, "rowCode", line.RowCode);
        else if (line.RowCode.Length > 0 && places[line.RowCode] != place)
            yield return Of(line, ReportCodes.RowCodeTwice, "rowCode", line.RowCode);
        if (line.Kind != ScheduleRowKind.Formula)
        {
            if (ScheduleAccounts.Of(line, chart) is null)
                yield return Of(line, CodeOf(line.Kind), "totaling", line.Totaling);
            yield break;
        }
        if (ScheduleFormula.Read(line.Totaling) is not { } formula)
        {
            yield return Of(line, ReportCodes.Formula, "totaling", line.Totaling);
            yield break;
        }
        foreach (var rows in formula.References.Where(rows => !Rows(rows, places).Any()))
            yield return Of(line, ReportCodes.RowUnknown, "totaling", rows.ToString());
    }

    private static string CodeOf(ScheduleRowKind kind) =>
        kind == ScheduleRowKind.Category ? ReportCodes.Category : ReportCodes.AccountFilter;

    // Each row is entered once; a row met again on the way to itself closes a circle.
    private static List<Problem> FindCircles(
        IReadOnlyList<AccountScheduleLine> lines,
        Dictionary<string, int> places
    )
    {
        var problems = new List<Problem>();
        var isDone = new bool[lines.Count];
        var way = new List<int>();
        for (var i = 0; i < lines.Count; i++)
            Walk(i);
        return problems;

        void Walk(int place)
        {
            if (way.Contains(place))
            {
                var circle = way.Skip(way.IndexOf(place)).Append(place);
                var names = string.Join(" > ", circle.Select(row => lines[row].RowCode));
                problems.Add(Of(lines[place], ReportCodes.Circle, "totaling", names));
                return;
            }
            if (isDone[place] || lines[place].Kind != ScheduleRowKind.Formula)
                return;
            way.Add(place);
            foreach (var rows in ScheduleFormula.Read(lines[place].Totaling)!.References)
            foreach (var next in Rows(rows, places))
                Walk(next);
            way.RemoveAt(way.Count - 1);
            isDone[place] = true;
        }
    }

    private static Problem Of(AccountScheduleLine line, string code, string field, string value) =>
        new(
            code,
            new RecordRef(AccountScheduleLine.Entity, line.ScheduleCode, line.LineNo, line.Id),
            field,
            value
        );
}
