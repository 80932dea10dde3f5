using Handel.Kernel.Dates;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Reports;

/// <summary>The days that a report is about, both ends included.</summary>
public readonly record struct ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>
    /// The same period elsewhere in time. The day after the end is moved and not the end itself, so
    /// that the end of a month leads to the end of a month.
    /// </summary>
    public ReportPeriod MovedBy(DateFormula formula) =>
        new(formula.Apply(From), formula.Apply(To.AddDays(1)).AddDays(-1));

    /// <summary>From the first day of the fiscal year that the end is in.</summary>
    public ReportPeriod YearToDate(IEnumerable<AccountingPeriod> periods) =>
        this with
        {
            From = FiscalYearStart(periods, To),
        };

    /// <summary>
    /// COM-07; without accounting periods that reach so far back a year is a calendar year.
    /// </summary>
    public static DateOnly FiscalYearStart(IEnumerable<AccountingPeriod> periods, DateOnly date) =>
        periods
            .Where(period => period.IsNewFiscalYear && period.StartingDate <= date)
            .Select(period => period.StartingDate)
            .DefaultIfEmpty(new DateOnly(date.Year, 1, 1))
            .Max();
}
