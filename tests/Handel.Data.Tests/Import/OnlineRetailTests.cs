using System.Text.Json;
using System.Text.Json.Nodes;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Kernel;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Server;
using Handel.Testing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Data.Tests.Import;

public sealed class OnlineRetailTests(DatabaseFixture fixture)
    : IClassFixture<DatabaseFixture>,
        IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly string file = Path.GetTempFileName();
    private ServiceProvider services = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(file, SmallFile.Oddities);
        services = new ServiceCollection()
            .AddLogging()
            .AddHandel(fixture.ConnectionString)
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        File.Delete(file);
    }

    [Fact]
    public async Task Every_line_is_in_the_books_or_on_the_list()
    {
        var summary = await Import("Every line");

        Assert.Equal(4, (int)summary["invoices"]!);
        Assert.Equal(2, (int)summary["creditMemos"]!);
        Assert.Equal(1, (int)summary["adjustments"]!);
        Assert.Equal(60.00m, (decimal)summary["netSales"]!);
        Assert.Equal(
            [
                (13, "zero-amount"),
                (14, "sign"),
                (15, "malformed"),
                (16, "malformed"),
                (17, "quantity"),
                (18, "country"),
            ],
            summary["refused"]!
                .AsArray()
                .Select(line => ((int)line!["lineNo"]!, (string)line["reason"]!))
        );
    }

    [Fact]
    public async Task Home_sales_carry_VAT_and_sales_abroad_do_not()
    {
        var summary = await Import("VAT");

        await using var db = await Books(summary);
        var posted = await db
            .Documents.Where(d => d.IsPosted && d.Kind == DocumentKind.Invoice)
            .Where(d => d.Direction == Direction.Sale)
            .ToDictionaryAsync(d => d.ExternalDocumentNo);
        Assert.Equal(30.56m, posted["536365"].AmountInclVat); // 25.47 and 20 % of it
        Assert.Equal(10.05m, posted["536367"].AmountInclVat);
        Assert.Equal("CASH-GB", posted["536368"].PartyNo);
    }

    [Fact]
    public async Task Stock_is_what_was_bought_less_what_was_sold_and_written_off()
    {
        var summary = await Import("Stock");

        await using var db = await Books(summary);
        var stock = await db.ItemStocks.ToDictionaryAsync(s => s.ItemNo, s => s.Quantity);
        Assert.Equal(2m, stock["85123A"]); // 9 bought for 9 sold; 2 came back
        Assert.Equal(0m, stock["21777"]);
        var voucher = await db.Items.SingleAsync(item => item.No == "GIFT_0001_10");
        Assert.Equal(ItemType.Service, voucher.Type);
    }

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        var first = await Import("Twice");

        var second = await Import("Twice");

        foreach (var figure in new[] { "invoices", "creditMemos", "adjustments", "purchases" })
            Assert.Equal((int)first[figure]!, (int)second[figure]!);
        Assert.Equal((decimal)first["netSales"]!, (decimal)second["netSales"]!);
    }

    [Theory]
    [InlineData(CostingMethod.Fifo)]
    [InlineData(CostingMethod.Lifo)]
    [InlineData(CostingMethod.Average)]
    [InlineData(CostingMethod.Standard)]
    public async Task The_inventory_account_is_what_the_stock_is_worth(CostingMethod costing)
    {
        var summary = await Import($"Costed {costing}", costing);

        await using var db = await Books(summary);
        var account = (await db.Set<InventoryPostingSetup>().FirstAsync()).InventoryAccount;
        var worth = await db.ValueEntries.SumAsync(v => v.CostAmountActual + v.CostAmountExpected);
        var booked = await db.GlEntries.Where(e => e.AccountNo == account).SumAsync(e => e.Amount);
        Assert.All(
            await db.Items.Where(item => item.Type == ItemType.Inventory).ToListAsync(),
            item => Assert.Equal(costing, item.CostingMethod)
        );
        Assert.True(worth > 0m);
        Assert.Equal(worth, booked);
        Assert.Equal(worth, await db.StockBalances.SumAsync(stock => stock.CostAmount));
        var verdict = await new VerifyBooks(services.GetRequiredService<HandelDatabase>()).Verify(
            (string)summary["company"]!,
            new Progress<OperationProgress>(),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
    }

    private async Task<JsonObject> Import(string company, CostingMethod? costing = null)
    {
        var import = services.GetRequiredService<IOperation<FileImport>>();
        var request = new FileImport("online-retail", file, company) { Costing = costing };
        var nobody = new Progress<OperationProgress>();
        var result = await import.Run(request, nobody, TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings);
        return JsonSerializer.SerializeToNode(result.Summary, Json)!.AsObject();
    }

    private async Task<HandelDbContext> Books(JsonObject summary)
    {
        var database = services.GetRequiredService<HandelDatabase>();
        var name = (string)summary["company"]!;
        await using var all = database.Open(0);
        var company = await all.Companies.SingleAsync(c => c.Name == name);
        return database.Open(company.CompanyNo);
    }
}
