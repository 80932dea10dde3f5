using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Reports.BooksServer;

namespace Handel.Api.Tests.Reports;

public sealed class TrialBalanceTests(BooksServer books) : IClassFixture<BooksServer>
{
    private const string HalfYear = "dateFilter ge 2026-01-01 and dateFilter le 2026-06-30";
    private const string Customers = "1300";

    [Fact]
    public async Task COA07_an_account_shows_before_debit_credit_and_after()
    {
        var rows = await books.Rows("accountBalances", HalfYear);

        var row = rows.Single(one => Text(one, "number") == Customers);
        Assert.Equal(100m, Amount(row, "openingBalance"));
        Assert.Equal(600m, Amount(row, "debitAmount"));
        Assert.Equal(100m, Amount(row, "creditAmount"));
        Assert.Equal(500m, Amount(row, "netChange"));
        Assert.Equal(600m, Amount(row, "closingBalance"));
    }

    [Fact]
    public async Task COA05_a_total_sums_the_accounts_of_its_range()
    {
        var rows = await books.Rows("accountBalances", HalfYear);

        var total = rows.Single(one => Text(one, "number") == "1399");
        Assert.Equal("End_x002D_Total", Text(total, "accountType"));
        Assert.Equal(600m, Amount(total, "closingBalance"));
        var begin = rows.Single(one => Text(one, "number") == "1200");
        Assert.Equal(0m, Amount(begin, "closingBalance"));
        Assert.Equal("", Text(begin, "closingEntries"));
    }

    [Fact]
    public async Task The_whole_balances_and_every_figure_leads_to_its_entries()
    {
        var total = Assert.Single(await books.Rows("accountBalanceTotals", HalfYear));
        Assert.Equal(0m, Amount(total, "difference"));
        Assert.Equal(Amount(total, "debitAmount"), Amount(total, "creditAmount"));

        foreach (var number in (string[])["1300", "1399", "3999"])
        {
            var row = (await books.Rows("accountBalances", HalfYear)).Single(one =>
                Text(one, "number") == number
            );
            var opening = await Sum(Text(row, "openingEntries"));
            var period = await Sum(Text(row, "periodEntries"));
            var closing = await Sum(Text(row, "closingEntries"));
            Assert.Equal(Amount(row, "openingBalance"), opening);
            Assert.Equal(Amount(row, "netChange"), period);
            Assert.Equal(Amount(row, "closingBalance"), closing);
        }
    }

    // CV-109
    [Fact]
    public async Task The_set_of_the_contract_has_text_in_debit_or_credit_and_blanks_for_headings()
    {
        var rows = await books.Standard("trialBalances", HalfYear);

        var row = rows.Single(one => Text(one, "number") == Customers);
        Assert.Equal("500.00", Text(row, "totalDebit"));
        Assert.Equal("0.00", Text(row, "totalCredit"));
        Assert.Equal("600.00", Text(row, "balanceAtDateDebit"));
        Assert.Equal("2026-06-30", Text(row, "dateFilter"));
        var heading = rows.Single(one => Text(one, "number") == "1200");
        Assert.Equal("", Text(heading, "totalDebit"));
        var stock = rows.Single(one => Text(one, "number") == "3010");
        Assert.Equal("400.00", Text(stock, "totalDebit"));
        var today = (await books.Standard("trialBalances")).Single(one =>
            Text(one, "number") == "3010"
        );
        Assert.Equal("2,200.00", Text(today, "balanceAtDateDebit"));
    }

    [Fact]
    public async Task Entries_of_an_account_run_from_the_balance_before_to_the_balance_after()
    {
        const string Filter = $"accountNumber eq '{Customers}' and {HalfYear}";

        var rows = await books.Rows("accountEntries", Filter);
        var total = Assert.Single(await books.Rows("accountEntryTotals", Filter));

        Assert.Equal(7, rows.Count);
        Assert.Equal(
            [200m, 300m, 400m, 500m, 600m, 700m, 600m],
            rows.Select(row => Amount(row, "runningBalance"))
        );
        Assert.Equal(100m, Amount(total, "openingBalance"));
        Assert.Equal(600m, Amount(total, "closingBalance"));
        Assert.Equal("salesCreditMemos", Text(rows[^1], "documentSet"));
        Assert.Equal(books.CreditMemo, Text(rows[^1], "documentNumber"));
    }

    [Fact]
    public async Task The_running_balance_stays_right_on_every_page_and_in_every_order()
    {
        const string Filter = $"accountNumber eq '{Customers}' and {HalfYear}";

        var last = await books.Rows("accountEntries", Filter, "&$skip=5&$top=2");
        var newest = await books.Rows(
            "accountEntries",
            Filter,
            "&$orderby=entryNumber desc&$top=1"
        );
        var credit = await books.Rows(
            "accountEntries",
            $"{Filter} and documentNumber eq '{books.CreditMemo}'"
        );

        Assert.Equal([700m, 600m], last.Select(row => Amount(row, "runningBalance")));
        Assert.Equal(600m, Amount(newest[0], "runningBalance"));
        Assert.Equal(600m, Amount(Assert.Single(credit), "runningBalance"));
    }

    [Fact]
    public async Task Without_dates_the_entries_are_those_of_this_month()
    {
        var rows = await books.Rows("accountEntries", "accountNumber eq '3010'");

        // The opening stock of the two items was adjusted today.
        Assert.Equal(2, rows.Count);
        Assert.Equal(2200m, Amount(rows[^1], "runningBalance"));
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        var path =
            $"{books.Trade.Trade}/accountBalances?$filter=dateFilter ge 2026-02-01"
            + " and dateFilter le 2026-01-01";

        var refused = await books.Trade.Get(path, 400);

        var message = Text(refused.GetProperty("error"), "message");
        Assert.Contains("2026-02-01..2026-01-01", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task COA09_an_account_tells_where_it_is_used()
    {
        var uses = await books.Rows("accountUses", $"accountNumber eq '{Customers}'");

        var use = Assert.Single(uses);
        Assert.Equal("party_posting_group", Text(use, "tableName"));
        Assert.Equal("BINNENL", Text(use, "key"));
        Assert.Equal("control_account", Text(use, "fieldName"));
        Assert.Empty(await books.Rows("accountUses", "accountNumber eq '0110'"));
    }

    [Fact]
    public async Task COM07_a_company_starts_with_accounting_periods()
    {
        var periods = await books.Standard("accountingPeriods");

        Assert.Equal(36, periods.Count);
        Assert.Equal(3, periods.Count(period => period.GetProperty("newFiscalYear").GetBoolean()));
        Assert.Equal("januari", Text(periods[0], "name"));
    }

    private async Task<decimal> Sum(string filter)
    {
        var entries = await books.Rows("generalLedgerEntries", filter);
        return entries.Sum(entry => Amount(entry, "amount"));
    }
}
