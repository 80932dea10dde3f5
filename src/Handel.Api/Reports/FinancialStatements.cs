using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>
/// The statements of the contract, each the company's own schedule of that use (A18.11).
/// </summary>
internal static class FinancialStatements
{
    public static IEnumerable<Resource> All() =>
        [
            Statement("balanceSheets", "balance", ScheduleUse.BalanceSheet),
            Statement("incomeStatements", "netChange", ScheduleUse.IncomeStatement),
            Statement("cashFlowStatements", "netChange", ScheduleUse.CashFlowStatement),
            Statement(
                "retainedEarningsStatements",
                "netChange",
                ScheduleUse.RetainedEarningsStatement
            ),
        ];

    private static Resource<StatementRow> Statement(string set, string amount, ScheduleUse use) =>
        Resource
            .Computed<StatementRow>(set, (scope, pins) => Rows(scope, pins, (set, use)))
            .Field("id", r => r.Line.Id)
            .Field("lineNumber", r => r.Line.LineNo)
            .Field("display", r => r.Line.Description)
            .Field(amount, r => r.Amount)
            .Field("lineType", r => r.LineType)
            .Field("indentation", r => r.Line.Indentation)
            .Parameter(ReportParameters.DateFilter, r => r.Columns.Period.To)
            .OrderedBy("lineNumber")
            .ETag(r => r.Line.Version);

    private static async Task<IReadOnlyList<StatementRow>> Rows(
        RequestScope scope,
        Pins pins,
        (string Set, ScheduleUse Use) statement
    )
    {
        var code = await scope
            .Rows<AccountSchedule>()
            .Where(schedule => schedule.Use == statement.Use)
            .OrderBy(schedule => schedule.Code)
            .Select(schedule => schedule.Code)
            .FirstOrDefaultAsync(scope.Aborted);
        if (code is null)
            return [];
        var columns = ScheduleColumns.Single(pins.Period(scope, statement.Set));
        return await ScheduleReading.Rows(scope, code, columns);
    }
}
