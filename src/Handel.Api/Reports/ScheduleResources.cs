using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>Account schedules as a company lays them out, and the figures that they make.</summary>
internal static class ScheduleResources
{
    /// <summary>No statement that is read has more; a formula is checked against all.</summary>
    private const int LinesMax = 1_000;
    private const int TotalingLength = 250;
    private const string Figures = "accountScheduleFigures";
    private const string Columns = "accountScheduleColumns";
    private const string ScheduleCode = "scheduleCode";

    public static IEnumerable<Resource> All() =>
        [Schedules(), Lines(), FigureRows(), ColumnLabels()];

    private static Resource Schedules() =>
        Coded
            .Writes<AccountSchedule>(
                AccountSchedule.Entity,
                s => s.Code,
                (s, code) => s.Code = code
            )
            .Set<string>("description", (s, text) => s.Description = text)
            .Set<ScheduleUse>("use", (s, use) => s.Use = use)
            .UsedBy<AccountScheduleLine>(s => line => line.ScheduleCode == s.Code)
            .On(
                Resource
                    .Extension(
                        AccountSchedule.Entity,
                        "accountSchedule",
                        s => s.Rows<AccountSchedule>()
                    )
                    .Field("id", s => s.Id)
                    .Field("code", s => s.Code, Access.ReadWrite, SetupFields.CodeLength)
                    .Field("description", s => s.Description, Access.ReadWrite, 100)
                    .Field("use", s => s.Use, Access.ReadWrite)
                    .Field("lastModifiedDateTime", s => s.ModifiedAt)
                    .ETag(s => s.Version)
            );

    private static Resource Lines() =>
        new RowWrites<AccountScheduleLine>(AccountScheduleLine.Entity)
            .SetWith(ScheduleCode, TakeSchedule)
            .Set<int>("sequence", (l, no) => l.LineNo = no)
            .Set<string>("rowCode", (l, text) => l.RowCode = text.Trim().ToUpperInvariant())
            .Set<string>("description", (l, text) => l.Description = text)
            .Set<ScheduleRowKind>("rowType", (l, kind) => l.Kind = kind)
            .Set<string>("totaling", (l, text) => l.Totaling = text.Trim())
            .Set<ScheduleAmount>("amountType", (l, amount) => l.Amount = amount)
            .Set<bool>("showOppositeSign", (l, on) => l.IsOppositeSign = on)
            .Set<int>("indentation", (l, depth) => l.Indentation = depth)
            .Set<bool>("hidden", (l, on) => l.IsHidden = on)
            .Needs(ScheduleCode, l => l.ScheduleCode)
            .Range("indentation", l => l.Indentation, 9m)
            .Check(CheckSchedule)
            .On(
                Resource
                    .Extension(
                        AccountScheduleLine.Entity,
                        "accountScheduleLine",
                        s => s.Rows<AccountScheduleLine>()
                    )
                    .Field("id", l => l.Id)
                    .Field(
                        ScheduleCode,
                        l => l.ScheduleCode,
                        Access.PostOnly,
                        SetupFields.CodeLength
                    )
                    .Field("sequence", l => l.LineNo, Access.ReadWrite)
                    .Field("rowCode", l => l.RowCode, Access.ReadWrite, 10)
                    .Field("description", l => l.Description, Access.ReadWrite, 100)
                    .Field("rowType", l => l.Kind, Access.ReadWrite)
                    .Field("totaling", l => l.Totaling, Access.ReadWrite, TotalingLength)
                    .Field("amountType", l => l.Amount, Access.ReadWrite)
                    .Field("showOppositeSign", l => l.IsOppositeSign, Access.ReadWrite)
                    .Field("indentation", l => l.Indentation, Access.ReadWrite)
                    .Field("hidden", l => l.IsHidden, Access.ReadWrite)
                    .Field("lastModifiedDateTime", l => l.ModifiedAt)
                    .OrderedBy(ScheduleCode, "sequence")
                    .ETag(l => l.Version)
            );

