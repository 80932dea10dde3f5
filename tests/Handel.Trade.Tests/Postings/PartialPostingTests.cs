using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>Orders that are delivered and invoiced in parts (sales 5, P-37, W-07).</summary>
public class PartialPostingTests
{
    private readonly PostingGiven _given = new();

    [Fact]
    public void Section_5_one_order_line_through_its_life()
    {
        var books = _given.Books();
        var order = Order(10m);

        order = Handle(books, order, (4m, 4m), new(true, false));
        Assert.Equal((4m, 0m, 6m, 10m), Quantities(order));
        order = Handle(books, order, (0m, 4m), new(false, true));
        Assert.Equal((4m, 4m, 6m, 6m), Quantities(order));
        order = Handle(books, order, (3m, 3m), PostingChoice.Both);
        Assert.Equal((7m, 7m, 3m, 3m), Quantities(order));
        var last = _given.Post(books, order);

        Assert.All(last.Stored, document => Assert.True(document.IsPosted));
        Assert.Equal([order.Id], last.Removed);
    }

    [Fact]
    public void P_37_an_invoice_takes_the_oldest_delivery_first()
    {
        var books = _given.Books();
        var order = Order(10m);
        order = Handle(books, order, (3m, 0m), new(true, false));
        order = Handle(books, order, (4m, 0m), new(true, false));
        order = Handle(books, order, (0m, 5m), new(false, true));

        var left = books.Deliveries.Values.OrderBy(delivery => delivery.RegisterNo);

        Assert.Equal([(3m, 3m), (4m, 2m)], left.Select(d => (d.Quantity, d.QtyInvoiced)));
        Assert.Equal(
            [-3m, -2m],
            new[] { 1, 2 }.Select(no => books.Stock.Entries[no].Entry.InvoicedQuantity)
        );
        Assert.Equal((7m, 5m, 3m, 5m), Quantities(order));
    }

    [Fact]
    public void P_37_what_older_deliveries_lack_comes_from_the_one_of_now()
    {
        var books = _given.Books();
        var order = Handle(books, Order(10m), (3m, 0m), new(true, false));
        order.Lines[0].QtyToDeliver = 4m;
        order.Lines[0].QtyToInvoice = 5m;

        var plan = _given.Post(books, order);

        var delivery = plan.Stored.Single(d => d.Kind == DocumentKind.Delivery).Lines[0];
        Assert.Equal((4m, 2m), (delivery.Quantity, delivery.QtyInvoiced));
        Assert.Equal(
            [(3m, 30m), (2m, 20m)],
            plan.Posting!.ValueEntries.Where(e => e.InvoicedQuantity != 0m)
                .Select(e => (-e.InvoicedQuantity, e.SalesAmountActual))
        );
    }

    [Fact]
    public void W_07_every_part_is_rounded_by_itself()
    {
        var books = _given.Books();
        var order = _given.Draft(
            Direction.Sale,
            DocumentKind.Order,
            new LineGiven("A", 10m, 9.99m) { DiscountPct = 12.5m }
        );
        order.InvoiceDiscountKind = InvoiceDiscountKind.Percent;
        order.InvoiceDiscountValue = 5m;
        _given.Recalculate(order);
        var totals = new List<decimal>();

        foreach (var quantity in new[] { 4m, 3m, 3m })
        {
            order.Lines[0].QtyToDeliver = order.Lines[0].QtyToInvoice = quantity;
            var plan = _given.Post(books, order);
            totals.Add(plan.Stored[0].AmountInclVat);
            order = plan.Stored.SingleOrDefault(document => !document.IsPosted) ?? order;
        }

        Assert.Equal([40.18m, 30.14m, 30.14m], totals);
    }

    [Fact]
    public void SET_17_a_blank_quantity_to_deliver_stays_blank_after_posting()
    {
        _given.Sale.DefaultQtyToDeliverIsBlank = true;

        var order = Handle(_given.Books(), Order(10m), (4m, 4m), new(true, false));

        Assert.Equal((4m, 0m, 0m, 4m), Quantities(order));
    }

    [Fact]
    public void PS_05_texts_and_untouched_lines_stand_on_posted_documents()
    {
        var books = _given.Books();
        var order = _given.Draft(
            Direction.Sale,
            DocumentKind.Order,
            new("A", 2m, 1m),
            new("B", 2m, 1m)
        );
        order.Lines.Add(new() { LineNo = 30000, Description = "With care" });
        order.Lines[1].QtyToDeliver = order.Lines[1].QtyToInvoice = 0m;

        var plan = _given.Post(books, order);

        foreach (var document in plan.Stored.Where(document => document.IsPosted))
            Assert.Equal([2m, 0m, 0m], document.Lines.Select(line => line.Quantity));
        Assert.Equal(
            1,
            plan.Stored.Single(d => d.Kind == DocumentKind.Delivery).Lines[0].ItemEntryNo
        );
    }

    [Fact]
    public void A_purchase_return_takes_goods_out_and_credits_the_cost()
    {
        var books = _given.Books();
        PostingGiven.Stockpile(books, ("A", 10m, 4m));
        var order = _given.Draft(
            Direction.Purchase,
            DocumentKind.ReturnOrder,
            new LineGiven("A", 3m, 4m)
        );

        var plan = _given.Post(books, order);

        Expect.Gl(
            plan,
            ("7115", -12m),
            ("1520", -2.52m),
            ("1600", 14.52m),
            ("7130", 12m),
            ("3000", -12m)
        );
        Assert.Equal(
            (ItemDocumentType.PurchaseReturnShipment, -3m),
            (plan.Posting!.ItemEntries[0].DocumentType, plan.Posting.ItemEntries[0].Quantity)
        );
    }

    [Fact]
    public void CP_07_adjustments_of_stock_post_their_cost()
    {
        var books = _given.Books();
        PostingGiven.Stockpile(books, ("A", 10m, 4m));

        var plan = ItemAdjustment.Plan(
            new("COUNT", PostingGiven.Day)
            {
                Lines = [new("A", -2m), new("B", 5m) { UnitCost = 1.5m }],
            },
            books
        );

        Expect.Gl(plan, ("7170", 8m), ("3000", -8m), ("3000", 7.50m), ("7170", -7.50m));
    }

    private TradeDocument Order(decimal quantity) =>
        _given.Draft(Direction.Sale, DocumentKind.Order, new LineGiven("A", quantity, 10m));

    private TradeDocument Handle(
        Books books,
        TradeDocument order,
        (decimal Deliver, decimal Invoice) quantities,
        PostingChoice choice
    )
    {
        order.Lines[0].QtyToDeliver = quantities.Deliver;
        order.Lines[0].QtyToInvoice = quantities.Invoice;
        return _given.Post(books, order, choice).Stored.Single(document => !document.IsPosted);
    }

    private static (decimal, decimal, decimal, decimal) Quantities(TradeDocument order)
    {
        var line = order.Lines[0];
        return (line.QtyDelivered, line.QtyInvoiced, line.QtyToDeliver, line.QtyToInvoice);
    }
}
