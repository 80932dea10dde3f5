using Handel.Ledgers.Finance;
using Handel.Ledgers.Reports;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

/// <summary>What a line of the chart of accounts may be (COA-01, COA-03..05).</summary>
public sealed class GlAccountRulesTests
{
    private static readonly GlAccountQuestion New = new(null, HasEntries: false, IsControl: false);

    [Theory]
    [InlineData(GlAccountType.Posting, true, "")]
    [InlineData(GlAccountType.Heading, false, "")]
    [InlineData(GlAccountType.BeginTotal, false, "")]
    [InlineData(GlAccountType.Total, false, "1000..1999")]
    [InlineData(GlAccountType.EndTotal, false, "1000..1999")]
    public void COA_03_the_type_says_whether_users_post_to_it_and_whether_it_totals(
        GlAccountType type,
        bool isDirect,
        string totaling
    )
    {
        var account = new GlAccount
        {
            No = "1999",
            AccountType = type,
            Totaling = "1000..1999",
            GenPostingType = GenPostingType.Sale,
            VatBusPostingGroup = "HOME",
        };

        GlAccountRules.TakeType(account);

        Assert.Equal((isDirect, totaling), (account.DirectPosting, account.Totaling));
        Assert.Equal(isDirect ? "HOME" : "", account.VatBusPostingGroup);
        Assert.Empty(GlAccountRules.Find(account, New));
    }

    [Fact]
    public void COA_04_an_account_with_entries_stays_a_posting_account()
    {
        var before = new GlAccount { No = "1000" };
        var account = new GlAccount { No = "1000", AccountType = GlAccountType.Heading };

        var problem = Assert.Single(
            GlAccountRules.Find(account, new(before, HasEntries: true, IsControl: false))
        );

        Assert.Equal(("accountType", "entries"), (problem.Field, problem.Args["reason"]));
        Assert.Empty(
            GlAccountRules.Find(account, new(before, HasEntries: false, IsControl: false))
        );
    }

    [Fact]
    public void COA_03_a_control_account_takes_no_typed_entries()
    {
        var account = new GlAccount { No = "1300", DirectPosting = true };

        var problem = Assert.Single(GlAccountRules.Find(account, New with { IsControl = true }));

        Assert.Equal(("directPosting", "control"), (problem.Field, problem.Args["reason"]));
    }

    [Fact]
    public void COA_05_a_totaling_is_a_filter_of_accounts_and_only_totals_have_one()
    {
        var total = new GlAccount
        {
            No = "1999",
            AccountType = GlAccountType.Total,
            Totaling = "9..1",
        };
        var heading = new GlAccount
        {
            No = "1000",
            AccountType = GlAccountType.Heading,
            Totaling = "1000..1999",
        };

        Assert.Equal(
            ReportCodes.AccountFilter,
            Assert.Single(GlAccountRules.Find(total, New)).Code
        );
        Assert.Equal("totaling", Assert.Single(GlAccountRules.Find(heading, New)).Args["reason"]);
    }
}
