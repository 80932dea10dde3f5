namespace Handel.Kernel.Dates;

/// <summary>The unit of a term of a date formula (DF-01).</summary>
public enum DateUnit : short
{
    Day = 0,
    Weekday = 1,
    Week = 2,
    Month = 3,
    Quarter = 4,
    Year = 5,
}

/// <summary>What a term of a date formula does with a date (DF-02 to DF-04).</summary>
public enum DateTermKind : short
{
    /// <summary>No term; a formula has at most three.</summary>
    None = 0,

    /// <summary><c>nU</c>: moves by a number of units.</summary>
    Shift = 1,

    /// <summary><c>CU</c>: the end of the running period, or with minus its first day.</summary>
    Period = 2,

    /// <summary>
    /// <c>Dn</c>, <c>WDn</c>: the next such day, strictly later or strictly earlier.
    /// </summary>
    NextDay = 3,
}

/// <summary>One term of a date formula. Dates beyond the calendar stop at its ends.</summary>
/// <param name="Kind">What the term does.</param>
/// <param name="IsNegative">Whether a minus sign leads it.</param>
/// <param name="Number">Count of units, or which day; 0 for a running period.</param>
/// <param name="Unit">The unit that is counted or ended.</param>
public readonly record struct DateTerm(
    DateTermKind Kind,
    bool IsNegative,
    int Number,
    DateUnit Unit
)
{
    /// <summary>Moves a date by this term.</summary>
    public DateOnly Apply(DateOnly date) =>
        Kind switch
        {
            DateTermKind.None => date,
            DateTermKind.Shift => Shifted(date),
            DateTermKind.Period => IsNegative ? FirstDay(date) : LastDay(date),
            DateTermKind.NextDay => Unit == DateUnit.Weekday ? Weekday(date) : DayOfMonth(date),
            _ => throw new InvalidOperationException($"Unknown kind of term: {Kind}."),
        };

    private DateOnly Shifted(DateOnly date)
    {
        var count = IsNegative ? -Number : Number;
        return Unit switch
        {
            DateUnit.Day => AddDays(date, count),
            DateUnit.Week => AddDays(date, 7 * count),
            DateUnit.Month => AddMonths(date, count),
            DateUnit.Quarter => AddMonths(date, 3 * count),
            DateUnit.Year => AddMonths(date, 12 * count),
            DateUnit.Weekday => throw new InvalidOperationException("Weekdays are not counted."),
            _ => throw new InvalidOperationException($"Unknown unit: {Unit}."),
        };
    }

    private DateOnly FirstDay(DateOnly date) =>
        Unit switch
        {
            DateUnit.Day => date,
            DateUnit.Week => AddDays(date, 1 - IsoWeekday(date)),
            DateUnit.Month => new DateOnly(date.Year, date.Month, 1),
            DateUnit.Quarter => new DateOnly(date.Year, date.Month - ((date.Month - 1) % 3), 1),
            DateUnit.Year => new DateOnly(date.Year, 1, 1),
            DateUnit.Weekday => throw new InvalidOperationException("A weekday is no period."),
            _ => throw new InvalidOperationException($"Unknown unit: {Unit}."),
        };

    private DateOnly LastDay(DateOnly date)
    {
        var first = FirstDay(date);
        return Unit switch
        {
            DateUnit.Day => date,
            DateUnit.Week => AddDays(date, 7 - IsoWeekday(date)),
            DateUnit.Month => MonthEnd(first),
            DateUnit.Quarter => MonthEnd(first.AddMonths(2)),
            DateUnit.Year => new DateOnly(date.Year, 12, 31),
            DateUnit.Weekday => throw new InvalidOperationException("A weekday is no period."),
            _ => throw new InvalidOperationException($"Unknown unit: {Unit}."),
        };
    }

    // DF-04
    private DateOnly Weekday(DateOnly date)
    {
        var today = IsoWeekday(date);
        var ahead = (Number - today + 6) % 7 + 1;
        var back = (today - Number + 6) % 7 + 1;
        return AddDays(date, IsNegative ? -back : ahead);
    }

    // DF-04: the 31st of a short month is its last day.
    private DateOnly DayOfMonth(DateOnly date)
    {
        var here = DayIn(date.Year, date.Month);
        if (IsNegative ? here < date : here > date)
            return here;
        var next = AddMonths(new DateOnly(date.Year, date.Month, 1), IsNegative ? -1 : 1);
        var isEndOfCalendar = next.Month == date.Month;
        return isEndOfCalendar ? next : DayIn(next.Year, next.Month);
    }

    private DateOnly DayIn(int year, int month) =>
        new(year, month, Math.Min(Number, DateTime.DaysInMonth(year, month)));

    private static DateOnly MonthEnd(DateOnly date) =>
        new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

    private static int IsoWeekday(DateOnly date) =>
        date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    private static DateOnly AddDays(DateOnly date, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    private static DateOnly AddMonths(DateOnly date, int months)
    {
        var month = (date.Year * 12) + date.Month - 1 + months;
        return month switch
        {
            < 12 => DateOnly.MinValue,
            >= 120_000 => DateOnly.MaxValue,
            _ => date.AddMonths(months),
        };
    }
}
