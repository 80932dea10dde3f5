using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>VAT of documents in the books: finance 28, S01 to S07.</summary>
public sealed partial class VatPostingTests
{
    private readonly PostingGiven _given = new();

    [Fact]
    public void S01_VAT_is_rounded_once_per_key()
    {
        var plan = Post(
            Direction.Sale,
            new LineGiven("8010", 1m, 10.03m),
            new LineGiven("8010", 1m, 10.03m),
            new LineGiven("8010", 1m, 10.03m),
            new LineGiven("8010", 1m, 5.55m, "VAT9"),
            new LineGiven("8010", 1m, 5.55m, "VAT9")
        );

        Expect.Gl(
            plan,
            ("8010", -30.09m),
            ("1510", -6.32m),
            ("8010", -11.10m),
            ("1511", -1.00m),
            ("1300", 48.51m)
        );
        Expect.Vat(plan, (-30.09m, -6.32m), (-11.10m, -1.00m));
        Assert.Equal(
            [2.11m, 2.10m, 2.11m, 0.50m, 0.50m],
            plan.Stored[0].Lines.Select(line => line.AmountInclVat - line.Amount)
        );
    }

    [Theory]
    [InlineData(99.99, "VAT21", "1510", -82.64, -17.35)]
    [InlineData(49.95, "VAT9", "1511", -45.83, -4.12)]
    public void S02_prices_that_include_VAT_are_split(
        double price,
        string vat,
        string account,
        double net,
        double tax
    )
    {
        var invoice = Invoice(Direction.Sale, new LineGiven("8010", 1m, (decimal)price, vat));
        invoice.PricesIncludeVat = true;
        _given.Recalculate(invoice);

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(plan, ("8010", (decimal)net), (account, (decimal)tax), ("1300", (decimal)price));
    }

    [Fact]
    public void S03_a_purchase_under_reverse_charge_stands_on_both_accounts()
    {
        var plan = Post(Direction.Purchase, new LineGiven("8450", 1m, 2480.55m, "EU"));

        Expect.Gl(
            plan,
            ("8450", 2480.55m),
            ("1522", 520.92m),
            ("1523", -520.92m),
            ("1600", -2480.55m)
        );
        var entry = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal(
            (GenPostingType.Purchase, 2480.55m, 520.92m),
            (entry.Type, entry.Base, entry.Amount)
        );
    }

    [Fact]
    public void S03_a_sale_under_reverse_charge_has_a_base_only()
    {
        var invoice = Invoice(Direction.Sale, new LineGiven("8010", 1m, 2480.55m, "EU"));
        invoice.IsEuThirdParty = true;
        invoice.VatCountryCode = "DE";
        invoice.VatRegistrationNo = "DE136695976";

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(plan, ("8010", -2480.55m), ("1300", 2480.55m));
        var entry = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal((-2480.55m, 0m, true), (entry.Base, entry.Amount, entry.IsEuThirdParty));
        Assert.Equal(("DE", "DE136695976"), (entry.CountryCode, entry.VatRegistrationNo));
    }

    [Fact]
    public void S04_an_invoice_of_customs_is_nothing_but_VAT()
    {
        var plan = Post(Direction.Purchase, new LineGiven("1520", 1m, 1050m, "FULL"));

        Expect.Gl(plan, ("1520", 1050m), ("1600", -1050m));
        Expect.Vat(plan, (0m, 1050m));
    }

    [Fact]
    public void VAT_07_full_VAT_stands_on_no_other_account()
    {
        var invoice = Invoice(Direction.Purchase, new LineGiven("8450", 1m, 1050m, "FULL"));

        var plan = DocumentPosting.Plan(_given.Command(invoice), _given.Books());

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(
            ("E-LINE", "lineObjectNumber", "8450"),
            (problem.Code, problem.Field, problem.Value)
        );
    }

