using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>
/// The worked scenarios of inventory 24.1 that need FIFO only, figures as given there.
/// </summary>
public sealed class CostingScenarios
{
    private readonly StockBook _book = new();

    [Fact]
    public void W01_oldest_layers_leave_first_at_their_true_cost()
    {
        _book.Buy("01-05", 10, 50m);
        _book.Buy("01-07", 10, 60m);
        Assert.Equal(5.50m, _book.Costs.UnitCost);

        var sale = _book.Sell("01-09", 12);

        Assert.Equal(-62.00m, _book.Cost(sale));
        Assert.Single(_book.Values, v => v.ItemEntryNo == sale);
        Assert.Equal(48.00m, _book.Value);
        Assert.Equal(6.00m, _book.Costs.UnitCost);
    }

    [Fact]
    public void W03_residual_of_a_used_layer_is_rounded_off()
    {
        var purchase = _book.Buy("01-05", 3, 10m);

        var sales = new[] { "01-06", "01-07", "01-08" }.Select(d => _book.Sell(d, 1)).ToList();

        Assert.All(sales, sale => Assert.Equal(-3.33m, _book.Cost(sale)));
        var rounding = Assert.Single(_book.Values, v => v.Type == ValueEntryType.Rounding);
        Assert.Equal(purchase, rounding.ItemEntryNo);
        Assert.Equal(-0.01m, rounding.CostAmountActual);
        Assert.Equal(StockBook.Day("01-05"), rounding.PostingDate);
        Assert.Equal(0m, _book.Value);
        Assert.Equal(0.01m, _book.Account("7100"));
        Assert.Equal(0m, _book.Account("3000"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void W07_late_invoice_at_another_cost_reaches_what_was_sold(bool expectedToGl)
    {
        var book = new StockBook((setup, _, _) => setup.ExpectedCostPostingToGl = expectedToGl);
        var receipt = book.Receive("02-02", 10, 40m);
        Assert.Equal(expectedToGl ? 40m : 0m, book.Account("3001"));
        Assert.Equal(expectedToGl ? -40m : 0m, book.Account("1610"));
        var sale = book.Sell("02-04", 6);
        Assert.Equal(-24.00m, book.Cost(sale));
        Assert.Equal(24.00m, book.Account("7000"));

        book.Invoice("02-10", receipt, 10, 45m);

        var invoice = Assert.Single(book.Values, v => v is { InvoicedQuantity: 10m });
        Assert.Equal((-40m, 45m), (invoice.CostAmountExpected, invoice.CostAmountActual));
        var correction = Assert.Single(book.Values, v => v.IsAdjustment);
        Assert.Equal((sale, -3.00m), (correction.ItemEntryNo, correction.CostAmountActual));
        Assert.Equal("DOC 02-04", correction.DocumentNo);
        Assert.Equal(StockBook.Day("02-04"), correction.PostingDate);
        Assert.Equal(18.00m, book.Value);
        Assert.Equal(4.50m, book.Costs.UnitCost);
        Assert.Equal(
            (18.00m, 27.00m, -45.00m, 0m, 0m),
            (
                book.Account("3000"),
                book.Account("7000"),
                book.Account("7200"),
                book.Account("3001"),
                book.Account("1610")
            )
        );
    }

    [Fact]
    public void W09_return_with_link_takes_the_cost_of_the_sale()
    {
        _book.Buy("01-05", 5, 50m);
        _book.Buy("01-06", 5, 70m);
        var sale = _book.Sell("01-07", 5);
        Assert.Equal(-50.00m, _book.Cost(sale));
        Assert.Equal(14.00m, _book.Costs.UnitCost);

        var back = _book.Move(
            StockBook.Sale("01-08", 2) with
            {
                InvoicedQuantity = 2,
                AppliesFromEntryNo = sale,
            }
        );

        Assert.Equal(20.00m, _book.Cost(back));
        Assert.Equal(90.00m, _book.Value);
        Assert.Equal(12.85714m, _book.Costs.UnitCost);
        Assert.Equal(-3m, _book.Books.Stock.Entries[sale].Entry.ShippedQtyNotReturned);
    }

    [Fact]
    public void W09_return_without_link_takes_the_current_unit_cost()
    {
        _book.Buy("01-05", 5, 50m);
        _book.Buy("01-06", 5, 70m);
        _book.Sell("01-07", 5);

        var back = _book.Move(StockBook.Sale("01-08", 2) with { InvoicedQuantity = 2 });

        Assert.Equal(28.00m, _book.Cost(back));
        Assert.Equal(98.00m, _book.Value);
    }

    [Fact]
    public void W11_negative_stock_costs_what_supplies_it_later()
    {
        var book = new StockBook((_, _, item) => item.UnitCost = 8m);
        var sale = book.Sell("01-05", 5);
        Assert.Equal(-40.00m, book.Cost(sale));
        Assert.Equal(-5m, book.Books.Stock.Entries[sale].Entry.RemainingQuantity);

        book.Buy("01-10", 10, 92.50m);

        Assert.Equal(-46.25m, book.Cost(sale));
        Assert.Equal(-6.25m, Assert.Single(book.Values, v => v.IsAdjustment).CostAmountActual);
        Assert.Equal(46.25m, book.Value);
        var entry = book.Books.Stock.Entries[sale].Entry;
        Assert.False(entry.IsOpen);
        Assert.Equal(StockBook.Day("01-10"), entry.ValuationDate); // LE-12
    }

    [Fact]
    public void W11_variation_what_is_still_short_keeps_its_own_cost()
    {
        var book = new StockBook((_, _, item) => item.UnitCost = 8m);
        var sale = book.Sell("01-05", 5);

        book.Buy("01-10", 3, 27.75m);

        Assert.Equal(-43.75m, book.Cost(sale));
        Assert.Equal(-2m, book.Books.Stock.Entries[sale].Entry.RemainingQuantity);
        Assert.Equal(-16.00m, book.Value);
    }

    [Fact]
    public void W14_overhead_is_a_value_entry_of_its_own()
    {
        var receipt = _book.Receive("01-05", 8, 104.80m);

        _book.Post(
            StockBook.Day("01-06"),
            stock =>
                stock.Invoice(
                    new()
                    {
                        ItemEntryNo = receipt,
                        Quantity = 8,
                        Document = StockBook.Document("01-06"),
                        Amounts = new() { DirectCost = 96.00m, IndirectCost = 8.80m },
                    }
                )
        );
        var sale = _book.Sell("01-07", 3);

        Assert.Equal(-39.30m, _book.Cost(sale));
        Assert.Equal(65.50m, _book.Value);
        Assert.Equal(-96.00m, _book.Account("7200"));
        Assert.Equal(-8.80m, _book.Account("7210"));
    }

    [Fact]
    public void W18_expected_cost_is_reversed_by_share_and_the_last_invoice_takes_the_rest()
    {
        var receipt = _book.Receive("01-05", 7, 23.33m);

        _book.Invoice("01-06", receipt, 3, 10.20m);
        Assert.Equal(-10.00m, _book.Values[^1].CostAmountExpected);
        Assert.Equal(23.53m, _book.Value);
        _book.Invoice("01-07", receipt, 4, 13.10m);

        Assert.Equal(-13.33m, _book.Values[^1].CostAmountExpected);
        Assert.Equal(-13.33m, _book.Values[^1].PurchaseAmountExpected);
        Assert.Equal(23.30m, _book.Value);
    }

    [Fact]
    public void W20_unit_cost_and_last_direct_cost_follow_purchases_and_stock()
    {
        _book.Buy("01-05", 4, 44m);
        Assert.Equal((11m, 11m), (_book.Costs.UnitCost, _book.Costs.LastDirectCost));
        _book.Buy("01-06", 4, 52m);
        Assert.Equal((12m, 13m), (_book.Costs.UnitCost, _book.Costs.LastDirectCost));
        var sale = _book.Sell("01-07", 8);
        Assert.Equal(-96.00m, _book.Cost(sale));
        Assert.Equal((12m, 13m), (_book.Costs.UnitCost, _book.Costs.LastDirectCost));

        _book.Buy("01-08", 2, 20m);

        Assert.Equal((10m, 10m), (_book.Costs.UnitCost, _book.Costs.LastDirectCost));
    }

    [Fact]
    public void W20_last_direct_cost_is_before_discount_unit_cost_after()
    {
        _book.Move(
            StockBook.Purchase("01-05", 4) with
            {
                InvoicedQuantity = 4,
                Amounts = new() { DirectCost = 39.60m, Discount = 4.40m },
            }
        );

        Assert.Equal((9.90m, 11m), (_book.Costs.UnitCost, _book.Costs.LastDirectCost));
    }

    [Fact]
    public void W23_correction_of_a_closed_month_has_the_first_open_day()
    {
        var book = new StockBook((_, gl, _) => gl.AllowPostingFrom = StockBook.Day("02-01"));
        var receipt = book.Receive("01-20", 10, 100m);
        book.Sell("01-25", 10);

        book.Invoice("02-05", receipt, 10, 104m);

        var correction = Assert.Single(book.Values, v => v.IsAdjustment);
        Assert.Equal(-4.00m, correction.CostAmountActual);
        Assert.Equal(StockBook.Day("02-01"), correction.PostingDate);
        Assert.Equal(StockBook.Day("01-25"), correction.ValuationDate);
        Assert.Equal("DOC 01-25", correction.DocumentNo);
    }
}
