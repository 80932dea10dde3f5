using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;
using static Handel.Api.Tests.Resources.OpenDocuments;

namespace Handel.Api.Tests.Resources;

/// <summary>Open documents ticked as paid and posted, over HTTP (PRG).</summary>
public sealed class PaymentRegistrationTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly OpenDocuments open = new(trade);
    private JournalServer Journals => open.Journals;
    private string Set => $"{trade.Trade}/paymentRegistrationLines";

    [Fact]
    public async Task PRG_02_receipts_list_what_customers_owe_and_payments_what_vendors_are_owed()
    {
        var (customer, vendor) = (await open.Customer(), await open.Vendor());
        await open.Invoice(customer, 100m);
        await open.Invoice(customer, -30m);
        await open.Invoice(vendor, 70m);
        var (receipts, payments) = (
            await Journals.Batch("ONTVANGST"),
            await Journals.Batch("BETALING")
        );

        var owed = await Of(receipts, customer);
        var owing = await Of(payments, vendor);

        Assert.Equal([100m, -30m], owed.Select(row => Number(row, "remainingAmount")));
        Assert.Equal([70m], owing.Select(row => Number(row, "remainingAmount")));
        Assert.Empty(await Of(payments, customer));
        Assert.All(owed, row => Assert.False(row.GetProperty("paymentMade").GetBoolean()));
    }

    [Fact]
    public async Task PRG_05_each_ticked_document_is_posted_as_a_payment_of_its_own()
    {
        var customer = await open.Customer();
        var first = await open.Invoice(customer, 100m);
        var credit = await open.Invoice(customer, -30m);
        var third = await open.Invoice(customer, 50m);
        var batch = await Journals.Batch("ONTVANGST");
        var rows = await Of(batch, customer);

        await Patch(rows[0], new { paymentMade = true });
        await Patch(rows[1], new { paymentDate = "2026-03-05" });
        var part = await Patch(rows[2], new { paymentAmount = 20m, paymentDate = Day });
        Assert.Equal("Partial_x0020_Payment", Text(part, "warning"));
        Assert.Equal(3, (await Journals.LinesOf(batch)).Count);
        var posted = await Journals.Post(batch);

        Assert.Equal(2, posted.GetProperty("documents").GetArrayLength());
        Assert.Equal(0m, Number(await open.Entry("customer", first), "remainingAmount"));
        Assert.Equal(0m, Number(await open.Entry("customer", credit), "remainingAmount"));
        Assert.Equal(30m, Number(await open.Entry("customer", third), "remainingAmount"));
        Assert.Equal(30m, Number(Assert.Single(await Of(batch, customer)), "remainingAmount"));
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task PRG_03_taking_the_tick_back_leaves_nothing_behind()
    {
        var customer = await open.Customer();
        await open.Invoice(customer, 100m);
        var batch = await Journals.Batch("ONTVANGST");
        var row = Assert.Single(await Of(batch, customer));

        foreach (
            var untick in new object[] { new { paymentMade = false }, new { paymentAmount = 0m } }
        )
        {
            var ticked = await Patch(row, new { paymentMade = true });
            Assert.Equal(100m, Number(ticked, "paymentAmount"));
            var back = await Patch(row, untick);
            Assert.Equal(0m, Number(back, "paymentAmount"));
            Assert.Equal(JsonValueKind.False, back.GetProperty("paymentMade").ValueKind);
            Assert.Empty(await Journals.LinesOf(batch));
        }
    }

    [Fact]
    public async Task PRG_03_what_is_paid_beyond_a_document_stays_on_the_payment()
    {
        var vendor = await open.Vendor();
        var invoice = await open.Invoice(vendor, 100m);
        var batch = await Journals.Batch("BETALING");
        var row = Assert.Single(await Of(batch, vendor));

        await Patch(row, new { paymentAmount = 120m, paymentDate = Day });
        await Journals.Post(batch);

        Assert.Equal(0m, Number(await open.Entry("vendor", invoice), "remainingAmount"));
        var rest = await Journals.Single(
            $"{trade.Trade}/vendorLedgerEntries?$filter=vendorNumber eq '{vendor}' and open eq true"
        );
        Assert.Equal(20m, Number(rest, "remainingAmount"));
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task PRG_04_a_later_discount_date_on_the_line_still_grants_the_discount()
    {
        var customer = await open.Customer();
        var invoice = await open.Invoice(
            customer,
            1_000m,
            new { paymentDiscountDate = "2026-03-10", paymentDiscountPercent = 2m }
        );
        var batch = await Journals.Batch("ONTVANGST");
        var row = Assert.Single(await Of(batch, customer));

        var late = await Patch(row, new { paymentDate = "2026-03-12" });
        Assert.Equal(1_000m, Number(late, "paymentAmount"));
        var short_ = await Patch(row, new { paymentAmount = 980m });
        Assert.Equal("Discount_x0020_Late", Text(short_, "warning"));
        var granted = await Patch(row, new { paymentDiscountDate = "2026-03-12" });
        Assert.NotEqual("Discount_x0020_Late", Text(granted, "warning"));
        await Journals.Post(batch);

        Assert.Equal(0m, Number(await open.Entry("customer", invoice), "remainingAmount"));
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task PRG_05_ticked_documents_of_one_party_and_day_are_posted_as_one_payment()
    {
        var customer = await open.Customer();
        var first = await open.Invoice(customer, 100m);
        var credit = await open.Invoice(customer, -30m);
        var third = await open.Invoice(customer, 50m);
        var batch = await Journals.Batch("ONTVANGST");
        foreach (var row in await Of(batch, customer))
            await Patch(row, new { paymentDate = Day });

        var preview = await Journals.Act(batch, "previewLumpPayment", new { });
        Assert.Equal(120m, Number(preview.GetProperty("totals"), "debitAmount"));
        var posted = await Journals.Act(batch, "postLumpPayment", new { });

        Assert.Equal(1, posted.GetProperty("documents").GetArrayLength());
        foreach (var document in new[] { first, credit, third })
            Assert.Equal(0m, Number(await open.Entry("customer", document), "remainingAmount"));
        var payment = await Journals.Single(
            $"{trade.Trade}/customerLedgerEntries?$filter="
                + $"customerNumber eq '{customer}' and documentType eq 'Payment'"
        );
        Assert.Equal(-120m, Number(payment, "amount"));
        Assert.Empty(await Journals.LinesOf(batch));
        await Journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task PRG_05_documents_of_different_parties_or_days_are_not_one_payment()
    {
        var (one, other) = (await open.Customer(), await open.Customer());
        var first = await open.Invoice(one, 100m);
        await open.Invoice(one, 10m);
        await open.Invoice(other, 50m);
        var batch = await Journals.Batch("ONTVANGST");
        var rows = await Of(batch, one);
        await Patch(rows[0], new { paymentDate = Day });
        await Patch(rows[1], new { paymentDate = "2026-03-05" });
        var days = await Journals.Act(batch, "postLumpPayment", new { }, 400);
        await Patch(rows[1], new { paymentMade = false });
        await Patch(Assert.Single(await Of(batch, other)), new { paymentDate = Day });
        var parties = await Journals.Act(batch, "postLumpPayment", new { }, 400);

        Assert.Contains("postingDate", Message(days), StringComparison.Ordinal);
        Assert.Contains("accountNumber", Message(parties), StringComparison.Ordinal);
        Assert.Equal(100m, Number(await open.Entry("customer", first), "remainingAmount"));
        Assert.Equal(2, (await Journals.LinesOf(batch)).Count);
    }

    [Fact]
    public async Task PRG_06_a_document_in_another_currency_than_the_account_is_not_ticked()
    {
        await trade.Post(
            $"{trade.Trade}/exchangeRates",
            new
            {
                currencyCode = "USD",
                startingDate = "2026-01-01",
                exchangeRateAmount = 1.1m,
                relationalExchangeRateAmount = 1m,
            }
        );
        var customer = await open.Customer();
        await open.Invoice(customer, 110m, new { currencyCode = "USD" });
        var batch = await Journals.Batch("ONTVANGST");
        var row = Assert.Single(await Of(batch, customer));

        var refused = await trade.Patch($"{Set}({Id(row)})", new { paymentMade = true }, 400);

        Assert.Equal("currencyCode", Target(refused));
        Assert.Empty(await Journals.LinesOf(batch));
    }

    [Fact]
    public async Task PRG_07_documents_are_found_by_part_of_the_number_and_by_about_the_amount()
    {
        var customer = await open.Customer();
        var invoice = await open.Invoice(customer, 731.50m);
        var draft = await trade.Post(
            "salesInvoices",
            new
            {
                customerNumber = customer,
                salesInvoiceLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                        unitPrice = 600m,
                    },
                },
            }
        );

        var byNumber = await Search($"documentNumber eq '{invoice[1..]}'");
        var exact = await Search("searchAmount eq 731.50");
        var about = await Search("searchAmount eq 730 and tolerancePercent eq 1");
        var nothing = await Search("searchAmount eq 729 and tolerancePercent eq 0");

        Assert.Contains(byNumber, row => Text(row, "foundNumber") == invoice);
        Assert.Equal([invoice], exact.Select(row => Text(row, "foundNumber")));
        Assert.Equal(
            [("customerLedgerEntries", 731.50m, true), ("salesInvoices", 726.00m, false)],
            about.Select(row =>
                (
                    Text(row, "entitySet"),
                    Number(row, "amount"),
                    row.GetProperty("posted").GetBoolean()
                )
            )
        );
        Assert.Equal(Text(draft, "number"), Text(about[1], "foundNumber"));
        Assert.Empty(nothing);
    }

    private async Task<List<JsonElement>> Search(string filter) =>
        await Journals.Rows($"{trade.Trade}/documentSearchResults?$filter={filter}");

    private async Task<List<JsonElement>> Of(string batch, string partyNo) =>
        await Journals.Rows(
            $"{Set}?$filter=journalId eq {batch} and accountNumber eq '{partyNo}'"
                + "&$orderby=documentNumber"
        );

    private Task<JsonElement> Patch(JsonElement row, object change) =>
        trade.Patch($"{Set}({Id(row)})", change);
}