    [Fact]
    public void S05_a_payment_discount_lowers_the_base_of_VAT()
    {
        (_given.Gl.PmtDiscExclVat, _given.Gl.VatTolerancePct) = (true, 2m);
        var invoice = Invoice(Direction.Sale, new LineGiven("8010", 1m, 1000m));
        invoice.PaymentDiscountPct = 2m;
        invoice.PmtDiscountDate = PostingGiven.Day;
        invoice.PaymentMethodCode = "CASH";
        _given.Recalculate(invoice);

        var plan = _given.Post(_given.Books(), invoice);

        Assert.Equal((1000m, 1205.80m), (invoice.Amount, invoice.AmountInclVat));
        var entry = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal(
            (-980m, -205.80m, -1000m, 2m),
            (entry.Base, entry.Amount, entry.BaseBeforePmtDisc, entry.VatBaseDiscountPct)
        );
        // Paid in time: 1,185.80 closes, and the discount leaves the VAT alone (net mode).
        Assert.Equal(20m, plan.Posting.PartyEntries[0].OriginalPmtDiscPossible);
        Expect.GlTotals(
            plan,
            ("8010", -1000m),
            ("1510", -205.80m),
            ("1300", 0m),
            ("1000", 1185.80m),
            ("9250", 20m)
        );
        Assert.All(plan.Posting.PartyEntries, e => Assert.False(e.IsOpen));
    }

    [Theory]
    [InlineData("", 417.94, 0)]
    [InlineData("8720", 385.55, 32.39)]
    public void S07_forty_percent_may_not_be_deducted(string account, double cost, double kept)
    {
        var invoice = NonDeductible(new LineGiven("8450", 1m, 385.55m));
        _given.OnVat = setup => setup.NonDeductibleVatAccount = account;

        var plan = _given.Post(_given.Books(), invoice);

        var expected = new List<(string, decimal)>
        {
            ("8450", (decimal)cost),
            ("1520", 48.58m),
            ("1600", -466.52m),
        };
        if (kept != 0)
            expected.Add(("8720", (decimal)kept));
        Expect.GlTotals(plan, [.. expected]);
        var entry = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal((231.33m, 48.58m), (entry.Base, entry.Amount));
        Assert.Equal((154.22m, 32.39m), (entry.NonDeductibleBase, entry.NonDeductibleAmount));
    }

    [Theory]
    [InlineData(true, "", 1083.99, 0, 1083.99)]
    [InlineData(false, "", 1083.99, 0, 999.99)]
    [InlineData(false, "8720", 999.99, 84.00, 999.99)]
    public void SC_07_the_cost_of_goods_takes_it_where_the_setup_says_so(
        bool isCost,
        string account,
        double purchases,
        double kept,
        double stock
    )
    {
        _given.Gl.UseNonDeductibleVatForItemCost = isCost;
        _given.OnVat = setup => setup.NonDeductibleVatAccount = account;
        var invoice = NonDeductible(new LineGiven("A", 3m, 333.33m));

        var plan = _given.Post(_given.Books(), invoice);

        var expected = new List<(string, decimal)>
        {
            ("7110", (decimal)purchases),
            ("1520", 126.00m),
            ("1600", -1209.99m),
            ("3000", (decimal)stock),
            ("7130", -(decimal)stock),
        };
        if (kept != 0)
            expected.Add(("8720", (decimal)kept));
        Expect.GlTotals(plan, [.. expected]);
        var entry = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal((599.99m, 126.00m), (entry.Base, entry.Amount));
        Assert.Equal((400.00m, 84.00m), (entry.NonDeductibleBase, entry.NonDeductibleAmount));
        var value = Assert.Single(plan.Posting.ValueEntries);
        Assert.Equal(
            ((decimal)stock, 999.99m),
            (value.CostAmountActual, value.PurchaseAmountActual)
        );
    }

