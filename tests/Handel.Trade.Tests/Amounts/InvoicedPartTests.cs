using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Xunit;
using static Handel.Trade.Tests.DraftGiven;

namespace Handel.Trade.Tests.Amounts;

public sealed class InvoicedPartTests
{
    [Fact]
    public void W07_each_part_of_a_sale_is_rounded_by_itself()
    {
        var setup = Setup();
        var order = Draft(Direction.Sale, setup, new GivenLine(10, 9.99m) { DiscountPct = 12.5m });
        Discount(order, setup, InvoiceDiscountKind.Percent, 5m);

        Assert.Equal((83.04m, 100.48m), (order.Amount, order.AmountInclVat));
        Assert.Equal((39.96m, 5.00m, 1.75m, 33.21m, 6.97m, 40.18m), Invoice(order, setup, 4));
        Assert.Equal((29.97m, 3.75m, 1.31m, 24.91m, 5.23m, 30.14m), Invoice(order, setup, 3));
        Assert.Equal((29.97m, 3.75m, 1.31m, 24.91m, 5.23m, 30.14m), Invoice(order, setup, 3));
    }

    [Fact]
    public void SC24_the_last_invoice_of_a_purchase_takes_the_rest_of_the_discount()
    {
        var setup = Setup();
        var order = Draft(Direction.Purchase, setup, new GivenLine(24, 13.75m));
        Discount(order, setup, InvoiceDiscountKind.Amount, 20m);

        var discounts = new[] { 7m, 7m, 10m }.Select(q => Invoice(order, setup, q)).ToList();

        Assert.Equal([5.83m, 5.83m, 8.34m], discounts.Select(part => part.InvDiscount));
        Assert.Equal([90.42m, 90.42m, 129.16m], discounts.Select(part => part.Amount));
    }

    [Fact]
    public void W01_profit_and_AMT07_shown_discount()
    {
        var setup = Setup();
        var order = Draft(
            Direction.Sale,
            setup,
            new(3, 49.95m) { DiscountPct = 10 },
            new(12, 4.17m)
        );
        (order.Lines[0].UnitCostLcy, order.Lines[1].UnitCostLcy) = (30m, 2.50m);

        var whole = InvoicedPart.Of(order, setup);
        var third = InvoicedPart.Of(order, setup, line => line.Quantity / 3m);

        Assert.Equal([44.86m, 20.04m], whole.Parts.Select(part => part.ProfitLcy));
        Assert.Equal([5.00m, 0m], third.Parts.Select(part => part.LineDiscountShown));
    }

