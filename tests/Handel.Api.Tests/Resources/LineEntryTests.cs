using System.Text.Json;
using Handel.Kernel;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Open entries below a journal line, ticked to be paid by it (CV-101, API-J-5, JNL-50, DSC-40).
/// </summary>
public sealed class LineEntryTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly JournalServer journals = new(trade);

    [Fact]
    public async Task CV_101_a_payment_without_a_vendor_has_no_entries_to_apply()
    {
        var payment = await Payment("CV101A", new { amount = 0m });

        var refused = await trade.Get($"{payment}/applyVendorEntries", 400);
        var alone = await trade.Get("applyVendorEntries", 400);

        Assert.Contains("accountNumber", Target(refused), StringComparison.Ordinal);
        Assert.Contains("vendorPayment", Message(alone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CV_101_an_open_invoice_is_ticked_and_paid_and_can_be_left_again()
    {
        var books = await SettledBooks.Begin(trade, direction: Direction.Purchase);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var payment = await Payment("CV101B", new { vendorNumber = books.PartyNo });

        var row = await journals.Single($"{payment}/applyVendorEntries");
        Assert.False(row.GetProperty("applied").GetBoolean());
        Assert.Equal(-121m, Number(row, "remainingAmount"));
        Assert.Equal(books.PartyNo, Text(row, "vendorNumber"));
        var path = $"{payment}/applyVendorEntries({Id(row)})";
        var ticked = await trade.Patch(path, new { applied = true });

        Assert.True(ticked.GetProperty("applied").GetBoolean());
        var line = await trade.Get(payment);
        Assert.Equal(121m, Number(line, "amount"));
        Assert.Equal(Text(line, "documentNumber"), Text(ticked, "appliesToId"));
        var left = await trade.Patch(path, new { applied = false });
        Assert.False(left.GetProperty("applied").GetBoolean());
        Assert.Equal("", Text(left, "appliesToId"));
        await trade.Patch(path, new { applied = true });
        await trade.Post($"journals({Text(line, "journalId")})/Microsoft.NAV.post", new { }, 204);

        var entry = await books.Entry($"entryNumber eq {invoice.GetProperty("entryNumber")}");
        Assert.False(entry.GetProperty("open").GetBoolean());
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task CV_101_the_rows_come_with_their_payments_too()
    {
        var books = await SettledBooks.Begin(trade, direction: Direction.Purchase);
        await books.Invoice(new { }, ("1000", 100m));
        await books.Invoice(new { }, ("1000", 50m));
        var payment = await Payment("CV101C", new { vendorNumber = books.PartyNo });

        var line = await trade.Get($"{payment}?$expand=applyVendorEntries");

        Assert.Equal(2, line.GetProperty("applyVendorEntries").GetArrayLength());
    }

    [Fact]
    public async Task JNL_50_one_receipt_pays_two_invoices_and_the_discount_is_left_out()
    {
        var books = await SettledBooks.Begin(trade);
        var terms = await books.Terms();
        await books.Invoice(new { paymentTermsId = terms }, ("1000", 1000m));
        await books.Invoice(new { }, ("1000", 100m));
        await books.Invoice(new { }, ("1000", 500m));
        var batch = await journals.Batch("ONTVANGST");
        var line = await Receipt(batch, books.PartyNo);
        var path = $"{journals.Lines}({Id(line)})";
        var rows = await journals.Rows($"{path}/journalLineEntries");

        Assert.Equal(
            [121m, 605m, 1210m],
            rows.Select(row => Number(row, "remainingAmount")).Order()
        );
        var applied = await trade.Post(
            $"{path}/Microsoft.NAV.applyEntries",
            new
            {
                entries = rows.Where(r => Number(r, "remainingAmount") != 605m)
                    .Select(r => new { id = Id(r) }),
            },
            200
        );

        // 1,210.00 less 2 % of it, and 121.00.
        Assert.Equal(-1306.80m, Number(applied, "amount"));
        Assert.Equal("Payment", Text(applied, "documentType"));
        Assert.Equal(Text(line, "documentNumber"), Text(applied, "appliesToId"));
        await journals.Post(batch);
        var open = await journals.Rows(
            $"{books.Entries}?$filter=customerNumber eq '{books.PartyNo}' and open eq true"
        );
        Assert.Equal([605m], open.Select(entry => Number(entry, "remainingAmount")));
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task JNL_50_part_of_an_entry_is_chosen_and_a_document_that_was_named_goes_along()
    {
        var books = await SettledBooks.Begin(trade);
        var first = await books.Invoice(new { }, ("1000", 100m));
        await books.Invoice(new { }, ("1000", 200m));
        var batch = await journals.Batch("ONTVANGST");
        var line = await Receipt(
            batch,
            books.PartyNo,
            new
            {
                appliesToDocumentType = "Invoice",
                appliesToDocumentNumber = Text(first, "documentNumber"),
            }
        );
        var path = $"{journals.Lines}({Id(line)})";
        var rows = await journals.Rows($"{path}/journalLineEntries");
        var second = rows.Single(row => !row.GetProperty("applied").GetBoolean());

        await trade.Patch($"{path}/journalLineEntries({Id(second)})", new { amountToApply = 42m });

        var marked = await journals.Rows($"{path}/journalLineEntries?$filter=applied eq true");
        Assert.Equal(
            [121m, 42m],
            marked.Select(row => Number(row, "amountToApply")).Order().Reverse()
        );
        var tooMuch = await trade.Patch(
            $"{path}/journalLineEntries({Id(second)})",
            new { amountToApply = 243m },
            400
        );
        Assert.Equal("amountToApply", Target(tooMuch));
        var after = await trade.Get(path);
        Assert.Equal("", Text(after, "appliesToDocumentNumber"));
        Assert.Equal(-121m, Number(after, "amount"));
        await trade.Patch(path, new { amount = -163m });
        await journals.Post(batch);
        var rest = await books.Entry($"entryNumber eq {second.GetProperty("entryNumber")}");
        Assert.Equal(200m, Number(rest, "remainingAmount"));
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task APP_06_what_one_line_has_ticked_another_cannot_take()
    {
        var books = await SettledBooks.Begin(trade);
        await books.Invoice(new { }, ("1000", 100m));
        var batch = await journals.Batch("ONTVANGST");
        var one = await Receipt(batch, books.PartyNo, new { documentNumber = "TICK1" });
        var other = await Receipt(batch, books.PartyNo, new { documentNumber = "TICK2" });
        var row = await journals.Single($"{journals.Lines}({Id(one)})/journalLineEntries");
        await trade.Patch(
            $"{journals.Lines}({Id(one)})/journalLineEntries({Id(row)})",
            new { applied = true }
        );

        var refused = await trade.Patch(
            $"{journals.Lines}({Id(other)})/journalLineEntries({Id(row)})",
            new { applied = true },
            400
        );

        Assert.Equal("appliesToId", Target(refused));
        Assert.Equal("", Text(await trade.Get($"{journals.Lines}({Id(other)})"), "appliesToId"));
        var kept = await books.Entry($"entryNumber eq {row.GetProperty("entryNumber")}");
        Assert.Equal("TICK1", Text(kept, "appliesToId"));
    }

    [Theory]
    [InlineData("line")]
    [InlineData("id")]
    [InlineData("party")]
    [InlineData("journal")]
    public async Task DSC_40_entries_are_free_again_when_their_line_goes(string how)
    {
        var books = await SettledBooks.Begin(trade);
        await books.Invoice(new { }, ("1000", 100m));
        var batch = await journals.Batch("ONTVANGST");
        var line = await Receipt(batch, books.PartyNo);
        var path = $"{journals.Lines}({Id(line)})";
        var row = await journals.Single($"{path}/journalLineEntries");
        await trade.Patch($"{path}/journalLineEntries({Id(row)})", new { applied = true });

        if (how == "line")
            await trade.Delete(path);
        else if (how == "id")
            await trade.Patch(path, new { appliesToId = "" });
        else if (how == "party")
            await trade.Patch(path, new { accountNumber = "10000" });
        else
            await trade.Delete($"{journals.Journals}({batch})");

        var entry = await books.Entry($"entryNumber eq {row.GetProperty("entryNumber")}");
        Assert.Equal(("", 0m), (Text(entry, "appliesToId"), Number(entry, "amountToApply")));
        await journals.ExpectWholeBooks();
    }

    private Task<JsonElement> Receipt(string batch, string customerNo, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["accountType"] = "Customer";
        body["accountNumber"] = customerNo;
        body["postingDate"] = "2026-03-04";
        return journals.Add(batch, body);
    }

    /// <summary>The address of a payment in a journal of its own.</summary>
    private async Task<string> Payment(string code, object body)
    {
        var journal = await trade.Post("vendorPaymentJournals", new { code });
        var path = $"vendorPaymentJournals({Id(journal)})/vendorPayments";
        var node = JsonSerializer.SerializeToNode(body)!.AsObject();
        node["postingDate"] = "2026-03-04";
        return $"{path}({Id(await trade.Post(path, node))})";
    }
}
