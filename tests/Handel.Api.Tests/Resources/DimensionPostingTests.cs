using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.DimensionServer;

namespace Handel.Api.Tests.Resources;

public sealed class DimensionPostingTests(DimensionServer given) : IClassFixture<DimensionServer>
{
    private TradeServer Trade => given.Trade;
    private string Entries => $"{given.Ext}/generalLedgerEntries";

    [Fact]
    public async Task Posted_entries_carry_the_dimensions_of_header_and_lines()
    {
        var customer = await given.Customer("Carrier");
        await given.Default(("customers", Text(customer, "number")), "DEPARTMENT", "10");
        await given.Default(("items", "1000"), "PROJECT", "A");
        var invoice = await given.Invoice(customer);

        await given.Post(invoice);

        var entries = await given.Entries(invoice);
        Assert.Equal(
            ["1300 10 ", "3010 10 A", "4310 10 A", "7010 10 A", "8010 10 A"],
            entries
                .Select(e =>
                    $"{Text(e, "accountNumber")} {Text(e, "shortcutDimension1Code")} "
                    + Text(e, "shortcutDimension2Code")
                )
                .Order(StringComparer.Ordinal)
        );
        var no = Text(entries[0], "documentNumber");
        var ofProject = await given.Rows(
            $"{Entries}?$filter=documentNumber eq '{no}' and shortcutDimension2Code eq 'A'"
        );
        Assert.Equal(4, ofProject.Count);
        var ofSet = await given.Rows(
            $"{Entries}?$filter=documentNumber eq '{no}' and dimensionCode eq 'PROJECT'"
                + " and dimensionValueCode eq 'A'"
        );
        Assert.Equal(4, ofSet.Count);
        var entry = $"generalLedgerEntries({Text(ofProject[0], "id")})";
        Assert.Equal("DEPARTMENT=10, PROJECT=A", await given.Dimensions(entry));
        var area = new { code = "AREA", valueCode = "NORTH" };
        await Trade.Post($"{entry}/dimensionSetLines", area, 400);
        var posted = $"salesInvoices({Text(invoice, "id")})";
        await Trade.Post($"{posted}/dimensionSetLines", area, 400);
        Assert.Equal("DEPARTMENT=10", await given.Dimensions(posted));
        Assert.Empty(await given.Verify());
    }

    [Fact]
    public async Task A_trial_balance_is_drawn_up_of_one_department_and_of_a_total()
    {
        await given.Dimension("REGION", "N1", "N2", "S1");
        await Trade.Post(
            $"{given.Ext}/dimensionValues",
            new
            {
                dimensionCode = "REGION",
                code = "NORTH",
                type = "Total",
                totaling = "N1..N2",
            }
        );
        var customer = await given.Customer("Balance");
        foreach (var region in new[] { "N1", "N2", "S1" })
        {
            var set = new[] { new { code = "REGION", valueCode = region } };
            await given.Post(await given.Invoice(customer, set));
        }

        var one = await Sales("dimensionCode eq 'REGION' and dimensionValueCode eq 'S1'");
        var north = await Sales("dimensionCode eq 'REGION' and dimensionValueCode eq 'NORTH'");

        Assert.Equal(-100m, one.GetProperty("closingBalance").GetDecimal());
        Assert.Equal(-200m, north.GetProperty("closingBalance").GetDecimal());
        var entries = await given.Rows($"{Entries}?$filter={Text(north, "closingEntries")}");
        Assert.Equal(2, entries.Count);
    }

    private async Task<JsonElement> Sales(string filter)
    {
        var rows = await given.Rows($"{given.Ext}/accountBalances?$filter={filter}");
        return Assert.Single(rows, row => Text(row, "number") == "8010");
    }

