using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>A bookkeeper pays the vendors: suggested, looked at and posted by keyboard.</summary>
public sealed class VendorPaymentJourneyTests(DemoShop shop)
{
    [Fact]
    public async Task Payments_to_vendors_are_suggested_and_posted_by_keyboard()
    {
        await using var visit = await shop.Arrive(Wording.Dutch);
        var page = visit.Page;
        await visit.SignIn();
        await visit.GoTo("Betalingsdagboeken");
        await visit.Shows(".ag-row");
        await visit.MustBeAccessible();
        await OpenDefaultBatch(visit);
        await visit.Shows(".lines .ag-row");

        await page.Keyboard.PressAsync("Control+Alt+p");
        await visit.Shows("dialog[open] [data-fields] input");
        await visit.MustBeAccessible();
        await page.Keyboard.PressAsync("Control+a");
        await visit.Type("t", "Tab");
        await page.Keyboard.PressAsync("Control+Alt+p");

        await visit.Reads(".problems", "betalingen, samen");
        await Expect(Cell(page, 0, "accountNumber")).ToContainTextAsync("L");
        await Expect(Cell(page, 0, "debitAmount")).Not.ToBeEmptyAsync();
        await visit.MustBeAccessible();
        var paid = await Cell(page, 0, "accountNumber").InnerTextAsync();
        Assert.StartsWith("L", paid.Trim(), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("F9");
        await visit.Shows("dialog[open] input[type=radio]");
        await page.Keyboard.PressAsync("F9");
        await visit.Shows(".notice-link");
        await Expect(Cell(page, 0, "accountNumber")).Not.ToContainTextAsync(paid);
        await Register(visit);
        Assert.Empty(visit.Errors);
    }

    private static async Task Register(Visit visit)
    {
        var page = visit.Page;
        await page.EvaluateAsync(
            "location.hash = location.hash.split('/').slice(0, 2).join('/')"
                + " + '/cashReceiptJournals'"
        );
        await visit.Caption("Ontvangstendagboeken");
        await visit.Shows(".ag-row");
        await visit.MustBeAccessible();
        await OpenDefaultBatch(visit);
        await page.Keyboard.PressAsync("Control+Alt+b");
        await page.WaitForURLAsync("**/registerReceipts/**");
        await visit.Shows(".lines .ag-row");
        await visit.MustBeAccessible();
        var document = await Cell(page, 0, "documentNumber").InnerTextAsync();

        await Cell(page, 0, "paymentMade").FocusAsync();
        await visit.Type("j", "Enter");
        await Expect(Cell(page, 0, "paymentDate")).Not.ToBeEmptyAsync();
        await Expect(Cell(page, 0, "paymentAmount")).Not.ToHaveTextAsync("0,00");
        await page.Keyboard.PressAsync("F9");
        await visit.Shows("dialog[open] button[type=submit]");
        await visit.MustBeAccessible();
        await page.Keyboard.PressAsync("F9");
        await visit.Shows(".notice-link");
        await Expect(Cell(page, 0, "documentNumber")).Not.ToHaveTextAsync(document);
    }

    /// <summary>Opens the batch of the demo; other journeys may have made others.</summary>
    private static async Task OpenDefaultBatch(Visit visit)
    {
        var page = visit.Page;
        await page.Locator(".ag-row [col-id='code']")
            .Filter(new() { HasTextString = "STANDAARD" })
            .First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await visit.Reads("main h1", "STANDAARD");
    }

    private static ILocator Cell(IPage page, int row, string column) =>
        page.Locator($".ag-row[row-index='{row}'] [col-id='{column}']");
}
