using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>
/// Every page that reads the books, in both languages, by somebody who cannot see.
/// </summary>
public sealed class ReportPagesTests(DemoShop shop)
{
    private static readonly string[] Filled =
    [
        "trialBalance",
        "balanceSheet",
        "incomeStatement",
        "accountEntries?accountNumber=1300&dateFrom=2020-01-01",
        "taxByPeriod?dateFrom=2020-01-01",
        "accountUses?accountNumber=1300",
        "agedCustomerBalances",
        "agedVendorBalances",
        "agedCustomerEntries",
        "agedVendorEntries",
        "customerStatement?customerNumber=K10010&dateFrom=2020-01-01",
        "vendorStatement?vendorNumber=L10010&dateFrom=2020-01-01",
        "customerStatistics",
        "vendorStatistics",
        "generalLedgerEntries",
        "generalLedgerRegisters",
        "bankAccountLedgerEntries",
        "detailedCustomerLedgerEntries",
        "detailedVendorLedgerEntries",
        "accountingPeriods",
        "accountSchedules",
        "accountScheduleLines",
    ];

    private static readonly string[] Empty = ["financialStatement", "findEntries"];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_report_page_opens_and_can_be_read_by_all(string language)
    {
        await using var visit = await shop.Arrive(Wording.Of(language));
        await visit.SignIn();

        foreach (var report in Filled)
        {
            await Open(visit, report);
            await ShowsFigures(visit);
            await Expect(visit.Page.Locator(".problems")).ToHaveCountAsync(0);
            await visit.MustBeAccessible();
        }
        foreach (var report in Empty)
        {
            await Open(visit, report);
            await visit.Shows(".empty");
            await visit.MustBeAccessible();
        }
    }

    [Fact]
    public async Task A_figure_leads_to_its_entries_and_an_entry_to_its_document()
    {
        // High enough for the whole chart: rows that cannot be seen are not drawn.
        await using var visit = await shop.Arrive(
            Wording.Dutch,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 4000 },
            }
        );
        var page = visit.Page;
        await visit.SignIn();

        await Open(visit, "trialBalance?dateFrom=2020-01-01");
        await visit.Reads(".summary", "Verschil");
        await Row(page, "8010").Locator("[col-id=netChange] a").ClickAsync();
        await visit.Caption("Grootboekposten");
        // The newest entry may be of a journal, which leads to no document.
        await page.Locator(".ag-row [col-id=documentNumber] a").First.ClickAsync();

        await page.WaitForURLAsync(url =>
            url.Contains("/salesInvoice/", StringComparison.Ordinal)
            || url.Contains("/salesCreditMemo/", StringComparison.Ordinal)
        );
        await visit.Shows(".lines .ag-row");
        await visit.Shows(".total-grand");
        await page.Keyboard.PressAsync("Control+Alt+q");
        await visit.Caption("Posten zoeken");
        await Expect(Row(page, "Grootboekposten")).ToBeVisibleAsync();
        await Expect(Row(page, "Grootboekjournalen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_total_of_aged_receivables_is_that_of_the_control_accounts()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        await visit.SignIn();

        await Open(visit, "agedCustomerBalances");

        await visit.Reads(".summary thead", "Verzamelrekeningen");
        var cells = await visit.Page.Locator(".summary tbody td").AllTextContentsAsync();
        Assert.Equal(8, cells.Count);
        Assert.Equal(cells[5], cells[6]);
        Assert.Equal("0,00", cells[7]);
        await Expect(visit.Page.Locator(".ag-header")).ToContainTextAsync("≥");
    }

    [Fact]
    public async Task What_is_on_the_page_is_saved_as_a_workbook_by_keyboard()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await Open(visit, "trialBalance");
        await ShowsFigures(visit);

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.Keyboard.PressAsync("Control+Alt+e")
        );

        Assert.Equal("Proef- en saldibalans.xlsx", download.SuggestedFilename);
        await using var sent = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await sent.CopyToAsync(file);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = await reader.ReadToEndAsync();
        Assert.Contains("Eindsaldo", sheet, StringComparison.Ordinal);
        Assert.Contains("1300", sheet, StringComparison.Ordinal);
    }

    /// <summary>A row that is still being read has cells, but nothing in them.</summary>
    private static Task ShowsFigures(Visit visit) =>
        visit
            .Page.Locator(
                ".ag-row .ag-cell",
                new() { HasTextRegex = new(@"\S", RegexOptions.None, TimeSpan.FromSeconds(1)) }
            )
            .First.WaitForAsync();

    private static async Task Open(Visit visit, string page)
    {
        var company = new Uri(visit.Page.Url).Fragment.Split('/')[1];
        await visit.Page.EvaluateAsync($"() => location.hash = '#/{company}/{page}'");
        await visit.Page.WaitForURLAsync($"**/{page}");
        // The page before is still on screen for a moment.
        await visit.Page.WaitForTimeoutAsync(100);
        await visit.Shows("main h1");
    }

    private static ILocator Row(IPage page, string text) =>
        page.Locator(".ag-row", new() { HasText = text }).First;
}
