using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

public sealed partial class SettlementTests
{
    // 1,210.00 and 121.00 with 2 % until the 16th: both paid late, one is forgiven it.
    [Fact]
    public async Task DSC_40_a_late_discount_is_given_on_one_of_two_entries()
    {
        var books = await SettledBooks.Begin(
            trade,
            gl =>
                (gl.PmtDiscTolerancePolicy, gl.PmtDiscGracePeriod) = (
                    Ledgers.Setup.TolerancePolicy.Ask,
                    "5D"
                )
        );
        var terms = await books.Terms();
        var first = await books.Invoice(new { paymentTermsId = terms }, ("1000", 1000m));
        var second = await books.Invoice(new { paymentTermsId = terms }, ("1000", 100m));
        var payment = await books.Pay(new(-1306.80m, Day.AddDays(16)));

        await books.Apply(
            payment,
            new
            {
                entries = new object[]
                {
                    new { id = SettledBooks.Id(first), acceptLateDiscount = true },
                    new { id = SettledBooks.Id(second), acceptLateDiscount = false },
                },
            }
        );

        await books.ExpectClosed(first, second, payment);
        var details = await books.Details(payment);
        Assert.Equal(
            [("PaymentDiscountTolerance", -24.20m, -24.20m)],
            details.Where(detail =>
                detail.Item1.StartsWith("PaymentDisc", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task ENT_20_fields_of_an_open_entry_are_changed_with_a_log()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var path = $"{books.Entries}({SettledBooks.Id(invoice)})";

        var changed = await trade.Patch(path, new { dueDate = "2026-05-01", onHold = "JJ" });

        Assert.Equal("2026-05-01", changed.GetProperty("dueDate").GetString());
        var tooMuch = await trade.Patch(path, new { maxPaymentTolerance = 200m }, 400);
        Assert.Contains("maxPaymentTolerance", Message(tooMuch), StringComparison.Ordinal);
        var number = invoice.GetProperty("entryNumber").GetInt32();
        var log = await books.Rows(
            $"customerLedgerEntryEdits?$filter=customerLedgerEntryNumber eq {number}"
        );
        Assert.Equal(
            [("dueDate", "2026-05-01"), ("onHold", "JJ")],
            log.Select(row =>
                (row.GetProperty("field").GetString()!, row.GetProperty("newValue").GetString()!)
            )
        );
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task ENT_20_a_change_of_what_another_changed_before_is_refused()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var path = $"{books.Entries}({SettledBooks.Id(invoice)})";
        var read = await trade.Get(path);
        await trade.Patch(path, new { onHold = "JJ" });

        using var request = new HttpRequestMessage(HttpMethod.Patch, path)
        {
            Content = JsonContent.Create(new { onHold = "KM" }),
        };
        request.Headers.TryAddWithoutValidation(
            "If-Match",
            read.GetProperty("@odata.etag").GetString()
        );
        using var client = new HttpClient { BaseAddress = trade.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = trade
            .Client
            .DefaultRequestHeaders
            .Authorization;
        var answer = await client.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.StatusCode);
    }

    // The price is such that the amount with 21 % is whole.
    private static Task<JsonElement> Net(SettledBooks books, decimal amount, object header) =>
        books.Invoice(header, ("1000", amount / 1.21m));

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

    private static async Task<IEnumerable<(decimal, decimal)>> Vat(SettledBooks books)
    {
        var rows = await books.Rows("taxEntries?$orderby=entryNumber desc&$top=2");
        return rows.AsEnumerable()
            .Reverse()
            .Select(row =>
                (row.GetProperty("base").GetDecimal(), row.GetProperty("amount").GetDecimal())
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

    private static string Message(JsonElement error) =>
        error.GetProperty("error").GetProperty("message").GetString()!;

    private static string Code(JsonElement error) =>
        error.GetProperty("error").GetProperty("code").GetString()!;
}
