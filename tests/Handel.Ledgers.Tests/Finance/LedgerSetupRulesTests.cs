using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

/// <summary>What the general ledger setup may say (GLS-01, GLS-07..09, GLS-17).</summary>
public sealed class LedgerSetupRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 17);

    [Theory]
    [InlineData("-CM", "CM", true)]
    [InlineData("-CM-1M", "", true)]
    [InlineData("CM", "-CM", false)]
    [InlineData("", "-1D", false)]
    public void GLS_01_a_formula_for_the_last_day_does_not_end_before_the_first(
        string from,
        string to,
        bool isAllowed
    )
    {
        var setup = new GlSetup { AllowPostingFromFormula = from, AllowPostingToFormula = to };
        if (from.Length == 0)
            setup.AllowPostingFrom = Today;

        var found = LedgerSetupRules.Find(setup, new(new(), false, Today)).ToList();

        Assert.Equal(isAllowed, found.Count == 0);
        Assert.All(found, problem => Assert.Equal("allowPostingToFormula", problem.Field));
    }

    [Fact]
    public void GLS_01_a_formula_gives_the_dates_of_the_day_and_leaves_fixed_dates_alone()
    {
        var setup = new GlSetup
        {
            AllowPostingFromFormula = "-CM",
            AllowPostingTo = new(2026, 12, 31),
        };

        setup.TakeFormulas(Today);
        Assert.Equal(
            (new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31)),
            (setup.AllowPostingFrom, setup.AllowPostingTo)
        );
        setup.TakeFormulas(new(2026, 4, 2));
        Assert.Equal(new DateOnly(2026, 4, 1), setup.AllowPostingFrom);
    }

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
        Assert.Empty(LedgerSetupRules.Find(new(), new(new(), true, Today)));

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

        var found = LedgerSetupRules.Find(setup, new(setup, false, Today)).ToList();

        Assert.Equal(isAllowed, found.Count == 0);
        Assert.All(found, problem => Assert.Equal("applicationRoundingPrecision", problem.Field));
    }

    [Fact]
    public void GLS_07_the_precision_of_amounts_stays_once_entries_were_rounded_by_it()
    {
        var setup = new GlSetup { AmountRoundingPrecision = 0.001m };

        Assert.Empty(LedgerSetupRules.Find(setup, new(new(), false, Today)));
        var problem = Assert.Single(LedgerSetupRules.Find(setup, new(new(), true, Today)));

        Assert.Equal(("amountRoundingPrecision", "inUse"), (problem.Field, problem.Args["reason"]));
    }
}
