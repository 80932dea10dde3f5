using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>The chart of accounts as a bookkeeper keeps it, over HTTP (COA).</summary>
public sealed class ChartTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const StringComparison Comparison = StringComparison.Ordinal;

    private readonly JournalServer journals = new(trade);

    private string Chart => $"{trade.Trade}/accounts";

    [Fact]
    public async Task COA_01_a_new_account_is_posted_to_and_carries_its_VAT_into_a_journal()
    {
        var made = await trade.Post(
            Chart,
            new
            {
                number = "6111",
                displayName = "Kantoorplanten",
                displayNameEnglish = "Office plants",
                category = "Expense",
                generalPostingType = "Purchase",
                taxBusinessPostingGroup = "BINNENL",
                taxProductPostingGroup = "HOOG",
            }
        );
        var batch = await journals.Batch();
        await journals.Add(
            batch,
            new
            {
                documentNumber = "PLANT",
                accountNumber = "6111",
                balancingAccountNumber = "6330",
                amount = 121m,
            }
        );
        await journals.Post(batch);

        Assert.Equal(("6111", true), (Text(made, "number"), Flag(made, "directPosting")));
        Assert.Equal(100m, (await journals.Booked("PLANT"))["6111"]);
        Assert.Equal(100m, Number(await trade.Get(Of(made)), "netChange"));
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task COA_03_COA_04_the_type_says_what_an_account_has()
    {
        var made = await Made("6112");

        var heading = await trade.Patch(Of(made), new { accountType = "Heading" });
        var direct = await trade.Patch(Of(made), new { directPosting = true }, 400);
        var posting = await trade.Patch(Of(made), new { accountType = "Posting" });
        var entered = await journals.Batch();
        await journals.Pair(entered, "COA04", 10m);
        await journals.Post(entered);
        var used = await journals.Single($"{Chart}?$filter=number eq '6110'");
        var refused = await trade.Patch(Of(used), new { accountType = "Heading" }, 400);

        Assert.False(Flag(heading, "directPosting"));
        Assert.Equal("directPosting", Target(direct));
        Assert.True(Flag(posting, "directPosting"));
        Assert.Contains("has entries", Message(refused), Comparison);
    }

    [Fact]
    public async Task COA_03_users_do_not_post_to_control_accounts()
    {
        var groups = await journals.Rows($"{trade.Trade}/customerPostingGroups");
        var number = Text(groups[0], "receivablesAccount");
        var control = await journals.Single($"{Chart}?$filter=number eq '{number}'");

        var refused = await trade.Patch(Of(control), new { directPosting = true }, 400);

        Assert.Contains("control account", Message(refused), Comparison);
    }

    [Fact]
    public async Task COA_05_the_chart_lays_itself_out_once_its_totals_match()
    {
        var begin = await trade.Post(Chart, Line("6200A", "Begin_x002D_Total"));
        var unmatched = await trade.Post($"{Of(begin)}/Microsoft.NAV.indent", new { }, 400);
        await Made("6200B");
        var end = await trade.Post(Chart, Line("6200C", "End_x002D_Total"));

        var within = await journals.Single($"{Chart}?$filter=number eq '6200B'");
        Assert.Contains("has no other", Message(unmatched), Comparison);
        Assert.Equal("6200A..6200C", Text(await trade.Get(Of(end)), "totaling"));
        Assert.Equal((await Indentation(begin)) + 1, within.GetProperty("indentation").GetInt32());
        await trade.Post($"{Of(begin)}/Microsoft.NAV.indent", new { }, 204);
    }

    [Fact]
    public async Task COA_05_COA_07_a_total_sums_every_range_that_it_names_and_each_account_once()
    {
        await Made("6301A");
        await Made("6303A");
        await Made("6305A");
        var total = await trade.Post(
            Chart,
            new
            {
                number = "6399T",
                displayName = "Total",
                accountType = "Total",
                totaling = "6301A..6302Z|6305A|6301A",
            }
        );
        var batch = await journals.Batch();
        foreach (var (account, amount) in new[] { ("6301A", 10m), ("6303A", 20m), ("6305A", 40m) })
            await journals.Add(
                batch,
                new
                {
                    documentNumber = "TOTALS",
                    accountNumber = account,
                    balancingAccountNumber = "6330",
                    amount,
                }
            );
        await journals.Post(batch);

        Assert.Equal(50m, Number(await trade.Get(Of(total)), "netChange"));
        var standard = await journals.Single("accounts?$filter=number eq '6399T'");
        Assert.Equal(50m, Number(standard, "netChange"));
        var wrong = await trade.Patch(Of(total), new { totaling = "9..1" }, 400);
        Assert.Equal("totaling", Target(wrong));
    }

    [Fact]
    public async Task COA_06_an_account_leaves_the_chart_only_while_nothing_names_it()
    {
        var unused = await Made("6401A");
        var typed = await Made("6402A");
        var batch = await journals.Batch();
        var line = await journals.Add(
            batch,
            new
            {
                documentNumber = "COA06",
                accountNumber = "6402A",
                amount = 1m,
            }
        );
        var used = await journals.Single($"{Chart}?$filter=number eq '1010'");

        await trade.Delete(Of(unused));
        await trade.Delete(Of(typed), 400);
        await trade.Patch(Of(typed), new { number = "6402B" }, 400);
        await trade.Delete($"{journals.Lines}({Id(line)})");
        await trade.Patch(Of(typed), new { number = "6402B" });
        await trade.Delete(Of(used), 400);
    }

    [Theory]
    [InlineData("10|20")]
    [InlineData("10.20")]
    [InlineData("10 20")]
    public async Task COA_01_a_number_can_be_named_in_a_filter(string number)
    {
        var refused = await trade.Post(Chart, Line(number, "Posting"), 400);

        Assert.Equal("number", Target(refused));
    }

    private async Task<int> Indentation(JsonElement account) =>
        (await trade.Get(Of(account))).GetProperty("indentation").GetInt32();

    private Task<JsonElement> Made(string number) => trade.Post(Chart, Line(number, "Posting"));

    private static object Line(string number, string accountType) =>
        new
        {
            number,
            displayName = $"Account {number}",
            accountType,
        };

    private string Of(JsonElement account) => $"{Chart}({Id(account)})";

    private static bool Flag(JsonElement row, string name) => row.GetProperty(name).GetBoolean();
}
