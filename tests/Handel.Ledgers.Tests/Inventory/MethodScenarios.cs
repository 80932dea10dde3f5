using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>
/// The worked scenarios of inventory 24.1 for the methods beside FIFO, figures as given there.
/// </summary>
public sealed class MethodScenarios
{
    [Fact]
    public void W02_newest_layers_leave_first_under_lifo()
    {
        var book = Book(CostingMethod.Lifo);
        book.Buy("01-05", 10, 50m);
        book.Buy("01-07", 10, 60m);

        var sale = book.Sell("01-09", 12);

        Assert.Equal(-70.00m, book.Cost(sale));
        Assert.Single(book.Values, v => v.ItemEntryNo == sale);
        Assert.Equal(40.00m, book.Value);
        Assert.Equal(5.00m, book.Costs.UnitCost);
    }

    [Theory]
    [InlineData(3, 10, new[] { 1, 1, 1 }, new[] { -3.33, -3.34, -3.33 })]
    [InlineData(7, 20, new[] { 3, 3, 1 }, new[] { -8.57, -8.57, -2.86 })]
    public void W04_the_residual_of_an_average_rides_along(
        int bought,
        int total,
        int[] sold,
        double[] costs
    )
    {
        var book = Book(CostingMethod.Average);
        book.Buy("01-05", bought, total);

        var sales = sold.Select((quantity, at) => book.Sell($"01-0{6 + at}", quantity)).ToList();

        Assert.Equal(costs.Select(cost => (decimal)cost), sales.Select(book.Cost));
        Assert.DoesNotContain(book.Values, v => v.Type == ValueEntryType.Rounding);
        Assert.Equal(0m, book.Value);
        Assert.Equal(0m, book.Account("3000"));
    }

    [Theory]
    [InlineData(AverageCostPeriod.Day, 24.00, 49.14, 36.86)]
    [InlineData(AverageCostPeriod.Week, 24.00, 49.14, 36.86)]
    [InlineData(AverageCostPeriod.Month, 33.00, 44.00, 33.00)]
    public void W05_goods_of_one_period_share_their_cost(
        AverageCostPeriod period,
        double first,
        double second,
        double left
    )
    {
        var book = Book(CostingMethod.Average, period);
        book.Buy("03-02", 10, 40m);
        var sale = book.Sell("03-03", 6);
        book.Buy("03-12", 10, 70m);
        var last = book.Sell("03-13", 8);

        Assert.Equal(-(decimal)first, book.Cost(sale));
        Assert.Equal(-(decimal)second, book.Cost(last));
        Assert.Equal((decimal)left, book.Value);
        Assert.Equal((decimal)left, book.Account("3000"));
    }

    [Fact]
    public void W06_a_backdated_purchase_reaches_what_was_sold_after_it()
    {
        var book = Book(CostingMethod.Average);
        book.Buy("03-02", 10, 200m);
        var sale = book.Sell("03-10", 5);
        Assert.Equal(-100.00m, book.Cost(sale));

        book.Buy("03-05", 10, 260m);

        Assert.Equal(-115.00m, book.Cost(sale));
        var correction = Assert.Single(book.Values, v => v.IsAdjustment);
        Assert.Equal((sale, -15.00m), (correction.ItemEntryNo, correction.CostAmountActual));
        Assert.Equal(345.00m, book.Value);
    }

    [Fact]
    public void W10_a_fixed_application_takes_its_own_cost_out_of_the_pool()
    {
        var book = Book(CostingMethod.Average);
        book.Buy("03-02", 10, 100m);
        var second = book.Buy("03-02", 10, 160m);

        var back = book.Move(
            StockBook.Purchase("03-02", -4) with
            {
                InvoicedQuantity = -4,
                AppliesToEntryNo = second,
            }
        );
        var sale = book.Sell("03-02", 5);

        Assert.Equal((-64.00m, -61.25m), (book.Cost(back), book.Cost(sale)));
        Assert.Equal(134.75m, book.Value);
    }

    [Fact]
    public void W10_without_a_fixed_application_the_return_takes_the_average()
    {
        var book = Book(CostingMethod.Average);
        book.Buy("03-02", 10, 100m);
        book.Buy("03-02", 10, 160m);

        var back = book.Move(StockBook.Purchase("03-02", -4) with { InvoicedQuantity = -4 });
        var sale = book.Sell("03-02", 5);

        Assert.Equal((-52.00m, -65.00m), (book.Cost(back), book.Cost(sale)));
        Assert.Equal(143.00m, book.Value);
    }

