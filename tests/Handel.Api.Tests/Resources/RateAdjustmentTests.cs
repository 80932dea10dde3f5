using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Adjusting exchange rates over HTTP, with the figures of S12 (finance 16).</summary>
public sealed class RateAdjustmentTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const string Adjust = "adjustExchangeRates";

    [Fact]
    public async Task S12_two_valuations_and_two_payments_end_at_what_was_paid()
    {
        var books = await SettledBooks.Begin(trade);
        await Quote("2025-12-01", 1.08m);
        await Quote("2026-01-31", 1.12m);
        await Quote("2026-02-28", 1.05m);
        var invoice = await Invoice(books, 5000m);
        Assert.Equal(4629.63m, invoice.GetProperty("amountLCY").GetDecimal());

        var preview = await Act("previewAdjustExchangeRates", At("2026-01-31"), 200);
        var january = await Act(Adjust, At("2026-01-31"), 200);

        Assert.Equal((4629.63m, 4464.29m, 0m, 165.34m), Row(preview));
        Assert.Equal((4629.63m, 4464.29m, 0m, 165.34m), Row(january));
        Assert.Equal(2, preview.GetProperty("generalLedgerEntries").GetArrayLength());
        Assert.Equal(1, preview.GetProperty("detailedCustomerLedgerEntries").GetArrayLength());
        Expect(await books.LastRegister(), ("9120", 165.34m), ("1300", -165.34m));
        await books.ExpectWholeBooks();

        var february = await Act(Adjust, At("2026-02-28"), 200);

        Assert.Equal((4464.29m, 4761.90m, 297.61m, 0m), Row(february));
        Expect(await books.LastRegister(), ("9120", -297.61m), ("1300", 297.61m));
        Assert.Equal(
            [
                ("UnrealizedLoss", -165.34m),
                ("UnrealizedGain", 165.34m),
                ("UnrealizedGain", 132.27m),
            ],
            await Unrealized(books, invoice)
        );
        await books.ExpectWholeBooks();

        var first = await books.Pay(
            new(-2000m, new(2026, 3, 5)) { Currency = "USD", Factor = 1.06m }
        );
        await books.Apply(first, invoice);
        Expect(
            await books.LastRegister(),
            // Realised 34.94 against 52.91 of the valuation taken back.
            ("9120", 17.97m),
            ("1300", -17.97m)
        );
        Assert.Equal((3000m, 2857.14m), await Left(books, invoice));
        await books.ExpectWholeBooks();
        var last = await books.Pay(
            new(-3000m, new(2026, 3, 20)) { Currency = "USD", Factor = 1.10m }
        );
        await books.Apply(last, invoice);

        Assert.Equal((0m, 0m), await Left(books, invoice));
        Assert.Equal(0m, (await Unrealized(books, invoice)).Sum(detail => detail.Amount));
        Assert.Equal((0m, 0m), await Left(books, last));
        await books.ExpectWholeBooks();
        await Again(books);
    }

    // ADJ-07, ADJ-08, E-ADJDATE: on the books that S12 left.
    private async Task Again(SettledBooks books)
    {
        var again = await Act(Adjust, At("2026-02-28"), 200);

        Assert.Equal(0, again.GetProperty("exchangeRateAdjustments").GetArrayLength());
        var currency = await trade.Get($"{trade.Trade}/currencies?$filter=code eq 'USD'");
        Assert.Equal(
            "2026-02-28",
            currency.GetProperty("value")[0].GetProperty("lastDateAdjusted").GetString()
        );
        var log = await books.Rows("exchangeRateAdjustments?$orderby=registerNumber");
        Assert.Equal(
            [("2026-01-31", "Customer", 165.34m), ("2026-02-28", "Customer", 0m)],
            log.Select(row =>
                (
                    row.GetProperty("endingDate").GetString()!,
                    row.GetProperty("accountType").GetString()!,
                    row.GetProperty("lossAmountLCY").GetDecimal()
                )
            )
        );
        await Invoice(books, 100m);
        var refused = await Act(Adjust, At("2026-01-31"), 400);
        Assert.Contains(
            "what was adjusted later stays",
            refused.GetProperty("error").GetProperty("message").GetString()!,
            StringComparison.Ordinal
        );
    }

    private async Task Quote(string from, decimal factor) =>
        await trade.Post(
            $"{trade.Trade}/exchangeRates",
            new
            {
                currencyCode = "USD",
                startingDate = from,
                exchangeRateAmount = factor,
                relationalExchangeRateAmount = 1m,
            }
        );

    private static Task<JsonElement> Invoice(SettledBooks books, decimal amount) =>
        books.Invoice(
            new
            {
                currencyCode = "USD",
                postingDate = "2026-01-02",
                invoiceDate = "2026-01-02",
            },
            ("1000", amount / 1.21m)
        );

    private static object At(string day) => new { endingDate = day, documentNumber = $"ADJ {day}" };

    private async Task<JsonElement> Act(string action, object body, int status)
    {
        var periods = await trade.Get($"{trade.Trade}/accountingPeriods?$top=1");
        var id = SettledBooks.Id(periods.GetProperty("value")[0]);
        return await trade.Post(
            $"{trade.Trade}/accountingPeriods({id})/Microsoft.NAV.{action}",
            body,
            status
        );
    }

    private static (decimal, decimal, decimal, decimal) Row(JsonElement answer)
    {
        var row = Assert.Single(answer.GetProperty("exchangeRateAdjustments").EnumerateArray());
        return (
            row.GetProperty("baseAmountLCY").GetDecimal(),
            row.GetProperty("adjustedBaseAmountLCY").GetDecimal(),
            row.GetProperty("gainAmountLCY").GetDecimal(),
            row.GetProperty("lossAmountLCY").GetDecimal()
        );
    }

    private static async Task<List<(string Type, decimal Amount)>> Unrealized(
        SettledBooks books,
        JsonElement invoice
    )
    {
        var number = invoice.GetProperty("entryNumber").GetInt32();
        var rows = await books.Rows(
            $"detailedCustomerLedgerEntries?$filter=customerLedgerEntryNumber eq {number}"
                + "&$orderby=entryNumber"
        );
        return
        [
            .. rows.Select(row =>
                    (
                        Type: row.GetProperty("entryType").GetString()!,
                        Amount: row.GetProperty("amountLCY").GetDecimal()
                    )
                )
                .Where(row => row.Type.StartsWith("Unrealized", StringComparison.Ordinal)),
        ];
    }

    private async Task<(decimal, decimal)> Left(SettledBooks books, JsonElement entry)
    {
        var now = await trade.Get($"{books.Entries}({SettledBooks.Id(entry)})");
        return (
            now.GetProperty("remainingAmount").GetDecimal(),
            now.GetProperty("remainingAmountLCY").GetDecimal()
        );
    }

    private static void Expect(
        Dictionary<string, decimal> booked,
        params (string Account, decimal Amount)[] expected
    ) =>
        Assert.Equal(
            expected.OrderBy(line => line.Account, StringComparer.Ordinal),
            booked
                .Select(line => (line.Key, line.Value))
                .OrderBy(line => line.Key, StringComparer.Ordinal)
        );
}
