using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;
using static Handel.Trade.Tests.Editing.EditGiven;

namespace Handel.Trade.Tests.Editing;

/// <summary>VAT while a document is typed (VDT-01, VAT-07, VAT-09, VAT-12, NDV-02).</summary>
public sealed class VatEditingTests
{
    private static readonly DateOnly Later = new(2026, 3, 20);

    [Fact]
    public void VDT_01_the_VAT_date_follows_until_it_is_typed()
    {
        var given = new EditGiven(Direction.Sale);
        var invoice = given.New(DocumentKind.Invoice);

        Accept(given.Set(invoice, (HeaderField.PostingDate, new DateOnly(2026, 3, 5))));
        Assert.Equal(new DateOnly(2026, 3, 5), invoice.VatDate);
        Accept(given.Set(invoice, (HeaderField.VatDate, Later)));
        Accept(given.Set(invoice, (HeaderField.PostingDate, new DateOnly(2026, 3, 6))));
        Assert.Equal(Later, invoice.VatDate);
        Accept(given.Set(invoice, (HeaderField.VatDate, null)));
        Assert.Equal(new DateOnly(2026, 3, 6), invoice.VatDate);
    }

    [Fact]
    public void GLS_03_without_VAT_dates_the_posting_date_is_the_only_one()
    {
        var setup = DraftGiven.Setup(gl =>
            (gl.VatDateUsage, gl.VatDateIsDocumentDate) = (VatDateUsage.Disabled, true)
        );
        var given = new EditGiven(Direction.Purchase, setup);
        var invoice = given.New(DocumentKind.Invoice);

        var outcome = given.Set(invoice, (HeaderField.VatDate, Later));
        Accept(given.Set(invoice, (HeaderField.DocumentDate, new DateOnly(2026, 2, 1))));

        Assert.Equal(["E-VATDATEFIXED"], outcome.Problems.Select(p => p.Code));
        Assert.Equal(invoice.PostingDate, invoice.VatDate);
    }

    [Fact]
    public void VPS_02_another_VAT_date_brings_its_rate()
    {
        var given = new EditGiven(Direction.Sale);
        given.Setup.VatPosting[("HOME", "VAT21")].Rates =
        [
            new() { StartingDate = new(2026, 3, 15), VatPct = 22m },
        ];
        var order = given.Order("A", 2m);
        Assert.Equal((99.90m, 120.88m), (order.Amount, order.AmountInclVat));

        Accept(given.Set(order, (HeaderField.VatDate, Later)));

        Assert.Equal((99.90m, 121.88m), (order.Amount, order.AmountInclVat));
        Assert.Equal(22m, order.Lines[0].VatPct);
    }

    [Fact]
    public void VAT_07_a_VAT_account_may_be_chosen_for_a_line_that_is_all_VAT()
    {
        var given = new EditGiven(Direction.Purchase);
        var invoice = given.New(DocumentKind.Invoice);

        Accept(given.Add(invoice, Account("1510", 1050m)));

        Assert.Equal((0m, 1050m), (invoice.Amount, invoice.AmountInclVat));
        var line = invoice.Lines[0];
        Assert.Equal(
            ("FULL", VatCalculationType.FullVat),
            (line.VatProdPostingGroup, line.VatCalculationType)
        );
    }

    [Fact]
    public void VAT_12_the_base_discount_is_typed_up_to_the_tolerance()
    {
        var setup = DraftGiven.Setup(gl => (gl.PmtDiscExclVat, gl.VatTolerancePct) = (true, 2m));
        var given = new EditGiven(Direction.Sale, setup);
        var order = given.Order("A", 20m);
        Assert.Equal((999.00m, 1204.59m), (order.Amount, order.AmountInclVat));

        Accept(given.Set(order, (HeaderField.VatBaseDiscountPct, 0m)));
        Assert.Equal(1208.79m, order.AmountInclVat);
        var refused = given.Set(order, (HeaderField.VatBaseDiscountPct, 2.5m));
        Accept(given.Set(order, (HeaderField.PaymentDiscountPct, 1m)));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal(("E-RANGE", "2"), (problem.Code, problem.Args["allowed"]));
        // A new payment discount brings its own base discount: 209.79 less 1 %.
        Assert.Equal((null, 1206.69m), (order.VatBaseDiscountPct, order.AmountInclVat));
    }

    [Fact]
    public void VAT_09_a_typed_VAT_amount_is_spread_over_its_lines()
    {
        var (given, invoice) = Differing(allowed: 0.05m);

        Accept(given.SetVat(invoice, invoice.Lines[1], 20.02m));

        Assert.Equal((125.05m, 147.77m), (invoice.Amount, invoice.AmountInclVat));
        Assert.Equal([0.03m, 0.02m, 0m], invoice.Lines.Select(line => line.VatDifference));
    }