    [Fact]
    public void W12_negative_stock_is_averaged_where_it_is_supplied()
    {
        var book = Book(CostingMethod.Average, AverageCostPeriod.Month);
        book.Buy("01-02", 2, 16m);
        var january = book.Sell("01-15", 5);
        Assert.Equal(-40.00m, book.Cost(january));

        book.Buy("02-10", 10, 95m);
        var february = book.Sell("02-20", 2);

        Assert.Equal((-46.25m, -18.50m), (book.Cost(january), book.Cost(february)));
        Assert.Equal(46.25m, book.Value);
        var entry = book.Books.Stock.Entries[january].Entry;
        Assert.Equal(StockBook.Day("02-10"), entry.ValuationDate);
        Assert.Equal(StockBook.Day("01-15"), entry.PostingDate);
        Assert.All(
            book.Values.Where(v => v.ItemEntryNo == january),
            v => Assert.Equal(StockBook.Day("01-15"), v.PostingDate)
        );
    }

    [Fact]
    public void W13_stock_stays_at_its_standard_and_the_difference_is_a_variance()
    {
        var book = new StockBook(
            (setup, _, item) =>
            {
                setup.ExpectedCostPostingToGl = true;
                item.CostingMethod = CostingMethod.Standard;
                item.StandardCost = item.UnitCost = 100m;
            }
        );
        var receipt = book.Receive("01-05", 10, 935m);
        Assert.Equal(1000.00m, book.Value);
        Assert.Equal(1000.00m, book.Account("3001"));

        book.Invoice("01-07", receipt, 10, 935m);
        var sale = book.Sell("01-09", 4);

        var variance = Assert.Single(book.Values, v => v.Type == ValueEntryType.Variance);
        Assert.Equal((receipt, 65.00m), (variance.ItemEntryNo, variance.CostAmountActual));
        Assert.Equal(-400.00m, book.Cost(sale));
        Assert.Equal(600.00m, book.Value);
        Assert.Equal(600.00m, book.Account("3000"));
        Assert.Equal(0m, book.Account("3001"));
        Assert.Equal(-935.00m, book.Account("7200"));
        Assert.Equal(-65.00m, book.Account("7220"));
    }

    [Fact]
    public void CP04_overhead_is_part_of_what_the_variance_takes_back()
    {
        var book = Standard(20m);

        book.Move(
            StockBook.Purchase("01-05", 5) with
            {
                InvoicedQuantity = 5,
                Amounts = new() { DirectCost = 90m, IndirectCost = 4.50m },
            }
        );

        Assert.Equal(100.00m, book.Value);
        Assert.Equal(-90.00m, book.Account("7200"));
        Assert.Equal(-4.50m, book.Account("7210"));
        Assert.Equal(-5.50m, book.Account("7220"));
        Assert.Equal((20m, 18m), (book.Costs.UnitCost, book.Costs.LastDirectCost));
    }

    [Fact]
    public void CP04_each_invoice_of_a_receipt_settles_its_share_of_the_standard()
    {
        var book = Standard(3.333m);
        var receipt = book.Receive("01-05", 7, 0m);
        Assert.Equal(23.33m, book.Value);

        book.Invoice("01-06", receipt, 3, 12m);
        Assert.Equal(-2.00m, book.Values[^1].CostAmountActual); // 10.00 of 23.33, less 12.00
        book.Invoice("01-07", receipt, 4, 12m);

        Assert.Equal(1.33m, book.Values[^1].CostAmountActual);
        Assert.Equal(23.33m, book.Value);
    }

    [Fact]
    public void CP07_an_adjustment_of_a_standard_item_comes_in_at_its_standard()
    {
        var book = Standard(20m);

        book.Move(
            StockBook.Purchase("01-05", 5) with
            {
                EntryType = ItemEntryType.PositiveAdjmt,
                InvoicedQuantity = 5,
                Amounts = new() { DirectCost = 90m },
            }
        );

        Assert.Equal(100.00m, book.Value);
        Assert.DoesNotContain(book.Values, v => v.Type == ValueEntryType.Variance);
    }

    [Fact]
    public void CM02_negative_stock_of_a_standard_item_costs_its_standard()
    {
        var book = Standard(20m);

        var sale = book.Move(StockBook.Sale("01-05", -2) with { UnitCost = 17m });

        Assert.Equal(-40.00m, book.Cost(sale));
    }

