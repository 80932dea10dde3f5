using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>Worked examples of the sales specification, section 22.</summary>
public class SalePostingTests
{
    private readonly PostingGiven _given = new();

    [Fact]
    public void W_01_an_order_with_two_rates_ships_and_invoices()
    {
        var books = _given.Books();
        PostingGiven.Stockpile(books, ("A", 10m, 30m), ("B", 20m, 2.50m));
        var order = _given.Draft(
            Direction.Sale,
            DocumentKind.Order,
            new("A", 3m, 49.95m) { DiscountPct = 10m, UnitCost = 30m },
            new("B", 12m, 4.17m, "VAT9") { UnitCost = 2.50m },
            new("8020", 1m, 12.50m)
        );

        var plan = _given.Post(books, order);

        Expect.Gl(
            plan,
            ("8000", -134.86m),
            ("1510", -28.32m),
            ("8000", -50.04m),
            ("1511", -4.50m),
            ("8020", -12.50m),
            ("1510", -2.63m),
            ("1300", 232.85m),
            ("7000", 90.00m),
            ("3000", -90.00m),
            ("7000", 30.00m),
            ("3000", -30.00m)
        );
        Expect.Vat(plan, (-134.86m, -28.32m), (-50.04m, -4.50m), (-12.50m, -2.63m));
        var entry = Assert.Single(plan.Posting!.PartyEntries);
        Assert.Equal(EntryDocumentType.Invoice, entry.DocumentType);
        Assert.Equal((232.85m, 232.85m), (entry.OriginalAmount, entry.RemainingAmount));
        Assert.Equal((197.40m, 77.40m), (entry.TurnoverLcy, entry.ProfitLcy));
        Assert.Equal((new DateOnly(2026, 3, 16), 0m), (entry.DueDate, entry.InvDiscountLcy));
        Assert.Equal([-3m, -12m], plan.Posting.ItemEntries.Select(e => e.Quantity));
        Assert.All(
            plan.Posting.ItemEntries,
            e => Assert.Equal(ItemDocumentType.SalesShipment, e.DocumentType)
        );
        Assert.Equal(
            [(134.86m, -90.00m, 14.99m), (50.04m, -30.00m, 0m)],
            plan.Posting.ValueEntries.Select(e =>
                (e.SalesAmountActual, e.CostAmountActual, e.DiscountAmount)
            )
        );
    }

    [Fact]
    public void W_01_leaves_a_shipment_and_an_invoice_and_no_order()
    {
        var books = _given.Books();
        var order = _given.Draft(
            Direction.Sale,
            DocumentKind.Order,
            new LineGiven("A", 3m, 49.95m)
        );

        var plan = _given.Post(books, order);

        Assert.Equal(
            [DocumentKind.Invoice, DocumentKind.Delivery],
            plan.Stored.Select(document => document.Kind)
        );
        Assert.All(plan.Stored, document => Assert.Equal("D-1", document.OrderNo));
        Assert.Equal(["PI001", "PD001"], plan.Stored.Select(document => document.No));
        Assert.Equal([order.Id], plan.Removed);
        Assert.Equal((1, 181.32m), (plan.Stored[0].PartyEntryNo, plan.Stored[0].AmountInclVat));
        Assert.Equal(3m, order.Lines[0].QtyToDeliver);
    }

    [Fact]
    public void W_03_prices_including_VAT_post_their_net_amounts()
    {
        var books = _given.Books();
        var order = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new("8020", 2m, 19.99m),
            new("8020", 1m, 5.00m) { DiscountPct = 5m },
            new("8020", 7m, 1.29m, "VAT9")
        );
        order.PricesIncludeVat = true;
        _given.Recalculate(order);

        var plan = _given.Post(books, order);

