using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>Behaviour of the stock engine that the worked scenarios do not show.</summary>
public sealed class StockPostingTests
{
    private readonly StockBook _book = new();

    [Fact]
    public void A_fork_that_is_not_adopted_leaves_no_trace()
    {
        _book.Buy("01-05", 3, 10m);
        var fork = _book.Books.Fork();
        var posting = NewPosting();

        new StockPosting(fork, posting).Post(
            StockBook.Sale("01-06", -3) with
            {
                InvoicedQuantity = -3,
            }
        );

        Assert.Equal(0m, fork.Stock.Balances[StockBook.Item].Quantity);
        Assert.Equal(3m, _book.Balance.Quantity);
        Assert.Equal(3m, _book.Books.Stock.Open(new(StockBook.Item, "", "")).InboundQuantity);
        Assert.Equal(1, _book.Books.Counters.Item);
        Assert.Empty(_book.Books.Stock.ApplicationsOf(1));
    }

    [Fact]
    public void Chain_within_one_posting_is_adjusted_through_the_return()
    {
        var (receipt, sale, back, again) = (0, 0, 0, 0);

        _book.Post(
            StockBook.Day("01-05"),
            stock =>
            {
                receipt = stock.Post(
                    StockBook.Purchase("01-05", 4) with
                    {
                        Amounts = new() { ExpectedCost = 40m },
                    }
                );
                sale = stock.Post(StockBook.Sale("01-05", -4) with { InvoicedQuantity = -4 });
                back = stock.Post(
                    StockBook.Sale("01-05", 2) with
                    {
                        InvoicedQuantity = 2,
                        AppliesFromEntryNo = sale,
                    }
                );
                again = stock.Post(StockBook.Sale("01-05", -1) with { InvoicedQuantity = -1 });
                stock.Invoice(
                    new()
                    {
                        ItemEntryNo = receipt,
                        Quantity = 4,
                        Document = StockBook.Document("01-05"),
                        Amounts = new() { DirectCost = 50m },
                    }
                );
            }
        );

        Assert.Equal(-50.00m, _book.Cost(sale));
        Assert.Equal(25.00m, _book.Cost(back));
        Assert.Equal(-12.50m, _book.Cost(again));
        Assert.Equal(12.50m, _book.Value);
        Assert.Equal(3, _book.Values.Count(v => v.IsAdjustment));
    }

    [Fact]
    public void AJ06_a_half_invoiced_delivery_is_corrected_in_both_parts()
    {
        var receipt = _book.Receive("01-05", 10, 100m);
        var sale = _book.Move(
            StockBook.Sale("01-06", -10) with
            {
                Amounts = new() { SalesExpected = 200m },
            }
        );
        _book.Invoice("01-07", sale, -4);
        Assert.Equal((40.00m, -40.00m), CostsOfLast());
        Assert.Equal(-80.00m, _book.Values[^1].SalesAmountExpected);

        _book.Invoice("01-08", receipt, 10, 110m);

        var corrections = _book
            .Values.Where(v => v.IsAdjustment)
            .Select(v => (v.DocumentNo, v.CostAmountExpected, v.CostAmountActual));
        Assert.Equal([("DOC 01-06", -6.00m, 0m), ("DOC 01-07", 0m, -4.00m)], corrections);
        _book.Invoice("01-09", sale, -6);
        Assert.Equal((66.00m, -66.00m), CostsOfLast());
        Assert.Equal(-120.00m, _book.Values[^1].SalesAmountExpected);
        Assert.Equal(0m, _book.Value);
    }

    [Fact]
    public void AP06_purchase_return_takes_the_layer_that_it_names()
    {
        _book.Buy("01-05", 5, 50m);
        var second = _book.Buy("01-06", 5, 80m);

        var back = _book.Move(
            StockBook.Purchase("01-07", -4) with
            {
                InvoicedQuantity = -4,
                AppliesToEntryNo = second,
            }
        );

        Assert.Equal(-64.00m, _book.Cost(back));
        Assert.Equal(66.00m, _book.Value);
        // Direct Cost Applied gets the cost back.
        Assert.Equal(-66.00m, _book.Account("7200"));
    }

    [Fact]
    public void AP13_a_return_into_its_own_open_delivery_nets_with_it()
    {
        var sale = _book.Move(
            StockBook.Sale("01-05", -5) with
            {
                InvoicedQuantity = -5,
                UnitCost = 8m,
            }
        );

        var back = _book.Move(
            StockBook.Sale("01-06", 5) with
            {
                InvoicedQuantity = 5,
                AppliesFromEntryNo = sale,
            }
        );

        Assert.Equal((-40.00m, 40.00m), (_book.Cost(sale), _book.Cost(back)));
        Assert.False(_book.Books.Stock.Entries[sale].Entry.IsOpen);
        Assert.False(_book.Books.Stock.Entries[back].Entry.IsOpen);
    }

