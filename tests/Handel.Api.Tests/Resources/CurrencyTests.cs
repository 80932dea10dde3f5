using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

public sealed class CurrencyTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private string Rates => $"{trade.Trade}/exchangeRates";

    [Fact]
    public async Task A_currency_and_its_rate_are_made_changed_and_deleted_together()
    {
        var made = await trade.Post(
            "currencies",
            new
            {
                code = "idr",
                displayName = "Rupiah",
                symbol = "Rp",
                amountRoundingPrecision = 1m,
            }
        );
        Assert.Equal("IDR 0:0", $"{Text(made, "code")} {Text(made, "amountDecimalPlaces")}");
        var currency = $"currencies({made.GetProperty("id")})";
        var changed = await trade.Patch(currency, new { amountDecimalPlaces = "0:2" });
        Assert.Equal("0:2", Text(changed, "amountDecimalPlaces"));
        await trade.Patch(currency, new { amountDecimalPlaces = "3:2" }, 400);
        await trade.Patch(currency, new { amountRoundingPrecision = 0m }, 400);
        var rate = await trade.Post(Rates, Rate("IDR", "2026-01-01", 10000m, 0.53m));
        await trade.Post(Rates, Rate("IDR", "2026-01-01", 10000m, 0.54m), 409);
        await trade.Patch($"{Rates}({rate.GetProperty("id")})", new { exchangeRateAmount = 100m });
        await trade.Patch(currency, new { code = "RPH" }, 400);

        var read = await trade.Get("currencyExchangeRates?$filter=currencyCode eq 'IDR'");

        var only = Assert.Single(read.GetProperty("value").EnumerateArray());
        Assert.Equal(100m, only.GetProperty("exchangeRateAmount").GetDecimal());
        Assert.Equal(0.53m, only.GetProperty("relationalExchangeRateAmount").GetDecimal());
        await trade.Delete(currency);
        var left = await trade.Get("currencyExchangeRates?$filter=currencyCode eq 'IDR'");
        Assert.Empty(left.GetProperty("value").EnumerateArray());
    }

    [Fact]
    public async Task The_own_currency_is_neither_made_nor_quoted()
    {
        await trade.Post("currencies", new { code = "EUR" }, 400);
        await trade.Post(Rates, Rate("EUR", "2026-01-01", 1m, 1m), 400);
        await trade.Post(Rates, Rate("SEK", "2026-01-01", 0m, 1m), 400);
        var rate = await trade.Post(
            Rates,
            new
            {
                currencyCode = "SEK",
                startingDate = "2026-01-01",
                exchangeRateAmount = 100m,
                relationalCurrencyCode = "EUR",
                relationalExchangeRateAmount = 8.9m,
            }
        );

        Assert.Equal("", Text(rate, "relationalCurrencyCode"));
    }

    [Fact]
    public async Task An_invoice_in_dollars_is_made_and_posted_once_there_is_a_rate()
    {
        var found = await trade.Get("currencies?$filter=code eq 'USD'");
        var currencyId = found.GetProperty("value")[0].GetProperty("id").GetGuid();
        var customer = await trade.Post(
            "customers",
            new
            {
                displayName = "Smith",
                country = "NL",
                currencyId,
            }
        );
        Assert.Equal("USD", Text(customer, "currencyCode"));
        var draft = new
        {
            customerId = customer.GetProperty("id").GetGuid(),
            postingDate = "2026-03-02",
            salesInvoiceLines = new[]
            {
                new
                {
                    lineType = "Item",
                    lineObjectNumber = "1000",
                    quantity = 1m,
                    unitPrice = 100m,
                },
            },
        };
        var unrated = await trade.Post("salesInvoices", draft);
        Assert.Equal(currencyId, unrated.GetProperty("currencyId").GetGuid());
        var refused = await trade.Post(Posting(unrated), new { }, 400);
        var message = refused.GetProperty("error").GetProperty("message").GetString();
        Assert.Contains("USD", message);
        await trade.Post(Rates, Rate("USD", "2026-01-01", 1m, 0.9m));

        var invoice = await trade.Post("salesInvoices", draft);
        await trade.Post(Posting(invoice), new { }, 204);

        Assert.Equal("USD", Text(invoice, "currencyCode"));
        await trade.Delete($"currencies({currencyId})", 400);
    }

    private static string Posting(JsonElement invoice) =>
        $"salesInvoices({invoice.GetProperty("id")})/Microsoft.NAV.post";

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static object Rate(string code, string date, decimal units, decimal worth) =>
        new
        {
            currencyCode = code,
            startingDate = date,
            exchangeRateAmount = units,
            relationalExchangeRateAmount = worth,
        };
}
