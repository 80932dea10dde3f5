using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.App.Users;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>Undoing over HTTP what a journal posted (REV-01..05, S35).</summary>
public sealed class JournalReversalTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly JournalServer journals = new(trade);

    [Fact]
    public async Task S35_a_journal_payment_is_reversed_once_on_the_side_where_it_stood()
    {
        var books = await SettledBooks.Begin(trade);
        var batch = await journals.Batch("ONTVANGST");
        await journals.Add(
            batch,
            new
            {
                documentNumber = "S35",
                accountNumber = books.PartyNo,
                amount = -500m,
            }
        );
        await journals.Post(batch);
        var register = await Register("S35");
        var path = $"{trade.Trade}/generalLedgerRegisters({Id(register)})";

        var preview = await trade.Post($"{path}/Microsoft.NAV.previewReverse", new { }, 200);
        var done = await trade.Post($"{path}/Microsoft.NAV.reverse", new { }, 200);
        var again = await trade.Post($"{path}/Microsoft.NAV.reverse", new { }, 400);

        Assert.Equal(2, preview.GetProperty("generalLedgerEntries").GetArrayLength());
        Assert.Equal(1, done.GetProperty("documents").GetArrayLength());
        Assert.Contains("reversed already", Message(again), StringComparison.Ordinal);
        var entries = await journals.Rows(
            $"{trade.Trade}/generalLedgerEntries?$filter=documentNumber eq 'S35'"
        );
        Assert.Equal(
            [("1100", -500m, 0m), ("1100", 500m, 0m), ("1300", 0m, -500m), ("1300", 0m, 500m)],
            entries.Select(Sides).Order()
        );
        var ledger = await journals.Rows(
            $"{trade.Trade}/customerLedgerEntries?$filter=documentNumber eq 'S35'"
        );
        Assert.Equal([-500m, 500m], ledger.Select(entry => Number(entry, "amount")).Order());
        Assert.All(ledger, entry => Assert.True(entry.GetProperty("reversed").GetBoolean()));
        Assert.All(ledger, entry => Assert.False(entry.GetProperty("open").GetBoolean()));
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task REV_01_a_posted_invoice_is_not_reversed_and_an_applied_receipt_neither()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var batch = await journals.Batch("ONTVANGST");
        await journals.Add(
            batch,
            new
            {
                documentNumber = "REV01",
                accountNumber = books.PartyNo,
                appliesToDocumentNumber = Text(invoice, "documentNumber"),
            }
        );
        await journals.Post(batch);
        var receipt = await journals.Single(
            $"{trade.Trade}/customerLedgerEntries?$filter=documentNumber eq 'REV01'"
        );

        var ofInvoice = await Reverse("customerLedgerEntries", invoice, 400);
        var ofReceipt = await Reverse("customerLedgerEntries", receipt, 400);

        Assert.Contains("no journal made", Message(ofInvoice), StringComparison.Ordinal);
        Assert.Contains("Unapply", Message(ofReceipt), StringComparison.Ordinal);
        Assert.Equal(0m, Number(receipt, "remainingAmount"));
    }

    [Fact]
    public async Task REV_05_a_journal_is_reversed_as_a_whole_from_one_of_its_entries()
    {
        var batch = await journals.Batch();
        await journals.Pair(batch, "REV05A", 10m);
        await journals.Pair(batch, "REV05B", 20m);
        await journals.Post(batch);
        var entry = (
            await journals.Rows(
                $"{trade.Trade}/generalLedgerEntries?$filter=documentNumber eq 'REV05A'"
            )
        )[0];

        await trade.Post(
            $"{trade.Trade}/generalLedgerEntries({Id(entry)})/Microsoft.NAV.reverseTransaction",
            new { wholeJournal = true },
            200
        );

        foreach (var document in new[] { "REV05A", "REV05B" })
            Assert.All(await journals.Booked(document), line => Assert.Equal(0m, line.Value));
        var clerk = await trade.SignIn(Roles.Clerk);
        var refused = await clerk.PostAsJsonAsync(
            $"{trade.Trade}/generalLedgerEntries({Id(entry)})/Microsoft.NAV.reverseTransaction",
            new { }
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await journals.ExpectWholeBooks();
    }

    private Task<JsonElement> Reverse(string set, JsonElement entry, int status) =>
        trade.Post($"{trade.Trade}/{set}({Id(entry)})/Microsoft.NAV.reverse", new { }, status);

    private Task<JsonElement> Register(string documentNo) =>
        journals.Single(
            $"{trade.Trade}/generalLedgerRegisters?$filter=documentNumber eq '{documentNo}'"
        );

    private static (string, decimal, decimal) Sides(JsonElement entry) =>
        (Text(entry, "accountNumber"), Number(entry, "debitAmount"), Number(entry, "creditAmount"));
}
