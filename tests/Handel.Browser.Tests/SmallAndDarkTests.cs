using Microsoft.Playwright;
using Xunit;

namespace Handel.Browser.Tests;

/// <summary>The same pages on a telephone, at night.</summary>
public sealed class SmallAndDarkTests(DemoShop shop)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_page_of_the_journey_fits_and_can_be_read(string language)
    {
        await using var visit = await shop.Arrive(
            Wording.Of(language),
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                ColorScheme = ColorScheme.Dark,
            }
        );

        await visit.SignIn();
        await visit.MustBeAccessible();
        foreach (var list in (string[])["salesOrders", "salesInvoices", "generalLedgerEntries"])
        {
            await Open(visit, list);
            await visit.Shows(".ag-row");
            await visit.MustBeAccessible();
        }
        foreach (var (list, card) in Documents)
        {
            await Open(visit, list);
            await visit.Shows(".ag-row a");
            await visit.Page.Locator(".ag-row a").First.ClickAsync();
            await visit.Page.WaitForURLAsync($"**/{card}/**");
            await visit.Shows(".total-grand");
            await visit.Shows(".lines .ag-row");
            await visit.MustBeAccessible();
        }
    }

    private static readonly (string List, string Card)[] Documents =
    [
        ("salesOrders", "salesOrder"),
        ("salesInvoices", "salesInvoice"),
    ];

    private static async Task Open(Visit visit, string list)
    {
        var company = new Uri(visit.Page.Url).Fragment.Split('/')[1];
        await visit.Page.EvaluateAsync($"() => location.hash = '#/{company}/{list}'");
        await visit.Page.WaitForURLAsync($"**/{list}");
    }
}
