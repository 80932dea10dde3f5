using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>Discount terms as a clerk meets them: on a card, and while an order is typed.</summary>
public sealed class DiscountTermsTests(DemoShop shop)
{
    private const string Customer = "K10080";

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task An_order_follows_the_terms_of_its_customer_while_it_is_typed(string language)
    {
        var wording = Wording.Of(language);
        await using var visit = await shop.Arrive(wording);
        var page = visit.Page;
        await visit.SignIn();
        await OpenCard(visit, wording);

        await page.Keyboard.PressAsync("Alt+o");
        await visit.Shows(".lines .ag-row");
        await page.Keyboard.PressAsync("Alt+l");
        await Expect(Cell(page, 0, "lineObjectNumber")).ToBeFocusedAsync();
        await visit.Type("1000", "Enter");
        await Expect(Cell(page, 0, "description")).ToContainTextAsync("Buitenband Stad");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Cell(page, 0, "quantity")).ToBeFocusedAsync();
        await visit.Type("1", "Enter");

        // 24.95 and a charge of 7.50.
        await Expect(Cell(page, 1, "lineObjectNumber")).ToContainTextAsync("8025");
        await visit.Reads(".total-grand output", wording.ChargedTotal);
        await visit.MustBeAccessible();

        await Cell(page, 0, "quantity").ClickAsync();
        await visit.Type("40", "Enter");

        // 998.00 less 2 %; the charge goes.
        await visit.Reads(".total-grand output", wording.DiscountedTotal);
        await Expect(Cell(page, 1, "lineObjectNumber")).Not.ToContainTextAsync("8025");
    }

    [Fact]
    public async Task A_card_leads_to_its_terms_and_their_rows_take_its_code()
    {
        var wording = Wording.Dutch;
        await using var visit = await shop.Arrive(wording);
        var page = visit.Page;
        await visit.SignIn();
        await OpenCard(visit, wording);
        await visit.MustBeAccessible();

        await page.GetByRole(AriaRole.Button, new() { Name = wording.InvoiceDiscounts })
            .ClickAsync();

        await visit.Caption(wording.CustomerInvoiceDiscounts);
        await Expect(Cell(page, 3, "minimumAmount")).ToContainTextAsync(wording.TopTier);
        // Four tiers of the shared code, and the row that waits for a fifth.
        await Expect(page.Locator(".ag-row")).ToHaveCountAsync(5);
        await Expect(Cell(page, 4, "code")).ToContainTextAsync("STAFFEL");
        await visit.MustBeAccessible();
    }

    [Fact]
    public async Task The_setup_of_selling_is_one_row_of_switches()
    {
        var wording = Wording.Dutch;
        await using var visit = await shop.Arrive(wording);
        await visit.SignIn();

        await visit.GoTo(wording.SalesSetup);

        await Expect(visit.Page.Locator(".ag-row")).ToHaveCountAsync(1);
        await Expect(Cell(visit.Page, 0, "discountPosting")).ToContainTextAsync("Geen kortingen");
        await visit.MustBeAccessible();
    }

    private static async Task OpenCard(Visit visit, Wording wording)
    {
        await visit.GoTo(wording.Customers);
        var row = visit.Page.Locator(".ag-row", new() { HasText = Customer });
        await row.First.DblClickAsync();
        await visit.Reads("main h1", "Velohuis Maasstad");
    }

    private static ILocator Cell(IPage page, int row, string column) =>
        page.Locator($".ag-row[row-index='{row}'] [col-id='{column}']");
}
