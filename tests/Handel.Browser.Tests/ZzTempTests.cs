using Microsoft.Playwright;
using Xunit;
namespace Handel.Browser.Tests;
public sealed class ZzTempTests(DemoShop shop)
{
    [Fact]
    public async Task Try()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await Open(visit, "salesInvoice/new?customerNumber=K10010");
        await visit.Shows(".lines .ag-row");
        await page.Keyboard.PressAsync("Alt+l");
        await page.WaitForTimeoutAsync(500);
        await visit.Type("1000", "Enter");
        await page.WaitForTimeoutAsync(2500);
        await Shot(page, "inv");
        await page.Keyboard.PressAsync("Control+Alt+v");
        await page.WaitForTimeoutAsync(2500);
        await Shot(page, "taxlines");
        await Open(visit, "taxReturnPeriod/new");
        await visit.Shows("input[name=startDate]");
        await page.Locator("input[name=startDate]").FillAsync("01-01-2020");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=endDate]").FillAsync("31-03-2020");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForTimeoutAsync(2500);
        await Shot(page, "period");
        await page.Keyboard.PressAsync("F9");
        await page.WaitForTimeoutAsync(800);
        await Shot(page, "dialog");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForTimeoutAsync(3500);
        await Shot(page, "after");
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
