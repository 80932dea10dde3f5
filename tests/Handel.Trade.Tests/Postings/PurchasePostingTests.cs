using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>Worked scenarios of the purchasing specification, section 26.</summary>
public class PurchasePostingTests
{
    private readonly PostingGiven _given = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SC_01_an_invoice_receives_what_it_bills(bool hasReceipt)
    {
        _given.Purchase.DeliveryOnInvoice = hasReceipt;
        var books = _given.Books();
        var invoice = Invoice(new LineGiven("A", 10m, 25m));
        invoice.ExternalDocumentNo = "F-100";

        var plan = _given.Post(books, invoice);

        Expect.Gl(
            plan,
            ("7110", 250.00m),
            ("1520", 52.50m),
            ("1600", -302.50m),
            ("3000", 250.00m),
            ("7130", -250.00m)
        );
        var vat = Assert.Single(plan.Posting!.VatEntries);
        Assert.Equal((250m, 52.50m, "F-100"), (vat.Base, vat.Amount, vat.ExternalDocumentNo));
        Assert.Equal(GenPostingType.Purchase, vat.Type);
        Assert.All(plan.Posting.GlEntries, e => Assert.Equal("F-100", e.ExternalDocumentNo));
        var entry = Assert.Single(plan.Posting.PartyEntries);
        Assert.Equal(
            (-302.50m, -250m, true),
            (entry.OriginalAmount, entry.TurnoverLcy, entry.IsOpen)
        );
        var item = Assert.Single(plan.Posting.ItemEntries);
        var type = hasReceipt ? ItemDocumentType.PurchaseReceipt : ItemDocumentType.PurchaseInvoice;
        Assert.Equal((type, 10m, 10m), (item.DocumentType, item.Quantity, item.InvoicedQuantity));
        var value = Assert.Single(plan.Posting.ValueEntries);
        Assert.Equal(
            (250m, 0m, 10m),
            (value.CostAmountActual, value.CostAmountExpected, value.ValuedQuantity)
        );
        Assert.Equal(25m, books.Stock.Costs["A"].LastDirectCost);
        Assert.Equal(hasReceipt ? 2 : 1, plan.Stored.Count);
    }

    [Fact]
    public void SC_02_two_receipts_and_a_price_change_meet_in_one_invoice()
    {
        _given.Inventory.ExpectedCostPostingToGl = true;
        var books = _given.Books();
        var order = _given.Draft(
            Direction.Purchase,
            DocumentKind.Order,
            new LineGiven("A", 100m, 12.345m) { DiscountPct = 5m }
        );

        var first = Receive(books, order, 40m);
        var second = Receive(books, first.Left, 33m);
        var changed = second.Left;
        changed.Lines[0].UnitPrice = 12.50m;
        _given.Recalculate(changed);
        changed.Lines[0].QtyToDeliver = 0m;
        changed.Lines[0].QtyToInvoice = 73m;
        var invoice = _given.Post(books, changed, new(Deliver: false, Invoice: true));

        Expect.Gl(first.Plan, ("3005", 469.11m), ("1595", -469.11m));
        Expect.Gl(second.Plan, ("3005", 387.02m), ("1595", -387.02m));
        Expect.GlTotals(
            invoice,
            ("7110", 866.87m),
            ("1520", 182.04m),
            ("1600", -1048.91m),
            ("3005", -856.13m),
            ("1595", 856.13m),
            ("3000", 866.87m),
            ("7130", -866.87m)
        );
        Assert.Equal(
            [(475.00m, -469.11m), (391.87m, -387.02m)],
            invoice.Posting!.ValueEntries.Select(e => (e.CostAmountActual, e.CostAmountExpected))
        );
        var line = invoice.Stored.Single(d => !d.IsPosted).Lines[0];
        Assert.Equal(
            (73m, 73m, 27m),
            (line.QtyDelivered, line.QtyInvoiced, line.OutstandingQuantity)
        );
        Assert.Equal((27m, 27m), (line.QtyToDeliver, line.QtyToInvoice));
        Assert.Equal(12.50m, books.Stock.Costs["A"].LastDirectCost);
        Assert.All(books.Deliveries.Values, delivery => Assert.Equal(0m, delivery.QtyNotInvoiced));
    }

