using System.Globalization;
using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>Journals on the extension route: their fields and actions (C6, JNL).</summary>
public sealed class JournalTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly JournalServer journals = new(trade);

    [Fact]
    public async Task JNL_03_a_new_line_goes_on_with_the_document_that_is_out_of_balance()
    {
        var batch = await journals.Batch(more: new { suggestBalancingAmount = true });
        var first = await journals.Add(batch, new { accountNumber = "6110", amount = 100m });

        var second = await journals.Add(batch, new { accountNumber = "6330" });
        var third = await journals.Add(batch, new { accountNumber = "6110", debitAmount = 5m });

        Assert.Equal(Text(first, "documentNumber"), Text(second, "documentNumber"));
        Assert.Equal(-100m, Number(second, "amount"));
        Assert.Equal(100m, Number(second, "creditAmount"));
        Assert.NotEqual(Text(first, "documentNumber"), Text(third, "documentNumber"));
        Assert.Equal(5m, Number(third, "balanceLCY"));
        var journal = await trade.Get($"{journals.Journals}({batch})");
        Assert.Equal(5m, Number(journal, "balanceLCY"));
        Assert.Equal(3, journal.GetProperty("lineCount").GetInt32());
    }

    [Fact]
    public async Task VJN_02_a_cost_with_VAT_is_split_and_balanced_by_the_bank()
    {
        var batch = await journals.Batch();

        var line = await journals.Add(
            batch,
            new
            {
                documentNumber = "VJN02",
                accountNumber = "6210",
                externalDocumentNumber = "INV-77",
                amount = 121m,
                balanceAccountType = "Bank Account",
                balancingAccountNumber = "BANK",
            }
        );
        Assert.Equal("Purchase", Text(line, "generalPostingType"));
        Assert.Equal(21m, Number(line, "taxPercent"));
        Assert.Equal(21m, Number(line, "taxAmount"));
        Assert.Equal(100m, Number(line, "taxBaseAmount"));
        await journals.Post(batch);

        var booked = await journals.Booked("VJN02");
        Assert.Equal(100m, booked["6210"]);
        Assert.Equal(21m, booked["4320"]);
        Assert.Equal(-121m, booked["1100"]);
        var tax = await journals.Single(
            $"{trade.Trade}/taxEntries?$filter=documentNumber eq 'VJN02'"
        );
        Assert.Equal((100m, 21m), (Number(tax, "base"), Number(tax, "amount")));
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task Posting_says_which_registers_it_made_and_the_lines_are_kept()
    {
        var batch = await journals.Batch();
        await journals.Pair(batch, "REG1", 10m);
        await journals.Pair(batch, "REG2", 20m);

        var posted = await journals.Post(batch);

        var made = posted.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(2, made.Count);
        Assert.All(made, one => Assert.Equal("generalLedgerRegisters", Text(one, "entitySet")));
        var register = await trade.Get($"{trade.Trade}/generalLedgerRegisters({Id(made[0])})");
        Assert.Equal("REG1", Text(register, "documentNumber"));
        Assert.Empty(await journals.LinesOf(batch));
        var kept = await journals.Single(
            $"{trade.Trade}/postedJournals?$filter=registerNumber eq {Text(made[0], "number")}"
                + "&$expand=postedJournalLines"
        );
        Assert.Equal(4, kept.GetProperty("postedJournalLines").GetArrayLength());

        await journals.Act(
            batch,
            "insertPostedLines",
            new
            {
                registerNumber = int.Parse(Text(made[0], "number"), CultureInfo.InvariantCulture),
                reverseSign = true,
            }
        );

        var back = await journals.LinesOf(batch);
        Assert.Equal([-10m, 10m, -20m, 20m], back.Select(line => Number(line, "amount")));
    }

    [Fact]
    public async Task JNL_38_a_preview_shows_the_entries_and_leaves_everything_as_it_was()
    {
        var batch = await journals.Batch();
        await journals.Pair(batch, "PRE1", 10m);
        await journals.Pair(batch, "PRE2", 20m);

        var preview = await journals.Act(batch, "previewPost", new { });

        Assert.Equal(4, preview.GetProperty("generalLedgerEntries").GetArrayLength());
        Assert.Equal(30m, Number(preview.GetProperty("totals"), "debitAmount"));
        Assert.Equal(30m, Number(preview.GetProperty("totals"), "creditAmount"));
        Assert.Empty(await journals.Booked("PRE1"));
        Assert.Equal(4, (await journals.LinesOf(batch)).Count);
    }

    [Fact]
    public async Task JNL_40_all_problems_are_told_at_once_or_only_what_is_right_is_posted()
    {
        var batch = await journals.Batch();
        await journals.Pair(batch, "GOOD", 10m);
        await journals.Add(
            batch,
            new
            {
                documentNumber = "BAD1",
                accountNumber = "6110",
                amount = 1m,
            }
        );
        await journals.Add(batch, new { documentNumber = "BAD2", accountNumber = "6110" });

        var refused = await journals.Post(batch, 400);
        var findings = await journals.Act(batch, "validate", new { });
        var posted = await journals.Act(batch, "post", new { onlyValid = true });

        Assert.Contains("BAD1", Message(refused), StringComparison.Ordinal);
        Assert.Equal(2, findings.GetProperty("findings").GetArrayLength());
        Assert.Equal(2, posted.GetProperty("findings").GetArrayLength());
        Assert.Equal(10m, (await journals.Booked("GOOD"))["6110"]);
        Assert.Equal(
            ["BAD1", "BAD2"],
            (await journals.LinesOf(batch)).Select(line => Text(line, "documentNumber"))
        );
    }

    [Fact]
    public async Task JNL_41_a_journal_is_saved_under_a_code_and_inserted_again()
    {
        var batch = await journals.Batch();
        await journals.Pair(batch, "STD", 75m);

        await journals.Act(batch, "saveAsStandardJournal", new { code = "rent" });
        await journals.Act(
            batch,
            "saveAsStandardJournal",
            new
            {
                code = "RENT2",
                description = "Rent",
                withAmounts = true,
            }
        );
        var other = await journals.Batch();
        await journals.Act(other, "insertStandardJournal", new { code = "RENT2" });
        await journals.Act(other, "insertStandardJournal", new { code = "rent" });
        await journals.Act(other, "insertStandardJournal", new { code = "NONE" }, 400);

        var lines = await journals.LinesOf(other);
        Assert.Equal([75m, -75m, 0m, 0m], lines.Select(line => Number(line, "amount")));
        var kept = await journals.Single(
            $"{trade.Trade}/standardJournals?$filter=code eq 'RENT2'&$expand=standardJournalLines"
        );
        Assert.Equal("Rent", Text(kept, "description"));
        await trade.Delete($"{trade.Trade}/standardJournals({Id(kept)})");
        Assert.Empty(
            await journals.Rows($"{trade.Trade}/standardJournals?$filter=code eq 'RENT2'")
        );
    }

    [Fact]
    public async Task JNL_41_a_recurring_line_is_shared_out_and_moves_on()
    {
        var batch = await journals.Batch("PERIODIEK");
        var line = await journals.Add(
            batch,
            new
            {
                postingDate = "2026-01-31",
                documentNumber = "RENT%4",
                accountNumber = "6110",
                amount = -90m,
                recurringMethod = "Fixed",
                recurringFrequency = "1M",
            }
        );
        await Share(line, "6330", 33.33m);
        await Share(line, "6010", 66.67m);

        await journals.Post(batch);

        var left = Assert.Single(await journals.LinesOf(batch));
        Assert.Equal("2026-02-28", Text(left, "postingDate"));
        var booked = await journals.Booked("RENTJANUARI");
        Assert.Equal((-90m, 30m, 60m), (booked["6110"], booked["6330"], booked["6010"]));
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task DIM_06_a_line_takes_the_dimensions_of_its_account_and_keeps_what_is_typed()
    {
        await Dimension("JNLDIM", "A", "B");
        await Default(
            "6410",
            new Dictionary<string, string>
            {
                ["dimensionCode"] = "JNLDIM",
                ["dimensionValueCode"] = "A",
            }
        );
        var batch = await journals.Batch();

        var line = await journals.Add(batch, new { accountNumber = "6410", amount = 1m });
        var path = $"journalLines({Id(line)})/dimensionSetLines";
        var proposed = await journals.Single(path);
        await trade.Patch($"{path}({Id(proposed)})", new { valueCode = "B" });
        await trade.Patch($"{journals.Lines}({Id(line)})", new { amount = 2m });

        Assert.Equal("A", Text(proposed, "valueCode"));
        Assert.Equal("B", Text(await journals.Single(path), "valueCode"));
    }

    [Fact]
    public async Task JNL_24_a_line_without_a_dimension_that_is_demanded_is_not_posted()
    {
        await Dimension("JNLMUST", "A");
        await Default(
            "6910",
            new Dictionary<string, string>
            {
                ["dimensionCode"] = "JNLMUST",
                ["postingValidation"] = "Code Mandatory",
            }
        );
        var batch = await journals.Batch();
        var line = await journals.Add(
            batch,
            new
            {
                documentNumber = "MUST",
                accountNumber = "6910",
                amount = 5m,
                balancingAccountNumber = "6330",
            }
        );

        var refused = await journals.Post(batch, 400);
        await trade.Post(
            $"journalLines({Id(line)})/dimensionSetLines",
            new { code = "JNLMUST", valueCode = "A" }
        );
        await journals.Post(batch);

        Assert.Contains("JNLMUST", Message(refused), StringComparison.Ordinal);
        await journals.ExpectWholeBooks();
    }

    [Fact]
    public async Task JNL_33_documents_are_numbered_again_from_the_next_number()
    {
        var batch = await journals.Batch();
        await journals.Pair(batch, "Z9", 1m);
        await journals.Pair(batch, "Z3", 2m);
        await journals.Pair(batch, "Z9A", 3m);

        await journals.Act(batch, "renumber", new { });

        var numbers = (await journals.LinesOf(batch))
            .Select(line => Text(line, "documentNumber"))
            .Distinct()
            .ToList();
        Assert.Equal(3, numbers.Count);
        Assert.DoesNotContain("Z3", numbers);
        await journals.Post(batch);
    }

    [Fact]
    public async Task A_template_is_set_up_used_and_kept()
    {
        var made = await trade.Post(
            $"{trade.Trade}/journalTemplates",
            new
            {
                name = "kas",
                description = "Cash book",
                type = "General",
                balancingAccountNumber = "1010",
            }
        );
        Assert.Equal("GENJNL", Text(made, "sourceCode"));
        await trade.Post(journals.Journals, new { code = "KAS1", templateDisplayName = "KAS" });
        var path = $"{trade.Trade}/journalTemplates";

        await trade.Delete($"{path}({Id(made)})", 400);
        await trade.Post(path, new { name = "KAS" }, 409);
        var recurring = await trade.Post(
            path,
            new
            {
                name = "REC2",
                type = "Recurring",
                balancingAccountNumber = "1010",
            },
            400
        );
        await trade.Patch($"{path}({Id(made)})", new { balancingAccountNumber = "NONE" }, 400);

        Assert.Equal("balancingAccountNumber", Target(recurring));
    }

    private Task<JsonElement> Share(JsonElement line, string account, decimal percent) =>
        trade.Post(
            $"{trade.Trade}/journalAllocations",
            new
            {
                journalLineId = Id(line),
                accountNumber = account,
                allocationPercent = percent,
            }
        );

    private Task<JsonElement> Default(string account, Dictionary<string, string> rule)
    {
        rule["parentSet"] = "accounts";
        rule["parentNumber"] = account;
        return trade.Post($"{trade.Trade}/defaultDimensions", rule);
    }

    private async Task Dimension(string code, params string[] values)
    {
        await trade.Post($"{trade.Trade}/dimensions", new { code, displayName = code });
        foreach (var value in values)
            await trade.Post(
                $"{trade.Trade}/dimensionValues",
                new
                {
                    dimensionCode = code,
                    code = value,
                    displayName = value,
                }
            );
    }
}
