using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Handel.Browser.Tests;

/// <summary>What others do shows on pages that are open, without a touch.</summary>
public sealed class LiveTests(DemoShop shop)
{
    /// <summary>Well below the minute after which a page would read again by itself.</summary>
    private const int SoonMs = 15_000;

    [Fact]
    public async Task A_cue_and_an_open_list_follow_what_a_program_does()
    {
        await using var visit = await shop.Arrive(Wording.English);
        var page = visit.Page;
        await visit.SignIn();
        var cue = page.Locator("a.cue[href*='/salesOrders?view=notReleased'] .cue-value");
        var before = await cue.InnerTextAsync();
        var company = new Uri(page.Url).Fragment.Split('/')[1];

        await MakeOrder(company);

        // Other tests make orders in the same company: it counts up, by one or by more.
        await Expect(cue).Not.ToHaveTextAsync(before, new() { Timeout = SoonMs });

        await visit.GoTo(Wording.English.Orders);
        var made = await MakeOrder(company);
        var row = page.Locator(".ag-row").Filter(new() { HasText = made.Number }).First;
        await Expect(row).ToBeVisibleAsync(new() { Timeout = SoonMs });

        var status = row.Locator("[col-id='status']");
        var isOpen = await status.InnerTextAsync();
        await Release(company, made.Id);
        await Expect(status).Not.ToHaveTextAsync(isOpen, new() { Timeout = SoonMs });
        Assert.Empty(visit.Errors);
    }

    private async Task<(string Id, string Number)> MakeOrder(string company)
    {
        var answer = await shop.Server.Api.PostAsJsonAsync(
            $"/api/v2.0/companies({company})/salesOrders",
            new { customerNumber = "K10010" }
        );
        answer.EnsureSuccessStatusCode();
        var order = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (order.GetProperty("id").GetString()!, order.GetProperty("number").GetString()!);
    }

    private async Task Release(string company, string id)
    {
        var line = new
        {
            lineType = "Item",
            lineObjectNumber = "1000",
            quantity = 1,
        };
        var order = $"/api/v2.0/companies({company})/salesOrders({id})";
        var added = await shop.Server.Api.PostAsJsonAsync($"{order}/salesOrderLines", line);
        added.EnsureSuccessStatusCode();
        var released = await shop.Server.Api.PostAsync($"{order}/Microsoft.NAV.release", null);
        released.EnsureSuccessStatusCode();
    }
}