    public static TheoryData<DiscountPosting, decimal, decimal, decimal> Modes =>
        new()
        {
            { DiscountPosting.NoDiscounts, 1092.50m, 0m, 0m },
            { DiscountPosting.InvoiceDiscounts, 1150.00m, 0m, -57.50m },
            { DiscountPosting.LineDiscounts, 1192.50m, -100.00m, 0m },
            { DiscountPosting.AllDiscounts, 1250.00m, -100.00m, -57.50m },
        };

    [Theory]
    [MemberData(nameof(Modes))]
    public void SC_03_discounts_post_as_the_setup_says(
        DiscountPosting mode,
        decimal purchase,
        decimal lineDiscount,
        decimal invoiceDiscount
    )
    {
        _given.Purchase.DiscountPosting = mode;
        var invoice = Invoice(
            new LineGiven("A", 20m, 50m) { DiscountPct = 10m },
            new LineGiven("A", 8m, 31.25m)
        );
        invoice.InvoiceDiscountKind = InvoiceDiscountKind.Percent;
        invoice.InvoiceDiscountValue = 5m;
        invoice.PaymentDiscountPct = 2m;
        _given.Recalculate(invoice);

        var plan = _given.Post(_given.Books(), invoice);

        var expected = new List<(string, decimal)>
        {
            ("7110", purchase),
            ("1520", 229.43m),
            ("1600", -1321.93m),
            ("3000", 1092.50m),
            ("7130", -1092.50m),
        };
        if (lineDiscount != 0m)
            expected.Add(("7140", lineDiscount));
        if (invoiceDiscount != 0m)
            expected.Add(("7141", invoiceDiscount));
        Expect.GlTotals(plan, [.. expected]);
        var entry = Assert.Single(plan.Posting!.PartyEntries);
        Assert.Equal((-1092.50m, -57.50m), (entry.TurnoverLcy, entry.InvDiscountLcy));
        Assert.Equal(-26.44m, entry.OriginalPmtDiscPossible);
    }

    [Fact]
    public void SC_04_mixed_VAT_merges_and_rounds_to_five_cents()
    {
        _given.Purchase.InvoiceRounding = true;
        _given.Gl.InvRoundingPrecision = 0.05m;
        var invoice = Invoice(
            new LineGiven("8450", 1m, 10.01m),
            new LineGiven("8450", 1m, 10.01m),
            new LineGiven("8450", 1m, 10.01m),
            new LineGiven("8450", 1m, 7.77m, "VAT9")
        );

        var plan = _given.Post(_given.Books(), invoice);

        Expect.GlTotals(
            plan,
            ("8450", 37.80m),
            ("1520", 6.31m),
            ("1521", 0.70m),
            ("9980", -0.01m),
            ("1600", -44.80m)
        );
        Expect.Vat(plan, (30.03m, 6.31m), (7.77m, 0.70m), (-0.01m, 0m));
    }

    [Fact]
    public void SC_05_foreign_amounts_add_up_in_local_currency()
    {
        var invoice = Invoice(new LineGiven("A", 3m, 11.11m), new LineGiven("A", 7m, 9.53m));
        invoice.CurrencyCode = "USD";
        invoice.CurrencyFactor = 100m / 92.1533m;
        _given.Recalculate(invoice);

        var plan = _given.Post(_given.Books(), invoice);

        Expect.GlTotals(
            plan,
            ("7110", 92.19m),
            ("1520", 19.36m),
            ("1600", -111.55m),
            ("3000", 92.19m),
            ("7130", -92.19m)
        );
        var entry = Assert.Single(plan.Posting!.PartyEntries);
        Assert.Equal((-121.05m, -111.55m), (entry.OriginalAmount, entry.OriginalAmountLcy));
    }

