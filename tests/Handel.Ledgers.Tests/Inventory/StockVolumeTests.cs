using System.Diagnostics;
using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>
/// The size of a year's import: 200,000 movements in documents of 20 lines, 50 documents a batch.
/// Times are printed, not asserted; what must hold is that the figures do.
/// </summary>
public sealed class StockVolumeTests(ITestOutputHelper output)
{
    private const int Documents = 10_000;
    private const int LinesPerDocument = 20;
    private const int DocumentsPerBatch = 50;

    [Theory]
    [InlineData(2_000)]
    [InlineData(1)]
    public void Two_hundred_thousand_movements_leave_true_balances(int buckets)
    {
        var books = new StockBook().Books;
        var (values, applications) = (0, 0);

        var watch = Stopwatch.StartNew();
        for (var document = 0; document < Documents; document += DocumentsPerBatch)
        {
            var batch = books.Fork();
            for (var i = document; i < document + DocumentsPerBatch; i++)
            {
                var posting = PostDocument(batch, i, buckets);
                values += posting.ValueEntries.Count;
                applications += posting.ItemApplications.Count;
            }
            batch.Adopt();
        }
        watch.Stop();

        const int movements = Documents * LinesPerDocument;
        Report($"{buckets} buckets: {movements / watch.Elapsed.TotalSeconds:N0} movements/s, ");
        Report($"{values:N0} value entries, {applications:N0} applications");
        var entries = books.Stock.Entries.Changes.Values;
        var balance = books.Stock.Balances[StockBook.Item];
        Assert.Equal(movements, books.Stock.Entries.Changes.Count);
        Assert.Equal(entries.Sum(e => e.Entry.Quantity), balance.Quantity);
        Assert.Equal(entries.Sum(e => e.Entry.RemainingQuantity), balance.Quantity);
        Assert.Equal(entries.Sum(e => e.CostActual + e.CostExpected), balance.Cost);
    }

    [Fact]
    public void A_late_invoice_reaches_a_hundred_thousand_deliveries()
    {
        const int deliveries = 100_000;
        var book = new StockBook();
        var receipt = book.Receive("01-05", deliveries, 4m * deliveries);
        book.Post(
            StockBook.Day("01-06"),
            stock =>
            {
                var sale = StockBook.Sale("01-06", -1) with { InvoicedQuantity = -1 };
                for (var i = 0; i < deliveries; i++)
                    stock.Post(sale);
            }
        );

        var watch = Stopwatch.StartNew();
        book.Invoice("01-10", receipt, deliveries, 5m * deliveries);
        watch.Stop();

        Report($"{deliveries:N0} entries adjusted in {watch.Elapsed.TotalSeconds:N2} s");
        Assert.Equal(deliveries, book.Values.Count(v => v is { CostAmountActual: -1m }));
        Assert.Equal(0m, book.Value);
        Assert.Equal(5m * deliveries, book.Account("7000"));
    }

    /// <summary>One document in five receives twice what the other four ship.</summary>
    private static Posting PostDocument(Books batch, int document, int buckets)
    {
        var fork = batch.Fork();
        var day = DateOnly.FromDayNumber(StockBook.Day("01-01").DayNumber + document / 50);
        var posting = new Posting
        {
            RegisterNo = ++fork.Counters.Register,
            PostingDate = day,
            DocumentNo = "D",
            SourceCode = "TEST",
        };
        var stock = new StockPosting(fork, posting);
        var template = StockBook.Document("01-01") with { PostingDate = day, DocumentDate = day };
        for (var line = 0; line < LinesPerDocument; line++)
        {
            var variant = $"V{(document / 5 * 7919 + line) % buckets}";
            stock.Post(
                document % 5 == 0
                    ? StockBook.Purchase("01-01", 9) with
                    {
                        Document = template,
                        VariantCode = variant,
                        Amounts = new() { ExpectedCost = 50m + line },
                    }
                    : StockBook.Sale("01-01", -2) with
                    {
                        Document = template,
                        VariantCode = variant,
                        InvoicedQuantity = -2,
                    }
            );
        }
        fork.Adopt();
        return posting;
    }

    private void Report(string text) => output.WriteLine(text);
}