    [Fact]
    public void ILE06_services_have_entries_without_stock_or_inventory_value()
    {
        var bought = _book.Move(
            StockBook.Purchase("01-05", 3) with
            {
                ItemNo = StockBook.Consultancy,
                InvoicedQuantity = 3,
                Amounts = new() { DirectCost = 150m },
            }
        );
        var sold = _book.Move(
            StockBook.Sale("01-06", -2) with
            {
                ItemNo = StockBook.Consultancy,
                UnitCost = 50m,
                Amounts = new() { SalesExpected = 160m },
            }
        );

        _book.Invoice("01-07", sold, -2);

        Assert.Equal([150m, 0m, -100m], _book.Values.Select(v => v.CostAmountNonInvtbl));
        Assert.Equal(-160m, _book.Values[^1].SalesAmountExpected);
        Assert.All(_book.Values, v => Assert.False(v.IsInventoriable));
        Assert.Equal(0m, _book.Value);
        Assert.Empty(CostPairs.Of(_book.Books.Setup, _book.Values).Pairs);
        var entry = _book.Books.Stock.Entries[bought].Entry;
        Assert.Equal((0m, false), (entry.RemainingQuantity, entry.IsOpen));
        Assert.False(_book.Books.Stock.Balances.Contains(StockBook.Consultancy));
    }

    [Fact]
    public void CM01_a_backdated_receipt_does_not_displace_what_was_applied()
    {
        _book.Buy("01-10", 5, 50m);
        var sale = _book.Sell("01-12", 3);

        _book.Buy("01-01", 5, 25m);
        var next = _book.Sell("01-13", 6);

        Assert.Equal(-30.00m, _book.Cost(sale));
        Assert.Equal(-35.00m, _book.Cost(next)); // 5 x 5.00 of 1 January, then 1 x 10.00
    }

    [Fact]
    public void CP10_a_cent_of_rounding_does_not_become_the_unit_cost()
    {
        _book.Buy("01-05", 4, 0.02m);

        _book.Sell("01-06", 1); // 0.005 rounds to 0.01, so that 3 are left for 0.01

        Assert.Equal(0.01m, _book.Value);
        Assert.Equal(0.005m, _book.Costs.UnitCost);
    }

    [Fact]
    public void RET11_negative_stock_without_a_line_cost_takes_the_card_of_the_item()
    {
        _book.Buy("01-05", 2, 21m);
        _book.Sell("01-06", 2);

        var sale = _book.Sell("01-07", 1);

        Assert.Equal(-10.50m, _book.Cost(sale));
        Assert.Equal(-10.50m, _book.Value);
    }

    [Fact]
    public void Entry_numbers_have_no_gaps()
    {
        _book.Buy("01-05", 3, 10m);
        _book.Sell("01-06", 1);
        _book.Sell("01-07", 1);
        _book.Sell("01-08", 1);

        var postings = _book.Postings;
        Assert.Equal([1, 2, 3, 4, 5], _book.Values.Select(v => v.EntryNo)); // 5 rounds off
        Assert.Equal([1, 2, 3, 4], postings.SelectMany(p => p.ItemEntries).Select(e => e.EntryNo));
        Assert.Equal(
            [1, 2, 3],
            postings.SelectMany(p => p.ItemApplications).Select(a => a.EntryNo)
        );
    }

    [Fact]
    public void Adjusting_with_part_of_the_applications_is_refused()
    {
        var receipt = _book.Receive("01-05", 3, 10m);
        _book.Sell("01-06", 2);
        var stock = _book.Books.Stock;
        var half = Stock.Of(stock.Entries.Changes.Values, [], [], []);
        var books = _book.Books.Fork();

        Assert.Throws<InvalidOperationException>(() =>
            new StockPosting(Given(books, half), NewPosting()).Adjust([receipt])
        );
    }

    private (decimal Expected, decimal Actual) CostsOfLast() =>
        (_book.Values[^1].CostAmountExpected, _book.Values[^1].CostAmountActual);

    private static Books Given(Books books, Stock stock) =>
        new()
        {
            Setup = books.Setup,
            Parties = books.Parties,
            Items = books.Items,
            ExternalNumbers = new(),
            NumberSeries = new(),
            PartyEntries = new(),
            Deliveries = new(),
            Stock = stock,
            Counters = books.Counters,
        };

    private static Posting NewPosting() =>
        new()
        {
            RegisterNo = 9,
            PostingDate = StockBook.Day("01-31"),
            DocumentNo = "D9",
            SourceCode = "TEST",
        };
}
