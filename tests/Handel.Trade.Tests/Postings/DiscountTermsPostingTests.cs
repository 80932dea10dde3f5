using Handel.Kernel;
using Handel.Ledgers.Setup;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>What discount terms and service charges come to in the books.</summary>
public sealed class DiscountTermsPostingTests
{
    private readonly PostingGiven _given = new();

    [Fact]
    public void W04a_the_customer_entry_knows_the_invoice_discount()
    {
        Tiers(Direction.Sale, (0m, 0m, 10m), (500m, 2m, 0m), (1000m, 5m, 0m));
        var invoice = Draft(
            Direction.Sale,
            new("A", 6m, 125m),
            new("B", 10m, 33.33m, "VAT9"),
            new("C", 1m, 90m)
        );
        invoice.Lines[2].AllowInvoiceDisc = false;
        Calculate(invoice);

        var plan = _given.Post(Stocked(), invoice);

        var entry = Assert.Single(plan.Posting!.PartyEntries);
        Assert.Equal((1316.16m, 54.17m), (entry.RemainingAmount, entry.InvDiscountLcy));
        Expect.Vat(plan, (-802.50m, -168.53m), (-316.63m, -28.50m));
    }

    [Fact]
    public void W04c_the_service_charge_has_its_own_account()
    {
        Tiers(Direction.Sale, (0m, 0m, 10m), (500m, 2m, 0m));
        var order = Draft(Direction.Sale, new LineGiven("A", 2m, 125m));
        order.Kind = DocumentKind.Order;
        Calculate(order);

        var plan = _given.Post(Stocked(), order);

        Assert.Equal(314.60m, Assert.Single(plan.Posting!.PartyEntries).RemainingAmount);
        var booked = plan.Posting.GlEntries.ToLookup(e => e.AccountNo, e => e.Amount);
        Assert.Equal(-250m, booked["8000"].Sum());
        Assert.Equal(-10m, booked["8025"].Sum());
        Assert.Equal(-54.60m, booked["1510"].Sum());
        var invoice = plan.Stored.Single(d => d.Kind == DocumentKind.Invoice);
        Assert.Equal([false, true], invoice.Lines.Select(line => line.IsSystemLine));
        Assert.Equal(2, invoice.Lines.Select(line => line.Id).Distinct().Count());
    }

    [Fact]
    public void SC20_the_charge_of_a_vendor()
    {
        Tiers(Direction.Purchase, (0m, 0m, 12.50m), (250m, 2m, 0m));
        var invoice = Draft(Direction.Purchase, new LineGiven("8450", 1m, 84m));
        Calculate(invoice);

        var plan = _given.Post(_given.Books(), invoice);

        Expect.GlTotals(
            plan,
            ("8450", 84m),
            ("9145", 12.50m),
            ("1520", 20.27m),
            ("1600", -116.77m)
        );
    }

    [Fact]
    public void SC20_raised_to_260_the_discount_takes_the_place_of_the_charge()
    {
        Tiers(Direction.Purchase, (0m, 0m, 12.50m), (250m, 2m, 0m));
        var invoice = Draft(Direction.Purchase, new LineGiven("8450", 1m, 84m));
        Calculate(invoice);
        invoice.Lines[0].UnitPrice = 260m;
        LineAmounts.Recalculate(invoice.Lines[0], new AmountRounding());
        Calculate(invoice);

        var plan = _given.Post(_given.Books(), invoice);

        Expect.GlTotals(plan, ("8450", 254.80m), ("1520", 53.51m), ("1600", -308.31m));
        Assert.Equal(-5.20m, Assert.Single(plan.Posting!.PartyEntries).InvDiscountLcy);
    }

    // PS-03: the terms of today, whatever the draft says.
    [Theory]
    [InlineData(Direction.Sale, false, 242.00)]
    [InlineData(Direction.Sale, true, 232.93)]
    [InlineData(Direction.Purchase, false, -242.00)]
    [InlineData(Direction.Purchase, true, -232.93)]
    public void DSC20_posting_calculates_where_the_setup_says_so(
        Direction direction,
        bool isRuled,
        double owed
    )
    {
        (direction == Direction.Sale ? _given.Sale : _given.Purchase).CalcInvDiscount = isRuled;
        var invoice = Draft(direction, new LineGiven("A", 2m, 100m));
        invoice.ExternalDocumentNo = "X-1";
        Calculate(invoice);
        var before = invoice.AmountInclVat;
        Tiers(direction, (0m, 10m, 12.50m));

        var plan = _given.Post(Stocked(), invoice);

        Assert.Equal((decimal)owed, Assert.Single(plan.Posting!.PartyEntries).RemainingAmount);
        Assert.Equal((242m, 1), (before, invoice.Lines.Count));
    }

    [Fact]
    public void DSC20_a_charge_that_cannot_be_booked_stops_the_posting()
    {
        _given.Sale.CalcInvDiscount = true;
        var invoice = Draft(Direction.Sale, new LineGiven("A", 2m, 100m));
        Tiers(Direction.Sale, (0m, 0m, 10m));
        _given.Accounts["8025"].IsBlocked = true;

        var plan = DocumentPosting.Plan(_given.Command(invoice), Stocked());

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(("E-FIELD", "serviceChargeAccount"), (problem.Code, problem.Field));
    }

    // The charge is invoiced with the first part; the rest of the order owes none.
    [Fact]
    public void DSC04_an_order_in_two_parts_is_charged_once()
    {
        Tiers(Direction.Sale, (0m, 0m, 10m));
        var order = Draft(Direction.Sale, new LineGiven("A", 2m, 125m));
        order.Kind = DocumentKind.Order;
        Calculate(order);
        order.Lines[0].QtyToDeliver = order.Lines[0].QtyToInvoice = 1m;
        var books = Stocked();

        var first = _given.Post(books, order);
        var left = first.Stored.Single(document => !document.IsPosted);
        Tiers(Direction.Sale, (0m, 0m, 99m));
        Calculate(left);
        var second = _given.Post(books, left);

        Assert.Equal(163.35m, Assert.Single(first.Posting!.PartyEntries).RemainingAmount);
        Assert.Equal(151.25m, Assert.Single(second.Posting!.PartyEntries).RemainingAmount);
    }

    private Ledgers.Books Stocked()
    {
        var books = _given.Books();
        PostingGiven.Stockpile(books, ("A", 50m, 1m), ("B", 50m, 1m), ("C", 50m, 1m));
        return books;
    }

    private TradeDocument Draft(Direction direction, params LineGiven[] lines)
    {
        var document = _given.Draft(direction, DocumentKind.Invoice, lines);
        document.InvoiceDiscCode = "TERMS";
        document.ExternalDocumentNo = "X-1";
        return document;
    }

    private void Calculate(TradeDocument document)
    {
        var setup = _given.Setup();
        Assert.Null(DiscountCalculation.AfterEdit(document, setup));
        DocumentTotals.Recalculate(document, setup);
    }

    private void Tiers(Direction direction, params (decimal From, decimal Pct, decimal Charge)[] to)
    {
        _given.Tiers.Clear();
        _given.Tiers.AddRange(
            to.Select(tier => new InvoiceDiscountTier
            {
                Direction = direction,
                Code = "TERMS",
                MinimumAmount = tier.From,
                DiscountPct = tier.Pct,
                ServiceCharge = tier.Charge,
            })
        );
    }
}