    // PC-09: header, line, chosen account: all at once.
    [Fact]
    public async Task PC_09_posting_tells_every_dimension_that_is_missing_and_where()
    {
        var customer = await given.Customer("Strict");
        var no = Text(customer, "number");
        await given.Default(("customers", no), "AREA", "NORTH", "Same Code");
        await given.Default(("items", "1001"), "PROJECT", "", "Code Mandatory");
        var invoice = await Trade.Post(
            "salesInvoices",
            new
            {
                customerId = Text(customer, "id"),
                salesInvoiceLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1001",
                        quantity = 1,
                    },
                },
            }
        );
        var id = Text(invoice, "id");
        await Trade.Delete($"salesInvoices({id})/dimensionSetLines({await IdOf("AREA")})");

        var refused = await given.Post(invoice, 400);

        var details = refused.GetProperty("error").GetProperty("details").EnumerateArray();
        var messages = details.Select(d => Text(d, "message")).ToList();
        Assert.Equal(2, messages.Count);
        Assert.Contains(messages, m => m.Contains($"Customer {no} demands value NORTH"));
        Assert.Contains(
            messages,
            m => m.Contains("Item 1001 demands a value of dimension PROJECT")
        );
    }

    private async Task<string> IdOf(string dimension) =>
        Text(await given.One($"dimensions?$filter=code eq '{dimension}'"), "id");

    [Fact]
    public async Task GLS_19_other_global_dimensions_are_found_on_entries_that_are_posted_already()
    {
        var customer = await given.Customer("Globals");
        var set = new[]
        {
            new { code = "AREA", valueCode = "SOUTH" },
            new { code = "PROJECT", valueCode = "B" },
        };
        var invoice = await given.Invoice(customer, set);
        await given.Post(invoice);
        await given.Shortcuts(new { shortcutDimension3Code = "PROJECT" }, 400);

        await given.Shortcuts(
            new { shortcutDimension2Code = "AREA", shortcutDimension3Code = "PROJECT" }
        );

        var entries = await given.Entries(invoice);
        Assert.All(
            entries,
            e =>
                Assert.Equal(
                    ("SOUTH", "B"),
                    (Text(e, "shortcutDimension2Code"), Text(e, "shortcutDimension3Code"))
                )
        );
        var values = await given.Rows(
            $"{given.Ext}/dimensionValues?$filter=shortcutNumber eq 2&$orderby=code"
        );
        Assert.Equal(["NORTH", "SOUTH"], values.Select(v => Text(v, "code")));
        Assert.Empty(await given.Verify());
        await given.Shortcuts(
            new { shortcutDimension2Code = "PROJECT", shortcutDimension3Code = "AREA" }
        );
    }

    [Fact]
    public async Task DIM_13_dimensions_of_an_entry_are_corrected_shown_before_and_taken_back()
    {
        var customer = await given.Customer("Corrected");
        var set = new[] { new { code = "DEPARTMENT", valueCode = "10" } };
        var invoice = await given.Invoice(customer, set);
        await given.Post(invoice);
        var wrong = Assert.Single(
            await given.Entries(invoice),
            e => Text(e, "accountNumber") == "8010"
        );
        var address = $"{Entries}({Text(wrong, "id")})";
        var body = new { dimensionCode = "DEPARTMENT", valueCode = "20" };
        var before = await given.Rows(Entries);

        var preview = await Trade.Post(
            $"{address}/Microsoft.NAV.previewCorrectDimensions",
            body,
            200
        );
        Assert.Equal(before.Count, (await given.Rows(Entries)).Count);
        await Trade.Post($"{address}/Microsoft.NAV.correctDimensions", body, 200);

        Assert.Equal(
            ["8010 -100 10", "8010 100 20"],
            preview
                .GetProperty("generalLedgerEntries")
                .EnumerateArray()
                .Select(e =>
                    $"{Text(e, "accountNumber")} {e.GetProperty("creditAmount").GetDecimal():0} "
                    + Text(e, "shortcutDimension1Code")
                )
        );
        Assert.Equal((0m, 100m), await Turnover(invoice));
        await Trade.Post($"{address}/Microsoft.NAV.correctDimensions", body, 400);
        var log = await given.One(
            $"{given.Ext}/dimensionCorrections?$filter=entryNumber eq {Text(wrong, "entryNumber")}"
        );
        Assert.Equal("admin", Text(log, "userId"));
        var undo = $"{given.Ext}/dimensionCorrections({Text(log, "id")})/Microsoft.NAV.undo";
        await Trade.Post(undo, new { }, 200);
        await Trade.Post(undo, new { }, 400);
        Assert.Equal((100m, 0m), await Turnover(invoice));
        Assert.Empty(await given.Verify());
    }

    // Turnover of departments 10 and 20.
    private async Task<(decimal, decimal)> Turnover(JsonElement invoice)
    {
        var entries = (await given.Entries(invoice))
            .Where(e => Text(e, "accountNumber") == "8010")
            .ToLookup(
                e => Text(e, "shortcutDimension1Code"),
                e => e.GetProperty("creditAmount").GetDecimal()
            );
        return (entries["10"].Sum(), entries["20"].Sum());
    }

    [Fact]
    public async Task DIM_13_a_correction_obeys_the_rules_of_the_account_and_the_open_period()
    {
        var customer = await given.Customer("Ruled");
        var invoice = await given.Invoice(customer);
        await given.Post(invoice);
        var entry = Assert.Single(
            await given.Entries(invoice),
            e => Text(e, "accountNumber") == "1300"
        );
        var action = $"{Entries}({Text(entry, "id")})/Microsoft.NAV.correctDimensions";
        var rule = await given.Default(("accounts", "1300"), "AREA", "", "No Code");

        var refused = await Trade.Post(
            action,
            new { dimensionCode = "AREA", valueCode = "NORTH" },
            400
        );
        await Trade.Post(action, new { dimensionCode = "NONE", valueCode = "X" }, 400);
        await Trade.Post(action, new { dimensionCode = "PROJECT", valueCode = "A" }, 200);

        var message = refused.GetProperty("error").GetProperty("message").GetString();
        Assert.Contains("allows no dimension AREA", message);
        await Trade.Delete($"{given.Ext}/defaultDimensions({Text(rule, "id")})");
        Assert.Empty(await given.Verify());
    }

    [Fact]
    public async Task A_correction_of_stock_takes_the_defaults_of_its_item()
    {
        var item = await Trade.Post(
            "items",
            new
            {
                number = "DIM1",
                displayName = "Dimensioned",
                unitCost = 3m,
                taxGroupCode = "HOOG",
            }
        );
        await given.Default(("items", "DIM1"), "DEPARTMENT", "20", "Same Code");

        await Trade.Patch($"items({Text(item, "id")})", new { inventory = 4m });

        var entry = await given.One($"{given.Ext}/itemLedgerEntries?$filter=itemNumber eq 'DIM1'");
        Assert.Equal("20", Text(entry, "shortcutDimension1Code"));
        Assert.Empty(await given.Verify());
    }
}
