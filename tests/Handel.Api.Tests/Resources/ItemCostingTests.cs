using System.Globalization;
using System.Text.Json;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Costing methods over HTTP: the worked scenarios of inventory 24.1 by documents, and what may
/// be chosen when.
/// </summary>
public sealed class ItemCostingTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static int _numbers;

    [Theory]
    [InlineData("Fifo", 62.00, 6.00)]
    [InlineData("Lifo", 70.00, 5.00)]
    public async Task W01_W02_a_sale_costs_the_layers_of_its_method(
        string method,
        double cost,
        double unitCost
    )
    {
        var item = await Item(method);
        await Buy(item, "2026-01-05", (10, 5.00m));
        await Buy(item, "2026-01-07", (10, 6.00m));

        await Sell(item, "2026-01-09", new(12));

        Assert.Equal(-(decimal)cost, (await Costs(item, "Sale")).Single());
        Assert.Equal((decimal)unitCost, (await Card(item)).GetProperty("unitCost").GetDecimal());
        await ExpectWholeBooks();
    }

    [Fact]
    public async Task W05_W06_an_average_follows_what_comes_in_later_with_an_earlier_date()
    {
        var item = await Item("Average");
        await Buy(item, "2026-03-02", (10, 20.00m));
        await Sell(item, "2026-03-10", new(5));
        Assert.Equal(-100.00m, (await Costs(item, "Sale")).Single());

        await Buy(item, "2026-03-05", (10, 26.00m));

        Assert.Equal(-115.00m, (await Costs(item, "Sale")).Single());
        Assert.Equal(23.00m, (await Card(item)).GetProperty("unitCost").GetDecimal());
        await ExpectWholeBooks();
    }

    [Fact]
    public async Task W13_a_standard_cost_sends_the_difference_to_the_variance()
    {
        var item = await Item("Standard", new { standardCost = 100m });
        await Buy(item, "2026-03-02", (10, 93.50m));

        await Sell(item, "2026-03-03", new(4));

        Assert.Equal(-400.00m, (await Costs(item, "Sale")).Single());
        Assert.Equal([935.00m, 65.00m], await Values(item, "Purchase"));
        var card = await Card(item);
        Assert.Equal(100m, card.GetProperty("unitCost").GetDecimal());
        Assert.Equal(93.50m, card.GetProperty("lastDirectCost").GetDecimal());
        await ExpectWholeBooks();
    }

    [Fact]
    public async Task W22_goods_costed_one_by_one_leave_by_name()
    {
        var item = await Item("Specific");
        await Buy(item, "2026-03-02", (1, 120.00m));
        await Buy(item, "2026-03-03", (1, 135.00m));
        var second = (await Entries(item))[^1].GetProperty("entryNumber").GetInt32();

        var refused = await Sell(item, "2026-03-04", new(1), 400);
        await Sell(item, "2026-03-04", new(1, second));

        Assert.Contains("one by one", refused.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(-135.00m, (await Costs(item, "Sale")).Single());
        await ExpectWholeBooks();
    }

    [Fact]
    public async Task IT_06_the_method_stays_once_there_are_entries()
    {
        var item = await Item("Lifo");
        await Change(item, new { costingMethod = "Fifo" });
        await Buy(item, "2026-03-02", (1, 12.00m));

        var refused = await Change(item, new { costingMethod = "Average" }, 400);
        var cost = await Change(item, new { unitCost = 11m }, 400);
        var service = await trade.Post(
            $"{trade.Trade}/items",
            new
            {
                number = Number(),
                type = "Service",
                costingMethod = "Lifo",
            },
            400
        );

        Assert.Contains("in use", refused.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("in use", cost.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("only stocked items", service.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IT_02_a_new_item_takes_the_method_of_the_setup()
    {
        await Setup(new { defaultCostingMethod = "Lifo" });

        var stocked = await trade.Post("items", new { number = Number() });
        var service = await trade.Post("items", new { number = Number(), type = "Service" });
        await Setup(new { defaultCostingMethod = "Fifo" });

        Assert.Equal("Lifo", Method(await Card(stocked)));
        Assert.Equal("Fifo", Method(await Card(service)));
    }

    [Fact]
    public async Task CM_04_the_terms_of_an_average_stay_once_it_is_used()
    {
        var item = await Item("Average");
        await Buy(item, "2026-03-02", (1, 12.00m));

        var refused = await Setup(new { averageCostPeriod = "Month" }, 400);
        await Setup(new { averageCostPeriod = "Day", preventNegativeInventory = false });

        Assert.Contains(
            "average cost have entries",
            refused.GetRawText(),
            StringComparison.Ordinal
        );
    }

    private static string Number() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"COST{Interlocked.Increment(ref _numbers):000}"
        );

    private static string Method(JsonElement card) =>
        card.GetProperty("costingMethod").GetString()!;

    private async Task<JsonElement> Item(string method, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["number"] = Number();
        body["displayName"] = "Costed";
        body["taxGroupCode"] = "HOOG";
        body["costingMethod"] = method;
        return await trade.Post($"{trade.Trade}/items", body);
    }

    private Task<JsonElement> Card(JsonElement item) =>
        trade.Get($"{trade.Trade}/items({item.GetProperty("id")})");

    private Task<JsonElement> Change(JsonElement item, object change, int status = 200) =>
        trade.Patch($"{trade.Trade}/items({item.GetProperty("id")})", change, status);

    private async Task<JsonElement> Setup(object change, int status = 200)
    {
        var path = $"{trade.Trade}/inventorySetup";
        var row = (await trade.Get(path)).GetProperty("value")[0];
        return await trade.Patch($"{path}({SettledBooks.Id(row)})", change, status);
    }

    private async Task Buy(JsonElement item, string date, (int Quantity, decimal Price) goods)
    {
        var draft = await trade.Post(
            "purchaseInvoices",
            new
            {
                vendorNumber = "40000",
                vendorInvoiceNumber = Number(),
                invoiceDate = date,
                postingDate = date,
                purchaseInvoiceLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = item.GetProperty("number").GetString(),
                        quantity = goods.Quantity,
                        unitCost = goods.Price,
                    },
                },
            }
        );
        await trade.Post(
            $"{trade.Trade}/purchaseInvoices({SettledBooks.Id(draft)})/{Post}",
            new { },
            200
        );
    }

    private async Task<JsonElement> Sell(
        JsonElement item,
        string date,
        Goods goods,
        int status = 200
    )
    {
        var draft = await trade.Post(
            $"{trade.Trade}/salesInvoices",
            new
            {
                customerNumber = "10000",
                invoiceDate = date,
                postingDate = date,
                salesInvoiceLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = item.GetProperty("number").GetString(),
                        quantity = goods.Quantity,
                        unitPrice = 200m,
                        appliesToItemEntry = goods.AppliesTo,
                    },
                },
            }
        );
        var path = $"{trade.Trade}/salesInvoices({SettledBooks.Id(draft)})/{Post}";
        return await trade.Post(path, new { }, status);
    }

    private const string Post = "Microsoft.NAV.post";

    /// <summary>How many leave, and the item entry that they name or 0.</summary>
    private sealed record Goods(int Quantity, int AppliesTo = 0);

    private async Task<List<JsonElement>> Entries(JsonElement item) =>
        await Rows("itemLedgerEntries", item);

    private async Task<List<decimal>> Costs(JsonElement item, string entryType) =>
        [
            .. (await Entries(item))
                .Where(e => e.GetProperty("entryType").GetString() == entryType)
                .Select(e => e.GetProperty("costAmountActual").GetDecimal()),
        ];

    /// <summary>Actual costs of the value entries of one kind of movement.</summary>
    private async Task<List<decimal>> Values(JsonElement item, string entryType)
    {
        var entries = (await Entries(item))
            .Where(e => e.GetProperty("entryType").GetString() == entryType)
            .Select(e => e.GetProperty("entryNumber").GetInt32())
            .ToHashSet();
        return
        [
            .. (await Rows("valueEntries", item))
                .Where(v => entries.Contains(v.GetProperty("itemLedgerEntryNumber").GetInt32()))
                .Select(v => v.GetProperty("costAmountActual").GetDecimal()),
        ];
    }

    private async Task<List<JsonElement>> Rows(string set, JsonElement item)
    {
        var number = item.GetProperty("number").GetString();
        var path = $"{trade.Trade}/{set}?$filter=itemNumber eq '{number}'&$orderby=entryNumber";
        return [.. (await trade.Get(path)).GetProperty("value").EnumerateArray()];
    }

    private async Task ExpectWholeBooks()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        var verdict = await new VerifyBooks(database).Verify(
            null,
            new Progress<OperationProgress>()
        );
        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
    }
}
