using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>What a collector notes on an entry, also when it is closed (ENT-20, AUD-06).</summary>
public sealed class EntryNoteTests(TradeServer trade) : IClassFixture<TradeServer>
{
    [Fact]
    public async Task ENT_20_a_promise_a_dispute_and_a_reference_are_noted_and_logged()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 1000m));
        var path = $"{books.Entries}({SettledBooks.Id(invoice)})";

        var noted = await trade.Patch(
            path,
            new
            {
                promisedPayDate = "2026-04-15",
                disputeStatus = "PRIJS",
                paymentReference = "RF18 5390",
            }
        );
        var payment = await books.Pay(new(-1210m, SettledBooks.Day.AddDays(3)));
        await books.Apply(payment, invoice);
        // Open fields are shut now, notes are not.
        await trade.Patch(path, new { dueDate = "2026-05-01" }, 400);
        await trade.Patch(path, new { disputeStatus = "", promisedPayDate = "0001-01-01" });

        Assert.Equal("2026-04-15", Text(noted, "promisedPayDate"));
        Assert.Equal("RF18 5390", Text(await trade.Get(path), "paymentReference"));
        Assert.Equal(
            [
                ("promisedPayDate", "", "2026-04-15"),
                ("disputeStatus", "", "PRIJS"),
                ("paymentReference", "", "RF18 5390"),
                ("promisedPayDate", "2026-04-15", ""),
                ("disputeStatus", "PRIJS", ""),
            ],
            await Log(books, invoice)
        );
        await books.ExpectWholeBooks();
    }

    private static async Task<IEnumerable<(string, string, string)>> Log(
        SettledBooks books,
        JsonElement entry
    )
    {
        var rows = await books.Rows(
            $"customerLedgerEntryEdits?$filter=customerLedgerEntryId eq {SettledBooks.Id(entry)}"
                + "&$orderby=number"
        );
        return rows.Select(row =>
            (Text(row, "field"), Text(row, "oldValue"), Text(row, "newValue"))
        );
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();
}
