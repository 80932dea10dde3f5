using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Data.Loading;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Testing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Ledger;

public sealed class StockBelowZero(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_sale_does_not_load_the_sales_that_wait_and_a_purchase_supplies_them()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var company = await TradingCompany.Create(fixture.ConnectionString);
        for (var i = 0; i < 5; i++)
            await Trade(company, Direction.Sale, 2m, 49.95m);

        var forSale = await Load(company, -1m);
        var forPurchase = await Load(company, 1m);
        await Trade(company, Direction.Purchase, 12m, 31.00m);

        Assert.Empty(forSale.Stock.Entries.Values);
        Assert.Equal(-10m, forSale.Stock.Balances["A"].Quantity);
        Assert.Equal(5, forPurchase.Stock.Entries.Values.Count());
        await using var db = company.Open();
        Assert.Equal(0, await db.ItemEntries.CountAsync(e => e.IsOpen && e.Quantity < 0, ct));
        Assert.Equal(62.00m, await db.StockBalances.SumAsync(stock => stock.CostAmount, ct));
    }

    private static async Task Trade(
        TradingCompany company,
        Direction direction,
        decimal quantity,
        decimal price
    )
    {
        var draft = await company.Draft(direction, DocumentKind.Order, ("A", quantity, price));
        Assert.Empty((await company.Post(draft)).Problems);
    }

    private static async Task<Books> Load(TradingCompany company, decimal quantity)
    {
        await using var db = company.Open();
        var location = (await db.StockBalances.SingleAsync()).LocationCode;
        var setup = await SetupLoader.Load(db);
        var needs = new BooksNeeds();
        needs.AddMovement(new StockKey("A", "", location), quantity, TradingCompany.Today);
        return await new BooksLoader(new RoundTrip(db)).Load(setup, needs, new LedgerCounters());
    }
}
