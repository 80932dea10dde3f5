using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;
using static Handel.Api.Tests.Resources.OpenDocuments;

namespace Handel.Api.Tests.Resources;

/// <summary>Suggested payments and netted balances over HTTP, posted (SVP, NET).</summary>
public sealed class VendorPaymentTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly OpenDocuments open = new(trade);
    private JournalServer Journals => open.Journals;

    [Fact]
    public async Task S28_5000_is_spent_by_priority_and_the_lines_are_posted()
    {
        var (a, b) = (
            await open.Vendor(new { priority = 1 }),
            await open.Vendor(new { priority = 2 })
        );
        var dear = await open.Invoice(b, 1_500.00m);
        var cheap = await open.Invoice(b, 700.00m);
        await open.Invoice(a, 1_200.00m);
        await open.Invoice(a, 2_900.00m);
        var batch = await Journals.Batch("BETALING");

        var answer = await Suggest(
            batch,
            new
            {
                lastPaymentDate = Day,
                postingDate = Day,
                useVendorPriority = true,
                availableAmountLCY = 5_000.00m,
                vendorFilter = Only(a, b),
            }
        );

        var lines = await Journals.LinesOf(batch);
        Assert.Equal(
            [(a, 1_200.00m), (a, 2_900.00m), (b, 700.00m)],
            lines.Select(line => (Text(line, "accountNumber"), Number(line, "amount")))
        );
        Assert.Equal(3, lines.Select(line => Text(line, "documentNumber")).Distinct().Count());
        Assert.Contains("3 payments, 4,800.00 in all", Said(answer)[0], StringComparison.Ordinal);
        Assert.Contains(dear, Said(answer)[1], StringComparison.Ordinal);

        await Journals.Post(batch);

        Assert.False((await open.Entry("vendor", cheap)).GetProperty("open").GetBoolean());
        Assert.True((await open.Entry("vendor", dear)).GetProperty("open").GetBoolean());
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task SVP_04_the_discount_is_taken_and_the_invoice_closes()
    {
        var vendor = await open.Vendor();
        var invoice = await open.Invoice(
            vendor,
            1_000m,
            new
            {
                dueDate = "2026-04-01",
                paymentDiscountDate = "2026-03-16",
                paymentDiscountPercent = 2m,
            }
        );
        var batch = await Journals.Batch("BETALING");

        await Suggest(
            batch,
            new
            {
                lastPaymentDate = "2026-03-20",
                postingDate = "2026-03-10",
                findPaymentDiscounts = true,
                vendorFilter = vendor,
            }
        );

        var line = Assert.Single(await Journals.LinesOf(batch));
        Assert.Equal(980m, Number(line, "amount"));
        Assert.Equal(invoice, Text(line, "appliesToDocumentNumber"));
        Assert.Equal($"X{invoice}", Text(line, "messageToRecipient"));
        await Journals.Post(batch);
        Assert.Equal(0m, Number(await open.Entry("vendor", invoice), "remainingAmount"));
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task SVP_02_what_a_journal_pays_already_is_not_suggested_twice()
    {
        var vendor = await open.Vendor();
        var invoice = await open.Invoice(vendor, 100m);
        var (first, second) = (await Journals.Batch("BETALING"), await Journals.Batch("BETALING"));
        var wish = new
        {
            lastPaymentDate = Day,
            postingDate = Day,
            vendorFilter = vendor,
        };
        await Suggest(first, wish);

        var answer = await Suggest(second, wish);

        Assert.Empty(await Journals.LinesOf(second));
        Assert.Contains("nothing to suggest", Said(answer)[0], StringComparison.Ordinal);
        Assert.Contains(invoice, Said(answer)[1], StringComparison.Ordinal);
        Assert.Contains(
            "a journal line pays it already",
            Said(answer)[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SVP_07_a_summarized_payment_marks_its_entries_and_frees_them_when_deleted()
    {
        var vendor = await open.Vendor();
        var invoice = await open.Invoice(vendor, 300m);
        var credit = await open.Invoice(vendor, -50m);
        var batch = await Journals.Batch("BETALING");
        var wish = new
        {
            lastPaymentDate = Day,
            postingDate = Day,
            summarizePerVendor = true,
            vendorFilter = vendor,
        };

        await Suggest(batch, wish);

        var line = Assert.Single(await Journals.LinesOf(batch));
        Assert.Equal(250m, Number(line, "amount"));
        var marked = await open.Entry("vendor", invoice);
        Assert.Equal(Text(line, "documentNumber"), Text(marked, "appliesToId"));
        Assert.Equal(-300m, Number(marked, "amountToApply"));

        await trade.Delete($"{Journals.Lines}({Id(line)})");
        Assert.Equal("", Text(await open.Entry("vendor", invoice), "appliesToId"));
        Assert.Equal(0m, Number(await open.Entry("vendor", credit), "amountToApply"));

        await Suggest(batch, wish);
        await trade.Delete($"{Journals.Journals}({batch})");
        Assert.Equal("", Text(await open.Entry("vendor", invoice), "appliesToId"));

        var last = await Journals.Batch("BETALING");
        await Suggest(last, wish);
        await Journals.Post(last);
        Assert.False((await open.Entry("vendor", invoice)).GetProperty("open").GetBoolean());
        Assert.False((await open.Entry("vendor", credit)).GetProperty("open").GetBoolean());
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task SVP_07_summarized_payments_cannot_be_dated_by_their_documents()
    {
        var batch = await Journals.Batch("BETALING");
        var wish = new { summarizePerVendor = true, postOnDueDate = true };

        var refused = await Journals.Act(batch, "suggestVendorPayments", wish, 400);

        Assert.Equal("postOnDueDate", Target(refused));
    }

    [Fact]
    public async Task A_suggestion_needs_a_bank_to_pay_from()
    {
        var batch = await Journals.Batch();

        var refused = await Journals.Act(batch, "suggestVendorPayments", new { }, 400);

        Assert.Equal("balancingAccountNumber", Target(refused));
    }

    [Fact]
    public async Task S34_one_company_on_both_sides_is_netted_and_the_rest_stays_open()
    {
        var customer = await open.Customer();
        var vendor = await open.Vendor();
        foreach (var (set, no) in new[] { ("customers", customer), ("vendors", vendor) })
            await Register(set, no, "NL003434343B34");
        var owed = await open.Invoice(customer, 1_000.00m);
        var first = await open.Invoice(vendor, 600.00m);
        var second = await open.Invoice(vendor, 600.00m);
        var batch = await Journals.Batch("BETALING");

        var answer = await Net(batch, vendor, "NET");

        var lines = await Journals.LinesOf(batch);
        Assert.Equal(
            [(vendor, first, 600.00m), (vendor, second, 400.00m), (customer, owed, -1_000.00m)],
            lines.Select(line =>
                (
                    Text(line, "accountNumber"),
                    Text(line, "appliesToDocumentNumber"),
                    Number(line, "amount")
                )
            )
        );
        Assert.Contains("3 lines in 1 documents", Said(answer)[0], StringComparison.Ordinal);
        Assert.Equal("NET", Text(await open.Entry("customer", owed), "onHold"));

        await Journals.Post(batch);

        Assert.Equal(0m, Number(await open.Entry("customer", owed), "remainingAmount"));
        Assert.Equal(0m, Number(await open.Entry("vendor", first), "remainingAmount"));
        Assert.Equal(-200.00m, Number(await open.Entry("vendor", second), "remainingAmount"));
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task NET_02_deleting_the_lines_takes_the_hold_off_the_entries()
    {
        var (customer, vendor) = (await open.Customer(), await open.Vendor());
        foreach (var (set, no) in new[] { ("customers", customer), ("vendors", vendor) })
            await Register(set, no, "NL003535353B35");
        var owed = await open.Invoice(customer, 100m);
        await open.Invoice(vendor, 40m);
        var batch = await Journals.Batch("BETALING");
        await Net(batch, vendor, "NET");
        Assert.Equal("NET", Text(await open.Entry("customer", owed), "onHold"));

        foreach (var line in await Journals.LinesOf(batch))
            await trade.Delete($"{Journals.Lines}({Id(line)})");

        Assert.Equal("", Text(await open.Entry("customer", owed), "onHold"));
        await Net(batch, vendor, "");
        var again = await Journals.Act(
            batch,
            "netCustomerVendorBalances",
            new { postingDate = Day, vendorFilter = vendor },
            400
        );
        Assert.Contains("already", Message(again), StringComparison.Ordinal);
    }

    private Task<JsonElement> Suggest(string batch, object wish) =>
        Journals.Act(batch, "suggestVendorPayments", wish);

    private Task<JsonElement> Net(string batch, string vendor, string onHold) =>
        Journals.Act(
            batch,
            "netCustomerVendorBalances",
            new
            {
                postingDate = Day,
                vendorFilter = vendor,
                onHold,
            }
        );

    private async Task Register(string set, string no, string number)
    {
        var row = await Journals.Single($"{trade.Trade}/{set}?$filter=number eq '{no}'");
        await trade.Patch(
            $"{trade.Trade}/{set}({Id(row)})",
            new { taxRegistrationNumber = number }
        );
    }
}
