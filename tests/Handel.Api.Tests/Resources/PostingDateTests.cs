using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Allowed posting dates that move along with the day, over HTTP (GLS-01).</summary>
public sealed class PostingDateTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const StringComparison Comparison = StringComparison.Ordinal;

    [Fact]
    public async Task GLS_01_a_date_formula_stands_in_for_a_date_and_moves_along_with_the_day()
    {
        var books = await SettledBooks.Begin(trade);
        await Setup(new { allowPostingFrom = "2026-03-01", allowPostingTo = "2026-03-31" });
        var today = DateOnly.FromDateTime(DateTime.Now);
        var first = today.AddDays(-2);

        var changed = await Setup(
            new { allowPostingFromFormula = "-2D", allowPostingToFormula = "5D" }
        );
        var early = await Post(await Draft(books, SettledBooks.Text(first.AddDays(-1))));
        var inTime = await Post(await Draft(books, SettledBooks.Text(first)));
        var standard = (await trade.Get("generalLedgerSetup")).GetProperty("value")[0];
        var wrong = await Setup(new { allowPostingFromFormula = "soon" }, 400);
        var turned = await Setup(new { allowPostingToFormula = "-3D" }, 400);
        var back = await Setup(
            new { allowPostingFrom = "2026-03-01", allowPostingTo = "2027-03-31" }
        );

        Assert.Equal(
            ("-2D", "5D", "0001-01-01"),
            (
                Text(changed, "allowPostingFromFormula"),
                Text(changed, "allowPostingToFormula"),
                Text(changed, "allowPostingFrom")
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Contains(
            first.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            await early.Content.ReadAsStringAsync(),
            Comparison
        );
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(SettledBooks.Text(first), Text(standard, "allowPostingFrom"));
        Assert.Contains("soon", Whole(wrong), Comparison);
        Assert.Contains("allowPostingToFormula", Whole(turned), Comparison);
        Assert.Equal(
            ("", "", "2026-03-01"),
            (
                Text(back, "allowPostingFromFormula"),
                Text(back, "allowPostingToFormula"),
                Text(back, "allowPostingFrom")
            )
        );
    }

    private async Task<JsonElement> Setup(object change, int status = 200)
    {
        var path = $"{trade.Trade}/generalLedgerSetup";
        var row = (await trade.Get(path)).GetProperty("value")[0];
        return await trade.Patch($"{path}({SettledBooks.Id(row)})", change, status);
    }

    private async Task<string> Draft(SettledBooks books, string date)
    {
        var draft = await trade.Post(
            "salesInvoices",
            new
            {
                customerNumber = books.PartyNo,
                invoiceDate = date,
                postingDate = date,
                salesInvoiceLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                        unitPrice = 100m,
                    },
                },
            }
        );
        return SettledBooks.Id(draft);
    }

    private Task<HttpResponseMessage> Post(string id) =>
        trade.Client.PostAsJsonAsync(
            $"{trade.Trade}/salesInvoices({id})/Microsoft.NAV.post",
            new { }
        );

    private static string Whole(JsonElement error) => error.GetRawText();

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
