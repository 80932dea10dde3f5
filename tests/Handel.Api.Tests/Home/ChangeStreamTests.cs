using System.Net;
using Handel.Api.Home;
using Handel.Api.Shell;
using Handel.Api.Tests.Resources;
using Handel.App.Changes;
using Handel.App.Companies;
using Handel.Data;
using Handel.Kernel;
using Handel.Testing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Home;

public sealed class ChangeStreamTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private string Events => EventsOf(trade.CompanyId);

    [Fact]
    public async Task A_page_that_begins_to_look_on_reads_again_whatever_it_shows()
    {
        await using var page = await OpenStream.Open(trade.Client, Events);

        Assert.Equal(["*"], await page.Next());
    }

    [Fact]
    public async Task A_new_order_is_told_by_the_names_of_its_sets_and_no_others()
    {
        await using var page = await Quiet();

        await trade.Post("salesOrders", new { customerNumber = "10000" });

        var told = await page.Until("salesOrders");
        Assert.Contains("salesOrderLines", told);
        Assert.DoesNotContain("purchaseOrders", told);
        Assert.DoesNotContain("salesInvoices", told);
        Assert.DoesNotContain("generalLedgerEntries", told);
    }

    [Fact]
    public async Task A_posting_is_told_with_all_that_is_counted_from_it()
    {
        var draft = await trade.Post("salesInvoices", new { customerNumber = "10000" });
        var id = draft.GetProperty("id");
        await trade.Post(
            $"salesInvoices({id})/salesInvoiceLines",
            new
            {
                lineType = "Item",
                lineObjectNumber = "1001",
                quantity = 1,
            }
        );
        await using var page = await Quiet();

        await trade.Post($"salesInvoices({id})/Microsoft.NAV.post", new { }, 204);

        var told = await page.Until("generalLedgerEntries");
        string[] shown =
        [
            "salesInvoices",
            "customerLedgerEntries",
            "itemLedgerEntries",
            "taxEntries",
            "trialBalances",
            "customers",
            "items",
        ];
        Assert.Empty(shown.Except(told));
    }

    [Fact]
    public async Task A_changed_card_and_a_changed_code_are_told()
    {
        await using var page = await Quiet();

        await trade.Post("paymentMethods", new { code = "LIVE", displayName = "Live" });
        await page.Until("paymentMethods");
        await trade.Post("customers", new { number = "LIVE", displayName = "Live" });

        Assert.DoesNotContain("vendors", await page.Until("customers"));
    }

    [Fact]
    public async Task What_another_process_commits_is_told_here()
    {
        await using var page = await Quiet();
        await using var elsewhere = new HandelDatabase(trade.ConnectionString);

        await using (var db = elsewhere.Open(await CompanyNo()))
        {
            var item = await db.Items.AsTracking().SingleAsync(one => one.No == "1000");
            item.Description = "Changed elsewhere";
            await db.SaveChangesAsync();
        }

        await page.Until("items");
    }

    [Fact]
    public async Task A_refused_write_tells_nothing()
    {
        await using var page = await Quiet();

        await trade.Post("salesOrders", new { customerNumber = "NONE" }, 400);
        await trade.Post("paymentMethods", new { code = "AFTER", displayName = "After" });

        Assert.DoesNotContain("salesOrders", await page.Until("paymentMethods"));
    }

    [Fact]
    public async Task Another_company_is_not_heard()
    {
        var create = trade.Server.Services.GetRequiredService<CreateCompany>();
        var other = await create.Run("Other BV", "nl", TestContext.Current.CancellationToken);
        await using var page = await Quiet();

        await trade.Post(
            $"/api/v2.0/companies({other!.Id})/shipmentMethods",
            new { code = "X", displayName = "X" }
        );
        await trade.Post("paymentMethods", new { code = "MINE", displayName = "Mine" });

        Assert.DoesNotContain("shipmentMethods", await page.Until("paymentMethods"));
    }

    [Fact]
    public async Task A_page_that_comes_back_hears_what_it_missed_and_nothing_else()
    {
        string position;
        await using (var page = await Quiet())
            position = page.Position;
        await trade.Post("paymentMethods", new { code = "MISSED", displayName = "Missed" });
        await using (var meanwhile = await OpenStream.Open(trade.Client, Events))
            await meanwhile.Next();

        await using var back = await OpenStream.Open(trade.Client, $"{Events}?since={position}");

        // The log of the setup grows with every change of it.
        Assert.Equal(["paymentMethods", "setupChanges"], await back.Next());
    }

    [Fact]
    public async Task A_position_of_another_life_of_the_server_means_anything()
    {
        await using var page = await OpenStream.Open(trade.Client, $"{Events}?since=1a2b-7");

        Assert.Equal(["*"], await page.Next());
    }

    [Fact]
    public async Task Strangers_and_unknown_companies_are_refused()
    {
        using var stranger = trade.Server.Stranger();

        var closed = await stranger.GetAsync(Events, TestContext.Current.CancellationToken);
        var nowhere = await trade.Client.GetAsync(
            EventsOf(Guid.NewGuid()),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task One_user_looks_on_twenty_times_at_most()
    {
        var hub = new ChangeHub(TimeProvider.System);
        var (user, other) = (Guid.NewGuid(), Guid.NewGuid());
        var readers = Enumerable.Range(0, 20).Select(_ => hub.Join(1, user, "")).ToList();

        Assert.DoesNotContain(null, readers);
        Assert.Null(hub.Join(1, user, ""));
        Assert.NotNull(hub.Join(1, other, ""));
        readers[0]!.Dispose();
        using var again = hub.Join(1, user, "");
        Assert.NotNull(again);
        Assert.Equal(["*"], await again.Next(TimeSpan.FromSeconds(1), CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_who_looks_on()
    {
        var server = await RunningServer.Start((await TestDatabase.Create()).ConnectionString);
        var create = server.Services.GetRequiredService<CreateCompany>();
        var company = await create.Run("Stop BV", "nl", TestContext.Current.CancellationToken);
        await using var page = await OpenStream.Open(server.Api, EventsOf(company!.Id));
        await page.Next();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var stopped = server.DisposeAsync();
        await page.End();
        await stopped;

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Every_set_of_a_company_is_told_by_some_change()
    {
        var catalog = ApiShell.Catalog();
        var sets = catalog.Routes.SelectMany(route => route.Resources).Select(set => set.Name);

        var told = new ChangedSets(catalog).All;

        Assert.Empty(sets.Except(["companies", "pdfDocument"]).Except(told));
    }

    /// <summary>A stream on which all of before has been told.</summary>
    private async Task<OpenStream> Quiet()
    {
        var page = await OpenStream.Open(trade.Client, Events);
        await page.Next();
        var code = Guid.NewGuid().ToString("N")[..10];
        await trade.Post("countriesRegions", new { code, displayName = "Quiet" });
        await page.Until("countriesRegions");
        return page;
    }

    private async Task<int> CompanyNo()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        await using var db = database.Open(0);
        return (await db.Companies.SingleAsync(c => c.Id == trade.CompanyId)).CompanyNo;
    }

    private static string EventsOf(Guid companyId) => $"/api/handel/companies({companyId})/events";
}
