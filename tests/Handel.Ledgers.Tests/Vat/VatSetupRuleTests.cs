using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>The VAT posting setup and its switches (VPS-01..12, GLS-10..14, NDV-01).</summary>
public sealed class VatSetupRuleTests
{
    private readonly GlSetup _gl = new();
    private readonly List<VatPostingSetup> _all = VatGiven.Combinations();

    [Fact]
    public void VPS_01_one_identifier_has_one_percentage_within_a_business_group()
    {
        var setup = _all[1];
        setup.VatIdentifier = _all[0].VatIdentifier;

        var problem = Assert.Single(Find(setup, null));

        Assert.Equal(
            ("E-VATIDENT", "HOOG", "21"),
            (problem.Code, problem.Args["other"], problem.Args["percent"])
        );
        setup.VatPct = 21m;
        Assert.Empty(Find(setup, null));
        setup.NonDeductibleVatPct = 40m;
        Assert.Single(Find(setup, null));
    }

    [Fact]
    public void VPS_02_without_taxable_turnover_the_percentage_is_zero()
    {
        var setup = new VatPostingSetup
        {
            VatProdPostingGroup = "VRIJ",
            VatPct = 21m,
            CalculationType = VatCalculationType.NoTaxable,
        };

        VatSetupRules.Complete(setup);

        Assert.Equal((0m, "VRIJ"), (setup.VatPct, setup.VatIdentifier));
    }

    [Fact]
    public void VPS_02_the_rate_is_that_of_the_VAT_date()
    {
        var setup = _all[0];
        setup.Rates =
        [
            new() { StartingDate = new(2027, 1, 1), VatPct = 22m },
            new() { StartingDate = new(2028, 1, 1), VatPct = 20m },
        ];

        Assert.Equal(
            [21m, 22m, 22m, 20m],
            new DateOnly[]
            {
                new(2026, 12, 31),
                new(2027, 1, 1),
                new(2027, 12, 31),
                new(2028, 1, 1),
            }.Select(setup.PctAt)
        );
    }

    [Fact]
    public void VPS_03_the_calculation_type_stays_once_there_are_entries()
    {
        var (setup, before) = (_all[0], Copy(_all[0]));
        setup.CalculationType = VatCalculationType.ReverseCharge;

        Assert.Empty(Find(setup, before));
        Assert.Equal(
            [("E-VATINUSE", "calculationType")],
            Find(setup, before, new(HasEntries: true, HasOpenEntries: false))
                .Select(p => (p.Code, p.Field))
        );
    }

    [Fact]
    public void VPS_06_accounts_stay_while_entries_on_them_are_open()
    {
        var (setup, before) = (_all[0], Copy(_all[0]));
        (setup.SalesVatAccount, setup.ReverseChargeVatAccount) = ("4311", "4330");

        Assert.Empty(Find(setup, before, new(HasEntries: true, HasOpenEntries: false)));
        Assert.Equal(
            ["salesTaxAccount", "reverseChargeAccount"],
            Find(setup, before, new(HasEntries: true, HasOpenEntries: true)).Select(p => p.Field)
        );
    }

    [Theory]
    [InlineData(false, VatCalculationType.Normal, 1)]
    [InlineData(true, VatCalculationType.Normal, 0)]
    [InlineData(true, VatCalculationType.ReverseCharge, 0)]
    [InlineData(true, VatCalculationType.FullVat, 1)]
    [InlineData(true, VatCalculationType.NoTaxable, 1)]
    public void VPS_04_VAT_waits_for_payment_where_the_company_does(
        bool isEnabled,
        VatCalculationType type,
        int problems
    )
    {
        _gl.UnrealizedVat = isEnabled;
        _all[0].CalculationType = type;
        _all[0].UnrealizedVatType = UnrealizedVatType.Percentage;

        var found = Find(_all[0], null).Select(p => (p.Code, p.Field));

        Assert.Equal(Enumerable.Repeat(("E-VATSWITCH", "unrealizedType"), problems), found);
    }

    [Fact]
    public void VPS_06_accounts_stay_while_VAT_waits_on_them()
    {
        var (setup, before) = (_all[0], Copy(_all[0]));
        setup.SalesVatUnrealAccount = "4391";
        var waits = new VatSetupUse(HasEntries: true, HasOpenEntries: false, HasUnrealized: true);

        Assert.Empty(Find(setup, before, waits with { HasUnrealized = false }));
        Assert.Equal(
            ["salesTaxUnrealizedAccount"],
            Find(setup, before, waits).Select(p => p.Field)
        );
    }

