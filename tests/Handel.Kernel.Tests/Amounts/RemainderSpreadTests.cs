using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel.Amounts;
using Xunit;

namespace Handel.Kernel.Tests.Amounts;

public sealed class RemainderSpreadTests
{
    [Fact]
    public void S01_vat_is_spread_over_the_lines_of_a_rate()
    {
        Assert.Equal(
            [2.11m, 2.10m, 2.11m],
            RemainderSpread.Spread(6.32m, [10.03m, 10.03m, 10.03m])
        );
        Assert.Equal([0.50m, 0.50m], RemainderSpread.Spread(1.00m, [5.55m, 5.55m]));
    }

    [Fact]
    public void S02_vat_inside_prices_is_spread_too() =>
        Assert.Equal(
            [3.46m, 3.47m, 3.46m],
            RemainderSpread.Spread(10.39m, [19.95m, 19.95m, 19.95m])
        );

    [Fact]
    public void W02_lines_of_less_than_a_euro_share_the_group_vat() =>
        Assert.Equal(
            [0.09m, 0.10m, 0.09m, 0.10m, 0.09m],
            RemainderSpread.Spread(0.47m, [0.45m, 0.45m, 0.45m, 0.45m, 0.45m])
        );

    [Fact]
    public void W03_prices_including_vat_split_by_what_each_line_asks() =>
        Assert.Equal([6.94m, 0.82m], RemainderSpread.Spread(7.76m, [39.98m, 4.75m]));

    [Fact]
    public void SC04_three_equal_lines() =>
        Assert.Equal(
            [2.10m, 2.11m, 2.10m],
            RemainderSpread.Spread(6.31m, [10.01m, 10.01m, 10.01m])
        );

    [Fact]
    public void SC05_and_W08_vat_in_foreign_currency()
    {
        Assert.Equal([7.00m, 14.01m], RemainderSpread.Spread(21.01m, [33.33m, 66.71m]));
        Assert.Equal(
            [6.51m, 6.51m, 0.01m],
            RemainderSpread.Spread(13.03m, [30.99m, 30.99m, 0.07m])
        );
    }

    [Fact]
    public void A_line_without_weight_has_no_share_even_when_it_is_the_last() =>
        Assert.Equal(
            [0m, 0.34m, 0m, 0.66m, 0m],
            RemainderSpread.Spread(1m, [0, 1, 0, 2, 0], 0.02m)
        );

    [Fact]
    public void Without_weights_the_last_takes_all_and_without_lines_there_is_nothing()
    {
        Assert.Equal([0m, 1m], RemainderSpread.Spread(1m, [0m, 0m]));
        Assert.Empty(RemainderSpread.Spread(1m, []));
    }

    [Fact]
    public void The_shares_add_up_and_each_is_within_a_cent_of_its_own() =>
        Prop.ForAll(
                Given.Cents.ToArbitrary(),
                Given.PositiveCents.NonEmptyListOf().ToArbitrary(),
                (amount, weights) =>
                {
                    var shares = RemainderSpread.Spread(amount, [.. weights]);
                    Assert.Equal(amount, shares.Sum());
                    var total = weights.Sum();
                    Assert.All(
                        shares.Zip(weights),
                        pair =>
                            Assert.True(
                                Math.Abs(pair.First - amount * pair.Second / total) <= 0.01m
                            )
                    );
                }
            )
            .QuickCheckThrowOnFailure();
}
