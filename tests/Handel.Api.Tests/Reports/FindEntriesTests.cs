using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Reports.BooksServer;

namespace Handel.Api.Tests.Reports;

public sealed class FindEntriesTests(BooksServer books) : IClassFixture<BooksServer>
{
    [Fact]
    public async Task AUD04_a_number_finds_its_document_and_its_entries_in_every_ledger()
    {
        var found = await Find($"documentNumber eq '{books.SettledInvoice}'");

        Assert.Equal(
            [
                ("salesInvoices", 1),
                ("generalLedgerEntries", 2),
                ("generalLedgerRegisters", 1),
                ("taxEntries", 1),
                ("customerLedgerEntries", 1),
                ("detailedCustomerLedgerEntries", 2),
                ("valueEntries", 1),
            ],
            found.Select(row => (Text(row, "entitySet"), Count(row)))
        );
    }

    [Fact]
    public async Task AUD04_every_row_leads_to_as_many_rows_as_it_counts()
    {
        foreach (var row in await Find($"documentNumber eq '{books.SettledInvoice}'"))
        {
            var set = Text(row, "entitySet");
            var filter = Text(row, "filter");
            var rows =
                set == "salesInvoices"
                    ? await books.Standard(set, filter)
                    : await books.Rows(set, filter);

            Assert.Equal(Count(row), rows.Count);
        }
    }

    [Fact]
    public async Task AUD04_a_date_that_does_not_fit_finds_nothing()
    {
        var number = $"documentNumber eq '{books.SettledInvoice}'";

        Assert.NotEmpty(await Find($"{number} and postingDate eq 2026-01-10"));
        Assert.Empty(await Find($"{number} and postingDate eq 2026-01-11"));
    }

    [Fact]
    public async Task AUD04_the_number_of_a_vendor_finds_what_we_made_of_it()
    {
        var found = await Find("externalDocumentNumber eq 'V-77' and vendorNumber eq '40000'");
        var sets = found.Select(row => Text(row, "entitySet")).ToList();

        foreach (
            var set in (string[])
                [
                    "purchaseInvoices",
                    "generalLedgerEntries",
                    "taxEntries",
                    "vendorLedgerEntries",
                    "detailedVendorLedgerEntries",
                    "valueEntries",
                ]
        )
            Assert.Contains(set, sets);
        Assert.Empty(await Find("externalDocumentNumber eq 'V-77' and customerNumber eq '10000'"));
        Assert.Empty(await Find("externalDocumentNumber eq 'V-78'"));
    }

    [Fact]
    public async Task AUD04_our_number_for_a_customer_of_theirs_works_without_naming_them()
    {
        var found = await Find("externalDocumentNumber eq 'EXT-28'");

        Assert.Contains(found, row => Text(row, "entitySet") == "salesInvoices");
    }

    [Fact]
    public async Task AUD01_a_register_leads_to_its_entries_in_every_ledger()
    {
        var register = Assert.Single(
            await books.Rows(
                "generalLedgerRegisters",
                $"documentNumber eq '{books.SettledInvoice}'"
            )
        );

        foreach (
            var (set, ledger) in ((string, string)[])
                [
                    ("taxEntries", "Tax"),
                    ("customerLedgerEntries", "Customer"),
                    ("detailedCustomerLedgerEntries", "CustomerDetail"),
                ]
        )
        {
            var from = register.GetProperty($"from{ledger}EntryNumber").GetInt32();
            var to = register.GetProperty($"to{ledger}EntryNumber").GetInt32();
            var name = char.ToLowerInvariant(ledger[0]) + ledger[1..] + "EntryCount";
            var rows = await books.Rows(set, $"entryNumber ge {from} and entryNumber le {to}");
            Assert.Single(rows);
            Assert.Equal(1, register.GetProperty(name).GetInt32());
        }
        Assert.Equal(2, register.GetProperty("entryCount").GetInt32());
        Assert.Equal(0, register.GetProperty("vendorEntryCount").GetInt32());
        Assert.Equal(0, register.GetProperty("bankEntryCount").GetInt32());
    }

    [Fact]
    public async Task AUD05_entries_name_the_set_of_their_document()
    {
        foreach (
            var set in (string[])["generalLedgerEntries", "taxEntries", "customerLedgerEntries"]
        )
        {
            var rows = await books.Rows(set, $"documentNumber eq '{books.SettledInvoice}'");
            Assert.All(rows, row => Assert.Equal("salesInvoices", Text(row, "documentSet")));
        }
        var goods = await books.Rows("itemLedgerEntries", "entryType eq 'Purchase'");
        Assert.Equal("purchaseReceipts", Text(Assert.Single(goods), "documentSet"));
        var adjusted = await books.Rows("valueEntries", "itemNumber eq '1001'");
        Assert.Equal("", Text(Assert.Single(adjusted), "documentSet"));
    }

    private async Task<List<JsonElement>> Find(string filter) =>
        await books.Rows("navigateResults", filter);

    private static int Count(JsonElement row) => row.GetProperty("count").GetInt32();
}
