using Handel.Kernel.Amounts;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Journals;

/// <summary>VAT that is inside the amount of a journal line (VJN-01, VJN-02).</summary>
internal static class JournalVatAmounts
{
    public static VatPostingSetup? SetupOf(JournalVat vat, CompanySetup setup) =>
        setup.VatPosting.GetValueOrDefault((vat.VatBusPostingGroup, vat.VatProdPostingGroup));

    /// <summary>
    /// What the VAT of an amount is, in the currency of the amount, at a percentage (VPS-02).
    /// </summary>
    private static decimal Of(
        VatPostingSetup setup,
        decimal pct,
        decimal amount,
        (decimal Precision, RoundingDirection Direction) rounding
    ) =>
        setup.CalculationType switch
        {
            VatCalculationType.Normal => Rounding.Round(
                amount * pct / (100m + pct),
                rounding.Precision,
                rounding.Direction
            ),
            VatCalculationType.FullVat => amount,
            VatCalculationType.ReverseCharge
            or VatCalculationType.NoTaxable
            or VatCalculationType.SalesTax => 0m,
            _ => throw new ArgumentOutOfRangeException(nameof(setup)),
        };

    /// <summary>The VAT of one side of a line in its currency, as rules compute it.</summary>
    public static decimal Computed(JournalPart part, VatPostingSetup vat, CompanySetup setup) =>
        Of(vat, PctOf(part, vat), part.Amount, RoundingOf(setup, part.Line.CurrencyCode));

    /// <summary>
    /// The VAT of one side in LCY: of the amount in LCY, or of what a user typed (VJN-02).
    /// </summary>
    public static decimal Lcy(JournalPart part, VatPostingSetup vat, CompanySetup setup)
    {
        if (part.Line.CurrencyCode.Length == 0)
            return part.Vat.VatAmount;
        return part.Vat.VatDifference == 0m
            ? Of(vat, PctOf(part, vat), part.AmountLcy, RoundingOf(setup, ""))
            : Conversion.ToLcy(part.Vat.VatAmount, part.Line.CurrencyFactor);
    }

    /// <summary>Computes VAT and base anew; a typed difference is lost (VAT-09).</summary>
    public static void Recalculate(JournalPart part, CompanySetup setup)
    {
        var vat = part.Vat;
        vat.VatDifference = 0m;
        var found = part.HasVat ? SetupOf(vat, setup) : null;
        vat.VatPct = found is null ? 0m : PctOf(part, found);
        vat.VatAmount = found is null ? 0m : Computed(part, found, setup);
        vat.VatBaseAmount = found is null ? 0m : part.Amount - vat.VatAmount;
    }

    /// <summary>The same where the rate changed; else what was typed stays.</summary>
    public static void Refresh(JournalPart part, CompanySetup setup)
    {
        var found = part.HasVat ? SetupOf(part.Vat, setup) : null;
        if (found is not null && PctOf(part, found) != part.Vat.VatPct)
            Recalculate(part, setup);
    }

    private static decimal PctOf(JournalPart part, VatPostingSetup vat) =>
        vat.PctAt(part.Line.VatDate);

    private static (decimal, RoundingDirection) RoundingOf(CompanySetup setup, string currency) =>
        (
            JournalCurrency.PrecisionOf(setup, currency),
            JournalCurrency.VatRoundingOf(setup, currency)
        );
}