    [Fact]
    public void SC_06_reverse_charge_stands_on_both_sides()
    {
        var invoice = Invoice(new LineGiven("A", 12m, 83.45m, "EU"));

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(
            plan,
            ("7110", 1001.40m),
            ("1522", 210.29m),
            ("1523", -210.29m),
            ("1600", -1001.40m),
            ("3000", 1001.40m),
            ("7130", -1001.40m)
        );
        Expect.Vat(plan, (1001.40m, 210.29m));
        Assert.Equal(VatCalculationType.ReverseCharge, plan.Posting!.VatEntries[0].CalculationType);
    }

    [Fact]
    public void SC_18_prices_including_VAT_spread_their_VAT()
    {
        var invoice = Invoice(
            new LineGiven("8450", 1m, 10m),
            new LineGiven("8450", 1m, 10m),
            new LineGiven("8450", 1m, 10m)
        );
        invoice.PricesIncludeVat = true;
        _given.Recalculate(invoice);

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(plan, ("8450", 24.79m), ("1520", 5.21m), ("1600", -30.00m));
    }

    [Fact]
    public void SC_23_a_payment_method_pays_at_once()
    {
        var invoice = Invoice(new LineGiven("8450", 1m, 20m));
        invoice.PaymentMethodCode = "CASH";

        var plan = _given.Post(_given.Books(), invoice);

        Expect.Gl(
            plan,
            ("8450", 20.00m),
            ("1520", 4.20m),
            ("1600", -24.20m),
            ("1600", 24.20m),
            ("1000", -24.20m)
        );
        Assert.Equal(
            [
                (EntryDocumentType.Invoice, -24.20m, false),
                (EntryDocumentType.Payment, 24.20m, false),
            ],
            plan.Posting!.PartyEntries.Select(e => (e.DocumentType, e.OriginalAmount, e.IsOpen))
        );
        Assert.All(plan.Posting.PartyEntries, e => Assert.Equal(0m, e.RemainingAmountLcy));
    }

    [Fact]
    public void POS_41_the_discount_of_a_payment_at_once_is_granted()
    {
        var invoice = Invoice(new LineGiven("8450", 1m, 20m));
        invoice.PaymentMethodCode = "CASH";
        invoice.PaymentDiscountPct = 2m;
        invoice.PmtDiscountDate = PostingGiven.Day;

        var plan = _given.Post(_given.Books(), invoice);

        Expect.GlTotals(
            plan,
            ("8450", 20.00m),
            ("1520", 4.20m),
            ("1600", 0.00m),
            ("1000", -23.72m),
            ("9255", -0.48m)
        );
        Assert.Contains(
            plan.Posting!.PartyDetails,
            d => d is { Type: PartyDetailType.PaymentDiscount, Amount: 0.48m, PartyEntryNo: 2 }
        );
        Assert.All(plan.Posting.PartyEntries, e => Assert.False(e.IsOpen));
    }

    [Fact]
    public void E_03_a_vendor_sends_a_number_once()
    {
        var books = _given.Books();
        var first = Invoice(new LineGiven("8450", 1m, 20m));
        var second = Invoice(new LineGiven("8450", 1m, 20m));
        first.ExternalDocumentNo = second.ExternalDocumentNo = "F-1";
        _given.Post(books, first);

        var plan = DocumentPosting.Plan(_given.Command(second), books);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(("E-NUMUSED", "PI001"), (problem.Code, problem.Args["document"]));
    }

    private TradeDocument Invoice(params LineGiven[] lines) =>
        _given.Draft(Direction.Purchase, DocumentKind.Invoice, lines);

    private (Plan Plan, TradeDocument Left) Receive(
        Ledgers.Books books,
        TradeDocument order,
        decimal quantity
    )
    {
        order.Lines[0].QtyToDeliver = quantity;
        var plan = _given.Post(books, order, new(Deliver: true, Invoice: false));
        return (plan, plan.Stored.Single(document => !document.IsPosted));
    }
}