        Expect.Gl(
            plan,
            ("8020", -36.97m),
            ("1510", -7.76m),
            ("8020", -8.28m),
            ("1511", -0.75m),
            ("1300", 53.76m)
        );
    }

    [Fact]
    public void W_05_all_discounts_have_their_own_lines_and_VAT()
    {
        _given.Sale.DiscountPosting = DiscountPosting.AllDiscounts;

        var plan = _given.Post(_given.Books(), OrderOfW05());

        Expect.Gl(
            plan,
            ("8095", 10.46m),
            ("1510", 2.19m),
            ("8090", 48.00m),
            ("1510", 10.08m),
            ("8000", -396.50m),
            ("1510", -83.26m),
            ("8095", 2.21m),
            ("1511", 0.20m),
            ("8090", 3.89m),
            ("1511", 0.35m),
            ("8000", -77.70m),
            ("1511", -6.99m),
            ("1300", 487.07m)
        );
    }

    [Fact]
    public void W_05_no_discounts_are_netted()
    {
        var plan = _given.Post(_given.Books(), OrderOfW05());

        Expect.Gl(
            plan,
            ("8000", -338.04m),
            ("1510", -70.99m),
            ("8000", -71.60m),
            ("1511", -6.44m),
            ("1300", 487.07m)
        );
    }

    public static TheoryData<decimal, RoundingDirection, decimal, decimal> Roundings =>
        new()
        {
            { 0.05m, RoundingDirection.Nearest, 0.01m, 28.75m },
            { 1.00m, RoundingDirection.Down, 0.76m, 28.00m },
        };

    [Theory]
    [MemberData(nameof(Roundings))]
    public void W_06_the_total_is_rounded_on_its_own_account(
        decimal precision,
        RoundingDirection direction,
        decimal rounding,
        decimal total
    )
    {
        _given.Sale.InvoiceRounding = true;
        _given.Gl.InvRoundingPrecision = precision;
        _given.Gl.InvRoundingType = direction;
        var invoice = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new("8020", 1m, 17.77m),
            new("8020", 2m, 3.33m, "VAT9")
        );

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(
            plan,
            ("8020", -17.77m),
            ("1510", -3.73m),
            ("8020", -6.66m),
            ("1511", -0.60m),
            ("9980", rounding),
            ("1300", total)
        );
        Assert.Equal(total, plan.Stored[0].AmountInclVat);
    }

    [Fact]
    public void W_18_a_negative_line_carries_its_rest()
    {
        var invoice = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new("8020", 7m, 1.05m),
            new("8020", -3m, 0.15m),
            new("8020", 2m, 0.03m)
        );

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(plan, ("8020", -6.96m), ("1510", -1.46m), ("1300", 8.42m));
    }

    [Fact]
    public void W_19_reverse_charge_has_a_base_and_no_VAT()
    {
        var invoice = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new LineGiven("8010", 5m, 200m, "EU")
        );

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(plan, ("8010", -1000m), ("1300", 1000m));
        Expect.Vat(plan, (-1000m, 0m));
    }

    [Fact]
    public void W_20_a_line_that_is_given_away_still_shows_its_discount()
    {
        _given.Sale.DiscountPosting = DiscountPosting.LineDiscounts;
        var invoice = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new("A", 1m, 2000m, "VAT10") { DiscountPct = 40m },
            new("A", 1m, 1000m, "VAT10") { DiscountPct = 100m }
        );

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(
            plan,
            ("8090", 1800m),
            ("1510", 180m),
            ("8000", -3000m),
            ("1510", -300m),
            ("1300", 1320m)
        );
    }

    [Fact]
    public void W_24_a_document_of_zero_posts_and_closes_at_once()
    {
        var invoice = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new LineGiven("8020", 1m, 0m)
        );
        invoice.Lines.Add(new() { LineNo = 20000, Description = "As agreed" });

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(plan, ("8020", 0m), ("1300", 0m));
        Expect.Vat(plan, (0m, 0m));
        var entry = Assert.Single(plan.Posting!.PartyEntries);
        Assert.Equal((false, PostingGiven.Day), (entry.IsOpen, entry.ClosedAtDate));
        Assert.Equal(2, plan.Stored[0].Lines.Count);
    }

    [Fact]
    public void W_24_preview_shows_no_number_and_uses_none()
    {
        var books = _given.Books();
        var invoice = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new LineGiven("A", 1m, 10m)
        );

        var plan = DocumentPosting.Plan(_given.Command(invoice), books);
        var preview = PostingPreview.Of(plan);

        Assert.All(preview.GlEntries, line => Assert.Equal("***", line.Entry.DocumentNo));
        Assert.Equal("Account 8000", preview.GlEntries[0].AccountName);
        Assert.Equal("", books.NumberSeries["PI"].Lines[0].LastNoUsed);
        Assert.Equal(0, books.Counters.Gl);
        Assert.Equal(
            plan.Posting!.GlEntries.Select(e => e with { DocumentNo = "***" }),
            preview.GlEntries.Select(line => line.Entry)
        );
    }

    [Fact]
    public void GLP_12_a_credit_memo_reverses_signs_and_a_correction_keeps_its_side()
    {
        var memo = _given.Draft(
            Direction.Sale,
            DocumentKind.CreditMemo,
            new LineGiven("A", 1m, 100m)
        );
        memo.IsCorrection = true;

        var plan = _given.Post(_given.Books(), memo);

        Expect.Gl(plan, ("8001", 100m), ("1510", 21m), ("1300", -121m));
        var sales = plan.Posting!.GlEntries[0];
        Assert.Equal((0m, -100m), (sales.DebitAmount, sales.CreditAmount));
        var entry = Assert.Single(plan.Posting.PartyEntries);
        Assert.Equal(
            (EntryDocumentType.CreditMemo, -100m),
            (entry.DocumentType, entry.TurnoverLcy)
        );
    }

    [Fact]
    public void GLP_27_a_credit_memo_settles_the_invoice_that_it_names()
    {
        var books = _given.Books();
        var invoice = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new LineGiven("8020", 1m, 100m)
        );
        _given.Post(books, invoice);
        var memo = _given.Draft(
            Direction.Sale,
            DocumentKind.CreditMemo,
            new LineGiven("8020", 1m, 40m)
        );
        memo.AppliesTo = new() { DocumentType = EntryDocumentType.Invoice, DocumentNo = "PI001" };

        var plan = _given.Post(books, memo);

        var left = books.PartyEntries[(Direction.Sale, 1)];
        Assert.Equal(
            (72.60m, 72.60m, true),
            (left.RemainingAmount, left.RemainingAmountLcy, left.IsOpen)
        );
        var closed = Assert.Single(plan.Posting!.PartyEntries);
        Assert.Equal(
            (0m, false, 1),
            (closed.RemainingAmount, closed.IsOpen, closed.ClosedByEntryNo)
        );
        Assert.Equal(
            [
                (PartyDetailType.InitialEntry, 2, -48.40m),
                (PartyDetailType.Application, 2, 48.40m),
                (PartyDetailType.Application, 1, -48.40m),
            ],
            plan.Posting.PartyDetails.Select(d => (d.Type, d.PartyEntryNo, d.Amount))
        );
    }

    private TradeDocument OrderOfW05()
    {
        var order = _given.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            new("A", 4m, 80m) { DiscountPct = 15m },
            new("A", 3m, 25.50m),
            new("A", 10m, 7.77m, "VAT9") { DiscountPct = 5m }
        );
        order.InvoiceDiscountKind = InvoiceDiscountKind.Percent;
        order.InvoiceDiscountValue = 3m;
        _given.Recalculate(order);
        return order;
    }
}
