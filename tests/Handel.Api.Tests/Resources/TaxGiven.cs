using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Documents with VAT over HTTP, and what they come to in the books.</summary>
internal sealed class TaxGiven(TradeServer trade)
{
    /// <summary>A G/L line: account, VAT group, amount.</summary>
    public static object Line(string account, string taxCode, decimal price, bool isSale = true) =>
        isSale
            ? new
            {
                lineType = "Account",
                lineObjectNumber = account,
                taxCode,
                quantity = 1,
                unitPrice = price,
            }
            : new
            {
                lineType = "Account",
                lineObjectNumber = account,
                taxCode,
                quantity = 1,
                unitCost = price,
            };

    /// <summary>A customer or vendor of another country, with its VAT number.</summary>
    public Task<JsonElement> Party(string set, string number, string country, string vatNumber) =>
        trade.Post(
            set,
            new
            {
                number,
                displayName = $"{set} {number}",
                country,
                taxRegistrationNumber = vatNumber,
            }
        );

    public async Task<JsonElement> Draft(string set, object header, params object[] lines)
    {
        var draft = await trade.Post($"{trade.Trade}/{set}", header);
        // E-02: a vendor numbers its invoices.
        if (set == "purchaseInvoices")
            await trade.Patch(
                $"{trade.Trade}/{set}({Id(draft)})",
                new { vendorInvoiceNumber = $"F{Text(draft, "number")}" }
            );
        foreach (var line in lines)
            await trade.Post($"{trade.Trade}/{set}({Id(draft)})/{set[..^1]}Lines", line);
        return await trade.Get($"{trade.Trade}/{set}({Id(draft)})");
    }

    /// <summary>Posts; answers with the number of the posted document.</summary>
    public async Task<string> Post(string set, JsonElement draft)
    {
        var posted = await trade.Post(
            $"{trade.Trade}/{set}({Id(draft)})/Microsoft.NAV.post",
            set == "salesOrders" ? new { ship = true, invoice = true } : new { },
            200
        );
        return Text(posted.GetProperty("documents").EnumerateArray().Last(), "number");
    }

    public async Task<string> Posted(string set, object header, params object[] lines) =>
        await Post(set, await Draft(set, header, lines));

    /// <summary>Debit less credit, in the order of the entries.</summary>
    public async Task<(string Account, decimal Amount)[]> Gl(string documentNo)
    {
        var rows = await Rows(
            $"generalLedgerEntries?$filter=documentNumber eq '{documentNo}'&$orderby=entryNumber"
        );
        return
        [
            .. rows.Select(row =>
                (
                    Text(row, "accountNumber"),
                    Number(row, "debitAmount") - Number(row, "creditAmount")
                )
            ),
        ];
    }

    public Task<List<JsonElement>> Vat(string documentNo) =>
        Rows(
            $"{trade.Trade}/taxEntries?$filter=documentNumber eq '{documentNo}'"
                + "&$orderby=entryNumber"
        );

    public async Task<List<JsonElement>> Rows(string path) =>
        [.. (await trade.Get(path)).GetProperty("value").EnumerateArray()];

    public async Task<JsonElement> Only(string path) => Assert.Single(await Rows(path));

    /// <summary>Changes the one row of the VAT setup.</summary>
    public async Task Setup(object change)
    {
        var row = await Only($"{trade.Trade}/taxSetup");
        await trade.Patch($"{trade.Trade}/taxSetup({Id(row)})", change);
    }

    public async Task<JsonElement> Combination(string bus, string prod) =>
        await Only(
            $"{trade.Trade}/taxPostingSetups?$filter=taxBusinessPostingGroup eq '{bus}'"
                + $" and taxProductPostingGroup eq '{prod}'"
        );

    public static string Id(JsonElement row) => Text(row, "id");

    public static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();

    public static decimal Number(JsonElement row, string name) =>
        row.GetProperty(name).GetDecimal();
}
