using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>Setup of ledger, users and tolerance, and a vendor's entries, for everybody.</summary>
public sealed class FinanceSetupTests(DemoShop shop)
{
    [Theory]
    [InlineData("nl", "Boekhoudinstellingen", "Betalingstolerantie wijzigen", "5,00")]
    [InlineData("en", "General ledger setup", "Change payment tolerance", "5.00")]
    public async Task The_ledger_is_set_up_on_one_card_and_tolerance_is_changed_there(
        string language,
        string caption,
        string change,
        string maximum
    )
    {
        await using var visit = await shop.Arrive(Wording.Of(language));
        var page = visit.Page;
        await visit.SignIn();

        await Open(visit, "generalLedgerSetup");
        await page.WaitForURLAsync("**/generalLedgerSetupCard/**");
        await visit.Reads(".page-caption", caption);
        await visit.MustBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = change }).ClickAsync();
        await visit.Shows("dialog[open] input[name=maxPaymentToleranceAmount]");
        await visit.MustBeAccessible();
        await page.Locator("dialog[open] input[name=paymentTolerancePercent]").FillAsync("1");
        await page.Locator("dialog[open] input[name=maxPaymentToleranceAmount]").FillAsync("5");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("dialog[open] button[type=submit]").ClickAsync();

        await Expect(page.Locator(".group input[readonly][value='" + maximum + "']"))
            .ToHaveCountAsync(1);
        foreach (var other in (string[])["userSetups", "paymentMethods"])
        {
            await Open(visit, other);
            await visit.Shows(".ag-row");
            await visit.MustBeAccessible();
        }
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Entries_of_a_vendor_are_applied_on_the_same_page()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        var entry = await OpenVendorEntry();

        await Open(visit, $"vendorLedgerEntry/{entry}");
        await visit.Reads(".page-caption", "Leverancierspost");
        await page.Keyboard.PressAsync("Alt+a");

        await visit.Reads(".page-caption", "Leveranciersposten vereffenen");
        await visit.Shows("[data-total=remainingAmount] output");
        await visit.MustBeAccessible();
        await Open(visit, $"vendorAppliedEntries?filter=vendorLedgerEntryId eq {entry}");
        await visit.Shows(".empty");
        await visit.MustBeAccessible();
        Assert.Empty(visit.Errors);
    }

    private async Task<string> OpenVendorEntry()
    {
        var api = shop.Server.Api;
        var companies = JsonDocument.Parse(await api.GetStringAsync("/api/v2.0/companies"));
        var company = companies.RootElement.GetProperty("value")[0].GetProperty("id").GetString();
        var found = JsonDocument.Parse(
            await api.GetStringAsync(
                $"/api/handel/trade/v1.0/companies({company})/vendorLedgerEntries"
                    + "?$filter=open eq true&$top=1"
            )
        );
        return found.RootElement.GetProperty("value")[0].GetProperty("id").GetString()!;
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
}
