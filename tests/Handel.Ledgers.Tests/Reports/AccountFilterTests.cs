using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Xunit;

namespace Handel.Ledgers.Tests.Reports;

public sealed class AccountFilterTests
{
    private static readonly AccountTotals Totals = new(
        new Dictionary<string, AccountSums>
        {
            ["2100"] = new(0m, 0m, 8m),
            ["1100"] = new(10m, 5m, 2m),
            ["1010"] = new(1m, 0m, 0m),
            ["1999"] = new(0m, 7m, 0m),
            ["3000"] = new(100m, 0m, 50m),
        }
    );

    [Theory]
    [InlineData("1000..1999", 11, 12, 2)]
    [InlineData("1000..1999|2100", 11, 12, 10)]
    [InlineData("1100", 10, 5, 2)]
    [InlineData("1100..", 110, 12, 60)]
    [InlineData("..1999", 11, 12, 2)]
    [InlineData("1000..1999|1100..2100", 11, 12, 10)]
    [InlineData("2100|1100|1100", 10, 5, 10)]
    [InlineData("4000..4999", 0, 0, 0)]
    public void COA05_a_filter_sums_its_ranges_and_no_account_twice(
        string filter,
        int opening,
        int debit,
        int credit
    )
    {
        var sums = Totals.Of(AccountFilter.Parse(filter));

        Assert.Equal(new AccountSums(opening, debit, credit), sums);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("1000..")]
    [InlineData("1000|")]
    [InlineData("1000..2000..3000")]
    [InlineData("2000..1000")]
    [InlineData("1000.2000")]
    public void A_text_that_is_no_filter_is_refused_but_an_open_range_is_one(string text) =>
        Assert.Equal(text == "1000..", AccountFilter.Read(text) is not null);

    [Fact]
    public void COA05_headings_have_no_amount_and_totals_that_of_their_range()
    {
        Assert.Null(Totals.Of(Account("1000", GlAccountType.BeginTotal)));
        Assert.Null(Totals.Of(Account("0999", GlAccountType.Heading)));
        Assert.Equal(
            11m,
            Totals.Of(Account("1999", GlAccountType.EndTotal, "1000..1999"))!.Value.Opening
        );
        Assert.Equal(3m, Totals.Of(Account("1100", GlAccountType.Posting))!.Value.NetChange);
    }

    [Fact]
    public void COA05_indenting_fills_the_end_totals_and_the_depth()
    {
        GlAccount[] chart =
        [
            Account("1000", GlAccountType.BeginTotal),
            Account("1100", GlAccountType.BeginTotal),
            Account("1110", GlAccountType.Posting),
            Account("1199", GlAccountType.EndTotal),
            Account("1999", GlAccountType.EndTotal),
        ];

        var problems = ChartIndentation.Apply(chart);

        Assert.Empty(problems);
        Assert.Equal([0, 1, 2, 1, 0], chart.Select(account => account.Indentation));
        Assert.Equal("1100..1199", chart[3].Totaling);
        Assert.Equal("1000..1999", chart[4].Totaling);
    }

    [Fact]
    public void COA05_a_total_without_its_other_half_is_named_and_nothing_changes()
    {
        GlAccount[] chart =
        [
            Account("1099", GlAccountType.EndTotal),
            Account("1100", GlAccountType.BeginTotal),
            Account("1110", GlAccountType.Posting),
        ];

        var problems = ChartIndentation.Apply(chart);

        Assert.Equal(["1099", "1100"], problems.Select(problem => problem.Record.No));
        Assert.All(problems, problem => Assert.Equal(ReportCodes.Totals, problem.Code));
        Assert.All(chart, account => Assert.Equal(0, account.Indentation));
    }

    private static GlAccount Account(string no, GlAccountType type, string totaling = "") =>
        new()
        {
            No = no,
            AccountType = type,
            Totaling = totaling,
        };
}
