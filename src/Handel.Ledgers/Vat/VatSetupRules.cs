using System.Globalization;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Vat;

/// <summary>What rests on a combination already.</summary>
/// <param name="HasUnrealized">VAT of the combination waits for payment (UNR-01).</param>
public readonly record struct VatSetupUse(
    bool HasEntries,
    bool HasOpenEntries,
    bool HasUnrealized = false
);

/// <summary>A combination being changed, with what it may not contradict.</summary>
/// <param name="Before">As it is stored; null for a new one.</param>
/// <param name="Others">All combinations of the company, itself included.</param>
public sealed record VatSetupChange(
    VatPostingSetup Setup,
    VatPostingSetup? Before,
    IReadOnlyList<VatPostingSetup> Others
)
{
    public required GlSetup Gl { get; init; }
    public VatSetupUse Use { get; init; }
}

/// <summary>Rules of the VAT posting setup (VPS-01..12, NDV-02).</summary>
public static class VatSetupRules
{
    public const string Entity = AccountResolution.VatEntity;

    /// <summary>What follows by itself from what was typed (VPS-01, VPS-02).</summary>
    public static void Complete(VatPostingSetup setup)
    {
        if (setup.VatIdentifier.Length == 0)
            setup.VatIdentifier = setup.VatProdPostingGroup;
        if (setup.CalculationType == VatCalculationType.NoTaxable)
            setup.VatPct = 0m;
        if (!setup.AllowNonDeductibleVat)
            setup.NonDeductibleVatPct = 0m;
    }

    public static IEnumerable<Problem> Find(VatSetupChange change) =>
        [.. FindInIdentifier(change), .. FindInUse(change), .. FindInSwitches(change)];

    // VPS-01: lines of one identifier are taxed together.
    private static IEnumerable<Problem> FindInIdentifier(VatSetupChange change)
    {
        var setup = change.Setup;
        var other = change.Others.FirstOrDefault(other =>
            other.Id != setup.Id
            && other.VatBusPostingGroup == setup.VatBusPostingGroup
            && other.VatIdentifier == setup.VatIdentifier
            && (other.VatPct, other.NonDeductibleVatPct)
                != (setup.VatPct, setup.NonDeductibleVatPct)
        );
        if (other is not null)
            yield return At(setup, ProblemCodes.VatIdentifier, "taxIdentifier") with
            {
                Value = setup.VatIdentifier,
                Args = new Dictionary<string, string>
                {
                    ["other"] = other.VatProdPostingGroup,
                    ["percent"] = other.VatPct.ToString("0.##", CultureInfo.InvariantCulture),
                },
            };
    }

    // VPS-03, VPS-06: what entries were made by stays as long as they need it.
    private static IEnumerable<Problem> FindInUse(VatSetupChange change)
    {
        var (setup, before) = (change.Setup, change.Before);
        if (before is null)
            yield break;
        if (change.Use.HasEntries && setup.CalculationType != before.CalculationType)
            yield return At(setup, ProblemCodes.VatInUse, "calculationType");
        if (change.Use is { HasOpenEntries: false, HasUnrealized: false })
            yield break;
        var accounts = new[]
        {
            (
                "salesTaxUnrealizedAccount",
                setup.SalesVatUnrealAccount,
                before.SalesVatUnrealAccount
            ),
            (
                "purchaseTaxUnrealizedAccount",
                setup.PurchaseVatUnrealAccount,
                before.PurchaseVatUnrealAccount
            ),
            (
                "reverseChargeUnrealizedAccount",
                setup.ReverseChargeVatUnrealAccount,
                before.ReverseChargeVatUnrealAccount
            ),
            ("salesTaxAccount", setup.SalesVatAccount, before.SalesVatAccount),
            ("purchaseTaxAccount", setup.PurchaseVatAccount, before.PurchaseVatAccount),
            ("reverseChargeAccount", setup.ReverseChargeVatAccount, before.ReverseChargeVatAccount),
        };
        foreach (var (field, _, _) in accounts.Where(a => a.Item2 != a.Item3))
            yield return At(setup, ProblemCodes.VatInUse, field);
    }

