using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>VAT as a bookkeeper meets it: setup, amounts of a document, and a return.</summary>
public sealed class VatPagesTests(DemoShop shop)
{
    private static readonly string[] Filled =
    [
        "taxBusinessPostingGroups",
        "taxProductPostingGroups",
        "taxPostingSetups",
        "taxClauses",
        "taxClauseTexts",
        "taxSetup",
        "taxIdentifiers",
        "taxStatementTemplates",
        "taxStatementNames",
        "taxStatementLines",
        "taxStatementResults?dateFrom=2020-01-01",
        "taxReturnBoxes?dateFrom=2020-01-01",
        "taxReconciliations?dateFrom=2020-01-01",
        "taxEntries",
        "postingGroupUses?groupSet=customerPostingGroups&groupCode=BINNENL",
    ];

    private static readonly string[] Others =
    [
        "taxRates",
        "taxCorrections",
        "euSalesListLines",
        "setupGaps",
    ];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_page_of_VAT_opens_and_can_be_read_by_all(string language)
    {
        await using var visit = await shop.Arrive(Wording.Of(language));
        await visit.SignIn();

        foreach (var page in Filled)
        {
            await Open(visit, page);
            await ShowsFigures(visit);
            await Expect(visit.Page.Locator(".problems")).ToHaveCountAsync(0);
            await visit.MustBeAccessible();
        }
        foreach (var page in Others)
        {
            await Open(visit, page);
            await visit.MustBeAccessible();
        }
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_box_of_the_return_leads_to_its_entries_and_an_entry_to_its_card()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await Open(visit, "taxReturnBoxes?dateFrom=2020-01-01");

        await Row(page, "1a").Locator("[col-id=declaredTaxAmount] a").ClickAsync();
        await visit.Caption("Btw-posten");
        var group = page.Locator(".ag-row [col-id=taxBusinessPostingGroup]").First;
        await Expect(group).ToHaveTextAsync("BINNENL");
        await group.DblClickAsync();

        await visit.Shows("input[name=taxReportingDate]");
        await visit.Reads(".page-caption", "Btw-post");
        await visit.MustBeAccessible();
    }

    [Fact]
    public async Task The_VAT_of_an_invoice_is_typed_within_the_allowed_difference()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await Open(visit, "taxStatementLines");
        await Expect(Row(page, "1A-B").Locator("[col-id=type]")).ToHaveTextAsync("Btw-posttelling");
        await Open(visit, "taxSetup");
        await Expect(Cell(page, 0, "taxReportingDateDefault")).ToHaveTextAsync("Boekingsdatum");
        await Fill(visit, "maxTaxDifferenceAllowed", "0,05");
        await Fill(visit, "allowSalesTaxDifference", "ja");
        await Open(visit, "salesInvoice/new?customerNumber=K10010");
        await visit.Shows(".lines .ag-row");
        await page.Keyboard.PressAsync("Alt+l");
        await Expect(Cell(page, 0, "lineObjectNumber")).ToBeFocusedAsync();
        await visit.Type("1000", "Enter");
        await Expect(Cell(page, 0, "description")).ToContainTextAsync("Buitenband Stad");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Cell(page, 0, "quantity")).ToBeFocusedAsync();
        await visit.Type("1", "Enter");
        await visit.Reads(".total-grand output", "30,19");

        await page.Keyboard.PressAsync("Control+Alt+v");
        await visit.Caption("Btw-bedragen");
        await Expect(Cell(page, 0, "taxBaseAmount")).ToContainTextAsync("24,95");
        await Fill(visit, "taxAmount", "5,26");
        await Expect(Cell(page, 0, "taxDifference")).ToContainTextAsync("0,02");
        await visit.MustBeAccessible();
        await Fill(visit, "taxAmount", "6,00");

        await visit.Shows(".problems");
        await Expect(Cell(page, 0, "taxDifference")).ToContainTextAsync("0,02");
    }

    [Fact]
    public async Task A_line_of_the_posting_setup_is_copied_and_made_under_another_group()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await Open(visit, "taxProductPostingGroups");
        await ShowsFigures(visit);
        await page.Locator(".ag-row [col-id=code]").Last.ClickAsync();
        await visit.Type("FIETS", "Enter");
        await Expect(Row(page, "FIETS")).ToBeVisibleAsync();
        await Open(visit, "taxPostingSetups");
        var from = Row(page, "HOOG");
        await from.Locator("[col-id=taxPercent]").ClickAsync();
        var before = await page.Locator(".ag-row").CountAsync();

        await page.Keyboard.PressAsync("Control+Alt+c");
        var copy = page.Locator(".ag-row").Nth(before - 1);
        await Expect(copy.Locator("[col-id=taxPercent]")).ToContainTextAsync("21");
        await copy.Locator("[col-id=taxProductPostingGroup]").ClickAsync();
        await visit.Type("FIETS", "Enter");

        await Expect(page.Locator(".ag-row")).ToHaveCountAsync(before + 1);
        await Expect(page.Locator(".problems")).ToHaveCountAsync(0);
        await Expect(Row(page, "FIETS").Locator("[col-id=taxPercent]")).ToContainTextAsync("21");
    }

    [Fact]
    public async Task A_quarter_is_previewed_settled_and_closed()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await Open(visit, "taxReturnPeriod/new");
        await visit.Shows("input[name=startDate]");
        await page.Locator("input[name=startDate]").FillAsync("01-01-2020");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=endDate]").FillAsync("31-03-2020");
        await page.Keyboard.PressAsync("Enter");
        await visit.Reads("main h1", "2020-Q1");
        await visit.MustBeAccessible();

        // Nothing was sold that year: the dialog says so instead of posting nothing.
        await page.Keyboard.PressAsync("F9");
        await visit.Shows("dialog[open]");
        await visit.MustBeAccessible();
        // A question with one answer: Enter gives it.
        await page.Keyboard.PressAsync("Enter");
        await visit.Shows(".problems");

        await page.GetByRole(AriaRole.Button, new() { Name = "Vrijgeven" }).ClickAsync();
        await visit.Reads(".page-head", "Vrijgegeven");
        await Open(visit, "taxReturnPeriods");
        await Expect(Row(page, "2020-Q1")).ToContainTextAsync("Vrijgegeven");
        await visit.MustBeAccessible();
    }

    private static async Task Fill(Visit visit, string column, string value)
    {
        await ShowsFigures(visit);
        await Cell(visit.Page, 0, column).ClickAsync();
        await visit.Type(value, "Enter");
        await Expect(Cell(visit.Page, 0, column))
            .Not.ToHaveClassAsync(
                new Regex("cell-pending", RegexOptions.None, TimeSpan.FromSeconds(1))
            );
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
        // The page before is still on screen for a moment.
        await visit.Page.WaitForTimeoutAsync(300);
        await visit.Shows("main h1");
    }

    private static ILocator Row(IPage page, string text) =>
        page.Locator(".ag-row", new() { HasText = text }).First;

    private static ILocator Cell(IPage page, int row, string column) =>
        page.Locator($".ag-row[row-index='{row}'] [col-id='{column}']");
}
