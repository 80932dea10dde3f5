using System.Globalization;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>Valuation periods and the pools of average cost (CM-04).</summary>
public sealed class AverageTermsTests
{
    [Theory]
    [InlineData(AverageCostPeriod.Day, "2026-02-12", "2026-02-12")]
    [InlineData(AverageCostPeriod.Week, "2026-02-09", "2026-02-15")]
    [InlineData(AverageCostPeriod.Month, "2026-02-01", "2026-02-28")]
    [InlineData(AverageCostPeriod.Quarter, "2026-01-01", "2026-03-31")]
    [InlineData(AverageCostPeriod.Year, "2026-01-01", "2026-12-31")]
    [InlineData(AverageCostPeriod.AccountingPeriod, "2026-02-05", "2026-03-04")]
    public void CM04_a_valuation_period_has_a_first_and_a_last_day(
        AverageCostPeriod period,
        string first,
        string last
    )
    {
        var terms = Terms(period);
        var day = new DateOnly(2026, 2, 12);

        Assert.Equal(DateOnly.Parse(first, Invariant), terms.StartOf(day));
        Assert.Equal(DateOnly.Parse(last, Invariant), terms.EndOf(day));
    }

    [Theory]
    [InlineData("2026-01-03", "2026-01-01", "2026-01-04")]
    [InlineData("2026-03-20", "2026-03-05", "2026-03-31")]
    [InlineData("2026-04-02", "2026-04-01", "2026-04-30")]
    public void CM04_months_stand_in_where_there_is_no_accounting_period(
        string date,
        string first,
        string last
    )
    {
        var terms = Terms(AverageCostPeriod.AccountingPeriod);
        var day = DateOnly.Parse(date, Invariant);

        Assert.Equal(DateOnly.Parse(first, Invariant), terms.StartOf(day));
        Assert.Equal(DateOnly.Parse(last, Invariant), terms.EndOf(day));
    }

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Periods that start on the fifth of January, February and March.</summary>
    private static AverageTerms Terms(AverageCostPeriod period) =>
        new(period, AverageCostCalcType.Item)
        {
            AccountingPeriods = new[] { 1, 2, 3 }.Select(month => new AccountingPeriod
            {
                StartingDate = new(2026, month, 5),
            }),
        };
}
