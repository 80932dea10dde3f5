using System.Linq.Expressions;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Testing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Ledger;

public sealed class PostingToTheBooks(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Bought_goods_are_sold_at_their_cost_and_the_books_balance()
    {
        await using var company = await TradingCompany.Create(fixture.ConnectionString);
        var bought = await company.Draft(
            Direction.Purchase,
            DocumentKind.Order,
            ("A", 10m, 30.00m),
            ("B", 20m, 2.50m)
        );
        var receipt = await company.Post(bought);
        Assert.Empty(receipt.Problems);
        var sold = await company.Draft(
            Direction.Sale,
            DocumentKind.Order,
            ("A", 3m, 49.95m),
            ("B", 12m, 4.17m)
        );

        var outcome = await company.Post(sold);

        Assert.Empty(outcome.Problems);
        await using var db = company.Open();
        Assert.Equal(0m, await db.GlEntries.SumAsync(entry => entry.Amount));
        Assert.Equal(120.00m, await Balance(db, "7010"));
        Assert.Equal(230.00m, await Balance(db, "3010"));
        Assert.Equal(-199.89m, await Balance(db, "8010"));
        Assert.Equal(7m, (await db.StockBalances.SingleAsync(s => s.ItemNo == "A")).Quantity);
        Assert.False(await db.Documents.AnyAsync(d => d.Id == sold.Id));
        var posted = await db.Documents.SingleAsync(d => d.Id == outcome.Plan.ResultId);
        Assert.Equal(DocumentKind.Invoice, posted.Kind);
        Assert.True(posted.IsPosted);
        Assert.Equal(2, await db.GlRegisters.CountAsync());
        Assert.Equal(2, await db.ValueEntries.CountAsync(v => v.DocumentNo == posted.No));
        Assert.Equal(4, await db.GlEntries.CountAsync(Costs(posted.No)));
    }

    private static Expression<Func<GlEntry, bool>> Costs(string documentNo) =>
        entry => entry.DocumentNo == documentNo && entry.ValueEntryNo != 0;

    private static Task<decimal> Balance(HandelDbContext db, string accountNo) =>
        db
            .GlDayTotals.Where(day => day.AccountNo == accountNo)
            .SumAsync(day => day.Debit - day.Credit);
}
