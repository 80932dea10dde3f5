using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>A bookkeeper's journal: filled, looked at, posted and taken back by keyboard.</summary>
public sealed class JournalPagesTests(DemoShop shop)
{
    private static readonly string[] Pages =
    [
        "paymentJournals",
        "cashReceiptJournals",
        "recurringJournals",
        "journalTemplates",
        "bankAccounts",
        "bankAccountPostingGroups",
        "sourceCodes",
    ];

    [Fact]
    public async Task A_journal_is_entered_posted_and_reversed_by_keyboard()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();

        await visit.GoTo("Memoriaaldagboeken");
        await visit.MustBeAccessible();
        await page.Locator(".ag-row[row-index='0'] [col-id='code']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await visit.Reads("main h1", "STANDAARD");
        await Enter(visit);
        await PreviewAndPost(visit);

        await page.Locator(".notice-link").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/generalLedgerRegister/**");
        await visit.MustBeAccessible();
        await ShowsEntries(visit, "6110", "1010");
        await page.GoBackAsync();
        await Reverse(visit);
    }

    [Fact]
    public async Task Every_page_of_journals_opens_and_can_be_read_by_all()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        await visit.SignIn();

        foreach (var name in Pages)
        {
            await Open(visit, name);
            await visit.Shows(".ag-row");
            await Expect(visit.Page.Locator(".problems")).ToHaveCountAsync(0);
            await visit.MustBeAccessible();
        }
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_file_fills_a_journal_and_says_what_is_wrong_with_it()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await visit.GoTo("Ontvangstendagboeken");
        await page.Locator(".ag-row", new() { HasText = "STANDAARD" }).First.DblClickAsync();
        await visit.Reads("main h1", "STANDAARD");

        await Import(page, "Rekening;Bedrag\n9999999;-5\n");
        await visit.Reads(".problems", "Rij 2, Rekening");
        await visit.MustBeAccessible();
        await Import(page, "Rekening;Bedrag\nK10010;-12,50\n");

        await Expect(Cell(page, 0, "accountNumber")).ToContainTextAsync("K10010");
        await Expect(Cell(page, 0, "creditAmount")).ToContainTextAsync("12,50");
        await Cell(page, 0, "accountNumber").ClickAsync();
        await page.Keyboard.PressAsync("Control+Delete");
        await Expect(Cell(page, 0, "accountNumber")).Not.ToContainTextAsync("K10010");
    }

    private static async Task Enter(Visit visit)
    {
        var page = visit.Page;
        await visit.Shows(".lines .ag-row");
        await page.Keyboard.PressAsync("Alt+l");
        await Expect(Cell(page, 0, "accountNumber")).ToBeFocusedAsync();
        await visit.Type("6110", "Enter");
        await Expect(Cell(page, 0, "description")).ToContainTextAsync("Huur");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Cell(page, 0, "debitAmount")).ToBeFocusedAsync();
        await visit.Type("250", "Enter");
        await visit.Reads(".total-grand output", "250,00");

        await page.Keyboard.PressAsync("Alt+l");
        await Expect(Cell(page, 1, "accountNumber")).ToBeFocusedAsync();
        await visit.Type("1010", "Enter");
        await Expect(Cell(page, 1, "description")).ToContainTextAsync("Kas");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Cell(page, 1, "creditAmount")).ToBeFocusedAsync();
        await visit.Type("250", "Enter");
        await visit.Reads(".total-grand output", "0,00");
        await visit.MustBeAccessible();
    }

    private static async Task PreviewAndPost(Visit visit)
    {
        var page = visit.Page;
        await page.Keyboard.PressAsync("F9");
        await visit.Shows("dialog[open] input[type=radio]");
        await visit.MustBeAccessible();
        // Past the choices and "Cancel" to "Preview posting".
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await visit.Reads("dialog.preview", Wording.Dutch.Balanced);
        await visit.Reads("dialog.preview table", "250,00");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("dialog.preview")
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Keyboard.PressAsync("F9");
        await visit.Shows(".notice-link");
        await Expect(Cell(page, 0, "accountNumber")).Not.ToContainTextAsync("6110");
    }

    private static async Task Reverse(Visit visit)
    {
        var page = visit.Page;
        await page.WaitForURLAsync("**/generalLedgerRegister/**");
        await visit.Shows(".field-check");
        await page.Keyboard.PressAsync("Control+Alt+r");
        await visit.Shows("dialog[open] input[type=radio]");
        await visit.MustBeAccessible();
        await page.Keyboard.PressAsync("Control+Alt+r");

        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Teruggedraaid" }))
            .ToBeCheckedAsync(new() { Timeout = PatienceMs });
        await Expect(page.Locator(".problems")).ToHaveCountAsync(0);
        await Open(visit, "generalLedgerRegisters");
        await visit.Shows(".ag-row");
        await Expect(Cell(page, 0, "sourceCode")).ToContainTextAsync("REVERSAL");
    }

    private static async Task ShowsEntries(Visit visit, params string[] accounts)
    {
        var page = visit.Page;
        await page.Keyboard.PressAsync("Control+F7");
        await visit.Caption(Wording.Dutch.LedgerEntries);
        foreach (var account in accounts)
            await Expect(page.Locator(".ag-row", new() { HasText = account }).First)
                .ToContainTextAsync("250,00");
        await visit.MustBeAccessible();
    }

    private static async Task Import(IPage page, string text)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Importeren" }).First.ClickAsync();
        await page.Locator("dialog[open] input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "regels.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                }
            );
        await page.Locator("dialog[open] button[type=submit]:not([disabled])").ClickAsync();
        await page.Locator("dialog[open]")
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static Task Open(Visit visit, string name) =>
        visit.Page.EvaluateAsync(
            "name => { location.hash = "
                + "location.hash.split('/').slice(0, 2).join('/') + '/' + name; }",
            name
        );

    private static ILocator Cell(IPage page, int row, string column) =>
        page.Locator($".ag-row[row-index='{row}'] [col-id='{column}']");

    private const int PatienceMs = 30_000;
}
