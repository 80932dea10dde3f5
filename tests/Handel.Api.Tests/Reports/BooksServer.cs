using System.Globalization;
using System.Text.Json;
using Handel.Api.Tests.Resources;
using Xunit;

namespace Handel.Api.Tests.Reports;

/// <summary>
/// Books of which every figure is known: invoices of 100 without VAT, six of customer 10000 with
/// the
/// due dates of check CV-110, one of customer 20000 from the year before, and a credit memo that
/// settles one of the six in April.
/// </summary>
public sealed class BooksServer : IAsyncLifetime
{
    public const string FirstDay = "2026-01-01";
    private readonly TradeServer trade = new();

    public TradeServer Trade => trade;
    public string SettledInvoice { get; private set; } = "";
    public string CreditMemo { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await trade.InitializeAsync();
        await trade.Post("customers", new { number = "20000", displayName = "Bakker" });
        await trade.Post(
            "items",
            new
            {
                number = "S100",
                displayName = "Advice",
                type = "Service",
                unitPrice = 100m,
                taxGroupCode = "NUL",
            }
        );
        await Invoice("20000", "2025-12-15", "2026-01-14");
        foreach (var due in (string[])["2026-03-31", "2026-03-30", "2026-03-01"])
            await Invoice("10000", "2026-01-10", due);
        SettledInvoice = await Invoice("10000", "2026-01-10", "2026-02-28", "EXT-28");
        foreach (var due in (string[])["2026-01-30", "2026-01-29"])
            await Invoice("10000", "2026-01-10", due);
        CreditMemo = await CreditOf(SettledInvoice);
        await Buy();
    }

    public ValueTask DisposeAsync() => trade.DisposeAsync();

    public async Task<List<JsonElement>> Rows(string set, string filter = "", string rest = "")
    {
        var options = filter.Length == 0 ? "" : "&$filter=" + Uri.EscapeDataString(filter);
        var answer = await trade.Get($"{trade.Trade}/{set}?x=y{options}{rest}");
        return [.. answer.GetProperty("value").EnumerateArray()];
    }

    public async Task<List<JsonElement>> Standard(string set, string filter = "")
    {
        var options = filter.Length == 0 ? "" : "?$filter=" + Uri.EscapeDataString(filter);
        var answer = await trade.Get($"{set}{options}");
        return [.. answer.GetProperty("value").EnumerateArray()];
    }

    public static decimal Amount(JsonElement row, string name) =>
        row.GetProperty(name).GetDecimal();

    public static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();

    private async Task<string> Invoice(
        string customer,
        string posted,
        string due,
        string external = ""
    )
    {
        var draft = await trade.Post(
            "salesInvoices",
            new
            {
                customerNumber = customer,
                externalDocumentNumber = external,
                invoiceDate = posted,
                postingDate = posted,
                salesInvoiceLines = new[] { Line },
            }
        );
        var id = Text(draft, "id");
        await trade.Patch($"salesInvoices({id})", new { dueDate = due });
        await trade.Post($"salesInvoices({id})/Microsoft.NAV.post", new { }, 204);
        return Text(await trade.Get($"salesInvoices({id})"), "number");
    }

    private async Task<string> CreditOf(string invoice)
    {
        var draft = await trade.Post(
            "salesCreditMemos",
            new
            {
                customerNumber = "10000",
                creditMemoDate = "2026-04-10",
                postingDate = "2026-04-10",
                invoiceNumber = invoice,
                salesCreditMemoLines = new[] { Line },
            }
        );
        var id = Text(draft, "id");
        await trade.Post($"salesCreditMemos({id})/Microsoft.NAV.post", new { }, 204);
        return Text(await trade.Get($"salesCreditMemos({id})"), "number");
    }

    private async Task Buy()
    {
        var order = await trade.Post(
            $"{trade.Trade}/purchaseOrders",
            new
            {
                vendorNumber = "40000",
                vendorInvoiceNumber = "V-77",
                postingDate = "2026-02-02",
                purchaseOrderLines = new object[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 5,
                        directUnitCost = 80m,
                    },
                },
            }
        );
        await trade.Post(
            $"{trade.Trade}/purchaseOrders({Text(order, "id")})/Microsoft.NAV.post",
            new { receive = true, invoice = true },
            200
        );
    }

    private static object Line { get; } = new
    {
        lineType = "Item",
        lineObjectNumber = "S100",
        quantity = 1,
    };
}
