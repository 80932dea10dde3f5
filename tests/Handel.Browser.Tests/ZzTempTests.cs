using Microsoft.Playwright;
using Xunit;

namespace Handel.Browser.Tests;

public sealed class ZzTempTests(DemoShop shop)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Try(string lang)
    {
        await using var visit = await shop.Arrive(Wording.Of(lang));
        var page = visit.Page;
        await visit.SignIn();
        await Open(
            visit,
            "taxReturnBoxes?statementName=AANGIFTE&dateFrom=2026-07-01&dateTo=2026-12-31"
        );
        await page.WaitForTimeoutAsync(2500);
        await Shot(page, "vat-return-" + lang);
        await Open(visit, "dimensionValues");
        await page.WaitForTimeoutAsync(1500);
        await Shot(page, "dimensionvalues-" + lang);
        await Open(visit, "salesOrders");
        await page.WaitForTimeoutAsync(1500);
        await page.Locator(".ag-row [col-id=number]").First.DblClickAsync();
        await page.WaitForTimeoutAsync(2500);
        await page.Keyboard.PressAsync("Control+Alt+d");
        await page.WaitForTimeoutAsync(1500);
        await Shot(page, "dims-" + lang);
        await Open(visit, "defaultDimensions");
        await page.WaitForTimeoutAsync(1500);
        await Shot(page, "defaults-" + lang);
    }

    private static Task Shot(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = $"/tmp/vat/{name}.png" });

    private static async Task Open(Visit visit, string page)
    {
        var company = new Uri(visit.Page.Url).Fragment.Split('/')[1];
        await visit.Page.EvaluateAsync($"() => location.hash = '#/{company}/{page}'");
        await visit.Page.WaitForTimeoutAsync(600);
        await visit.Shows("main h1");
    }
}
