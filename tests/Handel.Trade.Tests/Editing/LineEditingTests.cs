using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;
using static Handel.Trade.Tests.Editing.EditGiven;

namespace Handel.Trade.Tests.Editing;

public sealed class LineEditingTests
{
    [Theory]
    [InlineData(Direction.Sale, 49.95, 99.90, 120.88)]
    [InlineData(Direction.Purchase, 29.95, 59.90, 72.48)]
    public void LIN01_and_H08_an_item_fills_a_line(
        Direction direction,
        double price,
        double amount,
        double total
    )
    {
        var order = new EditGiven(direction).Order("A", 2m);

        var line = order.Lines[0];
        Assert.Equal(
            (10000, "Article A", "PCS"),
            (line.LineNo, line.Description, line.UnitOfMeasureCode)
        );
        Assert.Equal(
            ("GOODS", "VAT21", 21m),
            (line.GenProdPostingGroup, line.VatProdPostingGroup, line.VatPct)
        );
        Assert.Equal((2m, 2m, 2m), (line.QtyToDeliver, line.QtyToInvoice, line.QuantityBase));
        Assert.Equal((decimal)price, line.UnitPrice);
        Assert.Equal(((decimal)amount, (decimal)total), (order.Amount, order.AmountInclVat));
    }

    [Theory]
    [InlineData("INCL", 100.00, 121.00)] // 121 with 21 % on the card
    [InlineData("A", 49.95, 60.4395)]
    public void PRI17_a_card_price_is_turned_into_the_mode_of_the_document(
        string no,
        double price,
        double inclVat
    )
    {
        var given = new EditGiven(Direction.Sale);

        Assert.Equal((decimal)price, given.Order(no, 1m).Lines[0].UnitPrice);
        Assert.Equal((decimal)inclVat, given.Order(no, 1m, "INCL").Lines[0].UnitPrice);
    }

    [Theory]
    [InlineData(Direction.Sale, DocumentKind.Order, "BLOCKED", true)]
    [InlineData(Direction.Sale, DocumentKind.Invoice, "HALFBLOCKED", true)]
    [InlineData(Direction.Sale, DocumentKind.CreditMemo, "BLOCKED", false)]
    [InlineData(Direction.Purchase, DocumentKind.Order, "HALFBLOCKED", true)]
    [InlineData(Direction.Purchase, DocumentKind.CreditMemo, "HALFBLOCKED", false)]
    [InlineData(Direction.Purchase, DocumentKind.CreditMemo, "BLOCKED", true)]
    public void LIN01_and_H07_blocked_items(
        Direction direction,
        DocumentKind kind,
        string no,
        bool isRefused
    )
    {
        var given = new EditGiven(direction);

        var outcome = given.Add(given.New(kind), Item(no, 1m));

        var told = isRefused ? outcome.Problems : outcome.Notices;
        Assert.Equal(
            (isRefused, ProblemCodes.ItemBlocked),
            (outcome.IsRefused, Assert.Single(told).Code)
        );
    }

