using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Fiscal years over HTTP: made, closed, cleared (COM-07..09, INV-14).</summary>
public sealed class YearEndTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const string Equity = "4120";
    private string Periods => $"{trade.Trade}/accountingPeriods";

    [Fact]
    public async Task COM_09_a_closed_year_is_cleared_into_retained_earnings()
    {
        var books = await SettledBooks.Begin(trade);
        var first = await FirstPeriod();
        var year = int.Parse(
            first.GetProperty("startingDate").GetString()![..4],
            CultureInfo.InvariantCulture
        );
        await books.Invoice(At($"{year}-06-10"), ("1000", 1000m));
        var closing = new
        {
            documentNumber = $"CLOSE{year}",
            retainedEarningsAccountNumber = Equity,
        };
        Assert.Contains(
            "not closed",
            Message(await Act(first, "closeIncomeStatement", closing, 400)),
            StringComparison.Ordinal
        );

        var closed = await Act(first, "closeFiscalYear", new { }, 200);

        Assert.True(closed.GetProperty("closed").GetBoolean());
        Assert.True(closed.GetProperty("dateLocked").GetBoolean());
        Assert.Contains(
            "stays closed",
            Message(await Act(first, "closeFiscalYear", new { }, 400)),
            StringComparison.Ordinal
        );
        await trade.Patch($"{Periods}({Id(first)})", new { startingDate = $"{year}-01-05" }, 400);
        await trade.Delete($"{Periods}({Id(first)})", 400);

        var preview = await Act(first, "previewCloseIncomeStatement", closing, 200);
        await Act(first, "closeIncomeStatement", closing, 200);

        Assert.Equal(
            await Signed(books, $"CLOSE{year}"),
            preview
                .GetProperty("generalLedgerEntries")
                .EnumerateArray()
                .Select(row =>
                    (
                        row.GetProperty("accountNumber").GetString()!,
                        row.GetProperty("debitAmount").GetDecimal()
                            - row.GetProperty("creditAmount").GetDecimal()
                    )
                )
        );
        // 1,000.00 of turnover; what the goods cost is known from the opening stock at 3.00.
        Assert.Equal(-997.00m, (await books.LastRegister())[Equity]);
        Assert.Equal(0m, await Net(first, $"{year + 1}-01-01", "Income"));
        Assert.Equal(-1000.00m, await Net(first, $"{year}-12-31", "Income"));
        await books.ExpectWholeBooks();

        await Prior(books, (first, year));
    }

    // COM-08, COM-09: what is posted afterwards is marked, and taken by closing again.
    private async Task Prior(SettledBooks books, (JsonElement First, int No) year)
    {
        await books.Invoice(At($"{year.No}-12-30"), ("1000", 50m));

        var entries = await books.Rows(
            $"generalLedgerEntries?$filter=postingDate eq {year.No}-12-30"
        );

        Assert.NotEmpty(entries);
        Assert.All(entries, row => Assert.True(row.GetProperty("priorYearEntry").GetBoolean()));
        await books.ExpectWholeBooks();
        await Act(
            year.First,
            "closeIncomeStatement",
            new { documentNumber = "AGAIN", retainedEarningsAccountNumber = Equity },
            200
        );
        Assert.Equal(-47.00m, (await books.LastRegister())[Equity]);
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task COM_07_a_new_year_has_twelve_periods_and_locks_those_before()
    {
        var first = await FirstPeriod();
        var before = await All();
        var last = before[^1].GetProperty("startingDate").GetString()!;

        await Act(first, "createFiscalYear", new { }, 200);

        var after = await All();
        Assert.Equal(before.Count + 12, after.Count);
        var added = after[before.Count];
        Assert.True(added.GetProperty("newFiscalYear").GetBoolean());
        Assert.Equal(
            $"{int.Parse(last[..4], CultureInfo.InvariantCulture) + 1}-01-01",
            added.GetProperty("startingDate").GetString()
        );
        Assert.All(
            after.Take(before.Count),
            row => Assert.True(row.GetProperty("dateLocked").GetBoolean())
        );
        Assert.Contains(
            "already",
            Message(await Act(first, "createFiscalYear", new { startingDate = last }, 400)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task COM_09_results_go_to_an_account_of_the_balance_sheet()
    {
        var first = await FirstPeriod();

        var refused = await Act(
            first,
            "closeIncomeStatement",
            new { documentNumber = "C", retainedEarningsAccountNumber = "9120" },
            400
        );

        Assert.Contains("balance sheet", refused.GetRawText(), StringComparison.Ordinal);
    }

    private static object At(string day) => new { postingDate = day, invoiceDate = day };

    private async Task<List<JsonElement>> All()
    {
        var answer = await trade.Get($"{Periods}?$orderby=startingDate");
        return [.. answer.GetProperty("value").EnumerateArray()];
    }

    private async Task<JsonElement> FirstPeriod() => (await All())[0];

    private Task<JsonElement> Act(JsonElement period, string action, object body, int status) =>
        trade.Post($"{Periods}({Id(period)})/Microsoft.NAV.{action}", body, status);

    private static async Task<List<(string, decimal)>> Signed(SettledBooks books, string document)
    {
        var rows = await books.Rows(
            $"generalLedgerEntries?$filter=documentNumber eq '{document}'&$orderby=entryNumber"
        );
        Assert.All(rows, row => Assert.True(row.GetProperty("closing").GetBoolean()));
        return
        [
            .. rows.Select(row =>
                (
                    row.GetProperty("accountNumber").GetString()!,
                    row.GetProperty("amount").GetDecimal()
                )
            ),
        ];
    }

    /// <summary>What accounts of a category come to at the end of a day.</summary>
    private async Task<decimal> Net(JsonElement first, string day, string category)
    {
        var from = first.GetProperty("startingDate").GetString();
        var answer = await trade.Get(
            $"trialBalances?$filter=dateFilter ge {from} and dateFilter le {day}"
        );
        var numbers = (
            await trade.Get(
                $"accounts?$filter=category eq '{category}' and accountType eq 'Posting'"
            )
        )
            .GetProperty("value")
            .EnumerateArray()
            .Select(row => row.GetProperty("number").GetString())
            .ToHashSet();
        return answer
            .GetProperty("value")
            .EnumerateArray()
            .Where(row => numbers.Contains(row.GetProperty("number").GetString()))
            .Sum(row => Figure(row, "balanceAtDateDebit") - Figure(row, "balanceAtDateCredit"));
    }

    private static decimal Figure(JsonElement row, string name) =>
        row.GetProperty(name).ValueKind == JsonValueKind.Number ? row.GetProperty(name).GetDecimal()
        : decimal.TryParse(
            row.GetProperty(name).GetString(),
            CultureInfo.InvariantCulture,
            out var figure
        )
            ? figure
        : 0m;

    private static string Id(JsonElement row) => SettledBooks.Id(row);

    private static string Message(JsonElement refused) =>
        refused.GetProperty("error").GetProperty("message").GetString()!;
}