    [Theory]
    [InlineData(0.04, "0.04")]
    [InlineData(0, "0")]
    public void VAT_09_more_than_the_setup_allows_is_refused(double allowed, string told)
    {
        var (given, invoice) = Differing((decimal)allowed);

        var outcome = given.SetVat(invoice, invoice.Lines[0], 20.02m);

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("E-VATDIFF", told), (problem.Code, problem.Args["allowed"]));
    }

    [Fact]
    public void VAT_09_without_permission_nothing_may_differ()
    {
        var (given, invoice) = Differing(allowed: 1m, isAllowed: false);

        var outcome = given.SetVat(invoice, invoice.Lines[0], 19.98m);

        Assert.Equal("0", Assert.Single(outcome.Problems).Args["allowed"]);
    }

    [Fact]
    public void VAT_09_a_line_that_changes_takes_the_difference_of_its_group_away()
    {
        var (given, invoice) = Differing(allowed: 0.05m);
        Accept(given.SetVat(invoice, invoice.Lines[0], 20.02m));

        Accept(given.Set(invoice.Lines[2], invoice, (LineField.Quantity, 3m)));
        Assert.Equal([0.03m, 0.02m, 0m], invoice.Lines.Select(line => line.VatDifference));
        Accept(given.Set(invoice.Lines[1], invoice, (LineField.UnitPrice, 30m)));

        Assert.All(invoice.Lines, line => Assert.Equal(0m, line.VatDifference));
    }

    [Fact]
    public void NDV_02_the_share_comes_from_the_combination_and_may_be_typed()
    {
        var given = new EditGiven(Direction.Purchase, Sharing());
        var invoice = given.New(DocumentKind.Invoice);
        Accept(given.Add(invoice, Item("A", 1m)));

        Assert.Equal(40m, invoice.Lines[0].NonDeductibleVatPct);
        Accept(given.Set(invoice.Lines[0], invoice, (LineField.NonDeductibleVatPct, 60m)));
        var tooMuch = given.Set(invoice.Lines[0], invoice, (LineField.NonDeductibleVatPct, 101m));

        Assert.Equal(60m, invoice.Lines[0].NonDeductibleVatPct);
        Assert.Equal(["E-RANGE"], tooMuch.Problems.Select(p => p.Code));
    }

    [Fact]
    public void NDV_02_sales_and_combinations_that_do_not_allow_it_have_none()
    {
        var sale = new EditGiven(Direction.Sale, Sharing());
        var sold = sale.New(DocumentKind.Invoice);
        Accept(sale.Add(sold, Item("A", 1m)));
        var purchase = new EditGiven(Direction.Purchase, Sharing());
        var bought = purchase.New(DocumentKind.Invoice);
        Accept(purchase.Add(bought, Item("B", 1m)));

        Assert.Equal(
            (0m, 0m),
            (sold.Lines[0].NonDeductibleVatPct, bought.Lines[0].NonDeductibleVatPct)
        );
        var outcomes = new[]
        {
            sale.Set(sold.Lines[0], sold, (LineField.NonDeductibleVatPct, 40m)),
            purchase.Set(bought.Lines[0], bought, (LineField.NonDeductibleVatPct, 40m)),
        };
        Assert.All(outcomes, o => Assert.Equal(["E-NONDED"], o.Problems.Select(p => p.Code)));
    }

    private static CompanySetup Sharing()
    {
        var setup = DraftGiven.Setup(gl => gl.IsNonDeductibleVatEnabled = true);
        var vat = setup.VatPosting[("HOME", "VAT21")];
        (vat.AllowNonDeductibleVat, vat.NonDeductibleVatPct) = (true, 40m);
        return setup;
    }

    private static (EditGiven Given, TradeDocument Invoice) Differing(
        decimal allowed,
        bool isAllowed = true
    )
    {
        var setup = DraftGiven.Setup(
            gl => gl.MaxVatDifferenceAllowed = allowed,
            trade => trade.AllowVatDifference = isAllowed
        );
        var given = new EditGiven(Direction.Purchase, setup);
        var invoice = given.New(DocumentKind.Invoice);
        Accept(given.Add(invoice, Account("8020", 65.15m)));
        Accept(given.Add(invoice, Item("A", 1m)));
        Accept(given.Add(invoice, Item("B", 1m)));
        return (given, invoice);
    }
}