    private static IEnumerable<Problem> FindInSwitches(VatSetupChange change)
    {
        var setup = change.Setup;
        if (setup.AdjustForPaymentDiscount && !change.Gl.AdjustForPmtDisc)
            yield return Switch(setup, "adjustForPaymentDiscount");
        // The other types have no VAT, or are nothing but VAT that was paid already.
        var isChargedType =
            setup.CalculationType is VatCalculationType.Normal or VatCalculationType.ReverseCharge;
        var waits = setup.UnrealizedVatType != UnrealizedVatType.None;
        // VPS-04
        if (waits && (!change.Gl.UnrealizedVat || !isChargedType))
            yield return Switch(setup, "unrealizedType");
        if (!setup.AllowNonDeductibleVat)
            yield break;
        // NDV-02
        if (!change.Gl.IsNonDeductibleVatEnabled || !isChargedType || waits)
            yield return Switch(setup, "allowNonDeductibleTax");
    }

    private static Problem Switch(VatPostingSetup setup, string field) =>
        At(setup, ProblemCodes.VatSwitch, field) with
        {
            MendedAt = new("taxSetup", ""),
        };

    private static Problem At(VatPostingSetup setup, string code, string field) =>
        new(
            code,
            new RecordRef(
                Entity,
                $"{setup.VatBusPostingGroup}, {setup.VatProdPostingGroup}",
                0,
                setup.Id
            ),
            field
        );
}

/// <summary>What rests on the switches of VAT.</summary>
/// <param name="Adjusts">A combination adjusts VAT by payment discounts (VPS-05).</param>
/// <param name="Waits">
/// A combination lets VAT wait for payment, or VAT in the books does (VPS-04, UNR-01).
/// </param>
public readonly record struct VatSwitchUse(bool Adjusts, bool Waits);

/// <summary>Switches of VAT that exclude each other (GLS-10..15, NDV-01).</summary>
public static class VatSwitches
{
    public const string Entity = "taxSetup";
    private const decimal PctMax = 100m;

    /// <param name="before">As it is stored.</param>
    public static IEnumerable<Problem> Find(GlSetup setup, GlSetup before, VatSwitchUse use)
    {
        if (setup.PmtDiscExclVat && setup.AdjustForPmtDisc)
            yield return At(ProblemCodes.VatSwitch, "adjustForPaymentDiscount");
        if (!setup.PmtDiscExclVat && setup.VatTolerancePct != 0m)
            yield return At(ProblemCodes.VatSwitch, "taxTolerancePercent");
        if (setup.VatTolerancePct is < 0m or > PctMax)
            yield return At(ProblemCodes.VatSwitch, "taxTolerancePercent");
        if (before.AdjustForPmtDisc && !setup.AdjustForPmtDisc && use.Adjusts)
            yield return At(ProblemCodes.VatSwitch, "adjustForPaymentDiscount");
        // GLS-13
        if (before.UnrealizedVat && !setup.UnrealizedVat && use.Waits)
            yield return At(ProblemCodes.VatSwitch, "unrealizedTax");
        if (setup.MaxVatDifferenceAllowed % setup.AmountRoundingPrecision != 0m)
            yield return At(ProblemCodes.VatSwitch, "maxTaxDifferenceAllowed");
        if (before.IsNonDeductibleVatEnabled && !setup.IsNonDeductibleVatEnabled)
            yield return At(ProblemCodes.VatSwitch, "nonDeductibleTaxEnabled");
        if (setup.UseNonDeductibleVatForItemCost && !setup.IsNonDeductibleVatEnabled)
            yield return At(ProblemCodes.VatSwitch, "useNonDeductibleTaxForItemCost");
        if (setup.AllowVatDateTo < setup.AllowVatDateFrom)
            yield return At(ProblemCodes.VatPeriodDates, "allowTaxDateTo");
    }

    private static Problem At(string code, string field) =>
        new(code, new RecordRef(Entity, ""), field);
}