    [Fact]
    public void W22_goods_costed_one_by_one_take_the_entry_that_they_name()
    {
        var book = Book(CostingMethod.Specific);
        book.Buy("01-05", 1, 120m);
        var second = book.Buy("01-06", 1, 135m);

        var sale = book.Move(
            StockBook.Sale("01-07", -1) with
            {
                InvoicedQuantity = -1,
                AppliesToEntryNo = second,
            }
        );

        Assert.Equal(-135.00m, book.Cost(sale));
        Assert.Equal(120.00m, book.Value);
    }

    [Fact]
    public void CM03_goods_costed_one_by_one_leave_only_by_name()
    {
        var book = Book(CostingMethod.Specific);
        book.Buy("01-05", 1, 120m);

        var problems = StockChecks.FindProblems(book.Books, [StockBook.Sale("01-07", -1)]);

        var problem = Assert.Single(problems);
        Assert.Equal(ProblemCodes.SpecificEntry, problem.Code);
        Assert.Equal("appliesToItemEntry", problem.Field);
    }

    [Fact]
    public void CM04_an_item_may_be_averaged_over_all_its_places()
    {
        var book = new StockBook(
            (setup, _, item) =>
            {
                item.CostingMethod = CostingMethod.Average;
                setup.AverageCostCalcType = AverageCostCalcType.Item;
            }
        );
        book.Buy("04-01", 10, 100m);
        book.Move(
            StockBook.Purchase("04-01", 5) with
            {
                LocationCode = "SHOP",
                InvoicedQuantity = 5,
                Amounts = new() { DirectCost = 80m },
            }
        );

        var sale = book.Move(
            StockBook.Sale("04-02", -3) with
            {
                LocationCode = "SHOP",
                InvoicedQuantity = -3,
            }
        );

        Assert.Equal(-36.00m, book.Cost(sale)); // 180.00 over 15
    }

    [Fact]
    public void CM06_what_is_received_after_a_sale_of_the_same_day_counts_for_it()
    {
        var book = Book(CostingMethod.Average);
        book.Buy("03-02", 10, 100m);
        var sale = book.Sell("03-02", 5);

        book.Buy("03-02", 10, 160m);

        Assert.Equal(-65.00m, book.Cost(sale));
        Assert.Equal(195.00m, book.Value);
    }

    [Fact]
    public void CM07_an_empty_pool_leaves_the_cost_that_the_line_stated()
    {
        var book = Book(CostingMethod.Average);

        var sale = book.Move(
            StockBook.Sale("03-02", -2) with
            {
                InvoicedQuantity = -2,
                UnitCost = 7m,
            }
        );

        Assert.Equal(-14.00m, book.Cost(sale));
    }

    [Fact]
    public void CM09_a_late_invoice_averages_from_its_own_day_on()
    {
        var book = Book(CostingMethod.Average);
        book.Buy("03-01", 4, 40m);
        var before = book.Sell("03-02", 1);
        var receipt = book.Receive("03-03", 3, 30m);
        var after = book.Sell("03-04", 2);

        book.Invoice("03-20", receipt, 3, 48m);

        Assert.Equal(-10.00m, book.Cost(before));
        Assert.Equal(-26.00m, book.Cost(after)); // (30.00 + 48.00) / 6 each
        Assert.Equal(52.00m, book.Value);
        Assert.Single(book.Values, v => v.IsAdjustment);
    }

    [Fact]
    public void AP07_a_return_of_an_averaged_sale_follows_its_cost()
    {
        var book = Book(CostingMethod.Average);
        book.Buy("03-01", 10, 100m);
        var sale = book.Sell("03-05", 4);
        var back = book.Move(
            StockBook.Sale("03-08", 2) with
            {
                InvoicedQuantity = 2,
                AppliesFromEntryNo = sale,
            }
        );
        var last = book.Sell("03-09", 8);

        book.Buy("03-05", 10, 140m);

        Assert.Equal((-48.00m, 24.00m), (book.Cost(sale), book.Cost(back)));
        Assert.Equal(-96.00m, book.Cost(last));
        Assert.Equal(120.00m, book.Value);
    }

    private static StockBook Standard(decimal cost) =>
        new(
            (_, _, item) =>
            {
                item.CostingMethod = CostingMethod.Standard;
                item.StandardCost = item.UnitCost = cost;
            }
        );

    private static StockBook Book(CostingMethod method, AverageCostPeriod period = default) =>
        new(
            (setup, _, item) =>
            {
                item.CostingMethod = method;
                setup.AverageCostPeriod = period;
            }
        );
}
