using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>Currencies, periods and number series, in both languages (COM-07, CUR-01).</summary>
public sealed partial class YearEndPagesTests(DemoShop shop)
{
    private static readonly string[] Lists =
    [
        "currencies",
        "accountingPeriods",
        "numberSeries",
        "numberSeriesLines",
        "numberSeriesRelationships",
        "numberSeriesGaps",
        "exchangeRates",
        "exchangeRateAdjustments",
    ];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_page_of_the_year_end_opens_and_can_be_read_by_all(string language)
    {
        await using var visit = await shop.Arrive(Wording.Of(language));
        await visit.SignIn();
        foreach (var list in Lists)
        {
            await Open(visit, list);
            await Expect(visit.Page.Locator(".problems")).ToHaveCountAsync(0);
            await visit.MustBeAccessible();
        }
        await Card(visit, "currencies?q=USD", "USD");
        await visit.MustBeAccessible();
        await Card(visit, "numberSeries?q=V-FAC", "V-FAC");
        await visit.MustBeAccessible();
        await Card(visit, "accountingPeriods", "");
        await visit.MustBeAccessible();
        Assert.Empty(visit.Errors);
    }

    private static async Task Card(Visit visit, string list, string row)
    {
        await Open(visit, list);
        await visit.Shows(".ag-row");
        await visit
            .Page.Locator(".ag-row", new() { HasText = row })
            .First.Locator(".ag-cell")
            .First.DblClickAsync();
        await visit.Page.WaitForURLAsync(RecordAddress());
        await visit.Shows("main h1");
        await visit.Shows(".field");
    }

    private static async Task Open(Visit visit, string page)
    {
        var company = new Uri(visit.Page.Url).Fragment.Split('/')[1];
        await visit.Page.EvaluateAsync($"() => location.hash = '#/{company}/{page}'");
        await visit.Page.WaitForURLAsync($"**/{page}");
        // The page before is still on screen for a moment.
        await visit.Page.WaitForTimeoutAsync(100);
        await visit.Shows("main h1");
    }

    [GeneratedRegex("/[a-z]+/[0-9a-f]{8}-[0-9a-f-]+$", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex RecordAddress();
}
