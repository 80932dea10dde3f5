using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Testing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Ledger;

public sealed class PostingAtTheSameTime(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task One_order_is_posted_once_and_many_leave_no_hole_in_the_numbers()
    {
        await using var company = await TradingCompany.Create(fixture.ConnectionString);
        await company.Post(
            await company.Draft(Direction.Purchase, DocumentKind.Order, ("A", 1000m, 30.00m))
        );

        await OnlyOneOfTwoClientsPostsAnOrder(company);
        await SixtyFourOrdersTakeSixtyFourNumbers(company);
        await AStaleOrderIsRefused(company);
        await APreviewLeavesNoTrace(company);
    }

    // API-N-4
    private static async Task OnlyOneOfTwoClientsPostsAnOrder(TradingCompany company)
    {
        var order = await company.Draft(Direction.Sale, DocumentKind.Order, ("A", 2m, 49.95m));

        var outcomes = await Task.WhenAll(company.Post(order), company.Post(order));

        var refused = Assert.Single(outcomes, outcome => outcome.IsRefused);
        Assert.Equal(ProblemCodes.Concurrency, Assert.Single(refused.Problems).Code);
        await using var db = company.Open();
        Assert.Equal(998m, (await db.StockBalances.SingleAsync()).Quantity);
    }

    // NUM-06, INV-06, INV-20
    private static async Task SixtyFourOrdersTakeSixtyFourNumbers(TradingCompany company)
    {
        var orders = new List<TradeDocument>();
        for (var i = 0; i < 64; i++)
            orders.Add(await company.Draft(Direction.Sale, DocumentKind.Order, ("A", 1m, 49.95m)));

        var outcomes = await Task.WhenAll(orders.Select(order => company.Post(order)));

        Assert.DoesNotContain(outcomes, outcome => outcome.IsRefused);
        await using var db = company.Open();
        var numbers = await db
            .Documents.Where(d => d.IsPosted && d.Kind == DocumentKind.Invoice)
            .Where(d => d.Direction == Direction.Sale)
            .Select(d => d.No)
            .Order()
            .ToListAsync();
        Assert.Equal(65, numbers.Count);
        Assert.Equal("VF100001", numbers[0]);
        Assert.Equal("VF100065", numbers[^1]);
        Assert.Equal(
            await db.GlEntries.CountAsync(),
            await db.GlEntries.MaxAsync(entry => entry.EntryNo)
        );
    }

    private static async Task AStaleOrderIsRefused(TradingCompany company)
    {
        var order = await company.Draft(Direction.Sale, DocumentKind.Order, ("A", 2m, 49.95m));
        var seen = order.Copy();
        await company.Drafts.Release(new(company.Company.CompanyNo, order.Id));

        var outcome = await company.Post(seen);

        Assert.Equal(ProblemCodes.Concurrency, Assert.Single(outcome.Problems).Code);
    }

    // INV-09
    private static async Task APreviewLeavesNoTrace(TradingCompany company)
    {
        var order = await company.Draft(Direction.Sale, DocumentKind.Order, ("A", 2m, 49.95m));
        await using var db = company.Open();
        var before = await Numbers(db);

        var preview = await company.Preview(order);

        Assert.Equal(0m, preview.Plan.Posting!.GlEntries.Sum(entry => entry.Amount));
        Assert.Equal(before, await Numbers(db));
    }

    private static async Task<string> Numbers(HandelDbContext db)
    {
        var lines = await db.NumberSeries.SelectMany(series => series.Lines).ToListAsync();
        var used = lines.Select(line => $"{line.SeriesCode}={line.LastNoUsed}").Order();
        var state = await db.LedgerStates.SingleAsync();
        return $"{string.Join(';', used)} {state.Register} {state.Gl} {state.Value}";
    }
}
