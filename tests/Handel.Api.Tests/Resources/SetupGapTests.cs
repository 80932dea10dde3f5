using System.Text.Json;
using Handel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>The setup check, and where posting groups are used (ACC-40, PG-11).</summary>
public sealed class SetupGapTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly TaxGiven _given = new(trade);

    [Fact]
    public async Task ACC_40_a_new_company_lacks_nothing_that_its_cards_need()
    {
        var gaps = await Gaps();

        Assert.DoesNotContain(gaps, gap => Text(gap, "firstGroup") == "BINNENL");
        Assert.DoesNotContain(gaps, gap => Text(gap, "origin") == "Document");
    }

    [Fact]
    public async Task ACC_40_what_an_open_document_needs_is_listed_until_it_is_made()
    {
        var draft = await RentOut();

        var gap = (await Gaps()).Single(IsRent);

        Assert.Equal(
            ("Document", "generalPostingSetups", "BINNENL", "Missing", Text(draft, "number")),
            (
                Text(gap, "origin"),
                Text(gap, "setupTable"),
                Text(gap, "firstGroup"),
                Text(gap, "reason"),
                Text(gap, "exampleNumber")
            )
        );
        var filter = Uri.EscapeDataString(Text(gap, "filter"));
        Assert.Empty(await _given.Rows($"{trade.Trade}/generalPostingSetups?$filter={filter}"));

        await trade.Post(
            $"{trade.Trade}/generalPostingSetups",
            new { generalBusinessPostingGroup = "BINNENL", generalProductPostingGroup = "HUUR" }
        );
        var empty = (await Gaps()).Single(g => IsRent(g) && Text(g, "origin") == "Document");
        Assert.Equal(("salesAccount", "Empty"), (Text(empty, "fieldName"), Text(empty, "reason")));
        var made = await _given.Only($"{trade.Trade}/generalPostingSetups?$filter={filter}");
        await trade.Patch(
            $"{trade.Trade}/generalPostingSetups({Id(made)})",
            new
            {
                salesAccount = "8030",
                salesCreditMemoAccount = "8030",
                purchaseAccount = "7110",
                purchaseCreditMemoAccount = "7110",
            }
        );

        Assert.DoesNotContain(await Gaps(), IsRent);
        await _given.Post("salesInvoices", draft);
    }

    [Fact]
    public async Task PG_13_an_account_that_takes_no_postings_is_found_before_it_is_used()
    {
        var setup = await _given.Combination("BINNENL", "LAAG");
        await Block("4311", true);

        var gaps = (await Gaps())
            .Where(gap => Text(gap, "fieldName") == "salesTaxAccount")
            .ToList();
        await Block("4311", false);

        var gap = Assert.Single(gaps);
        Assert.Equal(
            ("taxPostingSetups", "BINNENL", "LAAG", "Not_x0020_Postable"),
            (
                Text(gap, "setupTable"),
                Text(gap, "firstGroup"),
                Text(gap, "secondGroup"),
                Text(gap, "reason")
            )
        );
        Assert.Equal("4311", Text(setup, "salesTaxAccount"));
        Assert.DoesNotContain(await Gaps(), one => Text(one, "fieldName") == "salesTaxAccount");
    }

    [Fact]
    public async Task PG_11_a_group_tells_where_it_is_used()
    {
        await Group("taxProductPostingGroups", "LEEG");
        await _given.Posted(
            "salesInvoices",
            new { customerNumber = "10000" },
            Line("8030", "HOOG", 10m)
        );

        var used = await Uses("taxProductPostingGroups", "HOOG");
        var customers = await Uses("customerPostingGroups", "BINNENL");
        var vendors = await Uses("vendorPostingGroups", "BINNENL");

        Assert.True(
            used["item"] >= 1m && used["vat_entry"] >= 1m && used["vat_posting_setup"] >= 2m
        );
        Assert.Equal(1m, vendors["party"]);
        Assert.True(customers["party"] >= 1m && customers["party_entry"] >= 1m);
        Assert.Empty(await Uses("taxProductPostingGroups", "LEEG"));
        Assert.Empty(await Uses("nothing", "HOOG"));
    }

    [Theory]
    [InlineData("generalPostingSetups", "generalProductPostingGroup")]
    [InlineData("inventoryPostingSetups", "inventoryPostingGroupCode")]
    public async Task PG_11_a_combination_that_was_posted_by_stays(string set, string group)
    {
        await _given.Posted(
            "salesInvoices",
            new { customerNumber = "10000" },
            new
            {
                lineType = "Item",
                lineObjectNumber = "1000",
                quantity = 1,
                unitPrice = 10m,
            }
        );
        var item = (await trade.Get("items?$filter=number eq '1000'")).GetProperty("value")[0];
        var code = Text(
            item,
            set == "generalPostingSetups"
                ? "generalProductPostingGroupCode"
                : "inventoryPostingGroupCode"
        );
        var bus =
            set == "generalPostingSetups" ? "generalBusinessPostingGroup eq 'BINNENL' and " : "";
        var rows = await trade.Get($"{trade.Trade}/{set}?$filter={bus}{group} eq '{code}'");
        var id = rows.GetProperty("value")[0].GetProperty("id").GetString();

        await trade.Delete($"{trade.Trade}/{set}({id})", 400);
        if (bus.Length > 0)
        {
            await trade.Patch($"{trade.Trade}/{set}({id})", new { blocked = true });
            await trade.Patch($"{trade.Trade}/{set}({id})", new { blocked = false });
        }
    }

    /// <summary>An invoice of an item with a group that nobody has set up.</summary>
    private async Task<JsonElement> RentOut()
    {
        await Group("generalProductPostingGroups", "HUUR");
        await Group("taxProductPostingGroups", "HUUR");
        var item = await trade.Post(
            "items",
            new
            {
                number = "2000",
                displayName = "Rent",
                type = "Service",
                unitPrice = 10m,
                taxGroupCode = "HOOG",
                generalProductPostingGroupCode = "HUUR",
            }
        );
        Assert.Equal("HUUR", Text(item, "generalProductPostingGroupCode"));
        return await _given.Draft(
            "salesInvoices",
            new { customerNumber = "10000" },
            new
            {
                lineType = "Item",
                lineObjectNumber = "2000",
                quantity = 2,
            }
        );
    }

    private async Task Block(string accountNo, bool isBlocked)
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        await using var all = database.Open(0);
        var company = await all.Companies.SingleAsync(c => c.Name == "Test BV");
        await using var db = database.Open(company.CompanyNo);
        var account = await db.GlAccounts.AsTracking().SingleAsync(a => a.No == accountNo);
        account.IsBlocked = isBlocked;
        await db.SaveChangesAsync();
    }

    private static bool IsRent(JsonElement gap) => Text(gap, "secondGroup") == "HUUR";

    private Task<List<JsonElement>> Gaps() => _given.Rows($"{trade.Trade}/setupGaps");

    private Task<JsonElement> Group(string set, string code) =>
        trade.Post($"{trade.Trade}/{set}", new { code, description = code });

    private async Task<Dictionary<string, decimal>> Uses(string set, string code)
    {
        var rows = await _given.Rows(
            $"{trade.Trade}/postingGroupUses?$filter=groupSet eq '{set}' and groupCode eq '{code}'"
        );
        return rows.GroupBy(row => Text(row, "tableName"))
            .ToDictionary(group => group.Key, group => group.Sum(row => Number(row, "count")));
    }
}
