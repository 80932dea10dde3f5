using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>The clerk's day in one go: from the sign-in page to the entries in the books.</summary>
public sealed class OrderToLedgerTests(DemoShop shop)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task An_order_is_made_posted_printed_and_traced_by_keyboard(string language)
    {
        var wording = Wording.Of(language);
        await using var visit = await shop.Arrive(wording);
        var page = visit.Page;

        await visit.SignIn();
        await visit.MustBeAccessible();
        await visit.GoTo(wording.Orders);
        await visit.MustBeAccessible();
        await EnterOrder(visit, wording);
        await PreviewAndPost(visit, wording);

        await visit.Shows(".totals a");
        await visit.Reads(".totals a", wording.Total);
        await visit.Shows(".notice-link");
        await visit.MustBeAccessible();
        var pdf = await TextOf(await OpenPdf(page));
        Assert.Contains("Rijwielhandel Van Asselt", pdf, StringComparison.Ordinal);
        Assert.Contains(wording.InvoiceOnPaper, pdf, StringComparison.Ordinal);

        await page.Locator(".totals a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await visit.Caption(wording.LedgerEntries);
        foreach (var account in (string[])["8010", "4310", "1300"])
            await Expect(Row(page, account)).ToBeVisibleAsync();
        await Expect(Row(page, "8010")).ToContainTextAsync(wording.Net);
        await Expect(Row(page, "1300")).ToContainTextAsync(wording.Total);
        await visit.MustBeAccessible();
    }

    private static async Task EnterOrder(Visit visit, Wording wording)
    {
        var page = visit.Page;
        await page.Keyboard.PressAsync("Alt+n");
        await Expect(page.Locator("input[name=customerNumber]")).ToBeFocusedAsync();
        await visit.Type("K10010", "Enter");
        await visit.Reads("main h1", "Rijwielhandel Van Asselt");
        await visit.Shows(".lines .ag-row");

        await page.Keyboard.PressAsync("Alt+l");
        await Expect(Cell(page, "lineObjectNumber")).ToBeFocusedAsync();
        await visit.Type("1000", "Enter");
        await Expect(Cell(page, "description")).ToContainTextAsync("Buitenband Stad");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Cell(page, "quantity")).ToBeFocusedAsync();
        await visit.Type("3", "Enter");
        await visit.Reads(".total-grand output", wording.Total);
        await visit.MustBeAccessible();
    }

    private static async Task PreviewAndPost(Visit visit, Wording wording)
    {
        var page = visit.Page;
        await page.Keyboard.PressAsync("F9");
        await visit.Shows("dialog[open] [role=radio], dialog[open] input[type=radio]");
        await visit.MustBeAccessible();
        // Past the choices and "Cancel" to "Preview posting".
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await visit.Reads("dialog.preview", wording.Balanced);
        await visit.Reads("dialog.preview table", wording.Net);
        await visit.MustBeAccessible();

        await page.Keyboard.PressAsync("Escape");
        await page.Locator("dialog.preview")
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Keyboard.PressAsync("F9");
        await page.WaitForURLAsync("**/salesInvoice/**");
    }

    private static async Task<byte[]> OpenPdf(IPage page)
    {
        IResponse answer = null!;
        var window = await page.Context.RunAndWaitForPageAsync(async () =>
            answer = await page.RunAndWaitForResponseAsync(
                () => page.Keyboard.PressAsync("Control+p"),
                one => one.Url.EndsWith("/pdfDocumentContent", StringComparison.Ordinal)
            )
        );
        Assert.StartsWith("blob:", window.Url, StringComparison.Ordinal);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);

        // The browser keeps the bytes of a blob to itself: ask for the same again.
        var again = await page.Context.APIRequest.GetAsync(answer.Url);
        return await again.BodyAsync();
    }

    private static async Task<string> TextOf(byte[] pdf)
    {
        using var reader = Process.Start(
            new ProcessStartInfo("pdftotext", ["-layout", "-", "-"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        await reader.StandardInput.BaseStream.WriteAsync(pdf);
        reader.StandardInput.Close();
        return await reader.StandardOutput.ReadToEndAsync();
    }

    private static ILocator Cell(IPage page, string column) =>
        page.Locator($".lines .ag-row[row-index='0'] [col-id='{column}']");

    private static ILocator Row(IPage page, string account) =>
        page.Locator(".ag-row", new() { HasText = account }).First;
}
