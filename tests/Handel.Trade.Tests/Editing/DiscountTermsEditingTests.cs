using Handel.Kernel;
using Handel.Ledgers;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Releasing;
using Xunit;
using static Handel.Trade.Tests.Editing.EditGiven;

namespace Handel.Trade.Tests.Editing;

/// <summary>The terms while a document is typed (DSC-20..22, API-T-1..3).</summary>
public sealed class DiscountTermsEditingTests
{
    private static readonly (HeaderField, object?) Ten = (HeaderField.InvoiceDiscountAmount, 10m);

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void HDR02_the_code_comes_from_the_bill_to_party(Direction direction)
    {
        var given = Given(direction);
        given.Parties["PAYS"].InvoiceDiscCode = "TERMS";

        Assert.Equal("TERMS", given.New(DocumentKind.Order, "P2").InvoiceDiscCode);
        Assert.Equal("", given.New(DocumentKind.Order).InvoiceDiscCode);
    }

    // Prices of the cards: 49.95 to sell, 29.95 to buy.
    [Theory]
    [InlineData(Direction.Sale, 4, 11, 9.99, 27.47)]
    [InlineData(Direction.Purchase, 5, 17, 7.49, 25.46)]
    public void API_T2_every_change_of_a_line_looks_at_the_tiers_again(
        Direction direction,
        int few,
        int many,
        double first,
        double second
    )
    {
        var given = Given(direction, (100m, 5m, 0m), (500m, 5m, 0m));
        var order = given.Order("A", few, "TERMS");
        Assert.Equal((decimal)first, order.InvDiscountAmount);

        Accept(given.Set(order.Lines[0], order, (LineField.Quantity, (decimal)many)));
        Assert.Equal((decimal)second, order.InvDiscountAmount);

        Accept(given.Set(order.Lines[0], order, (LineField.Quantity, 1m)));
        Assert.Equal((0m, InvoiceDiscountKind.Terms), Of(order));

        Accept(given.Remove(order.Lines[0], order));
        Assert.Equal(0m, order.InvDiscountAmount);
    }

    [Fact]
    public void API_T1_a_typed_discount_stays_until_the_terms_are_asked_for()
    {
        var given = Given(Direction.Sale, (0m, 5m, 0m));
        var order = given.Order("A", 4m, "TERMS");
        Accept(given.Set(order, (HeaderField.InvoiceDiscountAmount, 0m)));
        Accept(given.Add(order, Item("A", 4m)));
        Assert.Equal((0m, InvoiceDiscountKind.Amount), Of(order));

        Accept(DocumentEditing.CalculateInvoiceDiscount(order, given.Context));

        Assert.Equal((19.98m, InvoiceDiscountKind.Terms), Of(order));
    }

    [Fact]
    public void PR10_a_typed_percentage_is_kept_and_reckoned_anew()
    {
        var given = Given(Direction.Purchase, (0m, 5m, 0m));
        var order = given.Order("A", 10m, "TERMS");
        Accept(given.Set(order, (HeaderField.InvoiceDiscountPct, 2m)));
        Assert.Equal((5.99m, InvoiceDiscountKind.Percent), Of(order));

        Accept(given.Set(order.Lines[0], order, (LineField.Quantity, 20m)));

        Assert.Equal((11.98m, 2m), (order.InvDiscountAmount, order.InvDiscountPct));
    }

    [Fact]
    public void DSC20_without_terms_the_request_leaves_what_was_typed()
    {
        var given = Given(Direction.Sale);
        var order = given.Order("A", 4m);
        Accept(given.Set(order, Ten));

        Accept(DocumentEditing.CalculateInvoiceDiscount(order, given.Context));

        Assert.Equal((10m, InvoiceDiscountKind.Amount), Of(order));
    }

    [Fact]
    public void API_T1_another_customer_or_code_takes_the_terms_of_that_one()
    {
        var given = Given(Direction.Sale, (0m, 5m, 0m));
        var order = given.Order("A", 4m);
        Accept(given.Set(order, Ten));

        Accept(given.Set(order, (HeaderField.PartyNo, "TERMS")));
        Assert.Equal((9.99m, InvoiceDiscountKind.Terms), Of(order));

        Accept(given.Set(order, (HeaderField.InvoiceDiscCode, "")));
        Assert.Equal((0m, InvoiceDiscountKind.None), Of(order));

        Accept(given.Set(order, Ten));
        Accept(given.Set(order, (HeaderField.InvoiceDiscCode, "TERMS")));
        Assert.Equal((9.99m, InvoiceDiscountKind.Terms), Of(order));
    }

    [Theory]
    [InlineData(Direction.Sale, "customerInvoiceDiscounts")]
    [InlineData(Direction.Purchase, "vendorInvoiceDiscounts")]
    public void DSC22_where_the_terms_rule_no_total_is_typed(Direction direction, string set)
    {
        var setup = Ruled((0m, 5m, 0m));
        var given = new EditGiven(direction, setup);
        var order = given.Order("A", 4m, "TERMS");
        var before = order.InvDiscountAmount;

        var amount = given.Set(order, Ten);
        var percentage = given.Set(order, (HeaderField.InvoiceDiscountPct, 1m));

        var problem = Assert.Single(amount.Problems);
        Assert.Equal(
            (EditCodes.DiscountByTerms, "discountAmount", "TERMS"),
            (problem.Code, problem.Field, problem.Args["code"])
        );
        Assert.Equal((set, "TERMS"), (problem.MendedAt!.Entity, problem.MendedAt.No));
        Assert.Equal("invoiceDiscountPercent", Assert.Single(percentage.Problems).Field);
        Accept(given.Set(order, (HeaderField.InvoiceDiscountAmount, before)));
        Assert.Equal((before, InvoiceDiscountKind.Terms), Of(order));
    }

