using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Number series over HTTP, with the figures of S32 (finance 6).</summary>
public sealed class NumberSeriesTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const string Series = "numberSeries";
    private const string Lines = "numberSeriesLines";

    [Fact]
    public async Task S32_numbers_warn_and_run_out_and_a_new_line_leaves_the_old_one_alone()
    {
        var series = await Make("VF-S32");
        var line = await trade.Post(
            Url(Lines),
            new
            {
                numberSeriesCode = "VF-S32",
                startingNumber = "VF26-0998",
                endingNumber = "VF26-1000",
                warningNumber = "VF26-0999",
            }
        );
        await trade.Post(
            Url(Lines),
            new
            {
                numberSeriesCode = "VF-S32",
                startingDate = "2026-02-01",
                startingNumber = "VF26-2001",
            }
        );

        Assert.Equal(("VF26-0998", 1), await Next(series, "2026-01-15"));
        await Used(line, "VF26-0998");
        Assert.Equal(("VF26-0999", 2), await Next(series, "2026-01-15"));
        Assert.Equal(("VF26-2001", 1), await Next(series, "2026-02-01"));
        await Used(line, "VF26-1000");
        var full = await Act(series, "2026-01-15", 400);

        Assert.Contains("VF-S32", full.GetRawText(), StringComparison.Ordinal);
        Assert.False((await Find(line)).GetProperty("open").GetBoolean());
        Assert.Equal(("VF26-2001", 1), await Next(series, "2026-02-01"));
        await trade.Patch(
            $"{Url(Lines)}({SettledBooks.Id(line)})",
            new { endingNumber = "VF26-1999" }
        );
        Assert.Equal(("VF26-1001", 2), await Next(series, "2026-01-15"));
    }

    [Theory]
    [InlineData("F1", "{\"startingNumber\":\"NODIGIT\"}")]
    [InlineData("F2", "{\"startingNumber\":\"A001\",\"endingNumber\":\"B999\"}")]
    [InlineData("F3", "{\"startingNumber\":\"A001\",\"endingNumber\":\"A000\"}")]
    [InlineData("F4", "{\"startingNumber\":\"A001\",\"incrementByNumber\":0}")]
    [InlineData("F5", "{\"startingNumber\":\"\"}")]
    public async Task NOS_11_numbers_of_a_line_go_together(string code, string body)
    {
        await Make(code);
        var line = JsonSerializer.Deserialize<Dictionary<string, object>>(body)!;
        line["numberSeriesCode"] = code;

        await trade.Post(Url(Lines), line, 400);
    }

    [Fact]
    public async Task A_line_that_gave_numbers_stays()
    {
        await Make("STAYS");
        var line = await trade.Post(
            Url(Lines),
            new { numberSeriesCode = "STAYS", startingNumber = "S01" }
        );
        await Used(line, "S05");
        await trade.Delete($"{Url(Lines)}({SettledBooks.Id(line)})", 400);
        var fresh = await trade.Post(
            Url(Lines),
            new
            {
                numberSeriesCode = "STAYS",
                startingDate = "2030-01-01",
                startingNumber = "T01",
            }
        );

        await trade.Delete($"{Url(Lines)}({SettledBooks.Id(fresh)})");
    }

    [Fact]
    public async Task NOS_09_a_series_has_others_that_may_be_chosen()
    {
        await Make("HOME");
        await Make("EXPORT");
        var relation = new { numberSeriesCode = "HOME", relatedNumberSeriesCode = "EXPORT" };
        await trade.Post(Url("numberSeriesRelationships"), relation);

        await trade.Post(Url("numberSeriesRelationships"), relation, 409);
        await trade.Post(
            Url("numberSeriesRelationships"),
            new { numberSeriesCode = "HOME", relatedNumberSeriesCode = "NOWHERE" },
            400
        );
        var export = await Row(Series, "code eq 'EXPORT'");
        await trade.Delete($"{Url(Series)}({SettledBooks.Id(export)})", 400);
    }

    [Fact]
    public async Task NOS_09_a_draft_takes_its_number_from_a_related_series()
    {
        await Make("V-EXP");
        await trade.Post(Url(Lines), new { numberSeriesCode = "V-EXP", startingNumber = "EXP001" });
        var draft = await trade.Post("salesInvoices", new { customerNumber = "10000" });
        var path = $"{Url("salesInvoices")}({SettledBooks.Id(draft)})/Microsoft.NAV";
        var choice = new { numberSeriesCode = "v-exp" };
        var refused = await trade.Post($"{path}.chooseNumberSeries", choice, 400);
        Assert.Contains("not related", refused.GetRawText(), StringComparison.Ordinal);
        var setup = (await trade.Get(Url("salesSetup"))).GetProperty("value")[0];
        await trade.Post(
            Url("numberSeriesRelationships"),
            new
            {
                numberSeriesCode = setup.GetProperty("invoiceNumberSeries").GetString(),
                relatedNumberSeriesCode = "V-EXP",
            }
        );

        var numbered = await trade.Post($"{path}.chooseNumberSeries", choice, 200);

        Assert.Equal("EXP001", numbered.GetProperty("number").GetString());
        var line = await Row(Lines, "numberSeriesCode eq 'V-EXP'");
        Assert.Equal("EXP001", line.GetProperty("lastNumberUsed").GetString());
    }

    [Fact]
    public async Task INV_20_numbers_that_are_missing_are_told_with_their_documents()
    {
        var books = await SettledBooks.Begin(trade);
        var first = await books.Invoice(new { }, ("1000", 10m));
        var code = (await trade.Get(Url("salesSetup")))
            .GetProperty("value")[0]
            .GetProperty("postedInvoiceNumberSeries")
            .GetString();
        Assert.Empty(await Gaps(code));
        var line = await Row(Lines, $"numberSeriesCode eq '{Uri.EscapeDataString(code!)}'");
        var digits = first.GetProperty("documentNumber").GetString()!;
        var skipped = Kernel.Numbering.NumberText.Increment(digits, 3)!;
        await Used(line, skipped);
        await books.Invoice(new { }, ("1000", 10m));

        var gap = Assert.Single(await Gaps(code));

        Assert.Equal(
            (Kernel.Numbering.NumberText.Increment(digits, 1), skipped, 3, "salesInvoices"),
            (
                gap.GetProperty("fromNumber").GetString(),
                gap.GetProperty("toNumber").GetString(),
                gap.GetProperty("missingCount").GetInt32(),
                gap.GetProperty("documentSet").GetString()
            )
        );
    }

    [Fact]
    public async Task INV_20_numbers_that_a_journal_left_out_are_told_with_its_registers()
    {
        var journals = new JournalServer(trade);
        await Make("DAGBOEK");
        await trade.Post(
            Url(Lines),
            new
            {
                numberSeriesCode = "DAGBOEK",
                startingNumber = "DB001",
                implementation = "Gapless",
            }
        );
        var line = await Row(Lines, "numberSeriesCode eq 'DAGBOEK'");
        var batch = await journals.Batch(more: new { postingNumberSeries = "DAGBOEK" });
        await journals.Pair(batch, "ANY1", 10m);
        await journals.Post(batch);
        Assert.Empty(await Gaps("DAGBOEK"));
        await Used(line, "DB003");
        await journals.Pair(batch, "ANY2", 10m);
        await journals.Post(batch);

        var gap = Assert.Single(await Gaps("DAGBOEK"));

        Assert.Equal(
            ("DB002", "DB003", 2, "generalLedgerRegisters"),
            (
                gap.GetProperty("fromNumber").GetString(),
                gap.GetProperty("toNumber").GetString(),
                gap.GetProperty("missingCount").GetInt32(),
                gap.GetProperty("documentSet").GetString()
            )
        );
        Assert.Equal(2, (await journals.Booked("DB004")).Count);
    }

    private string Url(string set) => $"{trade.Trade}/{set}";

    private async Task<List<JsonElement>> Gaps(string? code)
    {
        var answer = await trade.Get(
            $"{Url("numberSeriesGaps")}?$filter=numberSeriesCode eq '{Uri.EscapeDataString(code!)}'"
        );
        return [.. answer.GetProperty("value").EnumerateArray()];
    }

    private Task<JsonElement> Make(string code) =>
        trade.Post(Url(Series), new { code, description = code });

    private async Task<JsonElement> Row(string set, string filter)
    {
        var answer = await trade.Get($"{Url(set)}?$filter={filter}");
        return answer.GetProperty("value")[0];
    }

    private Task<JsonElement> Find(JsonElement line) =>
        trade.Get($"{Url(Lines)}({SettledBooks.Id(line)})");

    private Task<JsonElement> Used(JsonElement line, string number) =>
        trade.Patch($"{Url(Lines)}({SettledBooks.Id(line)})", new { lastNumberUsed = number });

    /// <summary>The next number, and how much there is to know about it.</summary>
    private async Task<(string, int)> Next(JsonElement series, string day)
    {
        var next = await Act(series, day, 200);
        return (
            next.GetProperty("number").GetString()!,
            next.GetProperty("findings").GetArrayLength()
        );
    }

    private Task<JsonElement> Act(JsonElement series, string day, int status) =>
        trade.Post(
            $"{Url(Series)}({SettledBooks.Id(series)})/Microsoft.NAV.previewNumber",
            new { date = day },
            status
        );
}
