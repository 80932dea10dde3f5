using Handel.Kernel;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Xunit;
using static Handel.Trade.Tests.DraftGiven;

namespace Handel.Trade.Tests.Amounts;

public sealed class DocumentTotalsTests
{
    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W01_two_rates_and_a_line_discount(Direction direction)
    {
        var order = Draft(
            direction,
            Setup(),
            new(3, 49.95m) { DiscountPct = 10 },
            new(12, 4.17m, "VAT9"),
            new(1, 12.50m) { AllowsInvoiceDiscount = false }
        );

        Assert.Equal([14.99m, 0m, 0m], order.Lines.Select(line => line.LineDiscountAmount));
        Expect(order, (134.86m, 28.32m), (50.04m, 4.50m), (12.50m, 2.63m));
        ExpectTotal(order, 197.40m, 232.85m);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W02_vat_is_rounded_per_group(Direction direction)
    {
        var order = Draft(direction, Setup(), [.. Enumerable.Repeat(new GivenLine(1, 0.45m), 5)]);

        Expect(
            order,
            (0.45m, 0.09m),
            (0.45m, 0.10m),
            (0.45m, 0.09m),
            (0.45m, 0.10m),
            (0.45m, 0.09m)
        );
        ExpectTotal(order, 2.25m, 2.72m);
    }

    [Fact]
    public void W02_sixteen_lines_and_one_line_of_sixteen_differ()
    {
        var line = new GivenLine(1, 348.35m, "VAT22") { DiscountPct = 4 };

        var many = Draft(Direction.Sale, Setup(), [.. Enumerable.Repeat(line, 16)]);
        var one = Draft(Direction.Sale, Setup(), line with { Quantity = 16 });

        ExpectTotal(many, 5350.72m, 6527.88m);
        ExpectTotal(one, 5350.66m, 6527.81m);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W03_prices_including_vat(Direction direction)
    {
        var order = DraftInclVat(
            direction,
            Setup(),
            new(2, 19.99m),
            new(1, 5.00m) { DiscountPct = 5 },
            new(7, 1.29m, "VAT9")
        );

        Expect(order, (33.04m, 6.94m), (3.93m, 0.82m), (8.28m, 0.75m));
        ExpectTotal(order, 45.25m, 53.76m);
    }

    [Fact]
    public void W18_a_negative_group_hands_its_rest_on()
    {
        var order = Draft(Direction.Sale, Setup(), new(7, 1.05m), new(-3, 0.15m), new(2, 0.03m));

        ExpectTotal(order, 6.96m, 8.42m);
        Assert.Equal(-0.09m, order.Lines[1].AmountInclVat - order.Lines[1].Amount);
    }

    [Theory]
    [InlineData("REVERSE")]
    [InlineData("NONE")]
    public void W19_reverse_charge_and_no_taxable_count_no_vat(string vat)
    {
        var order = Draft(Direction.Sale, Setup(), new GivenLine(5, 200m, vat));

        ExpectTotal(order, 1000m, 1000m);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void VAT05_a_full_vat_line_is_vat_only(bool pricesIncludeVat)
    {
        var line = new GivenLine(1, 210m, "FULL");

        var invoice = pricesIncludeVat
            ? DraftInclVat(Direction.Purchase, Setup(), line)
            : Draft(Direction.Purchase, Setup(), line);

        ExpectTotal(invoice, 0m, 210m);
    }

    [Fact]
    public void W20_a_line_given_away_carries_no_vat()
    {
        var order = Draft(
            Direction.Sale,
            Setup(),
            new(1, 2000m, "VAT10") { DiscountPct = 40 },
            new(1, 1000m, "VAT10") { DiscountPct = 100 }
        );

        Expect(order, (1200m, 120m), (0m, 0m));
        ExpectTotal(order, 1200m, 1320m);
    }

    [Fact]
    public void W24_a_zero_document_has_zero_totals()
    {
        var invoice = Draft(Direction.Sale, Setup(), new GivenLine(1, 0m));

        ExpectTotal(invoice, 0m, 0m);
    }

    [Fact]
    public void S01_vat_once_per_key()
    {
        var order = Draft(
            Direction.Sale,
            Setup(),
            new(1, 10.03m),
            new(1, 10.03m),
            new(1, 10.03m),
            new(1, 5.55m, "VAT9"),
            new(1, 5.55m, "VAT9")
        );

        Assert.Equal([2.11m, 2.10m, 2.11m, 0.50m, 0.50m], order.Lines.Select(Vat));
        ExpectTotal(order, 41.19m, 48.51m);
    }

    [Theory]
    [InlineData(19.95, 3, "3.46 3.47 3.46", 49.46)]
    [InlineData(99.99, 1, "17.35", 82.64)]
    [InlineData(10.00, 3, "1.74 1.73 1.74", 24.79)]
    public void S02_and_SC18_prices_including_vat(
        double price,
        int count,
        string vats,
        double amount
    )
    {
        var line = new GivenLine(1, (decimal)price);

        var order = DraftInclVat(Direction.Purchase, Setup(), [.. Enumerable.Repeat(line, count)]);

        Assert.Equal(
            vats,
            string.Join(' ', order.Lines.Select(l => Vat(l).ToString("0.00", null)))
        );
        Assert.Equal((decimal)amount, order.Amount);
    }

    [Fact]
    public void SC18_unit_cost_is_the_price_less_discount_and_vat()
    {
        var line = new GivenLine(2, 59.99m) { DiscountPct = 10 };

        var order = DraftInclVat(Direction.Purchase, Setup(), line);

        Expect(order, (89.24m, 18.74m));
        Assert.Equal(44.61983m, order.Lines[0].UnitCostLcy);
    }

    [Fact]
    public void VAT06_a_payment_discount_lowers_the_base_where_the_setup_says_so()
    {
        var setup = Setup(gl => (gl.PmtDiscExclVat, gl.VatTolerancePct) = (true, 2m));
        var order = Draft(Direction.Sale, setup, new GivenLine(1, 1000m));
        order.PaymentDiscountPct = 3m;

        DocumentTotals.Recalculate(order, setup);

        ExpectTotal(order, 1000m, 1205.80m);
        Assert.Equal(980m, order.Lines[0].VatBaseAmount);
    }

    [Fact]
    public void VAT07_a_vat_difference_stands_on_top_of_the_group()
    {
        var setup = Setup();
        var order = Draft(Direction.Purchase, setup, new(1, 10.03m), new(1, 10.03m));
        order.Lines[0].VatDifference = 0.02m;

        DocumentTotals.Recalculate(order, setup);

        ExpectTotal(order, 20.06m, 24.29m);
    }

    internal static void Expect(
        TradeDocument document,
        params (decimal Net, decimal Vat)[] lines
    ) => Assert.Equal(lines, document.Lines.Select(line => (line.Amount, Vat(line))));

    internal static void ExpectTotal(TradeDocument document, decimal amount, decimal total)
    {
        Assert.Equal((amount, total), (document.Amount, document.AmountInclVat));
        Assert.Equal(amount, document.Lines.Sum(line => line.Amount));
        Assert.Equal(total, document.Lines.Sum(line => line.AmountInclVat));
    }

    private static decimal Vat(TradeLine line) => line.AmountInclVat - line.Amount;
}
