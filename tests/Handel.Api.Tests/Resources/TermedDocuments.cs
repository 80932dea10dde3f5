using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Documents under invoice discount terms, made and read over HTTP.</summary>
public abstract class TermedDocuments(TradeServer trade) : IClassFixture<TradeServer>
{
    protected TradeServer Trade => trade;

    protected static readonly object[] Small = [Line("1000", 2, 125m)];

    protected static readonly object[] W04 =
    [
        Line("1000", 6, 125m),
        Line("1001", 10, 33.33m),
        new
        {
            lineType = "Item",
            lineObjectNumber = "1000",
            quantity = 1,
            unitPrice = 90m,
            allowInvoiceDiscount = false,
        },
    ];

    /// <summary>Every test begins with the terms of W-04 and the switches off.</summary>
    protected async ValueTask Begin()
    {
        foreach (var set in new[] { "customerInvoiceDiscounts", "vendorInvoiceDiscounts" })
        foreach (var tier in await Rows($"{trade.Trade}/{set}"))
            await trade.Delete($"{trade.Trade}/{set}({Text(tier, "id")})");
        await Tiers("customer", "10000", (0m, 0m, 10m), (500m, 2m, 0m), (1000m, 5m, 0m));
        await Rule("sales", isOn: false);
    }

    protected const string Percent = "invoiceDiscountPercent";

    protected async Task Tiers(
        string party,
        string code,
        params (decimal From, decimal Pct, decimal Charge)[] tiers
    )
    {
        foreach (var (from, pct, charge) in tiers)
            await trade.Post(
                $"{trade.Trade}/{party}InvoiceDiscounts",
                new
                {
                    code,
                    minimumAmount = from,
                    discountPercent = pct,
                    serviceCharge = charge,
                }
            );
    }

    protected async Task Rule(string area, bool isOn)
    {
        var setup = Assert.Single(await Rows($"{trade.Trade}/{area}Setup"));
        await trade.Patch(
            $"{trade.Trade}/{area}Setup({Text(setup, "id")})",
            new { calculateInvoiceDiscount = isOn }
        );
    }

    protected async Task<string> Customer(string discountCode)
    {
        var made = await trade.Post(
            $"{trade.Trade}/customers",
            new { displayName = discountCode, invoiceDiscountCode = discountCode }
        );
        return Text(made, "number");
    }

    protected Task<JsonElement> Order(object[] lines) =>
        Order(lines, "sales", ("customer", "10000"));

    protected Task<JsonElement> Order(
        object[] lines,
        string area,
        (string Kind, string No) party
    ) =>
        trade.Post(
            $"{trade.Trade}/{area}Orders",
            new Dictionary<string, object>
            {
                [$"{party.Kind}Number"] = party.No,
                [$"{area}OrderLines"] = lines.Select(line => AsBought(line, area)),
            }
        );

    // The figures of W-04 as costs instead of prices.
    protected static JsonObject AsBought(object line, string area)
    {
        var body = JsonSerializer.SerializeToNode(line)!.AsObject();
        if (area == "purchase" && body.Remove("unitPrice", out var price))
            body["directUnitCost"] = price;
        return body;
    }

    protected static Dictionary<string, object> Line(
        string item,
        int quantity,
        decimal? price = null,
        string priceName = "unitPrice"
    )
    {
        var line = new Dictionary<string, object>
        {
            ["lineType"] = "Item",
            ["lineObjectNumber"] = item,
            ["quantity"] = quantity,
        };
        if (price is { } given)
            line[priceName] = given;
        return line;
    }

    protected string PathOf(JsonElement order, string area = "sales") =>
        $"{trade.Trade}/{area}Orders({Text(order, "id")})";

    protected Task<JsonElement> Call(
        JsonElement order,
        string action,
        object body,
        int status = 200
    ) => trade.Post($"{PathOf(order)}/Microsoft.NAV.{action}", body, status);

    protected Task<List<JsonElement>> Lines(JsonElement order, string area = "sales") =>
        Rows($"{PathOf(order, area)}/{area}OrderLines");

    protected async Task<JsonElement> ShipAndInvoice(JsonElement order)
    {
        var posted = await Call(order, "post", new { ship = true, invoice = true });
        var made = posted.GetProperty("documents").EnumerateArray().Last();
        return await trade.Get($"{trade.Trade}/salesInvoices({Text(made, "id")})");
    }

    protected async Task<List<JsonElement>> Rows(string path) =>
        [.. (await trade.Get(path)).GetProperty("value").EnumerateArray()];

    protected async Task Expect(string path, params decimal[] figures)
    {
        var invoice = await trade.Get(path);
        Assert.Equal(figures[0], Money(invoice, "discountAmount"));
        Expect(invoice, figures[1], figures[2], figures[3]);
    }

    protected static void Expect(JsonElement document, decimal net, decimal tax, decimal total) =>
        Assert.Equal(
            (net, tax, total),
            (
                Money(document, "totalAmountExcludingTax"),
                Money(document, "totalTaxAmount"),
                Money(document, "totalAmountIncludingTax")
            )
        );

    protected static string Rule(JsonElement refused) =>
        Text(refused.GetProperty("error").GetProperty("innererror"), "rule");

    protected static decimal Money(JsonElement row, string name) =>
        row.GetProperty(name).GetDecimal();

    protected static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();
}
