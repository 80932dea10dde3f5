using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.YearEnd;

/// <summary>The periods of a fiscal year to make (COM-07).</summary>
/// <param name="Start">Null follows the last year there is.</param>
public sealed record NewFiscalYear(DateOnly? Start)
{
    public int Periods { get; init; } = FiscalYears.PeriodsUsual;

    /// <summary>From the start of a period to that of the next; null is a month.</summary>
    public DateFormula? PeriodLength { get; init; }
}

/// <summary>What making or closing a year changes, or why it may not (COM-07).</summary>
/// <param name="Added">Starting dates of new periods; the first one begins a year.</param>
/// <param name="Closed">Starting dates of periods that are closed now.</param>
/// <param name="Locked">Starting dates that may not move any more.</param>
public sealed record FiscalYearPlan(
    IReadOnlyList<DateOnly> Added,
    IReadOnlyList<DateOnly> Closed,
    IReadOnlyList<DateOnly> Locked
)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    internal static FiscalYearPlan Refused(Problem problem) =>
        new([], [], []) { Problems = [problem] };
}

/// <summary>
/// Fiscal years as their periods tell them: a year ends the day before the next one starts
/// (COM-07). A year is closed once, in order, and never opened again.
/// </summary>
public static class FiscalYears
{
    public const string Entity = "accountingPeriods";
    public const int PeriodsUsual = 12;

    /// <summary>Days of a daily calendar: more periods than that are no periods.</summary>
    public const int PeriodsMax = 366;

    /// <summary>The last day of the last year that is closed, or null (COM-08).</summary>
    public static DateOnly? ClosedThrough(IEnumerable<AccountingPeriod> periods)
    {
        var all = periods.ToList();
        var closed = all.Where(period => period.IsClosed).ToList();
        return closed.Count == 0 ? null : EndOf(all, closed.Max(period => period.StartingDate));
    }

    /// <summary>The first day of the year that a day is in, or null.</summary>
    public static DateOnly? StartOf(IEnumerable<AccountingPeriod> periods, DateOnly day) =>
        periods
            .Where(period => period.IsNewFiscalYear && period.StartingDate <= day)
            .Select(period => (DateOnly?)period.StartingDate)
            .Max();

    /// <summary>The last day of the year that a day is in, or null while no year follows.</summary>
    public static DateOnly? EndOf(IEnumerable<AccountingPeriod> periods, DateOnly day) =>
        periods
            .Where(period => period.IsNewFiscalYear && period.StartingDate > day)
            .Select(period => (DateOnly?)period.StartingDate.AddDays(-1))
            .Min();

    /// <summary>Periods of a new year; earlier ones keep their dates from then on.</summary>
    public static FiscalYearPlan Create(NewFiscalYear order, IReadOnlyList<AccountingPeriod> known)
    {
        var formula = order.PeriodLength ?? DateFormula.Parse("1M");
        if (order.Periods is < 1 or > PeriodsMax)
            return Refused("count", "numberOfPeriods", $"{order.Periods}");
        var last = known.Select(period => (DateOnly?)period.StartingDate).Max();
        if ((order.Start ?? Following(known)) is not { } start)
            return FiscalYearPlan.Refused(
                new(ProblemCodes.FieldEmpty, new(Entity, ""), "startingDate")
            );
        if (last >= start)
            return Refused("exists", "startingDate", $"{start:yyyy-MM-dd}");
        var added = new List<DateOnly> { start };
        while (added.Count < order.Periods)
        {
            var next = formula.Apply(added[^1]);
            if (next <= added[^1])
                return Refused("length", "periodLength", formula.ToString());
            added.Add(next);
        }
        return new(added, [], Starts(known.Where(period => !period.IsDateLocked)));
    }

    /// <summary>Closes the year that a day is in: the first one that is open.</summary>
    public static FiscalYearPlan Close(DateOnly day, IReadOnlyList<AccountingPeriod> known)
    {
        var value = $"{day:yyyy-MM-dd}";
        if (StartOf(known, day) is not { } start)
            return Refused("none", "startingDate", value);
        var year = known.Where(p => p.StartingDate >= start && IsIn(known, p, start)).ToList();
        if (year.All(period => period.IsClosed))
            return Refused("closed", "closed", value);
        if (EndOf(known, start) is null)
            return Refused("next", "closed", value);
        return known.Any(period => !period.IsClosed && period.StartingDate < start)
            ? Refused("earlier", "closed", value)
            : new([], Starts(year), Starts(year));
    }

    private static bool IsIn(
        IEnumerable<AccountingPeriod> known,
        AccountingPeriod period,
        DateOnly start
    ) => EndOf(known, start) is not { } end || period.StartingDate <= end;

    // A year later than the last one began: most years are as long as the one before.
    private static DateOnly? Following(IEnumerable<AccountingPeriod> known) =>
        known
            .Where(period => period.IsNewFiscalYear)
            .Select(period => (DateOnly?)period.StartingDate)
            .Max()
            ?.AddYears(1);

    private static List<DateOnly> Starts(IEnumerable<AccountingPeriod> periods) =>
        [.. periods.Select(period => period.StartingDate).Order()];

    private static FiscalYearPlan Refused(string reason, string field, string value) =>
        FiscalYearPlan.Refused(
            new(ProblemCodes.FiscalYear, new(Entity, ""), field, value)
            {
                Args = new Dictionary<string, string> { ["reason"] = reason },
            }
        );
}
