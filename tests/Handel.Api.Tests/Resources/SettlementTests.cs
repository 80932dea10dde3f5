using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Applying and unapplying posted entries over HTTP, with the figures of S11 to S20.
/// </summary>
public sealed partial class SettlementTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static readonly DateOnly Day = SettledBooks.Day;

    [Fact]
    public async Task S11_a_payment_in_time_takes_the_discount()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(
            new { paymentTermsId = await books.Terms() },
            ("1000", 1000m)
        );
        var payment = await books.Pay(new(-1185.80m, Day.AddDays(10)));

        var done = await books.Apply(payment, invoice);

        Assert.Equal((0m, 0m, false), await books.State(invoice));
        Assert.Equal((0m, 0m, false), await books.State(payment));
        Assert.Equal(-24.20m, done.GetProperty("discountAmountLCY").GetDecimal());
        Expect(await books.LastRegister(), ("9110", 24.20m), ("1300", -24.20m));
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task S13_the_discount_may_be_on_the_amount_without_VAT()
    {
        var books = await SettledBooks.Begin(trade, gl => gl.PmtDiscExclVat = true);
        var invoice = await books.Invoice(
            new { paymentTermsId = await books.Terms() },
            ("1000", 1000m)
        );
        var payment = await books.Pay(new(-1190m, Day.AddDays(10)));

        await books.Apply(invoice, payment);

        Assert.Equal((0m, 0m, false), await books.State(invoice));
        Expect(await books.LastRegister(), ("9110", 20m), ("1300", -20m));
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task S14_the_VAT_of_the_discount_is_taken_back_and_comes_back()
    {
        var books = await SettledBooks.Begin(trade, gl => gl.AdjustForPmtDisc = true);
        var invoice = await books.Invoice(
            new { paymentTermsId = await books.Terms() },
            ("1000", 1000m),
            ("1001", 333.33m)
        );
        var payment = await books.Pay(new(-1541.86m, Day.AddDays(10)));

        await books.Apply(payment, invoice);

        Assert.Equal((0m, 0m, false), await books.State(invoice));
        Expect(
            await books.LastRegister(),
            ("9110", 26.67m),
            ("4310", 4.20m),
            ("4311", 0.60m),
            ("1300", -31.47m)
        );
        Assert.Equal([(20.00m, 4.20m), (6.67m, 0.60m)], await Vat(books));
        await books.ExpectWholeBooks();

        await books.Act(invoice, "unapply", new { });

        Assert.Equal((1573.33m, 31.47m, true), await books.State(invoice));
        Assert.Equal([(-20.00m, -4.20m), (-6.67m, -0.60m)], await Vat(books));
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task S16_euros_close_an_invoice_in_dollars()
    {
        var books = await SettledBooks.Begin(trade, gl => gl.ApplnRoundingPrecision = 0.05m);
        await Quote("2026-01-01", 1.10m);
        await Quote("2026-03-20", 1.105m);
        var invoice = await books.Invoice(new { currencyCode = "USD" }, ("1000", 1000m / 1.21m));
        Assert.Equal(1000m, invoice.GetProperty("amount").GetDecimal());
        Assert.Equal(909.09m, invoice.GetProperty("amountLCY").GetDecimal());
        var payment = await books.Pay(new(-905.00m, new(2026, 3, 20)));

        await books.Apply(payment, invoice);

        Assert.Equal((0m, 0m, false), await books.State(invoice));
        Assert.Equal((0m, 0m, false), await books.State(payment));
        Expect(await books.LastRegister(), ("9120", 4.11m), ("9140", -0.02m), ("1300", -4.09m));
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task S19_the_oldest_invoice_absorbs_what_the_credit_exceeds()
    {
        var books = await SettledBooks.Begin(trade);
        var open = new List<JsonElement>();
        foreach (var due in new[] { 10, 12, 14 })
            open.Add(await Net(books, 300m, new { dueDate = $"2026-03-{due}" }));
        var credit = await books.CreditMemo(new { }, ("1001", 688.07m));
        await books.PayOldestFirst();

        var added = await Net(books, 600m, new { dueDate = "2026-03-20" });

        Assert.Equal((0m, 0m, false), await books.State(added));
        Assert.Equal((0m, 0m, false), await books.State(credit));
        Assert.Equal(
            [150m, 300m, 300m],
            [
                (await books.State(open[0])).Left,
                (await books.State(open[1])).Left,
                (await books.State(open[2])).Left,
            ]
        );
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task S20_unapplied_and_applied_again_the_discount_is_given_twice()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(
            new { paymentTermsId = await books.Terms() },
            ("1000", 2000m)
        );
        var first = await books.Pay(new(-1000m, Day.AddDays(10)));
        var second = await books.Pay(new(-1371.60m, Day.AddDays(13)));
        await books.Apply(first, invoice);
        Assert.Equal((1420m, 48.40m, true), await books.State(invoice));
        await books.Apply(second, invoice);
        Assert.Equal((0m, 0m, false), await books.State(invoice));
        var tooEarly = await books.Act(first, "unapply", new { }, 400);
        Assert.Contains("Unapply", Message(tooEarly), StringComparison.Ordinal);

        var undone = await books.Act(
            second,
            "unapply",
            new { postingDate = SettledBooks.Text(Day.AddDays(20)) }
        );

        Assert.Equal("2026-03-22", undone.GetProperty("postingDate").GetString());
        Assert.Equal((1420m, 48.40m, true), await books.State(invoice));
        Assert.Equal((-1371.60m, 0m, true), await books.State(second));
        Expect(await books.LastRegister(), ("9110", -48.40m), ("1300", 48.40m));
        await books.ExpectWholeBooks();
        await books.Apply(second, invoice);
        Assert.Equal((0m, 0m, false), await books.State(invoice));
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task APP_05_a_preview_says_what_would_happen_and_changes_nothing()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(
            new { paymentTermsId = await books.Terms() },
            ("1000", 1000m)
        );
        var payment = await books.Pay(new(-1200m, Day.AddDays(10)));

        var preview = await books.Act(
            invoice,
            "previewApply",
            new { entries = new[] { new { id = SettledBooks.Id(payment) } } }
        );

        var application = preview.GetProperty("application");
        var entries = application.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(
            [("Payment", 1210m, -24.20m, -14.20m), ("Invoice", -1210m, -24.20m, 0m)],
            entries.Select(e =>
                (
                    e.GetProperty("documentType").GetString()!,
                    e.GetProperty("appliedAmount").GetDecimal(),
                    e.GetProperty("discountAmount").GetDecimal(),
                    e.GetProperty("remainingAmount").GetDecimal()
                )
            )
        );
        Assert.Equal(2, preview.GetProperty("generalLedgerEntries").GetArrayLength());
        Assert.Equal(3, preview.GetProperty("detailedCustomerLedgerEntries").GetArrayLength());
        Assert.Equal((1210m, 24.20m, true), await books.State(invoice));
    }

    [Fact]
    public async Task APP_06_candidates_come_with_the_discount_and_the_amount_to_apply()
    {
        var books = await SettledBooks.Begin(trade);
        var terms = await books.Terms();
        var early = await books.Invoice(new { paymentTermsId = terms }, ("1000", 1000m));
        var late = await books.Invoice(
            new
            {
                paymentTermsId = terms,
                invoiceDate = "2026-01-05",
                postingDate = "2026-01-05",
            },
            ("1000", 100m)
        );
        var payment = await books.Pay(new(-500m, Day.AddDays(10)));
        var number = payment.GetProperty("entryNumber").GetInt32();

        var rows = await books.Rows(
            $"customerApplicationCandidates?$filter=applyingEntryNumber eq {number}"
        );

        Assert.Equal(
            [(SettledBooks.Id(late), 0m, 121m), (SettledBooks.Id(early), 24.20m, 1185.80m)],
            rows.Select(row =>
                (
                    SettledBooks.Id(row),
                    row.GetProperty("discountAmount").GetDecimal(),
                    row.GetProperty("proposedAmount").GetDecimal()
                )
            )
        );
    }

    [Fact]
    public async Task APP_35_an_entry_that_changed_since_it_was_seen_is_told()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var payment = await books.Pay(new(-50m, Day));

        var refused = await books.Apply(
            payment,
            new
            {
                entries = new[] { new { id = SettledBooks.Id(invoice), remainingAmount = 100m } },
            },
            409
        );

        Assert.Equal("Request_EntityChanged", Code(refused));
        Assert.Equal(121m, (await books.State(invoice)).Left);
    }

    [Theory]
    [InlineData("{\"entries\":[]}", "choose at least one entry")]
    [InlineData("{\"entries\":[{\"entryNumber\":987654}]}", "does not exist")]
    public async Task APP_04_what_cannot_be_applied_is_said_in_words(string body, string says)
    {
        var books = await SettledBooks.Begin(trade);
        var payment = await books.Pay(new(-50m, Day));

        var refused = await books.Apply(payment, JsonDocument.Parse(body).RootElement, 400);

        Assert.Contains(says, Message(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"entries\":{}}")]
    [InlineData("{\"entries\":[{\"unknown\":1}]}")]
    public async Task A_body_of_another_shape_is_refused(string body)
    {
        var books = await SettledBooks.Begin(trade);
        var payment = await books.Pay(new(-50m, Day));

        var refused = await books.Apply(payment, JsonDocument.Parse(body).RootElement, 400);

        Assert.StartsWith("BadRequest", Code(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task INV_55_the_same_application_sent_again_is_done_once()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var payment = await books.Pay(new(-50m, Day));
        var path = $"{books.Entries}({SettledBooks.Id(payment)})/Microsoft.NAV.apply";
        var key = Guid.NewGuid().ToString();
        async Task<string> Send()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = JsonContent.Create(
                    new { entries = new[] { new { id = SettledBooks.Id(invoice) } } }
                ),
            };
            request.Headers.Add("Idempotency-Key", key);
            var answer = await trade.Client.SendAsync(request);
            return await answer.Content.ReadAsStringAsync();
        }

        var answers = new[] { await Send(), await Send() };

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(71m, (await books.State(invoice)).Left);
    }

    [Fact]
    public async Task A_reader_may_not_apply()
    {
        var books = await SettledBooks.Begin(trade);
        var payment = await books.Pay(new(-50m, Day));
        using var reader = await trade.SignIn(App.Users.Roles.Reader);

        var answer = await reader.PostAsJsonAsync(
            $"{books.Entries}({SettledBooks.Id(payment)})/Microsoft.NAV.apply",
            new { entries = Array.Empty<object>() }
        );

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    // ENT-20, AUD-06
}
