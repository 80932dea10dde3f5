using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.App.Users;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>Journals, payments and banks on the route of the contract (A18.8, B4).</summary>
public sealed class JournalContractTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly JournalServer journals = new(trade);

    [Fact]
    public async Task CV_95_a_journal_is_made_filled_and_posted()
    {
        var bank = await journals.Single("bankAccounts?$filter=number eq 'BANK'");
        var journal = await trade.Post(
            "journals",
            new
            {
                code = "cv95",
                displayName = "Sundries",
                balancingAccountId = Id(bank),
            }
        );
        Assert.Equal("CV95", Text(journal, "code"));
        Assert.Equal("MEMORIAAL", Text(journal, "templateDisplayName"));
        Assert.Equal("BANK", Text(journal, "balancingAccountNumber"));
        var line = await trade.Post(
            $"journals({Id(journal)})/journalLines",
            new
            {
                accountNumber = "6110",
                amount = -100m,
                documentNumber = "D1",
            }
        );
        Assert.Equal("CV95", Text(line, "journalDisplayName"));
        Assert.Equal(10000, line.GetProperty("lineNumber").GetInt32());
        Assert.Equal("G_x002F_L_x0020_Account", Text(line, "accountType"));
        Assert.Equal("Bank_x0020_Account", Text(line, "balanceAccountType"));
        Assert.Equal(Id(bank), Text(line, "balancingAccountId"));

        await trade.Post($"journals({Id(journal)})/Microsoft.NAV.post", new { }, 204);

        Assert.Empty(await journals.Rows($"journals({Id(journal)})/journalLines"));
        var entries = await journals.Rows("generalLedgerEntries?$filter=documentNumber eq 'D1'");
        Assert.Equal(2, entries.Count);
        Assert.Equal([("1100", 100m), ("6110", 0m)], [.. entries.Select(Debit).Order()]);
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task CV_96_an_empty_journal_has_nothing_to_post()
    {
        var journal = await trade.Post("journals", new { code = "CV96" });

        await trade.Post($"journals({Id(journal)})/Microsoft.NAV.post", new { }, 400);
    }

    [Fact]
    public async Task CV_97_a_receipt_names_its_invoice_and_pays_it()
    {
        var books = await SettledBooks.Begin(trade);
        var entry = await books.Invoice(new { }, ("1000", 379.12m));
        var invoice = await Invoice(entry);
        var journal = await trade.Post("customerPaymentJournals", new { code = "CV97" });

        var payment = await trade.Post(
            $"customerPaymentJournals({Id(journal)})/customerPayments",
            new { amount = -458.74m, appliesToInvoiceId = Id(invoice) }
        );

        Assert.Equal(Text(invoice, "number"), Text(payment, "appliesToInvoiceNumber"));
        Assert.Equal(Id(invoice), Text(payment, "appliesToInvoiceId"));
        Assert.Equal(books.PartyNo, Text(payment, "customerNumber"));
        Assert.Equal(-458.74m, Number(payment, "amount"));

        await trade.Post($"journals({Id(journal)})/Microsoft.NAV.post", new { }, 204);

        var paid = await trade.Get($"salesInvoices({Id(invoice)})");
        Assert.Equal("Paid", Text(paid, "status"));
        Assert.Equal(0m, Number(paid, "remainingAmount"));
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task CV_98_a_customer_that_was_given_is_kept()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await Invoice(await books.Invoice(new { }, ("1000", 100m)));
        var journal = await trade.Post("customerPaymentJournals", new { code = "CV98" });

        var payment = await trade.Post(
            $"customerPaymentJournals({Id(journal)})/customerPayments",
            new
            {
                customerNumber = "10000",
                amount = -50m,
                appliesToInvoiceId = Id(invoice),
            }
        );

        Assert.Equal("10000", Text(payment, "customerNumber"));
        Assert.Equal(Text(invoice, "number"), Text(payment, "appliesToInvoiceNumber"));
    }

    [Fact]
    public async Task CV_99_only_a_posted_invoice_can_be_paid_by_its_id()
    {
        var customer = await journals.Single("customers?$filter=number eq '10000'");
        var journal = await trade.Post("customerPaymentJournals", new { code = "CV99" });
        var path = $"customerPaymentJournals({Id(journal)})/customerPayments";

        var refused = await trade.Post(
            path,
            new { amount = -1m, appliesToInvoiceId = Id(customer) },
            400
        );
        var text = await trade.Post(
            path,
            new
            {
                customerNumber = "10000",
                amount = -1m,
                appliesToInvoiceNumber = "NONE",
            }
        );

        Assert.Equal("appliesToInvoiceId", Target(refused));
        Assert.Equal("NONE", Text(text, "appliesToInvoiceNumber"));
        Assert.Equal(Guid.Empty.ToString(), Text(text, "appliesToInvoiceId"));
    }

    [Fact]
    public async Task CV_100_a_payment_gets_the_next_number()
    {
        var journal = await trade.Post("vendorPaymentJournals", new { code = "CV100" });
        var vendor = await journals.Single("vendors?$filter=number eq '40000'");

        var payment = await trade.Post(
            $"vendorPaymentJournals({Id(journal)})/vendorPayments",
            new { vendorId = Id(vendor), amount = 25m }
        );

        Assert.NotEqual("", Text(payment, "documentNumber"));
        Assert.Equal("40000", Text(payment, "vendorNumber"));
        var expanded = await trade.Get(
            $"vendorPayments({Id(payment)})?$expand=vendor,vendorPaymentJournal"
        );
        Assert.Equal("De Vries", Text(expanded.GetProperty("vendor"), "displayName"));
        Assert.Equal("CV100", Text(expanded.GetProperty("vendorPaymentJournal"), "code"));
    }

    [Fact]
    public async Task API_Q_12_journals_are_of_the_general_template_unless_another_is_asked_for()
    {
        await trade.Post("journals", new { code = "Q12", templateDisplayName = "BETALING" });

        var general = await journals.Rows("journals");
        var payments = await journals.Rows("journals?$filter=templateDisplayName eq 'BETALING'");
        var ofVendors = await journals.Rows("vendorPaymentJournals");
        var ofCustomers = await journals.Rows("customerPaymentJournals");

        Assert.All(general, one => Assert.Equal("MEMORIAAL", Text(one, "templateDisplayName")));
        Assert.Contains(payments, one => Text(one, "code") == "Q12");
        Assert.Contains(ofVendors, one => Text(one, "code") == "Q12");
        Assert.DoesNotContain(ofCustomers, one => Text(one, "code") == "Q12");
    }

    [Fact]
    public async Task API_J_1_a_journal_is_renamed_and_goes_with_its_lines()
    {
        var journal = await trade.Post(
            "journals",
            new
            {
                code = "J1",
                journalLines = new[]
                {
                    new { accountNumber = "6110", amount = 10m },
                    new { accountNumber = "6330", amount = -10m },
                },
            }
        );
        Assert.Equal(2, (await journals.LinesOf(Id(journal))).Count);

        var renamed = await trade.Patch($"journals({Id(journal)})", new { code = "J1A" });
        await trade.Post("journals", new { code = "J1A" }, 409);
        await trade.Delete($"journals({Id(journal)})");

        Assert.Equal("J1A", Text(renamed, "code"));
        Assert.Empty(await journals.Rows($"journalLines?$filter=journalId eq {Id(journal)}"));
        await trade.Get($"journals({Id(journal)})", 404);
    }

    [Fact]
    public async Task A_wrong_line_among_several_says_which_one_and_nothing_is_made()
    {
        var refused = await trade.Post(
            "journals",
            new
            {
                code = "WRONG",
                journalLines = new[]
                {
                    new { accountNumber = "6110", amount = 10m },
                    new { accountNumber = "NONE", amount = -10m },
                },
            },
            400
        );

        Assert.Equal("journalLines[1].accountNumber", Target(refused));
        Assert.Empty(await journals.Rows("journals?$filter=code eq 'WRONG'"));
    }

    [Theory]
    [InlineData("""{"accountType":"Customer","accountNumber":"10000"}""", "accountType")]
    [InlineData("""{"accountType":"Employee","accountNumber":"1"}""", "accountType")]
    [InlineData("""{"accountNumber":"9999999"}""", "accountNumber")]
    [InlineData("""{"accountId":"3f2504e0-4f89-11d3-9a0c-0305e82c3301"}""", "accountId")]
    [InlineData("""{"lineNumber":-1}""", "lineNumber")]
    [InlineData("""{"accountNumber":"6110","taxCode":"NOSUCH"}""", "taxCode")]
    [InlineData("""{"documentNumber":"123456789012345678901"}""", "documentNumber")]
    [InlineData("""{"amount":"ten"}""", "amount")]
    public async Task API_J_2_what_a_line_cannot_be_is_refused_at_its_property(
        string body,
        string field
    )
    {
        var batch = await journals.Batch();

        var answer = await trade.Post(
            $"journals({batch})/journalLines",
            JsonSerializer.Deserialize<JsonElement>(body),
            400
        );

        Assert.Contains(field, Target(answer) + Message(answer), StringComparison.Ordinal);
        Assert.Empty(await journals.LinesOf(batch));
    }

    [Fact]
    public async Task API_J_7_lines_are_read_below_a_journal()
    {
        await trade.Get("journalLines", 400);
        await trade.Get("customerPayments", 400);
        await trade.Get("vendorPayments", 400);
    }

    [Fact]
    public async Task A_stale_line_or_journal_is_not_changed_and_not_posted()
    {
        var batch = await journals.Batch();
        var line = await trade.Post(
            $"journals({batch})/journalLines",
            new { accountNumber = "6110", amount = 1m }
        );
        var old = Text(line, "@odata.etag");
        await trade.Patch($"journalLines({Id(line)})", new { amount = 2m });
        var journal = await trade.Get($"journals({batch})");
        await trade.Patch($"journalLines({Id(line)})", new { amount = 3m });

        Assert.Equal(
            HttpStatusCode.Conflict,
            await Send(HttpMethod.Patch, $"journalLines({Id(line)})", old)
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            await Send(
                HttpMethod.Post,
                $"journals({batch})/Microsoft.NAV.post",
                Text(journal, "@odata.etag")
            )
        );
        Assert.Equal(3m, Number((await journals.LinesOf(batch))[0], "amount"));
    }

    [Fact]
    public async Task CV_117_a_journal_and_its_line_have_one_tag_on_both_routes()
    {
        var batch = await journals.Batch();
        var line = await journals.Add(batch, new { accountNumber = "6110", amount = 1m });

        var standard = await trade.Get($"journalLines({Id(line)})");
        var journal = await trade.Get($"journals({batch})");
        var same = await trade.Get($"{journals.Journals}({batch})");

        Assert.Equal(Text(line, "@odata.etag"), Text(standard, "@odata.etag"));
        Assert.Equal(Text(journal, "@odata.etag"), Text(same, "@odata.etag"));
    }

    [Fact]
    public async Task Bank_accounts_are_made_changed_and_kept_while_they_are_used()
    {
        var made = await trade.Post(
            "bankAccounts",
            new
            {
                number = "rabo",
                displayName = "Rabobank",
                iban = "nl91 abna 0417 1643 00",
            }
        );
        Assert.Equal("RABO", Text(made, "number"));
        Assert.Equal("NL91ABNA0417164300", Text(made, "iban"));
        var batch = await journals.Batch();
        await trade.Post(
            $"journals({batch})/journalLines",
            new { accountId = Id(made), amount = 5m }
        );

        await trade.Delete($"bankAccounts({Id(made)})", 400);
        await trade.Delete($"journals({batch})");
        var blocked = await trade.Patch($"bankAccounts({Id(made)})", new { blocked = true });
        await trade.Post("bankAccounts", new { number = "RABO", displayName = "X" }, 409);
        await trade.Delete($"bankAccounts({Id(made)})");

        Assert.True(blocked.GetProperty("blocked").GetBoolean());
    }

    [Fact]
    public async Task A_clerk_enters_payments_and_a_bookkeeper_posts_them()
    {
        var clerk = await trade.SignIn(Roles.Clerk);
        var journal = await trade.Post("customerPaymentJournals", new { code = "CLERK" });
        var path = $"{trade.Co}/customerPaymentJournals({Id(journal)})/customerPayments";

        var entered = await clerk.PostAsJsonAsync(path, new { customerNumber = "10000" });
        var posted = await clerk.PostAsJsonAsync(
            $"{trade.Co}/journals({Id(journal)})/Microsoft.NAV.post",
            new { }
        );

        Assert.Equal(HttpStatusCode.Created, entered.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
    }

    private async Task<HttpStatusCode> Send(HttpMethod method, string path, string tag)
    {
        using var request = new HttpRequestMessage(method, $"{trade.Co}/{path}")
        {
            Content = JsonContent.Create(new { }),
        };
        if (method == HttpMethod.Patch)
            request.Content = JsonContent.Create(new { amount = 9m });
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var client = await trade.SignIn(Roles.Administrator);
        return (await client.SendAsync(request)).StatusCode;
    }

    private async Task<JsonElement> Invoice(JsonElement entry) =>
        await journals.Single($"salesInvoices?$filter=number eq '{Text(entry, "documentNumber")}'");

    private static (string, decimal) Debit(JsonElement entry) =>
        (Text(entry, "accountNumber"), Number(entry, "debitAmount"));
}