    [Fact]
    public void LIN02_a_missing_vat_combination_says_where_it_is_mended()
    {
        var given = new EditGiven(Direction.Sale);

        var outcome = given.Add(given.New(DocumentKind.Order), Item("NOVAT", 1m));

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("taxCode", 10000), (problem.Field, problem.Record.LineNo));
        Assert.Equal(new RecordRef("taxPostingSetups", "HOME, NEW"), problem.MendedAt);
    }

    [Theory]
    [InlineData("8020", "")]
    [InlineData("8000", "blocked")]
    [InlineData("1600", "directPosting")]
    [InlineData("8", "accountType")]
    public void COA02_an_account_must_be_open_to_direct_posting(string no, string reason)
    {
        var given = new EditGiven(Direction.Purchase);
        var invoice = given.New(DocumentKind.Invoice);

        var outcome = given.Add(invoice, Account(no, 12.50m));

        Assert.Equal(reason, outcome.Problems.SingleOrDefault()?.Args["reason"] ?? "");
        if (reason.Length == 0)
            Assert.Equal((12.50m, false), (invoice.Amount, invoice.Lines[0].AllowInvoiceDisc));
    }

    [Fact]
    public void API_L1_2_a_comment_has_no_figures()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.New(DocumentKind.Order);

        Accept(given.Add(order, (LineField.Description, "Thank you")));
        var outcome = given.Set(order.Lines[0], order, (LineField.Quantity, 1m));

        Assert.Equal((LineType.Comment, 0m), (order.Lines[0].Type, order.Lines[0].Quantity));
        Assert.Equal(ProblemCodes.Line, Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void API_L1_3_another_object_resets_the_line_and_keeps_the_quantity()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        Accept(given.Set(order.Lines[0], order, (LineField.LineDiscountPct, 10m)));

        Accept(given.Set(order.Lines[0], order, (LineField.No, "B")));

        Assert.Equal(
            (2m, 0m, 9m),
            (order.Lines[0].Quantity, order.Lines[0].LineDiscountPct, order.Lines[0].VatPct)
        );
        Assert.Equal(99.90m, order.Amount);
    }

    [Fact]
    public void VA_a_variant_must_belong_to_the_item()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 1m);

        Accept(given.Set(order.Lines[0], order, (LineField.VariantCode, "RED")));
        var outcome = given.Set(order.Lines[0], order, (LineField.VariantCode, "BLUE"));

        Assert.Equal("Article A, red", order.Lines[0].Description);
        Assert.Equal(EditCodes.Unknown, Assert.Single(outcome.Problems).Code);
    }

    [Theory]
    [InlineData(1.5, true)] // whole pieces only
    [InlineData(3, false)]
    public void UM05_a_quantity_fits_its_unit(double quantity, bool isRefused)
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 1m);

        var outcome = given.Set(order.Lines[0], order, (LineField.Quantity, (decimal)quantity));

        Assert.Equal(isRefused, outcome.IsRefused);
        if (isRefused)
            Assert.Equal(
                (ProblemCodes.UnitConversion, "1"),
                (outcome.Problems[0].Code, outcome.Problems[0].Args["step"])
            );
    }

    [Theory]
    [InlineData(0.83333, 5)]
    [InlineData(0.5, 3)]
    public void UM04_the_base_quantity_is_rounded_to_the_base_unit(double quantity, double inBase)
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 1m);

        Accept(
            given.Set(
                order.Lines[0],
                order,
                (LineField.UnitOfMeasureCode, "BOX"),
                (LineField.Quantity, (decimal)quantity)
            )
        );

        Assert.Equal((decimal)inBase, order.Lines[0].QuantityBase);
    }

    [Theory]
    [InlineData(Direction.Sale, 299.70)]
    [InlineData(Direction.Purchase, 179.70)]
    public void UM09_price_and_cost_follow_the_unit(Direction direction, double price)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 2m);

        Accept(given.Set(order.Lines[0], order, (LineField.UnitOfMeasureCode, "BOX")));

        Assert.Equal(
            ((decimal)price, 12m),
            (order.Lines[0].UnitPrice, order.Lines[0].QuantityBase)
        );
        var unknown = given.Set(order.Lines[0], order, (LineField.UnitOfMeasureCode, "HOUR"));
        Assert.Equal(EditCodes.Unknown, Assert.Single(unknown.Problems).Code);
    }

    [Theory]
    [InlineData(Direction.Sale, "shipQuantity")]
    [InlineData(Direction.Purchase, "receiveQuantity")]
    public void QTY04_and_QTY05_through_the_life_of_a_line(Direction direction, string field)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 10m);
        var line = order.Lines[0];

        Accept(given.Set(line, order, (LineField.QtyToDeliver, 4m)));
        Assert.Equal((4m, 4m), (line.QtyToDeliver, line.QtyToInvoice));

        (line.QtyDelivered, line.QtyToDeliver, line.QtyToInvoice) = (4m, 6m, 10m);
        Accept(given.Set(line, order, (LineField.QtyToDeliver, 0m)));
        Assert.Equal((0m, 4m), (line.QtyToDeliver, line.QtyToInvoice));

        var outcome = given.Set(
            line,
            order,
            (LineField.QtyToDeliver, 7m),
            (LineField.QtyToInvoice, 5m)
        );
        Assert.Equal(
            [ProblemCodes.ShipTooMuch, ProblemCodes.InvoiceTooMuch],
            outcome.Problems.Select(p => p.Code)
        );
        Assert.Equal(["6", "4"], outcome.Problems.Select(p => p.Args["allowed"]));
        Assert.Equal([field, "invoiceQuantity"], outcome.Problems.Select(p => p.Field));
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void LIN12_and_H10_a_quantity_does_not_drop_below_what_was_delivered(Direction direction)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 10m);
        order.Lines[0].QtyDelivered = 4m;

        Accept(given.Set(order.Lines[0], order, (LineField.Quantity, 4m)));
        var less = given.Set(order.Lines[0], order, (LineField.Quantity, 3m));
        var turned = given.Set(order.Lines[0], order, (LineField.Quantity, -5m));

        Assert.Equal(
            (ProblemCodes.Linked, "4"),
            (less.Problems[0].Code, less.Problems[0].Args["allowed"])
        );
        Assert.True(turned.IsRefused);
    }

    [Fact]
    public void QTY06_an_invoice_is_handled_whole()
    {
        var given = new EditGiven(Direction.Sale, DraftGiven.Setup(trade: Blank));
        var invoice = given.New(DocumentKind.Invoice);
        Accept(given.Add(invoice, Item("A", 3m)));
        var line = invoice.Lines[0];

        var outcome = given.Set(line, invoice, (LineField.QtyToInvoice, 2m));

        Assert.Equal((3m, 3m), (line.QtyToDeliver, line.QtyToInvoice));
        Assert.Equal("3", Assert.Single(outcome.Problems).Args["allowed"]);
    }

    [Fact]
    public void SET17_and_S15_nothing_is_proposed_for_delivery_when_so_set()
    {
        var given = new EditGiven(Direction.Purchase, DraftGiven.Setup(trade: Blank));

        var line = given.Order("A", 3m).Lines[0];

        Assert.Equal((0m, 0m), (line.QtyToDeliver, line.QtyToInvoice));
    }

    [Fact]
    public void AMT04_percent_amount_and_line_amount_follow_each_other()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m); // gross 99.90
        var line = order.Lines[0];

        Accept(given.Set(line, order, (LineField.LineDiscountAmount, 33.33m)));
        Assert.Equal((33.36336m, 66.57m), (line.LineDiscountPct, line.LineAmount));

        Accept(given.Set(line, order, (LineField.LineAmount, 90m)));
        Assert.Equal((9.90m, 9.90991m), (line.LineDiscountAmount, line.LineDiscountPct));

        var outcome = given.Set(line, order, (LineField.LineAmount, 100m));
        Assert.Equal(ProblemCodes.LineAmount, Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void VAT17_another_vat_group_keeps_the_net_price()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("INCL", 1m, "INCL");

        Accept(given.Set(order.Lines[0], order, (LineField.VatProdPostingGroup, "VAT9")));

        Assert.Equal(
            (109m, 100m, 109m),
            (order.Lines[0].UnitPrice, order.Amount, order.AmountInclVat)
        );
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void LIN11_and_H12_what_is_not_invoiced_cannot_be_deleted(Direction direction)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 2m);
        order.Lines[0].QtyDelivered = 1m;

        var outcome = given.Remove(order.Lines[0], order);
        Assert.Equal(ProblemCodes.Linked, Assert.Single(outcome.Problems).Code);
        Assert.Single(DocumentEditing.FindAgainstDeleting(order));

        order.Lines[0].QtyInvoiced = 1m;
        Accept(given.Remove(order.Lines[0], order));
        Assert.Equal((0, 0m), (order.Lines.Count, order.AmountInclVat));
    }

    [Fact]
    public void REL09_texts_may_be_added_to_a_released_document_and_goods_not()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        order.Status = DocumentStatus.Released;

        Accept(
            given.Add(order, (LineField.Type, LineType.Comment), (LineField.Description, "Note"))
        );
        Accept(given.Set(order.Lines[0], order, (LineField.QtyToDeliver, 1m)));

        Assert.True(given.Add(order, Item("A", 1m)).IsRefused);
        Assert.True(given.Set(order.Lines[0], order, (LineField.Quantity, 1m)).IsRefused);
        Assert.True(given.Remove(order.Lines[0], order).IsRefused);
    }

    [Fact]
    public void API_L1_1_a_line_number_is_taken_once_and_lines_keep_their_order()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        LineEdit At(int lineNo) => new(Guid.NewGuid(), LineEditKind.Add, []) { LineNo = lineNo };

        var first = new DocumentEdit { Lines = [At(5000)] };
        Accept(DocumentEditing.Apply(order, first, given.Context));
        Assert.Equal([5000, 10000], order.Lines.Select(line => line.LineNo));

        var again = DocumentEditing.Apply(order, first, given.Context);
        Assert.Equal(EditCodes.LineNoTaken, Assert.Single(again.Problems).Code);
    }

    private static void Blank(TradeSetup setup) => setup.DefaultQtyToDeliverIsBlank = true;
}