    [Fact]
    public void NDV_03_rounding_is_carried_from_line_to_line()
    {
        var invoice = NonDeductible([.. Enumerable.Repeat(new LineGiven("8450", 1m, 0.06m), 3)]);

        var plan = _given.Post(_given.Books(), invoice);

        // VAT 0.04, of which 40 % is 0.016; line by line it would be nothing.
        Expect.GlTotals(plan, ("8450", 0.20m), ("1520", 0.02m), ("1600", -0.22m));
        Assert.Equal(0.02m, Assert.Single(plan.Posting!.VatEntries).NonDeductibleAmount);
    }

    [Fact]
    public void NDV_04_reverse_charge_is_owed_in_full()
    {
        _given.Gl.UseNonDeductibleVatForItemCost = true;
        var invoice = NonDeductible(new LineGiven("A", 1m, 100m, "EU"));

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(
            plan,
            ("7110", 108.40m),
            ("1522", 12.60m),
            ("1523", -21.00m),
            ("1600", -100.00m),
            ("3000", 108.40m),
            ("7130", -108.40m)
        );
    }

    [Fact]
    public void NDV_05_one_identifier_has_one_share()
    {
        var invoice = NonDeductible(new LineGiven("8450", 1m, 10m), new LineGiven("8450", 1m, 20m));
        invoice.Lines[1].NonDeductibleVatPct = 50m;

        var plan = DocumentPosting.Plan(_given.Command(invoice), _given.Books());

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(
            ("E-NONDED", 20000, "nonDeductibleTaxPercent"),
            (problem.Code, problem.Record.LineNo, problem.Field)
        );
    }

    [Fact]
    public void VAT_09_a_difference_stands_on_the_entry_in_local_currency()
    {
        var invoice = Invoice(Direction.Purchase, new LineGiven("8450", 1m, 100m));
        invoice.CurrencyCode = "USD";
        invoice.CurrencyFactor = 1.25m;
        invoice.Lines[0].VatDifference = 0.05m;
        _given.Recalculate(invoice);
        invoice.Lines[0].VatDifference = 0.05m;
        Trade.Amounts.DocumentTotals.Recalculate(invoice, _given.Setup());

        var plan = _given.Post(_given.Books(), invoice);

        Assert.Equal(121.05m, invoice.AmountInclVat);
        var entry = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal((80m, 16.84m, 0.04m), (entry.Base, entry.Amount, entry.VatDifference));
    }

    [Fact]
    public void VAT_10_a_difference_belongs_to_the_invoice_that_it_was_typed_for()
    {
        var order = _given.Draft(
            Direction.Purchase,
            DocumentKind.Order,
            new LineGiven("8450", 10m, 10m)
        );
        order.Lines[0].QtyToDeliver = order.Lines[0].QtyToInvoice = 4m;
        order.Lines[0].VatDifference = -0.01m;
        Trade.Amounts.DocumentTotals.Recalculate(order, _given.Setup());

        var plan = _given.Post(_given.Books(), order);

        Assert.Equal(48.39m, plan.Stored.Single(d => d.Kind == DocumentKind.Invoice).AmountInclVat);
        var left = plan.Stored.Single(d => !d.IsPosted);
        Assert.Equal((0m, 121m), (left.Lines[0].VatDifference, left.AmountInclVat));
    }

    [Fact]
    public void VPS_02_a_rate_that_came_later_counts_from_its_date_on()
    {
        var invoice = Invoice(Direction.Sale, new LineGiven("8010", 1m, 100m));
        _given.OnVat = setup =>
            setup.Rates = [new() { StartingDate = new(2026, 3, 1), VatPct = 22m }];

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(plan, ("8010", -100m), ("1510", -22m), ("1300", 122m));
        Assert.Equal(22m, plan.Posting!.VatEntries[0].VatPct);
        Assert.Equal((122m, 22m), (plan.Stored[0].AmountInclVat, plan.Stored[0].Lines[0].VatPct));
        Assert.Equal((121m, 21m), (invoice.AmountInclVat, invoice.Lines[0].VatPct));
    }
}