    private static Resource<StatementRow> FigureRows() =>
        Resource
            .ExtensionComputed<StatementRow>(Figures, "accountScheduleFigure", Rows)
            .Field("id", r => r.Line.Id)
            .Field("sequence", r => r.Line.LineNo)
            .Field("rowCode", r => r.Line.RowCode)
            .Field("description", r => r.Line.Description)
            .Field("rowType", r => r.Line.Kind)
            .Field("indentation", r => r.Line.Indentation)
            .Field("amount", r => r.Amount)
            .Field("comparedAmount", r => r.Compared)
            .Field("yearToDateAmount", r => r.YearToDate)
            .Field("periodEntries", r => r.EntriesOf(r.Columns.Period))
            .Field("comparedEntries", r => r.EntriesOf(r.Columns.Comparison))
            .Field("yearToDateEntries", r => r.EntriesOf(r.Columns.YearToDate))
            .Parameter(ScheduleCode, r => r.Line.ScheduleCode)
            .Parameter(ReportParameters.DateFilter, r => r.Columns.Period.To)
            .Parameter(ScheduleColumns.Comparing, r => ScheduleColumns.StartComparison)
            .OrderedBy("sequence")
            .ETag(r => r.Line.Version);

    private static Resource<ScheduleColumns> ColumnLabels() =>
        Resource
            .ExtensionComputed<ScheduleColumns>(
                Columns,
                "accountScheduleColumn",
                async (scope, pins) => [await ScheduleColumns.Of(scope, pins, Columns)]
            )
            .Field("id", c => RowId.Of(c.Period.ToString()))
            .Field("dateFrom", c => c.Period.From)
            .Field("dateTo", c => c.Period.To)
            .Field("comparedFrom", c => c.Comparison.From)
            .Field("comparedTo", c => c.Comparison.To)
            .Field("yearFrom", c => c.YearToDate.From)
            .Field("periodLabel", c => SpanText.Of(c.Period, c.Language))
            .Field("comparedLabel", c => SpanText.Of(c.Comparison, c.Language))
            .Parameter(ScheduleCode, c => ScheduleColumns.StartComparison)
            .Parameter(ReportParameters.DateFilter, c => c.Period.To)
            .Parameter(ScheduleColumns.Comparing, c => ScheduleColumns.StartComparison)
            .OrderedBy("dateFrom");

    private static async Task<IReadOnlyList<StatementRow>> Rows(RequestScope scope, Pins pins)
    {
        var columns = await ScheduleColumns.Of(scope, pins, Figures);
        return await ScheduleReading.Rows(scope, pins.Code(ScheduleCode), columns);
    }

    private static async Task TakeSchedule(RowEdit<AccountScheduleLine> edit, object value)
    {
        var code = (string)value;
        if (await edit.Db.AccountSchedules.AnyAsync(s => s.Code == code, edit.Scope.Aborted))
            edit.Row.ScheduleCode = code;
        else
            edit.Refuse(EditCodes.Unknown, ScheduleCode, code);
    }

    // The row is checked among the others: what it names, and whether that leads back to it.
    private static async Task CheckSchedule(RowEdit<AccountScheduleLine> edit)
    {
        var ct = edit.Scope.Aborted;
        var row = edit.Row;
        edit.No = row.ScheduleCode;
        if (edit.Problems.Count > 0)
            return;
        var others = await edit
            .Db.AccountScheduleLines.Where(line => line.ScheduleCode == row.ScheduleCode)
            .OrderBy(line => line.LineNo)
            .Take(LinesMax)
            .ToListAsync(ct);
        others.RemoveAll(line => line.Id == row.Id);
        if (row.LineNo == 0)
            row.LineNo =
                others.Select(line => line.LineNo).DefaultIfEmpty().Max()
                + AccountScheduleLine.LineNoStep;
        if (others.Count >= LinesMax)
            edit.Refuse(EditCodes.Range, ScheduleCode, row.ScheduleCode);
        else if (row.LineNo < 0 || others.Any(line => line.LineNo == row.LineNo))
            edit.Refuse(EditCodes.Range, "sequence", $"{row.LineNo}");
        if (edit.Problems.Count > 0)
            return;
        var lines = others.Append(row).OrderBy(line => line.LineNo).ToList();
        var chart = await edit.Db.GlAccounts.OrderBy(a => a.No).ToListAsync(ct);
        var known = new HashSet<Problem>(ScheduleChecks.Find(others, chart), SameFault.Instance);
        edit.Problems.AddRange(
            ScheduleChecks.Find(lines, chart).Where(problem => !known.Contains(problem))
        );
    }

    /// <summary>
    /// A schedule that was wrong already may be mended row by row: only what is new is refused.
    /// </summary>
    private sealed class SameFault : IEqualityComparer<Problem>
    {
        public static SameFault Instance { get; } = new();

        public bool Equals(Problem? a, Problem? b) =>
            (a?.Code, a?.Record, a?.Value) == (b?.Code, b?.Record, b?.Value);

        public int GetHashCode(Problem problem) =>
            HashCode.Combine(problem.Code, problem.Record, problem.Value);
    }
}
