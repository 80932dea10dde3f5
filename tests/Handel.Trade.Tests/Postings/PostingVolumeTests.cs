using System.Diagnostics;
using Handel.Kernel;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>
/// A document of 1,000 lines is what the design asks for; the figures go to the output.
/// </summary>
public class PostingVolumeTests(ITestOutputHelper output)
{
    private const int MillisecondsMax = 2000;

    [Theory]
    [InlineData(10, 200)]
    [InlineData(1000, 10)]
    public void An_order_of_many_lines_is_planned_at_once(int lineCount, int rounds)
    {
        var given = new PostingGiven();
        var books = given.Books();
        PostingGiven.Stockpile(books, [.. "ABCD".Select(c => ($"{c}", 1_000_000m, 3m))]);
        var lines = Enumerable.Range(0, lineCount);
        var order = given.Draft(
            Direction.Sale,
            DocumentKind.Order,
            [.. lines.Select(i => new LineGiven($"{"ABCD"[i % 4]}", 1m + i % 7, 1.05m * (i % 90)))]
        );
        DocumentPosting.Plan(given.Command(order), books);

        var clock = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
            Assert.False(DocumentPosting.Plan(given.Command(order), books).IsRefused);
        var each = clock.Elapsed.TotalMilliseconds / rounds;

        output.WriteLine($"{lineCount} lines: {each:F3} ms a plan");
        Assert.InRange(each, 0, MillisecondsMax);
    }
}
