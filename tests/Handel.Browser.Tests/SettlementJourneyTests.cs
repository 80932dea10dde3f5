using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.App.Ledger;
using Handel.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>A payment finds its invoices, and loses them again: all by keyboard.</summary>
public sealed class SettlementJourneyTests(DemoShop shop)
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static int customers;

    [Fact]
    public async Task A_payment_is_applied_to_three_invoices_with_discount_and_taken_back()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        var customer = await Customer();
        foreach (var price in (decimal[])[100m, 200m, 300m])
            await Invoice(customer, price);
        // 726.00 with VAT, less 2 %.
        var payment = await Pay(customer, -711.48m);

        await OpenEntry(visit, payment);
        await page.Keyboard.PressAsync("Alt+a");
        await visit.Caption(payment);
        await Expect(page.Locator(".candidates tbody tr")).ToHaveCountAsync(3);
        await visit.MustBeAccessible();
        await MarkAll(visit);
        await Expect(Total(page, "appliedAmount")).ToHaveTextAsync("726,00");
        await Expect(Total(page, "discountAmount")).ToHaveTextAsync("-14,52");
        await Expect(Total(page, "remainingAmount")).ToHaveTextAsync("0,00");
        await visit.MustBeAccessible();
        await page.Keyboard.PressAsync("F9");

        await visit.Caption("Klantenposten");
        await Open(visit, $"customerLedgerEntries?filter=customerNumber eq '{customer}'");
        await Expect(page.Locator("[col-id=remainingAmount].ag-cell"))
            .ToHaveTextAsync(["0,00", "0,00", "0,00", "0,00"]);

        await OpenEntry(visit, payment);
        await page.Keyboard.PressAsync("Alt+u");
        await Expect(page.Locator(".lines .ag-row")).ToHaveCountAsync(3);
        await visit.MustBeAccessible();
        await Unapply(visit);
        await Open(visit, $"customerLedgerEntries?filter=customerNumber eq '{customer}'");
        await Expect(page.Locator("[col-id=remainingAmount].ag-cell"))
            .ToHaveTextAsync(["-711,48", "363,00", "242,00", "121,00"]);
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData("nl", "Hoogstens 121,00, met hetzelfde teken.", "121,00")]
    [InlineData("en", "At most 121.00, with the same sign.", "121.00")]
    public async Task What_does_not_fit_is_said_while_it_is_typed(
        string language,
        string refusal,
        string whole
    )
    {
        await using var visit = await shop.Arrive(Wording.Of(language));
        var page = visit.Page;
        await visit.SignIn();
        var customer = await Customer();
        await Invoice(customer, 100m);
        var payment = await Pay(customer, -50m);
        await OpenEntry(visit, payment);
        await page.Keyboard.PressAsync("Alt+a");
        await visit.Shows(".candidates");
        await page.Keyboard.PressAsync("Alt+o");
        await Expect(page.Locator("input[data-cell=applies]")).ToBeCheckedAsync();
        await Expect(Total(page, "appliedAmount")).ToContainTextAsync("50");

        await page.Locator("input[data-cell=amount]").FillAsync("999");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".candidates [role=alert]")).ToHaveTextAsync(refusal);
        await visit.MustBeAccessible();
        await page.Locator("input[name=postingDate]").FillAsync("2026-01-01");
        await page.Keyboard.PressAsync("Enter");
        await visit.Shows(".problems a, .problems button");
        await visit.MustBeAccessible();
        await Expect(page.Locator(".candidates tbody")).ToContainTextAsync(whole);
    }

    [Fact]
    public async Task A_changed_due_date_is_in_the_log_of_the_entry()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        var customer = await Customer();
        var invoice = await Invoice(customer, 100m);
        await OpenEntry(visit, invoice);
        await visit.MustBeAccessible();

        await page.Locator("input[name=onHold]").FillAsync("JJ");
        await page.Keyboard.PressAsync("Enter");

        var row = page.Locator(".lines .ag-row").First;
        await Expect(row.Locator("[col-id=field]")).ToHaveTextAsync("Afwachten");
        await Expect(row.Locator("[col-id=newValue]")).ToHaveTextAsync("JJ");
        await Expect(row.Locator("[col-id=userId]")).ToContainTextAsync("administrator");
        await visit.MustBeAccessible();
    }

    [Fact]
    public async Task A_receipt_in_a_journal_pays_the_invoices_that_are_ticked_on_its_line()
    {
        await using var visit = await shop.Arrive(Wording.English);
        var page = visit.Page;
        await visit.SignIn();
        var customer = await Customer();
        foreach (var price in (decimal[])[100m, 200m])
            await Invoice(customer, price);
        var journal = await Receipt(customer);

        await Open(visit, $"cashReceiptJournal/{journal}");
        await visit.Shows(".lines .ag-row");
        await page.Locator(".lines .ag-row[row-index='0'] [col-id=accountNumber]").ClickAsync();
        await page.Keyboard.PressAsync("Alt+a");
        await page.WaitForURLAsync("**/journalLineEntries**");
        await Expect(Cells(page, "applied")).ToHaveCountAsync(2);
        await visit.MustBeAccessible();
        await Cells(page, "applied").First.ClickAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(Cells(page, "amountToApply").First).ToContainTextAsync("118.58");
        await page.GoBackAsync();

        // 121.00 with VAT, less 2 %.
        await Expect(page.Locator(".lines [col-id=creditAmount].ag-cell").First)
            .ToContainTextAsync("118.58");
        await visit.MustBeAccessible();
        Assert.Empty(visit.Errors);
    }

    private static ILocator Cells(IPage page, string column) =>
        page.Locator($".ag-row:not(.ag-row-new) [col-id={column}].ag-cell");

    /// <summary>A receipt without an amount, in a journal of its own; the id of it.</summary>
    private async Task<string> Receipt(string customer)
    {
        var route = await Co("handel/trade/v1.0");
        var journal = await Send(
            HttpMethod.Post,
            $"{route}/journals",
            JsonContent.Create(new { code = customer[^9..], templateDisplayName = "ONTVANGST" })
        );
        var id = journal.GetProperty("id").GetString()!;
        var line = new
        {
            accountType = "Customer",
            accountNumber = customer,
            postingDate = Text(Day.AddDays(10)),
        };
        await Send(
            HttpMethod.Post,
            $"{route}/journals({id})/journalLines",
            JsonContent.Create(line)
        );
        return id;
    }

    private static async Task MarkAll(Visit visit)
    {
        var page = visit.Page;
        await page.Locator("input[data-cell=applies]").First.FocusAsync();
        for (var row = 0; row < 3; row++)
        {
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    private static async Task Unapply(Visit visit)
    {
        var page = visit.Page;
        await page.Keyboard.PressAsync("F9");
        await visit.Shows("dialog[open] input[name=postingDate]");
        await visit.MustBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Boekingsvoorbeeld" }).ClickAsync();
        await visit.Reads("dialog.preview", "In evenwicht");
        await visit.Reads("dialog.preview table", "14,52");
        await visit.MustBeAccessible();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("dialog.preview")
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Keyboard.PressAsync("F9");
        await Expect(page.Locator(".lines .ag-row").First.Locator("[col-id=unapplied]"))
            .ToHaveTextAsync("Ja");
    }

    private async Task<string> Customer()
    {
        var number = $"KV{++customers}{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        var terms = await Post(
            "paymentTerms",
            new
            {
                code = number[^8..],
                displayName = "14 dagen 2 %",
                dueDateCalculation = "30D",
                discountDateCalculation = "14D",
                discountPercent = 2m,
            }
        );
        await Post(
            "customers",
            new
            {
                number,
                displayName = $"Koper {number}",
                country = "NL",
                paymentTermsId = terms.GetProperty("id").GetString(),
            }
        );
        return number;
    }

    /// <summary>A posted invoice; its number.</summary>
    private async Task<string> Invoice(string customer, decimal price)
    {
        var draft = await Post(
            "salesInvoices",
            new
            {
                customerNumber = customer,
                invoiceDate = Text(Day),
                postingDate = Text(Day),
                salesInvoiceLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                        unitPrice = price,
                    },
                },
            }
        );
        var id = draft.GetProperty("id").GetString()!;
        await Send(HttpMethod.Post, $"{await Co("v2.0")}/salesInvoices({id})/Microsoft.NAV.post");
        var posted = await Send(HttpMethod.Get, $"{await Co("v2.0")}/salesInvoices({id})");
        return posted.GetProperty("number").GetString()!;
    }

    /// <summary>Money from the bank; the number of its document.</summary>
    private async Task<string> Pay(string customer, decimal amount)
    {
        var writers = shop.Server.Services.GetRequiredService<CompanyWriters>();
        var payment = new Payment(amount, Day.AddDays(10)) { PartyNo = customer };
        var outcome = await writers.Submit(1, payment);
        Assert.Empty(outcome.Problems);
        return outcome.Plan.Posting!.DocumentNo;
    }

    private async Task OpenEntry(Visit visit, string documentNo)
    {
        var found = await Send(
            HttpMethod.Get,
            $"{await Co("handel/trade/v1.0")}/customerLedgerEntries"
                + $"?$filter=documentNumber eq '{documentNo}'"
        );
        var id = found.GetProperty("value")[0].GetProperty("id").GetString();
        await Open(visit, $"customerLedgerEntry/{id}");
        await visit.Caption(documentNo);
    }

    private static async Task Open(Visit visit, string page)
    {
        var company = new Uri(visit.Page.Url).Fragment.Split('/')[1];
        await visit.Page.EvaluateAsync(
            "to => { location.hash = to }",
            $"#/{company}/{page.Replace(" ", "%20", StringComparison.Ordinal)}"
        );
        await visit.Page.WaitForTimeoutAsync(100);
        await visit.Shows("main h1");
    }

    private async Task<JsonElement> Post(string set, object body) =>
        await Send(HttpMethod.Post, $"{await Co("v2.0")}/{set}", JsonContent.Create(body));

    private async Task<string> Co(string route)
    {
        var found = await Send(HttpMethod.Get, "/api/v2.0/companies");
        var id = found.GetProperty("value")[0].GetProperty("id").GetString();
        return $"/api/{route}/companies({id})";
    }

    private async Task<JsonElement> Send(HttpMethod method, string url, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        var answer = await shop.Server.Api.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private static ILocator Total(IPage page, string name) =>
        page.Locator($"[data-total={name}] output");

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
