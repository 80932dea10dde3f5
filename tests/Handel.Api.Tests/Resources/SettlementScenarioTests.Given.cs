using System.Net.Http.Json;
using System.Text.Json;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Api.Tests.Resources;

public sealed partial class SettlementScenarioTests
{
    // Whoever applies decides (DSC-23, DSC-26).
    private static Action<GlSetup> Tolerating(decimal pct, decimal max) =>
        gl =>
        {
            (gl.PaymentTolerancePct, gl.MaxPaymentToleranceAmount) = (pct, max);
            gl.PaymentTolerancePolicy = TolerancePolicy.Ask;
            gl.PmtDiscTolerancePolicy = TolerancePolicy.Ask;
        };

    private static object Foreign(string date) =>
        new
        {
            currencyCode = "USD",
            invoiceDate = date,
            postingDate = date,
        };

    private static object Accepting(IEnumerable<JsonElement> invoices) =>
        new
        {
            entries = invoices.Select(invoice => new { id = SettledBooks.Id(invoice) }),
            acceptTolerance = true,
        };

    private static IEnumerable<decimal> Tolerances(
        JsonElement done,
        IEnumerable<JsonElement> invoices
    )
    {
        var entries = done.GetProperty("entries").EnumerateArray().ToDictionary(SettledBooks.Id);
        return invoices.Select(one => Number(entries[SettledBooks.Id(one)], "toleranceAmount"));
    }

    private static Task<JsonElement> Pay(SettledBooks books, decimal amount, decimal factor) =>
        books.Pay(new(amount, Day.AddDays(9)) { Currency = "USD", Factor = factor });

    private static Task<HttpResponseMessage> ApplyAs(
        HttpClient clerk,
        SettledBooks books,
        JsonElement payment,
        JsonElement invoice
    ) =>
        clerk.PostAsJsonAsync(
            $"{books.Entries}({SettledBooks.Id(payment)})/Microsoft.NAV.apply",
            new { entries = new[] { new { id = SettledBooks.Id(invoice) } } }
        );

    private Task<JsonElement> Quote(string from, decimal factor) =>
        trade.Post(
            $"{trade.Trade}/exchangeRates",
            new
            {
                currencyCode = "USD",
                startingDate = from,
                exchangeRateAmount = factor,
                relationalExchangeRateAmount = 1m,
            }
        );

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

    private static decimal Number(JsonElement row, string name) =>
        row.GetProperty(name).GetDecimal();

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static string Message(JsonElement error) =>
        error.GetProperty("error").GetProperty("message").GetString()!;
}
