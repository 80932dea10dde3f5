using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Inventory;

/// <summary>How long goods of one pool share a cost (CM-04).</summary>
public enum AverageCostPeriod : short
{
    Day = 0,
    Week = 1,
    Month = 2,
    Quarter = 3,
    Year = 4,
    AccountingPeriod = 5,
}

/// <summary>Which goods share a cost: of a variant at a location, or of the item (CM-04).</summary>
public enum AverageCostCalcType : short
{
    ItemLocationVariant = 0,
    Item = 1,
}

/// <summary>
/// What the company decided about average cost (CM-04): which buckets share a pool, and the
/// valuation period that a date is in.
/// </summary>
public sealed record AverageTerms(AverageCostPeriod Period, AverageCostCalcType CalcType)
{
    public static readonly AverageTerms Usual = new(
        AverageCostPeriod.Day,
        AverageCostCalcType.ItemLocationVariant
    );

    private const int MonthsOfQuarter = 3;
    private readonly DateOnly[] _starts = [];

    /// <summary>The accounting periods of the company, in any order.</summary>
    public IEnumerable<AccountingPeriod> AccountingPeriods
    {
        init => _starts = [.. value.Select(period => period.StartingDate).Order()];
    }

    /// <summary>The pool that a bucket is in; an item as a whole has no variant or place.</summary>
    public StockKey PoolOf(StockKey bucket) =>
        CalcType switch
        {
            AverageCostCalcType.ItemLocationVariant => bucket,
            AverageCostCalcType.Item => new(bucket.ItemNo, "", ""),
            var other => throw new InvalidOperationException($"Unknown calculation {other}."),
        };

    /// <summary>The first day of the valuation period.</summary>
    public DateOnly StartOf(DateOnly date) =>
        Period switch
        {
            AverageCostPeriod.Day => date,
            AverageCostPeriod.Week => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
            AverageCostPeriod.Month => new(date.Year, date.Month, 1),
            AverageCostPeriod.Quarter => new(date.Year, FirstMonthOfQuarter(date), 1),
            AverageCostPeriod.Year => new(date.Year, 1, 1),
            AverageCostPeriod.AccountingPeriod => StartOfAccountingPeriod(date),
            var other => throw new InvalidOperationException($"Unknown period {other}."),
        };

    /// <summary>The last day of the valuation period.</summary>
    public DateOnly EndOf(DateOnly date) =>
        Period switch
        {
            AverageCostPeriod.Day => date,
            AverageCostPeriod.Week => StartOf(date).AddDays(6),
            AverageCostPeriod.Month => StartOf(date).AddMonths(1).AddDays(-1),
            AverageCostPeriod.Quarter => StartOf(date).AddMonths(MonthsOfQuarter).AddDays(-1),
            AverageCostPeriod.Year => new(date.Year, 12, 31),
            AverageCostPeriod.AccountingPeriod => EndOfAccountingPeriod(date),
            var other => throw new InvalidOperationException($"Unknown period {other}."),
        };

    private static int FirstMonthOfQuarter(DateOnly date) =>
        (date.Month - 1) / MonthsOfQuarter * MonthsOfQuarter + 1;

    // Where no accounting period is made yet, its place is taken by the month.
    private DateOnly StartOfAccountingPeriod(DateOnly date)
    {
        var next = Next(date);
        var month = new DateOnly(date.Year, date.Month, 1);
        if (next == 0)
            return month;
        var start = _starts[next - 1];
        return next < _starts.Length || start > month ? start : month;
    }

    private DateOnly EndOfAccountingPeriod(DateOnly date)
    {
        var next = Next(date);
        var month = new DateOnly(date.Year, date.Month, 1).AddMonths(1).AddDays(-1);
        if (next == _starts.Length)
            return month;
        var end = _starts[next].AddDays(-1);
        return next > 0 || end < month ? end : month;
    }

    /// <summary>Place of the first period that starts after the date.</summary>
    private int Next(DateOnly date)
    {
        var at = Array.BinarySearch(_starts, date);
        return at >= 0 ? at + 1 : ~at;
    }
}
