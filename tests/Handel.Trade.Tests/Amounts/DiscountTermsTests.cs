using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Setup;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Xunit;
using static Handel.Trade.Tests.Amounts.DocumentTotalsTests;
using static Handel.Trade.Tests.DraftGiven;

namespace Handel.Trade.Tests.Amounts;

/// <summary>What the terms of a party give a document (sales 7.1, PR-10, D-31).</summary>
public sealed class DiscountTermsTests
{
    private static readonly GivenLine Bulk = new(6, 125m);
    private static readonly GivenLine Other = new(10, 33.33m, "VAT9");
    private static readonly GivenLine Excluded = new(1, 90m) { AllowsInvoiceDiscount = false };

    private static InvoiceDiscountTier[] W04 =>
        Tiers((0m, 0m, 10m), (500m, 2m, 0m), (1000m, 5m, 0m));

    [Theory]
    [InlineData(Direction.Sale, false)]
    [InlineData(Direction.Sale, true)]
    [InlineData(Direction.Purchase, false)]
    [InlineData(Direction.Purchase, true)]
    public void W04a_the_tier_that_the_document_reaches_gives_its_percentage(
        Direction direction,
        bool isPerVatId
    )
    {
        var setup = Setup(trade: s => s.CalcInvDiscPerVatId = isPerVatId, tiers: W04);

        var order = Termed(direction, setup, Bulk, Other, Excluded);

        Assert.Equal([37.50m, 16.67m, 0m], order.Lines.Select(line => line.InvDiscountAmount));
        Expect(order, (712.50m, 149.63m), (316.63m, 28.50m), (90m, 18.90m));
        ExpectTotal(order, 1119.13m, 1316.16m);
        Assert.Equal((54.17m, 5m), (order.InvDiscountAmount, order.InvDiscountPct));
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void W04b_a_typed_total_stays_and_shows_what_it_comes_to(Direction direction)
    {
        var setup = Setup(tiers: W04);
        var order = Termed(direction, setup, Bulk, Other, Excluded);

        (order.InvoiceDiscountKind, order.InvoiceDiscountValue) = (InvoiceDiscountKind.Amount, 50m);
        Calculate(order, setup);

        Assert.Equal([34.62m, 15.38m, 0m], order.Lines.Select(line => line.InvDiscountAmount));
        Expect(order, (715.38m, 150.23m), (317.92m, 28.61m), (90m, 18.90m));
        ExpectTotal(order, 1123.30m, 1321.04m);
        // DSC-24: 50.00 / 1,083.30.
        Assert.Equal(4.62m, order.InvDiscountPct);
    }

    [Theory]
    [InlineData(Direction.Sale, "8025")]
    [InlineData(Direction.Purchase, "9145")]
    public void W04c_a_small_order_pays_a_service_charge(Direction direction, string account)
    {
        var order = Termed(direction, Setup(tiers: W04), new GivenLine(2, 125m));

        var charge = order.Lines[1];
        Assert.Equal(
            (account, 20000, true, false),
            (charge.No, charge.LineNo, charge.IsSystemLine, charge.AllowInvoiceDisc)
        );
        Assert.Equal((1m, 10m, 10m), (charge.Quantity, charge.UnitPrice, charge.LineAmount));
        Assert.Equal((1m, 1m), (charge.QtyToDeliver, charge.QtyToInvoice));
        Assert.NotEqual(order.Id, charge.Id);
        ExpectTotal(order, 260m, 314.60m);
    }

    private static readonly GivenLine[] SC19 =
    [
        new(1, 640m),
        new(1, 455.50m),
        new(1, 120m) { AllowsInvoiceDiscount = false },
    ];

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void SC19_three_percent_of_the_lines_that_allow_it(Direction direction)
    {
        var setup = Setup(tiers: Tiers((0m, 0m, 0m), (1000m, 3m, 0m)));

        var order = Termed(direction, setup, SC19);

        Assert.Equal([19.20m, 13.67m, 0m], order.Lines.Select(line => line.InvDiscountAmount));
        Assert.Equal((3m, 32.87m), (order.InvDiscountPct, order.InvDiscountAmount));
        ExpectTotal(order, 1182.63m, 1430.98m);
    }

    // 1,215.50 reaches the charge of the last tier, 1,095.50 the discount of the one before.
    [Fact]
    public void DSC05_the_charge_looks_at_all_lines_and_the_discount_at_those_that_allow_it()
    {
        var setup = Setup(tiers: Tiers((1000m, 3m, 0m), (1200m, 9m, 4m)));

        var order = Termed(Direction.Purchase, setup, SC19);

        Assert.Equal(
            (3m, 32.87m, 4m),
            (order.InvDiscountPct, order.InvDiscountAmount, order.Lines[3].LineAmount)
        );
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void SC20_a_larger_order_loses_the_charge_and_gets_the_discount(Direction direction)
    {
        var setup = Setup(tiers: Tiers((0m, 0m, 12.50m), (250m, 2m, 0m)));
        var order = Termed(direction, setup, new GivenLine(1, 84m));
        ExpectTotal(order, 96.50m, 116.77m);

        order.Lines[0].UnitPrice = 260m;
        LineAmounts.Recalculate(order.Lines[0], AmountRounding.Of(order, setup));
        Calculate(order, setup);

        Assert.Single(order.Lines);
        Assert.Equal(5.20m, order.InvDiscountAmount);
        ExpectTotal(order, 254.80m, 308.31m);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void API_T2_each_tier_begins_at_its_minimum(int cents, bool isReached)
    {
        var setup = Setup(tiers: Tiers((500m, 2m, 0m)));

        var order = Termed(Direction.Sale, setup, new GivenLine(1, 499.98m + cents / 100m));

        Assert.Equal(isReached ? 10m : 0m, order.InvDiscountAmount);
    }

    [Fact]
    public void API_T2_below_every_minimum_there_is_no_discount_and_no_charge()
    {
        var order = Termed(
            Direction.Sale,
            Setup(tiers: Tiers((500m, 2m, 10m))),
            new GivenLine(-1, 600m)
        );

        Assert.Single(order.Lines);
        Assert.Equal((0m, -600m), (order.InvDiscountAmount, order.Amount));
    }

    [Fact]
    public void API_T2_terms_that_are_gone_give_nothing_any_more()
    {
        var order = Termed(Direction.Sale, Setup(tiers: W04), Bulk, Other, Excluded);
        var small = Termed(Direction.Sale, Setup(tiers: W04), new GivenLine(2, 125m));

        Calculate(order, Setup());
        Calculate(small, Setup());

        ExpectTotal(order, 1173.30m, 1379.70m);
        Assert.Equal(InvoiceDiscountKind.None, order.InvoiceDiscountKind);
        Assert.Single(small.Lines);
    }

    // DSC-10, DSC-12: 5 % of 10.10 is 0.505 in each group.
    [Theory]
    [InlineData(false, 0.50)]
    [InlineData(true, 0.51)]
    public void SET10_a_percentage_may_be_rounded_per_vat_identifier(bool isOn, double second)
    {
        var setup = Setup(trade: s => s.CalcInvDiscPerVatId = isOn, tiers: Tiers((0m, 5m, 0m)));

        var order = Termed(
            Direction.Sale,
            setup,
            new GivenLine(1, 10.10m),
            new GivenLine(1, 10.10m, "VAT9")
        );

        Assert.Equal([0.51m, (decimal)second], order.Lines.Select(line => line.InvDiscountAmount));
    }

    [Fact]
    public void SET10_a_typed_total_is_met_all_the_same()
    {
        var setup = Setup(trade: s => s.CalcInvDiscPerVatId = true);
        var order = Draft(Direction.Sale, setup, new(1, 10.10m), new(1, 10.10m, "VAT9"));

        (order.InvoiceDiscountKind, order.InvoiceDiscountValue) = (
            InvoiceDiscountKind.Amount,
            1.01m
        );
        DocumentTotals.Recalculate(order, setup);

        Assert.Equal([0.51m, 0.50m], order.Lines.Select(line => line.InvDiscountAmount));
    }

    // 605.00 with 21 % is 500.00 without; 604.00 is 499.17.
    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void DSC02_minimums_are_without_VAT_and_DSC23_discounts_with_it(Direction direction)
    {
        var setup = Setup(tiers: W04);
        var large = DraftInclVat(direction, setup, new GivenLine(1, 605m));
        var small = DraftInclVat(direction, setup, new GivenLine(1, 604m));

        foreach (var order in new[] { large, small })
        {
            order.InvoiceDiscCode = "TERMS";
            Calculate(order, setup);
        }

        Assert.Equal(12.10m, large.InvDiscountAmount);
        ExpectTotal(large, 490m, 592.90m);
        // DSC-04: 10.00 without VAT is 12.10 with it.
        Assert.Equal(12.10m, small.Lines[1].UnitPrice);
        ExpectTotal(small, 509.17m, 616.10m);
    }

    // 1 USD is 0.9137 EUR: 540.00 is 493.40 EUR, 550.00 is 502.54 EUR, 10.00 EUR is 10.94 USD.
    [Theory]
    [InlineData(540, 0, 10.94)]
    [InlineData(550, 11, 0)]
    public void DSC03_without_tiers_in_the_currency_those_in_LCY_decide(
        double amount,
        double discount,
        double charge
    )
    {
        var setup = Setup(tiers: W04);

        var order = InDollars(setup, (decimal)amount);

        Assert.Equal((decimal)discount, order.InvDiscountAmount);
        Assert.Equal(
            (decimal)charge,
            order.Lines.Where(line => line.IsSystemLine).Sum(line => line.LineAmount)
        );
    }

    // The dollar tier from 100.00 on is taken; below it the tiers in LCY decide.
    [Theory]
    [InlineData(550, 16.50, 5)]
    [InlineData(99, 0, 10.94)]
    public void DSC03_tiers_in_the_currency_come_first(
        double amount,
        double discount,
        double charge
    )
    {
        var inDollars = new InvoiceDiscountTier
        {
            Code = "TERMS",
            CurrencyCode = "USD",
            MinimumAmount = 100m,
            DiscountPct = 3m,
            ServiceCharge = 5m,
        };

        var order = InDollars(Setup(tiers: [.. W04, inDollars]), (decimal)amount);

        Assert.Equal(
            ((decimal)discount, (decimal)charge),
            (order.InvDiscountAmount, order.Lines[1].LineAmount)
        );
    }

    [Fact]
    public void DSC03_without_a_rate_no_tier_can_be_reached()
    {
        var setup = Setup(tiers: W04);
        var order = Draft(Direction.Sale, setup, Bulk, Other);
        (order.InvoiceDiscCode, order.CurrencyCode, order.CurrencyFactor) = ("TERMS", "USD", 0m);

        Calculate(order, setup);

        Assert.Equal((2, 0m), (order.Lines.Count, order.InvDiscountAmount));
    }

    [Fact]
    public void DSC04_a_charge_follows_the_terms_while_it_is_not_invoiced()
    {
        var order = Termed(Direction.Sale, Setup(tiers: W04), new GivenLine(2, 125m));
        var charge = order.Lines[1];
        var dearer = Setup(tiers: Tiers((0m, 0m, 15m)));

        charge.QtyDelivered = 1m;
        Calculate(order, dearer);
        Assert.Equal(15m, charge.UnitPrice);

        Calculate(order, Setup());
        Assert.Equal(2, order.Lines.Count);

        charge.QtyInvoiced = 1m;
        Calculate(order, Setup(tiers: Tiers((0m, 0m, 20m))));
        Assert.Equal((2, 15m), (order.Lines.Count, charge.UnitPrice));
    }

    [Theory]
    [InlineData(DocumentKind.CreditMemo)]
    [InlineData(DocumentKind.ReturnOrder)]
    public void A_return_gets_the_discount_back_and_no_charge(DocumentKind kind)
    {
        var setup = Setup(tiers: Tiers((0m, 5m, 10m)));
        var memo = Draft(Direction.Sale, setup, new GivenLine(2, 125m));
        (memo.Kind, memo.InvoiceDiscCode) = (kind, "TERMS");

        Calculate(memo, setup);

        Assert.Equal((1, 12.50m), (memo.Lines.Count, memo.InvDiscountAmount));
    }

    [Fact]
    public void A_document_without_goods_pays_no_charge()
    {
        var setup = Setup(tiers: W04);
        var order = Draft(Direction.Sale, setup, new GivenLine(0, 125m));
        order.InvoiceDiscCode = "TERMS";

        Calculate(order, setup);

        Assert.Single(order.Lines);
    }

    [Theory]
    [InlineData(Direction.Sale, "customerPostingGroups")]
    [InlineData(Direction.Purchase, "vendorPostingGroups")]
    public void A_charge_without_account_says_where_it_is_mended(Direction direction, string set)
    {
        var setup = Setup(tiers: W04);
        setup.PartyPostingGroups[(direction, "HOME")].ServiceChargeAccount = "";
        var order = Draft(direction, setup, new GivenLine(2, 125m));
        order.InvoiceDiscCode = "TERMS";

        var problem = DiscountCalculation.AfterEdit(order, setup);

        Assert.Equal(("E-FIELD", "serviceChargeAccount"), (problem!.Code, problem.Field));
        Assert.Equal((set, "HOME"), (problem.MendedAt!.Entity, problem.MendedAt.No));
    }

    private static TradeDocument Termed(
        Direction direction,
        CompanySetup setup,
        params GivenLine[] lines
    )
    {
        var order = Draft(direction, setup, lines);
        order.Id = new Guid("01930000-0000-7000-8000-00000000abcd");
        order.InvoiceDiscCode = "TERMS";
        Calculate(order, setup);
        return order;
    }

    private static TradeDocument InDollars(CompanySetup setup, decimal amount)
    {
        var order = Draft(Direction.Sale, setup, new GivenLine(1, amount));
        order.InvoiceDiscCode = "TERMS";
        (order.CurrencyCode, order.CurrencyFactor) = ("USD", 1m / 0.9137m);
        Calculate(order, setup);
        return order;
    }

    private static void Calculate(TradeDocument order, CompanySetup setup)
    {
        Assert.Null(DiscountCalculation.AfterEdit(order, setup));
        DocumentTotals.Recalculate(order, setup);
    }
}
