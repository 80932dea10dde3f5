using System.Globalization;
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
        var before = int.Parse(await cue.InnerTextAsync(), CultureInfo.InvariantCulture);
        var company = new Uri(page.Url).Fragment.Split('/')[1];

        await MakeOrder(company);

        await Expect(cue).ToHaveTextAsync(Number(before + 1), new() { Timeout = SoonMs });

        await visit.GoTo(Wording.English.Orders);
        var made = await MakeOrder(company);
        var top = page.Locator(".ag-row[row-index='0'] [col-id='number']");
        await Expect(top).ToHaveTextAsync(made.Number, new() { Timeout = SoonMs });

        var status = page.Locator(".ag-row[row-index='0'] [col-id='status']");
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

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
