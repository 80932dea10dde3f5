using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

/// <summary>What the general ledger setup may say (GLS-01, GLS-07..09, GLS-17).</summary>
public sealed class LedgerSetupRulesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("5D", true)]
    [InlineData("1M", true)]
    [InlineData("-1D", false)]
    [InlineData("soon", false)]
    public void GLS_17_a_grace_period_leads_forward(string formula, bool isAllowed) =>
        Assert.Equal(isAllowed, LedgerSetupRules.IsGracePeriod(formula));

    [Fact]
    public void A_setup_as_it_comes_has_nothing_against_it() =>
        Assert.Empty(LedgerSetupRules.Find(new(), new(), hasEntries: true));

    [Theory]
    [InlineData(0.05, 0.10, true)]
    [InlineData(0.05, 0.05, true)]
    [InlineData(0.05, 0.07, false)]
    [InlineData(0.01, -0.01, false)]
    public void GLS_09_application_rounding_is_a_multiple_of_the_amount_precision(
        decimal amount,
        decimal application,
        bool isAllowed
    )
    {
        var setup = new GlSetup
        {
            AmountRoundingPrecision = amount,
            InvRoundingPrecision = amount,
            ApplnRoundingPrecision = application,
        };

        var found = LedgerSetupRules.Find(setup, setup, hasEntries: false).ToList();

        Assert.Equal(isAllowed, found.Count == 0);
        Assert.All(found, problem => Assert.Equal("applicationRoundingPrecision", problem.Field));
    }

    [Fact]
    public void GLS_07_the_precision_of_amounts_stays_once_entries_were_rounded_by_it()
    {
        var setup = new GlSetup { AmountRoundingPrecision = 0.001m };

        Assert.Empty(LedgerSetupRules.Find(setup, new(), hasEntries: false));
        var problem = Assert.Single(LedgerSetupRules.Find(setup, new(), hasEntries: true));

        Assert.Equal(("amountRoundingPrecision", "inUse"), (problem.Field, problem.Args["reason"]));
    }
}