    [Fact]
    public void AMT10_three_parts_of_a_price_with_half_cents()
    {
        var setup = Setup();
        var order = Draft(Direction.Sale, setup, new GivenLine(3, 10.005m));

        var parts = Enumerable.Range(0, 3).Select(_ => Invoice(order, setup, 1)).ToList();

        Assert.Equal(30.02m, order.Amount);
        Assert.Equal(30.03m, parts.Sum(part => part.Amount));
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W08_lcy_amounts_add_up_to_the_converted_total(Direction direction)
    {
        var setup = Setup();
        var order = Draft(direction, setup, new(3, 10.33m), new(3, 10.33m), new(1, 0.07m));
        InDollars(order, setup, 1m / 0.9137m);

        var part = InvoicedPart.Of(order, setup);

        Assert.Equal([37.50m, 37.50m, 0.08m], part.Parts.Select(line => line.AmountInclVat));
        Assert.Equal([34.26m, 34.27m, 0.07m], part.Parts.Select(line => line.AmountInclVatLcy));
        Assert.Equal([28.32m, 28.31m, 0.07m], part.Parts.Select(line => line.AmountLcy));
        Assert.Equal([5.94m, 5.96m, 0.00m], part.Parts.Select(line => line.VatAmountLcy));
        Assert.Equal(
            (68.60m, 56.70m, 11.90m),
            (part.AmountInclVatLcy, part.AmountLcy, part.VatAmountLcy)
        );
    }

    [Fact]
    public void SC05_dollars_at_921533()
    {
        var setup = Setup();
        var order = Draft(Direction.Purchase, setup, new(3, 11.11m), new(7, 9.53m));
        InDollars(order, setup, 100m / 92.1533m);

        var part = InvoicedPart.Of(order, setup);

        Assert.Equal([7.00m, 14.01m], part.Parts.Select(line => line.VatAmount));
        Assert.Equal([6.46m, 12.90m], part.Parts.Select(line => line.VatAmountLcy));
        Assert.Equal((92.19m, 111.55m), (part.AmountLcy, part.AmountInclVatLcy));
    }

    [Fact]
    public void FCY02_a_line_without_vat_has_none_in_lcy()
    {
        var setup = Setup();
        var order = Draft(Direction.Sale, setup, new(1, 0.07m), new(1, 10.33m, "VAT0"));
        InDollars(order, setup, 1m / 0.9137m);

        var part = InvoicedPart.Of(order, setup);

        Assert.Equal(0m, part.Parts[1].VatAmountLcy);
    }

    [Fact]
    public void FCY04_a_missing_rate_is_a_problem()
    {
        var setup = Setup();
        var order = Draft(Direction.Sale, setup, new GivenLine(1, 10m));
        InDollars(order, setup, 0m);

        var problem = Assert.Single(InvoicedPart.Of(order, setup).Problems);

        Assert.Equal(ProblemCodes.ExchangeRate, problem.Code);
        Assert.Equal("USD", problem.MendedAt?.No);
    }

    [Theory]
    [InlineData(0.05, RoundingDirection.Nearest, -0.01, 28.75)]
    [InlineData(1.00, RoundingDirection.Down, -0.76, 28.00)]
    public void W06_invoice_rounding(
        double precision,
        RoundingDirection type,
        double rest,
        double total
    )
    {
        var setup = Setup(
            gl => (gl.InvRoundingPrecision, gl.InvRoundingType) = ((decimal)precision, type),
            trade => trade.InvoiceRounding = true
        );
        var order = Draft(Direction.Sale, setup, new(1, 17.77m), new(2, 3.33m, "VAT9"));

        var part = InvoicedPart.Of(order, setup);

        Assert.Equal(28.76m, order.AmountInclVat);
        Assert.Equal((decimal)rest, part.RoundingPart?.Amount);
        Assert.Equal("9980", part.RoundingPart?.Line.No);
        Assert.Equal((decimal)total, part.AmountInclVat);
    }

    [Fact]
    public void SC04_rounding_is_a_vat_group_of_its_own()
    {
        var setup = Setup(
            gl => gl.InvRoundingPrecision = 0.05m,
            trade => trade.InvoiceRounding = true
        );
        var order = Draft(
            Direction.Purchase,
            setup,
            new(1, 10.01m),
            new(1, 10.01m),
            new(1, 10.01m),
            new(1, 7.77m, "VAT9")
        );

        var part = InvoicedPart.Of(order, setup);

        Assert.Equal([2.10m, 2.11m, 2.10m, 0.70m, 0m], part.Parts.Select(line => line.VatAmount));
        Assert.Equal((-0.01m, 44.80m), (part.Groups[^1].Amount, part.AmountInclVat));
    }

    [Fact]
    public void RND03_a_missing_rounding_account_is_a_problem()
    {
        var setup = Setup(
            gl => gl.InvRoundingPrecision = 0.05m,
            trade => trade.InvoiceRounding = true
        );
        var order = Draft(Direction.Sale, setup, new GivenLine(1, 0.01m));
        order.PartyPostingGroup = "ABROAD";

        var problem = Assert.Single(InvoicedPart.Of(order, setup).Problems);

        Assert.Equal(ProblemCodes.FieldEmpty, problem.Code);
        Assert.Equal(new RecordRef("customerPostingGroups", "ABROAD"), problem.MendedAt);
    }

    [Fact]
    public void QTY12_the_last_part_takes_the_rest_of_the_base_quantity()
    {
        var line = new TradeLine
        {
            Quantity = 1m,
            QuantityPerUnit = 1m / 3m,
            QuantityBase = 0.33333m,
            QtyInvoiced = 0.5m,
            QtyInvoicedBase = 0.16667m,
        };

        Assert.Equal(0.16666m, LineAmounts.BaseOfPart(line, 0.5m));
    }

    private static (
        decimal Gross,
        decimal LineDiscount,
        decimal InvDiscount,
        decimal Amount,
        decimal Vat,
        decimal Total
    ) Invoice(TradeDocument order, CompanySetup setup, decimal quantity)
    {
        var part = Assert.Single(InvoicedPart.Of(order, setup, _ => quantity).Parts);
        part.Line.QtyInvoiced += quantity;
        part.Line.QtyInvoicedBase += part.QuantityBase;
        part.Line.InvDiscountInvoiced += part.InvDiscountAmount;
        return (
            part.Gross,
            part.LineDiscountAmount,
            part.InvDiscountAmount,
            part.Amount,
            part.VatAmount,
            part.AmountInclVat
        );
    }

    private static void Discount(
        TradeDocument order,
        CompanySetup setup,
        InvoiceDiscountKind kind,
        decimal value
    )
    {
        (order.InvoiceDiscountKind, order.InvoiceDiscountValue) = (kind, value);
        DocumentTotals.Recalculate(order, setup);
    }

    private static void InDollars(TradeDocument order, CompanySetup setup, decimal factor)
    {
        (order.CurrencyCode, order.CurrencyFactor) = ("USD", factor);
        DocumentTotals.Recalculate(order, setup);
    }
}
