using Handel.Kernel;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Xunit;
using static Handel.Trade.Tests.Amounts.DocumentTotalsTests;
using static Handel.Trade.Tests.DraftGiven;

namespace Handel.Trade.Tests.Amounts;

public sealed class InvoiceDiscountTests
{
    private static readonly GivenLine[] W04 =
    [
        new(6, 125m),
        new(10, 33.33m, "VAT9"),
        new(1, 90m) { AllowsInvoiceDiscount = false },
    ];

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W04_percent_over_two_rates_and_an_excluded_line(Direction direction)
    {
        var order = Discounted(direction, InvoiceDiscountKind.Percent, 5m, W04);

        Assert.Equal([37.50m, 16.67m, 0m], order.Lines.Select(line => line.InvDiscountAmount));
        Expect(order, (712.50m, 149.63m), (316.63m, 28.50m), (90m, 18.90m));
        ExpectTotal(order, 1119.13m, 1316.16m);
        Assert.Equal(54.17m, order.InvDiscountAmount);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W04b_a_typed_amount(Direction direction)
    {
        var order = Discounted(direction, InvoiceDiscountKind.Amount, 50m, W04);

        Assert.Equal([715.38m, 317.92m, 90m], order.Lines.Select(line => line.Amount));
        ExpectTotal(order, 1123.30m, 1321.04m);
    }

    [Fact]
    public void W05_three_percent_carries_its_rest_to_the_next_group()
    {
        var order = Discounted(
            Direction.Sale,
            InvoiceDiscountKind.Percent,
            3m,
            new(4, 80m) { DiscountPct = 15 },
            new(3, 25.50m),
            new(10, 7.77m, "VAT9") { DiscountPct = 5 }
        );

        Assert.Equal([8.16m, 2.30m, 2.21m], order.Lines.Select(line => line.InvDiscountAmount));
        Assert.Equal([263.84m, 74.20m, 71.60m], order.Lines.Select(line => line.Amount));
        ExpectTotal(order, 409.64m, 487.07m);
    }

    [Fact]
    public void SC03_net_figures()
    {
        var order = Discounted(
            Direction.Purchase,
            InvoiceDiscountKind.Percent,
            5m,
            new(20, 50m) { DiscountPct = 10 },
            new(8, 31.25m)
        );

        Assert.Equal([45.00m, 12.50m], order.Lines.Select(line => line.InvDiscountAmount));
        ExpectTotal(order, 1092.50m, 1321.93m);
    }

    [Fact]
    public void SC19_a_line_that_does_not_allow_it()
    {
        var order = Discounted(
            Direction.Purchase,
            InvoiceDiscountKind.Percent,
            3m,
            new(1, 640m),
            new(1, 455.50m),
            new(1, 120m) { AllowsInvoiceDiscount = false }
        );

        Assert.Equal([19.20m, 13.67m, 0m], order.Lines.Select(line => line.InvDiscountAmount));
        ExpectTotal(order, 1182.63m, 1430.98m);
    }

    [Fact]
    public void A18_6_example_1()
    {
        var order = Discounted(
            Direction.Sale,
            InvoiceDiscountKind.Amount,
            20m,
            new(3, 129.95m) { DiscountPct = 7.5m },
            new(10, 4.25m, "VAT9")
        );

        Assert.Equal([29.24m, 0m], order.Lines.Select(line => line.LineDiscountAmount));
        Assert.Equal([17.89m, 2.11m], order.Lines.Select(line => line.InvDiscountAmount));
        Expect(order, (342.72m, 71.97m), (40.39m, 3.64m));
        ExpectTotal(order, 383.11m, 458.72m);
    }

    [Fact]
    public void A18_6_example_2_including_vat()
    {
        var setup = Setup();
        var order = DraftInclVat(Direction.Sale, setup, new GivenLine(2, 24.95m));
        Expect(order, (41.24m, 8.66m));

        order.InvoiceDiscountKind = InvoiceDiscountKind.Amount;
        order.InvoiceDiscountValue = 4.99m;
        DocumentTotals.Recalculate(order, setup);

        Expect(order, (37.12m, 7.79m));
        ExpectTotal(order, 37.12m, 44.91m);
    }

    [Fact]
    public void API_T3_a_fixed_amount_is_capped_at_the_lines_that_are_left()
    {
        var setup = Setup();
        var order = Discounted(Direction.Sale, InvoiceDiscountKind.Amount, 50m, W04);
        order.Lines.RemoveRange(0, 2);
        order.Lines.Add(Draft(Direction.Sale, setup, new GivenLine(1, 30m)).Lines[0]);

        DocumentTotals.Recalculate(order, setup);

        Assert.Equal(30m, order.InvDiscountAmount);
        ExpectTotal(order, 90m, 108.90m);
    }

    private static TradeDocument Discounted(
        Direction direction,
        InvoiceDiscountKind kind,
        decimal value,
        params GivenLine[] lines
    )
    {
        var setup = Setup();
        var order = Draft(direction, setup, lines);
        order.InvoiceDiscountKind = kind;
        order.InvoiceDiscountValue = value;
        DocumentTotals.Recalculate(order, setup);
        return order;
    }
}
