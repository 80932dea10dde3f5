using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>The columns of a statement: the period, another to compare with, the year so far.
/// </summary>
internal sealed record ScheduleColumns(
    ReportPeriod Period,
    ReportPeriod Comparison,
    ReportPeriod YearToDate
)
{
    public CultureInfo Language { get; init; } = CultureInfo.InvariantCulture;

    public const string Comparing = "comparison";
    public const string StartComparison = "-1Y";

    public static async Task<ScheduleColumns> Of(RequestScope scope, Pins pins, string set)
    {
        var period = pins.Period(scope, set);
        var comparison = pins.Formula(scope, (set, Comparing), StartComparison);
        var periods = await scope.Rows<AccountingPeriod>().ToListAsync(scope.Aborted);
        return new(period, period.MovedBy(comparison), period.YearToDate(periods))
        {
            Language = scope.Language,
        };
    }

    /// <summary>Columns of a set that has only one.</summary>
    public static ScheduleColumns Single(ReportPeriod period) => new(period, period, period);
}

/// <summary>A row of a statement with its amounts.</summary>
internal sealed record StatementRow(AccountScheduleLine Line, ScheduleColumns Columns)
{
    public decimal Amount { get; init; }
    public decimal Compared { get; init; }
    public decimal YearToDate { get; init; }
    public AccountFilter Accounts { get; init; } = AccountFilter.Nothing;

    /// <summary>As the contract words it (A18.11).</summary>
    public string LineType =>
        Line.Kind switch
        {
            ScheduleRowKind.Heading => "header",
            ScheduleRowKind.Accounts or ScheduleRowKind.TotalAccounts or ScheduleRowKind.Category =>
                "detail",
            ScheduleRowKind.Formula => "total",
            ScheduleRowKind.Spacer => "spacer",
            _ => throw new InvalidOperationException(),
        };

    /// <summary>The entries behind the amount of a period, as the row means it.</summary>
    public string EntriesOf(ReportPeriod period) =>
        Line.Amount switch
        {
            ScheduleAmount.NetChange => EntryFilter.Of(Accounts, period),
            ScheduleAmount.ClosingBalance => EntryFilter.At(Accounts, period.To),
            ScheduleAmount.OpeningBalance => EntryFilter.Before(Accounts, period.From),
            _ => throw new InvalidOperationException(),
        };
}

/// <summary>Reads a schedule and works out its rows: four queries, whatever its length.</summary>
internal static class ScheduleReading
{
    public static async Task<IReadOnlyList<StatementRow>> Rows(
        RequestScope scope,
        string scheduleCode,
        ScheduleColumns columns
    )
    {
        var ct = scope.Aborted;
        var lines = await scope
            .Rows<AccountScheduleLine>()
            .Where(line => line.ScheduleCode == scheduleCode)
            .OrderBy(line => line.LineNo)
            .ToListAsync(ct);
        if (lines.Count == 0)
            return [];
        var chart = await scope.Rows<GlAccount>().OrderBy(a => a.No).ToListAsync(ct);
        if (ScheduleChecks.Find(lines, chart) is { Count: > 0 } problems)
            throw new RefusalException([]) { Problems = problems };
        var totals = await AccountSumsReader.Read(
            scope.Db(),
            [columns.Period, columns.Comparison, columns.YearToDate],
            ct
        );
        var figures = totals.Select(one => ScheduleFigures.Of(lines, chart, one)).ToList();
        return
        [
            .. lines
                .Select(
                    (line, at) =>
                        new StatementRow(line, columns)
                        {
                            Amount = figures[0][at],
                            Compared = figures[1][at],
                            YearToDate = figures[2][at],
                            Accounts = ScheduleAccounts.Of(line, chart)!,
                        }
                )
                .Where(row => !row.Line.IsHidden),
        ];
    }
}