    [Fact]
    public void NDV_02_what_waits_for_payment_is_deducted_whole()
    {
        (_gl.UnrealizedVat, _gl.IsNonDeductibleVatEnabled) = (true, true);
        _all[0].UnrealizedVatType = UnrealizedVatType.Percentage;
        Assert.Empty(Find(_all[0], null));

        _all[0].AllowNonDeductibleVat = true;

        Assert.Equal(["allowNonDeductibleTax"], Find(_all[0], null).Select(p => p.Field));
    }

    [Fact]
    public void GLS_13_the_switch_stays_on_while_VAT_waits()
    {
        var before = new GlSetup { UnrealizedVat = true };

        var problem = Assert.Single(
            VatSwitches.Find(new GlSetup(), before, new(Adjusts: false, Waits: true))
        );
        Assert.Equal("unrealizedTax", problem.Field);
        Assert.Empty(VatSwitches.Find(new GlSetup(), before, default));
    }

    [Fact]
    public void VPS_05_a_discount_adjusts_VAT_where_the_company_does()
    {
        _all[0].AdjustForPaymentDiscount = true;

        Assert.Equal(["adjustForPaymentDiscount"], Find(_all[0], null).Select(p => p.Field));
        _gl.AdjustForPmtDisc = true;
        Assert.Empty(Find(_all[0], null));
    }

    [Theory]
    [InlineData(false, VatCalculationType.Normal, 1)]
    [InlineData(true, VatCalculationType.Normal, 0)]
    [InlineData(true, VatCalculationType.ReverseCharge, 0)]
    [InlineData(true, VatCalculationType.FullVat, 1)]
    [InlineData(true, VatCalculationType.NoTaxable, 1)]
    public void NDV_02_deduction_is_limited_where_VAT_is_deducted(
        bool isEnabled,
        VatCalculationType type,
        int problems
    )
    {
        _gl.IsNonDeductibleVatEnabled = isEnabled;
        _all[0].AllowNonDeductibleVat = true;
        _all[0].CalculationType = type;

        Assert.Equal(problems, Find(_all[0], null).Count());
    }

    [Fact]
    public void GLS_10_to_12_discounts_without_VAT_and_with_adjusted_VAT_exclude_each_other()
    {
        Assert.Equal([], Switches(s => s.PmtDiscExclVat = true));
        Assert.Equal([], Switches(s => (s.PmtDiscExclVat, s.VatTolerancePct) = (true, 2m)));
        Assert.Equal(["taxTolerancePercent"], Switches(s => s.VatTolerancePct = 2m));
        Assert.Equal(
            ["adjustForPaymentDiscount"],
            Switches(s => (s.PmtDiscExclVat, s.AdjustForPmtDisc) = (true, true))
        );
    }

    [Fact]
    public void GLS_12_adjusting_stays_on_while_a_combination_does_it()
    {
        var before = new GlSetup { AdjustForPmtDisc = true };

        Assert.Single(VatSwitches.Find(new GlSetup(), before, new(Adjusts: true, Waits: false)));
        Assert.Empty(VatSwitches.Find(new GlSetup(), before, default));
    }

    [Fact]
    public void GLS_14_the_largest_difference_is_a_multiple_of_the_precision() =>
        Assert.Equal(
            ["maxTaxDifferenceAllowed"],
            Switches(s => s.MaxVatDifferenceAllowed = 0.055m)
        );

    [Fact]
    public void NDV_01_the_switch_stays_on()
    {
        var before = new GlSetup { IsNonDeductibleVatEnabled = true };

        Assert.Equal(
            ["nonDeductibleTaxEnabled"],
            VatSwitches.Find(new GlSetup(), before, default).Select(p => p.Field)
        );
        Assert.Equal(
            ["useNonDeductibleTaxForItemCost"],
            Switches(s => s.UseNonDeductibleVatForItemCost = true)
        );
    }

    private IEnumerable<Kernel.Problems.Problem> Find(
        VatPostingSetup setup,
        VatPostingSetup? before,
        VatSetupUse use = default
    ) => VatSetupRules.Find(new(setup, before, _all) { Gl = _gl, Use = use });

    private static IEnumerable<string> Switches(Action<GlSetup> change)
    {
        var setup = new GlSetup();
        change(setup);
        return VatSwitches.Find(setup, new GlSetup(), default).Select(p => p.Field);
    }

    private static VatPostingSetup Copy(VatPostingSetup setup) =>
        new()
        {
            Id = setup.Id,
            CalculationType = setup.CalculationType,
            SalesVatAccount = setup.SalesVatAccount,
            PurchaseVatAccount = setup.PurchaseVatAccount,
            ReverseChargeVatAccount = setup.ReverseChargeVatAccount,
        };
}