    [Fact]
    public void DSC22_without_terms_a_total_may_be_typed_even_then()
    {
        var given = new EditGiven(Direction.Sale, Ruled((0m, 5m, 0m)));
        var order = given.Order("A", 4m);

        Accept(given.Set(order, Ten));
        Assert.Empty(Release.Apply(order, given.Context));

        Assert.Equal((10m, InvoiceDiscountKind.Amount), Of(order));
    }

    [Theory]
    [InlineData(false, 9.99)]
    [InlineData(true, 19.98)]
    public void DSC20_release_calculates_where_the_setup_says_so(bool isRuled, double discount)
    {
        var given = Given(Direction.Sale, (0m, 5m, 0m));
        var order = given.Order("A", 4m, "TERMS");
        var later = isRuled ? Ruled((0m, 10m, 0m)) : Setup((0m, 10m, 0m));

        Assert.Empty(Release.Apply(order, new EditGiven(Direction.Sale, later).Context));

        Assert.Equal((decimal)discount, order.InvDiscountAmount);
        Assert.Equal(DocumentStatus.Released, order.Status);
    }

    [Fact]
    public void REL07_what_is_released_keeps_its_discount_and_its_code()
    {
        var given = Given(Direction.Sale, (0m, 5m, 0m));
        var order = given.Order("A", 4m, "TERMS");
        Assert.Empty(Release.Apply(order, given.Context));
        var later = new EditGiven(Direction.Sale, Setup((0m, 10m, 0m)));

        Accept(later.Set(order, (HeaderField.YourReference, "R")));
        Assert.Equal(9.99m, order.InvDiscountAmount);

        var code = later.Set(order, (HeaderField.InvoiceDiscCode, ""));
        var request = DocumentEditing.CalculateInvoiceDiscount(order, later.Context);
        Assert.Equal(EditCodes.NotOpen, Assert.Single(code.Problems).Code);
        Assert.Equal(EditCodes.NotOpen, Assert.Single(request.Problems).Code);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void DSC04_the_charge_comes_goes_and_is_not_typed(Direction direction)
    {
        var given = Given(direction, (0m, 0m, 10m), (200m, 0m, 0m));
        var order = given.Order("A", 2m, "TERMS");
        var charge = order.Lines[1];
        var total = order.Amount;

        var price = given.Set(charge, order, (LineField.UnitPrice, 1m));
        var removed = given.Remove(charge, order);

        Assert.Equal(EditCodes.SystemLine, Assert.Single(price.Problems).Code);
        Assert.Equal(EditCodes.SystemLine, Assert.Single(removed.Problems).Code);
        Assert.Equal((2, total), (order.Lines.Count, order.Amount));
        Accept(given.Set(charge, order, (LineField.QtyToDeliver, 0m)));
        Assert.Equal((0m, 0m), (charge.QtyToDeliver, charge.QtyToInvoice));

        Accept(given.Set(order.Lines[0], order, (LineField.Quantity, 20m)));
        Assert.Single(order.Lines);
        Accept(given.Set(order.Lines[0], order, (LineField.Quantity, 1m)));
        Assert.Equal(2, order.Lines.Count);
        Accept(given.Remove(order.Lines[0], order));
        Assert.Empty(order.Lines);
    }

    // REL-09: a clerk may forgive the charge of an order that is on its way.
    [Fact]
    public void REL09_the_charge_of_a_released_order_may_be_taken_off()
    {
        var given = Given(Direction.Sale, (0m, 0m, 10m));
        var order = given.Order("A", 2m, "TERMS");
        Assert.Empty(Release.Apply(order, given.Context));

        Accept(given.Remove(order.Lines[1], order));

        Assert.Equal(99.90m, order.Amount);
    }

    [Fact]
    public void HDR06_the_charge_follows_currency_posting_group_and_VAT_mode()
    {
        var given = Given(Direction.Sale, (0m, 0m, 10m));
        var order = given.Order("A", 2m, "TERMS");
        var charge = order.Lines[1];

        Accept(given.Set(order, (HeaderField.PricesIncludeVat, true)));
        Assert.Equal(12.10m, charge.UnitPrice);
        Accept(given.Set(order, (HeaderField.PricesIncludeVat, false)));
        Accept(given.Set(order, (HeaderField.CurrencyCode, "USD")));
        Assert.Equal(10.94m, charge.UnitPrice);
        Accept(given.Set(order, (HeaderField.VatBusPostingGroup, "EU")));

        Assert.Equal(("EU", 0m), (charge.VatIdentifier, charge.VatPct));
        Assert.Same(charge, order.Lines[1]);
    }

    private static (decimal, InvoiceDiscountKind) Of(TradeDocument order) =>
        (order.InvDiscountAmount, order.InvoiceDiscountKind);

    private static EditGiven Given(
        Direction direction,
        params (decimal, decimal, decimal)[] tiers
    ) => new(direction, Setup(tiers));

    private static CompanySetup Setup(params (decimal, decimal, decimal)[] tiers) =>
        DraftGiven.Setup(tiers: DraftGiven.Tiers(tiers));

    private static CompanySetup Ruled(params (decimal, decimal, decimal)[] tiers) =>
        DraftGiven.Setup(
            trade: trade => trade.CalcInvDiscount = true,
            tiers: DraftGiven.Tiers(tiers)
        );
}
