using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Reports.BooksServer;

namespace Handel.Api.Tests.Reports;

public sealed class ScheduleApiTests(BooksServer books) : IClassFixture<BooksServer>
{
    private const string HalfYear = "dateFilter ge 2026-01-01 and dateFilter le 2026-06-30";

    [Fact]
    public async Task The_balance_sheet_balances_on_any_day()
    {
        foreach (var day in (string[])["2025-12-31", "2026-03-31", "2026-06-30"])
        {
            var rows = await books.Standard("balanceSheets", $"dateFilter eq {day}");

            var total = rows.Single(row => Text(row, "display") == "TOTAAL ACTIVA");
            var other = rows.Single(row => Text(row, "display") == "TOTAAL PASSIVA");
            Assert.NotEqual(0m, Amount(total, "balance"));
            Assert.Equal(Amount(total, "balance"), Amount(other, "balance"));
            Assert.Equal("total", Text(total, "lineType"));
            Assert.Equal(10000, rows[0].GetProperty("lineNumber").GetInt32());
            Assert.Equal("header", Text(rows[0], "lineType"));
        }
    }

    [Fact]
    public async Task The_income_statement_shows_income_positive()
    {
        var rows = await books.Standard("incomeStatements", HalfYear);

        Assert.Equal(500m, Of(rows, "Omzet"));
        Assert.Equal(500m, Of(rows, "NETTO-OMZET"));
        Assert.Equal(500m, Of(rows, "RESULTAAT"));
    }

    [Fact]
    public async Task Cash_flow_and_retained_earnings_add_up()
    {
        var cash = await books.Standard("cashFlowStatements", HalfYear);
        var earned = await books.Standard("retainedEarningsStatements", HalfYear);

        // Sold 500 on account, bought 400 of stock for 484: no cash moved.
        Assert.Equal(500m, Of(cash, "Resultaat"));
        Assert.Equal(-500m, Of(cash, "Mutatie vorderingen"));
        Assert.Equal(-400m, Of(cash, "Mutatie voorraden"));
        Assert.Equal(400m, Of(cash, "Mutatie kortlopende schulden"));
        Assert.Equal(0m, Of(cash, "NETTO KASSTROOM"));
        Assert.Equal(0m, Of(cash, "Verschil"));
        Assert.Equal(100m, Of(earned, "Niet verwerkt resultaat begin"));
        Assert.Equal(600m, Of(earned, "INGEHOUDEN WINST EIND"));
    }

    [Fact]
    public async Task A_statement_compares_with_another_period_and_with_the_year()
    {
        var rows = await books.Rows(
            "accountScheduleFigures",
            "scheduleCode eq 'INCOME' and dateFilter ge 2026-04-01 and dateFilter le 2026-04-30"
                + " and comparison eq '-3M'"
        );
        var label = Assert.Single(
            await books.Rows(
                "accountScheduleColumns",
                "dateFilter ge 2026-04-01 and dateFilter le 2026-04-30 and comparison eq '-3M'"
            )
        );

        var result = rows.Single(row => Text(row, "rowCode") == "R90");
        Assert.Equal(-100m, Amount(result, "amount"));
        Assert.Equal(600m, Amount(result, "comparedAmount"));
        Assert.Equal(500m, Amount(result, "yearToDateAmount"));
        Assert.Equal("2026-01-31", Text(label, "comparedTo"));
        Assert.Equal("2026-01-01", Text(label, "yearFrom"));
        var sales = rows.Single(row => Text(row, "rowCode") == "R10");
        var entries = await books.Rows("generalLedgerEntries", Text(sales, "comparedEntries"));
        Assert.Equal(-600m, entries.Sum(entry => Amount(entry, "amount")));
        Assert.Equal("", Text(result, "periodEntries"));
    }

    [Fact]
    public async Task A_company_lays_out_its_own_schedule()
    {
        var trade = books.Trade.Trade;
        await books.Trade.Post($"{trade}/accountSchedules", new { code = "OWN" });
        await Row("OWN", ("R1", "Category", "-Income"));
        await Row("OWN", ("R2", "Formula", "R1*2"));

        var rows = await books.Rows(
            "accountScheduleFigures",
            $"scheduleCode eq 'OWN' and {HalfYear}"
        );

        Assert.Equal([500m, 1000m], rows.Select(row => Amount(row, "amount")));
        Assert.Equal([10000, 20000], rows.Select(row => row.GetProperty("sequence").GetInt32()));
    }

    [Fact]
    public async Task A_formula_that_leads_back_to_itself_is_not_stored()
    {
        var trade = books.Trade.Trade;
        await books.Trade.Post($"{trade}/accountSchedules", new { code = "LOOP" });
        var first = await Row("LOOP", ("R1", "Accounts", "1300"));
        await Row("LOOP", ("R2", "Formula", "R1+1"));
        var path = $"{trade}/accountScheduleLines({Text(first, "id")})";

        var refused = await books.Trade.Patch(
            path,
            new { rowType = "Formula", totaling = "R2-1" },
            400
        );

        var message = Text(refused.GetProperty("error"), "message");
        Assert.Contains("R1 > R2 > R1", message, StringComparison.Ordinal);
        var kept = await books.Trade.Get(path);
        Assert.Equal("1300", Text(kept, "totaling"));
        await Row("LOOP", ("R3", "Accounts", "2000..1000"), 400);
        await Row("LOOP", ("R4", "Formula", "R9"), 400);
        await Row("LOOP", ("4", "Heading", ""), 400);
        await Row("NONE", ("R1", "Heading", ""), 400);
    }

    /// <summary>A minus before the totaling turns the sign.</summary>
    private Task<JsonElement> Row(
        string schedule,
        (string Code, string Type, string Totaling) row,
        int status = 201
    ) =>
        books.Trade.Post(
            $"{books.Trade.Trade}/accountScheduleLines",
            new
            {
                scheduleCode = schedule,
                rowCode = row.Code,
                rowType = row.Type,
                totaling = row.Totaling.TrimStart('-'),
                showOppositeSign = row.Totaling.StartsWith('-'),
            },
            status
        );

    private static decimal Of(List<JsonElement> rows, string display)
    {
        var row = rows.Single(one => Text(one, "display") == display);
        return Amount(row, "netChange");
    }
}
