using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>What the pages of VAT read and write beside what documents do.</summary>
public sealed class TaxPageTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static readonly object Customer = new { customerNumber = "10000" };
    private readonly TaxGiven _given = new(trade);

    [Fact]
    public async Task VAT_09_a_row_is_saved_with_the_tag_that_was_read_last()
    {
        await _given.Setup(new { maxTaxDifferenceAllowed = 0.05m, allowSalesTaxDifference = true });
        var draft = await _given.Draft(
            "salesInvoices",
            Customer,
            Line("8030", "HOOG", 10.03m),
            Line("8030", "LAAG", 20m)
        );
        var path = $"{trade.Trade}/documentTaxLines?$filter=documentId eq {Id(draft)}";
        var first = await _given.Rows(path);

        var changed = await Change(first[0], 2.12m, 200);
        var stale = await Change(first[1], 1.81m, 409);
        var again = await _given.Rows(path);
        var taken = await Change(again[1], 1.81m, 200);

        Assert.Equal(Text(changed, "@odata.etag"), Text(again[0], "@odata.etag"));
        Assert.NotEqual(Text(first[0], "@odata.etag"), Text(changed, "@odata.etag"));
        Assert.NotEqual("", Text(stale.GetProperty("error"), "message"));
        Assert.Equal(
            (2.12m, 0.01m),
            (Number(changed, "taxAmount"), Number(changed, "taxDifference"))
        );
        Assert.Equal((1.81m, 0.01m), (Number(taken, "taxAmount"), Number(taken, "taxDifference")));
    }

    [Fact]
    public async Task VAT_09_a_changed_line_makes_the_tag_another_and_drops_the_difference()
    {
        await _given.Setup(new { maxTaxDifferenceAllowed = 0.05m, allowSalesTaxDifference = true });
        var draft = await _given.Draft("salesInvoices", Customer, Line("8030", "HOOG", 10.03m));
        var path = $"{trade.Trade}/documentTaxLines?$filter=documentId eq {Id(draft)}";
        var before = await _given.Only(path);
        var typed = await Change(before, 2.13m, 200);
        var line = await _given.Only($"{trade.Trade}/salesInvoices({Id(draft)})/salesInvoiceLines");

        await trade.Patch($"{trade.Trade}/salesInvoiceLines({Id(line)})", new { unitPrice = 100 });
        var after = await _given.Only(path);
        await Change(typed, 21.01m, 409);

        Assert.NotEqual(Text(typed, "@odata.etag"), Text(after, "@odata.etag"));
        Assert.Equal((21.00m, 0m), (Number(after, "taxAmount"), Number(after, "taxDifference")));
    }

    [Fact]
    public async Task VPS_02_identifiers_tell_the_rate_of_today_and_the_next()
    {
        await trade.Post(
            $"{trade.Trade}/taxRates",
            new
            {
                taxBusinessPostingGroup = "BINNENL",
                taxIdentifier = "VAT9",
                startingDate = "2036-01-01",
                taxPercent = 10,
            }
        );

        var rows = await _given.Rows($"{trade.Trade}/taxIdentifiers");

        var low = rows.Single(row =>
            (Text(row, "taxBusinessPostingGroup"), Text(row, "taxIdentifier"))
            == ("BINNENL", "VAT9")
        );
        Assert.Equal(
            (9m, "2036-01-01", 10m, "LAAG"),
            (
                Number(low, "taxPercent"),
                Text(low, "nextStartingDate"),
                Number(low, "nextTaxPercent"),
                Text(low, "taxProductPostingGroups")
            )
        );
        var high = rows.Single(row =>
            (Text(row, "taxBusinessPostingGroup"), Text(row, "taxIdentifier"))
            == ("BINNENL", "VAT21")
        );
        Assert.Equal("HOOG, SERVICE", Text(high, "taxProductPostingGroups"));
        Assert.Equal("0001-01-01", Text(high, "nextStartingDate"));
    }

    [Fact]
    public async Task COM_04_a_card_tells_what_is_wrong_with_its_IBAN()
    {
        var vendor = await trade.Post(
            $"{trade.Trade}/vendors",
            new
            {
                number = "40070",
                displayName = "Bank",
                country = "NL",
                iban = "NL91ABNA0417164301",
                vendorPostingGroup = "BINNENL",
            }
        );

        var wrong = await Checked(vendor);
        await trade.Patch(
            $"{trade.Trade}/vendors({Id(vendor)})",
            new { iban = "NL91ABNA0417164300" }
        );
        var right = await Checked(vendor);

        Assert.Contains("NL91ABNA0417164301", Text(wrong, "ibanWarning"));
        Assert.Equal("", Text(right, "ibanWarning"));
        Assert.NotEqual(Text(wrong, "lastModifiedDateTime"), Text(right, "lastModifiedDateTime"));
        Assert.Equal("BINNENL", Text(vendor, "vendorPostingGroup"));
    }

    [Fact]
    public async Task PG_05_a_card_has_groups_that_exist()
    {
        var made = await trade.Post(
            $"{trade.Trade}/customers",
            new
            {
                number = "10070",
                displayName = "Groups",
                country = "NL",
                generalBusinessPostingGroup = "EU",
            }
        );

        await trade.Patch(
            $"{trade.Trade}/customers({Id(made)})",
            new { customerPostingGroup = "NONE" },
            400
        );

        Assert.Equal(
            ("EU", "EU"),
            (Text(made, "generalBusinessPostingGroup"), Text(made, "taxBusinessPostingGroup"))
        );
    }

    private Task<JsonElement> Checked(JsonElement party) =>
        _given.Only($"{trade.Trade}/partyChecks?$filter=id eq {Id(party)}");

    private async Task<JsonElement> Change(JsonElement row, decimal amount, int status)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Patch,
            $"{trade.Trade}/documentTaxLines({Id(row)})"
        )
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { taxAmount = amount }),
                System.Text.Encoding.UTF8,
                "application/json"
            ),
        };
        // The client of the fixture takes any version; this one takes what it read.
        request.Headers.TryAddWithoutValidation("If-Match", Text(row, "@odata.etag"));
        var answer = await trade.Server.Api.SendAsync(request);
        return await TradeServer.Json(answer, status);
    }
}
