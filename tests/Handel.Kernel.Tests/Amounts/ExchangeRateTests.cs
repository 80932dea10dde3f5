using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel.Amounts;
using Xunit;

namespace Handel.Kernel.Tests.Amounts;

public sealed class ExchangeRateTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public void S08_lines_add_up_to_the_converted_total() =>
        Assert.Equal(
            [17.86m, 17.85m, 17.86m],
            RunningConversion.Convert([20m, 20m, 20m], factor: 1.12m)
        );

    [Fact]
    public void S08_it_is_the_running_total_that_is_rounded()
    {
        Assert.Equal([35.71m], RunningConversion.Convert([40m], factor: 1.12m));
        Assert.Equal([53.57m], RunningConversion.Convert([60m], factor: 1.12m));
        // Line by line it would be a cent more.
        Assert.Equal(53.58m, 3 * RunningConversion.Convert([20m], factor: 1.12m)[0]);
    }

    [Fact]
    public void SC05_running_totals_of_a_purchase_in_dollars()
    {
        var factor = Factor(100m, 92.1533m);

        Assert.Equal([30.71m, 61.48m], RunningConversion.Convert([33.33m, 66.71m], factor));
        Assert.Equal([37.17m, 74.38m], RunningConversion.Convert([40.33m, 80.72m], factor));
    }

    [Fact]
    public void W08_running_totals_of_a_sale_in_dollars()
    {
        var factor = Factor(1m, 0.9137m);

        Assert.Equal(
            [34.26m, 34.27m, 0.07m],
            RunningConversion.Convert([37.50m, 37.50m, 0.08m], factor)
        );
        Assert.Equal(
            [28.32m, 28.31m, 0.07m],
            RunningConversion.Convert([30.99m, 30.99m, 0.07m], factor)
        );
    }

    [Theory]
    [InlineData(1000, 1.25, 800.00)] // S09
    [InlineData(1000, 1.20, 833.33)]
    [InlineData(2350.40, 1.0842, 2167.87)] // S10
    [InlineData(1000, 1.0842, 922.34)]
    [InlineData(5000, 1.08, 4629.63)] // S12
    [InlineData(5000, 1.12, 4464.29)]
    [InlineData(-5000, 1.12, -4464.29)]
    public void An_amount_is_worth_its_quotient(double amount, double factor, double expected) =>
        Assert.Equal((decimal)expected, Conversion.ToLcy((decimal)amount, (decimal)factor));

    [Fact]
    public void Half_a_cent_stays_half_a_cent_although_the_factor_is_cut_off()
    {
        // 50 USD at 0.9137 EUR is 45.685 EUR exactly; 50 / (1 / 0.9137) alone may fall short.
        Assert.Equal(45.69m, Conversion.ToLcy(50m, Factor(1m, 0.9137m)));
        Assert.Equal(-45.69m, Conversion.ToLcy(-50m, Factor(1m, 0.9137m)));
    }

    [Fact]
    public void An_amount_in_euro_becomes_dollars_and_dollars_become_pounds()
    {
        // S16: 905.00 EUR at 1.105; then 1,000 USD at 1.25 into GBP at 0.8 without a stop in EUR.
        Assert.Equal(1000.03m, Conversion.ToFcy(905.00m, 1.105m));
        Assert.Equal(640.00m, Conversion.Between(1000m, new(From: 1.25m, To: 0.8m), 0.01m));
    }

    [Fact]
    public void The_latest_rate_that_has_started_is_valid()
    {
        var rates = new ExchangeRates(
            "EUR",
            [
                Given.Rate("USD", "2026-01-01", 100m, (80m, "")),
                Given.Rate("USD", "2026-03-01", 100m, (50m, "")),
                Given.Rate("USD", "2026-03-02", 100m, (40m, "")),
            ]
        );

        Assert.Equal(2m, rates.FactorAt("USD", March).Value);
        Assert.Equal(1.25m, rates.FactorAt("USD", March.AddDays(-1)).Value);
        Assert.Equal(1m, rates.FactorAt("", March).Value);
        Assert.Equal(1m, rates.FactorAt("EUR", March).Value);
    }

    [Fact]
    public void A_relational_currency_multiplies_the_factors()
    {
        var rates = new ExchangeRates(
            "EUR",
            [
                Given.Rate("USD", "2026-01-01", 100m, (80m, "")),
                Given.Rate("AED", "2026-01-01", 400m, (100m, "USD")),
            ]
        );

        // 4 AED are 1 USD, 1.25 USD are 1 EUR.
        Assert.Equal(5m, rates.FactorAt("AED", March).Value);
    }

    [Fact]
    public void A_missing_rate_is_a_problem_that_names_currency_and_date()
    {
        var rates = new ExchangeRates(
            "EUR",
            [
                Given.Rate("USD", "2026-03-02", 100m, (80m, "")),
                Given.Rate("AED", "2026-01-01", 400m, (100m, "USD")),
                Given.Rate("AAA", "2026-01-01", 1m, (1m, "BBB")),
                Given.Rate("BBB", "2026-01-01", 1m, (1m, "AAA")),
                Given.Rate("ZZZ", "2026-01-01", 1m, (0m, "")),
            ]
        );

        var problem = rates.FactorAt("AED", March).Problem;

        Assert.Equal("E-NORATE", problem?.Code);
        Assert.Equal("USD", problem?.Args["currency"]);
        Assert.Equal("2026-03-01", problem?.Args["date"]);
        Assert.NotNull(rates.FactorAt("AAA", March).Problem);
        Assert.NotNull(rates.FactorAt("ZZZ", March).Problem);
    }

    [Fact]
    public void Balances_are_adjusted_at_a_rate_of_their_own_where_there_is_one()
    {
        var rate = Given.Rate("USD", "2026-01-01", 100m, (80m, ""));
        var rates = new ExchangeRates("EUR", [rate]);
        Assert.Equal(1.25m, rates.AdjustmentFactorAt("USD", March).Value);

        rate.AdjustmentExchangeRateAmount = 100m;
        rate.RelationalAdjustmentExchangeRateAmount = 50m;

        Assert.Equal(2m, rates.AdjustmentFactorAt("USD", March).Value);
        Assert.Equal(1.25m, rates.FactorAt("USD", March).Value);
    }

    [Fact]
    public void A_currency_without_precision_cannot_be_used()
    {
        var currency = new Currency { Code = "USD" };
        Assert.Empty(currency.FindMissingPrecision());

        currency.AmountRoundingPrecision = 0;

        var problem = Assert.Single(currency.FindMissingPrecision());
        Assert.Equal(("E-NOPRECISION", "amountRoundingPrecision"), (problem.Code, problem.Field));
    }

    [Fact]
    public void Converted_lines_always_add_up_to_the_converted_total() =>
        Prop.ForAll(
                Given.Cents.NonEmptyListOf().ToArbitrary(),
                Gen.Choose(1000, 9_999_999).Select(rate => rate / 100_000m).ToArbitrary(),
                (amounts, factor) =>
                    Assert.Equal(
                        Conversion.ToLcy(amounts.Sum(), factor),
                        RunningConversion.Convert(amounts, factor).Sum()
                    )
            )
            .QuickCheckThrowOnFailure();

    private static decimal Factor(decimal units, decimal worth) =>
        new ExchangeRates("EUR", [Given.Rate("USD", "2026-01-01", units, (worth, ""))])
            .FactorAt("USD", March)
            .Value;
}
