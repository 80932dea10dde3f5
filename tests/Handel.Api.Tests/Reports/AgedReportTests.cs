using Xunit;
using static Handel.Api.Tests.Reports.BooksServer;

namespace Handel.Api.Tests.Reports;

public sealed class AgedReportTests(BooksServer books) : IClassFixture<BooksServer>
{
    private const string EndOfMarch = "agedAsOfDate eq 2026-03-31 and periodLength eq '30D'";

    // CV-110
    [Fact]
    public async Task CV110_the_contract_ages_from_the_day_itself_and_ends_with_a_total()
    {
        var rows = await books.Standard(
            "agedAccountsReceivables",
            "agedAsOfDate eq 2026-03-31 and periodLengthFilter eq '30D'"
        );

        var row = rows.Single(one => Text(one, "customerNumber") == "10000");
        Assert.Equal(100m, Amount(row, "currentAmount"));
        Assert.Equal(200m, Amount(row, "period1Amount"));
        Assert.Equal(200m, Amount(row, "period2Amount"));
        Assert.Equal(100m, Amount(row, "period3Amount"));
        Assert.Equal(600m, Amount(row, "balanceDue"));
        Assert.Equal("01/03/2026 – 30/03/2026", Text(row, "period1Label"));
        Assert.Equal("Total", Text(rows[^1], "name"));
        Assert.Equal(Guid.Empty.ToString(), Text(rows[^1], "customerId"));
        Assert.Equal(700m, Amount(rows[^1], "balanceDue"));
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task One_customer_is_reached_from_its_card_and_vendors_are_positive()
    {
        var customer = (await books.Standard("customers", "number eq '20000'"))[0];
        var aged = await books.Trade.Get(
            $"customers({Text(customer, "id")})/agedAccountsReceivable"
        );
        var vendors = await books.Standard(
            "agedAccountsPayables",
            "agedAsOfDate eq 2026-02-02 and periodLengthFilter eq '1M'"
        );

        Assert.Equal(100m, Amount(aged, "balanceDue"));
        Assert.Equal(484m, Amount(vendors[0], "balanceDue"));
        Assert.Equal("40000", Text(vendors[0], "vendorNumber"));
    }

    [Fact]
    public async Task STM02_an_entry_that_was_closed_later_is_open_on_an_earlier_day()
    {
        var march = await Balance("10000", "agedAsOfDate eq 2026-03-31");
        var april = await Balance("10000", "agedAsOfDate eq 2026-04-30");
        var before = await books.Rows("agedCustomerBalances", "agedAsOfDate eq 2025-12-14");

        Assert.Equal(600m, march);
        Assert.Equal(500m, april);
        Assert.Empty(before);
        var entries = await books.Rows(
            "agedCustomerEntries",
            $"{EndOfMarch} and customerNumber eq '10000' and documentNumber eq "
                + $"'{books.SettledInvoice}'"
        );
        var entry = Assert.Single(entries);
        Assert.Equal(100m, Amount(entry, "remainingAmount"));
        // Due 28 February: the second period of thirty days before the end of March.
        Assert.Equal(3, entry.GetProperty("column").GetInt32());
    }

    [Fact]
    public async Task STM03_due_on_the_day_is_the_first_period_and_due_after_it_is_not_due()
    {
        var row = (await books.Rows("agedCustomerBalances", EndOfMarch)).Single(one =>
            Text(one, "number") == "10000"
        );
        var earlier = (
            await books.Rows("agedCustomerBalances", "agedAsOfDate eq 2026-03-30")
        ).Single(one => Text(one, "number") == "10000");

        // Columns from 1 March, 30 January and 31 December 2025: S33 on other days.
        Assert.Equal(0m, Amount(row, "currentAmount"));
        Assert.Equal(200m, Amount(row, "period1Amount"));
        Assert.Equal(200m, Amount(row, "period2Amount"));
        Assert.Equal(200m, Amount(row, "period3Amount"));
        Assert.Equal(0m, Amount(row, "olderAmount"));
        Assert.Equal(100m, Amount(earlier, "currentAmount"));
    }

    [Theory]
    [InlineData("2025-12-31", 100)]
    [InlineData("2026-03-31", 700)]
    [InlineData("2026-04-30", 600)]
    public async Task STM04_the_report_is_the_same_as_the_control_account(string day, int balance)
    {
        foreach (var by in (string[])["DueDate", "PostingDate", "DocumentDate"])
        {
            var total = Assert.Single(
                await books.Rows("agedCustomerTotals", $"agedAsOfDate eq {day} and ageBy eq '{by}'")
            );

            Assert.Equal(balance, Amount(total, "balance"));
            Assert.Equal(balance, Amount(total, "controlBalance"));
            Assert.Equal(0m, Amount(total, "difference"));
        }
    }

    [Fact]
    public async Task STM04_vendors_tie_out_too_and_what_we_owe_is_positive()
    {
        var total = Assert.Single(
            await books.Rows("agedVendorTotals", "agedAsOfDate eq 2026-02-28")
        );

        Assert.Equal(484m, Amount(total, "balance"));
        Assert.Equal(0m, Amount(total, "difference"));
    }

    [Fact]
    public async Task By_posting_date_everything_of_January_is_in_one_column()
    {
        var row = (
            await books.Rows(
                "agedCustomerBalances",
                "agedAsOfDate eq 2026-03-31 and ageBy eq 'PostingDate' and periodLength eq '1M'"
            )
        ).Single(one => Text(one, "number") == "10000");

        Assert.Equal(600m, Amount(row, "period2Amount"));
    }

    [Fact]
    public async Task A_column_without_length_is_refused()
    {
        foreach (var length in (string[])["0D", "-1M"])
        {
            var path =
                $"{books.Trade.Trade}/agedCustomerBalances?$filter=periodLength eq '{length}'";
            var refused = await books.Trade.Get(path, 400);
            Assert.Equal("periodLength", Text(refused.GetProperty("error"), "target"));
        }
    }

    [Fact]
    public async Task STM01_a_statement_runs_from_opening_to_closing_and_lists_what_is_overdue()
    {
        const string Filter =
            "customerNumber eq '10000' and dateFilter ge 2026-01-11 and dateFilter le 2026-04-30";

        var lines = await books.Rows("customerStatementLines", Filter);
        var balance = Assert.Single(await books.Rows("customerStatementBalances", Filter));

        Assert.Equal("OpeningBalance", Text(lines[0], "lineType"));
        Assert.Equal(600m, Amount(lines[0], "balance"));
        Assert.Equal("Entry", Text(lines[1], "lineType"));
        Assert.Equal(-100m, Amount(lines[1], "amount"));
        Assert.Equal(-100m, Amount(lines[1], "appliedAmount"));
        Assert.Equal(500m, Amount(lines[1], "balance"));
        Assert.Equal("ClosingBalance", Text(lines[2], "lineType"));
        Assert.Equal(5, lines.Skip(3).Count(line => Text(line, "lineType") == "Overdue"));
        Assert.Equal(8, lines.Count);
        Assert.Equal(600m, Amount(balance, "openingBalance"));
        Assert.Equal(500m, Amount(balance, "closingBalance"));
        Assert.Equal(500m, Amount(balance, "overdueAmount"));
        // Late on 30 April: since 31 March one, since 1 March two, since 30 January one.
        Assert.Equal(100m, Amount(balance, "period1Amount"));
        Assert.Equal(200m, Amount(balance, "period2Amount"));
        Assert.Equal(100m, Amount(balance, "period3Amount"));
        Assert.Equal(100m, Amount(balance, "olderAmount"));
    }

    [Fact]
    public async Task STM01_the_statement_of_a_vendor_is_positive_for_what_we_owe()
    {
        var lines = await books.Rows(
            "vendorStatementLines",
            "vendorNumber eq '40000' and dateFilter ge 2026-01-01 and dateFilter le 2026-02-28"
        );

        Assert.Equal(
            ["OpeningBalance", "Entry", "ClosingBalance", "Overdue"],
            lines.Select(line => Text(line, "lineType"))
        );
        Assert.Equal(484m, Amount(lines[2], "balance"));
    }

    [Fact]
    public async Task BAL02_statistics_know_balance_due_turnover_and_days_until_paid()
    {
        var row = Assert.Single(
            await books.Rows(
                "customerStatistics",
                "number eq '10000' and dateFilter ge 2026-01-01 and dateFilter le 2026-12-31"
            )
        );

        Assert.Equal(500m, Amount(row, "balance"));
        Assert.Equal(500m, Amount(row, "balanceDue"));
        Assert.Equal(5, row.GetProperty("overdueEntryCount").GetInt32());
        Assert.Equal("2026-01-29", Text(row, "oldestDueDate"));
        Assert.Equal(500m, Amount(row, "turnoverAmount"));
        // From 10 January to 10 April.
        Assert.Equal(90m, Amount(row, "averageCollectionDays"));
        Assert.Equal(1, row.GetProperty("closedInvoiceCount").GetInt32());
    }

    [Fact]
    public async Task The_financial_detail_of_the_contract_says_the_same()
    {
        var rows = await books.Standard("customerFinancialDetails", "number eq '10000'");

        var row = Assert.Single(rows);
        Assert.Equal(500m, Amount(row, "balance"));
        Assert.Equal(500m, Amount(row, "overdueAmount"));
        Assert.Equal(500m, Amount(row, "totalSalesExcludingTax"));
    }

    [Fact]
    public async Task VAT_by_period_sums_base_and_amount_by_rate()
    {
        const string Year = "dateFilter ge 2026-01-01 and dateFilter le 2026-12-31";

        var rows = await books.Rows("taxEntryTotals", Year);
        var totals = await books.Rows("taxPeriodTotals", Year);

        var bought = rows.Single(row => Text(row, "type") == "Purchase");
        Assert.Equal(400m, Amount(bought, "base"));
        Assert.Equal(84m, Amount(bought, "amount"));
        Assert.Equal(21m, Amount(bought, "taxPercent"));
        var sold = totals.Single(row => Text(row, "type") == "Sale");
        Assert.Equal(-500m, Amount(sold, "base"));
        Assert.Equal(7, sold.GetProperty("count").GetInt32());
    }

    private async Task<decimal> Balance(string customer, string filter)
    {
        var rows = await books.Rows("agedCustomerBalances", filter);
        return Amount(rows.Single(row => Text(row, "number") == customer), "balance");
    }
}
