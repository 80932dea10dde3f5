using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Finance;

/// <summary>What a change of the general ledger setup is measured against.</summary>
/// <param name="Before">As it is stored.</param>
/// <param name="HasEntries">The ledger has entries, which were rounded as it is stored.</param>
/// <param name="Today">The day that formulas count from (GLS-01).</param>
public sealed record LedgerSetupQuestion(GlSetup Before, bool HasEntries, DateOnly Today);

/// <summary>Rules of the general ledger setup (GLS-01, GLS-07..09, GLS-17).</summary>
public static class LedgerSetupRules
{
    public const string Entity = "generalLedgerSetup";
    private const decimal PctMax = 100m;

    public static IEnumerable<Problem> Find(GlSetup setup, LedgerSetupQuestion asked)
    {
        var (before, hasEntries, today) = asked;
        var (from, to) = (setup.AllowPostingFromFormula, setup.AllowPostingToFormula);
        if (
            PostingDateFormula.On(to, today, setup.AllowPostingTo)
            < PostingDateFormula.On(from, today, setup.AllowPostingFrom)
        )
            yield return At(to.Length > 0 ? "allowPostingToFormula" : "allowPostingTo", "dates");
        if (setup.AmountRoundingPrecision <= 0m)
            yield return At("amountRoundingPrecision", "precision");
        else if (hasEntries && setup.AmountRoundingPrecision != before.AmountRoundingPrecision)
            yield return At("amountRoundingPrecision", "inUse");
        if (setup.UnitAmountRoundingPrecision <= 0m)
            yield return At("unitAmountRoundingPrecision", "precision");
        if (setup.InvRoundingPrecision <= 0m || !IsMultiple(setup.InvRoundingPrecision, setup))
            yield return At("invoiceRoundingPrecision", "multiple");
        if (setup.ApplnRoundingPrecision < 0m || !IsMultiple(setup.ApplnRoundingPrecision, setup))
            yield return At("applicationRoundingPrecision", "multiple");
        if (setup.PaymentTolerancePct is < 0m or > PctMax)
            yield return At("paymentTolerancePercent", "percent");
        if (setup.MaxPaymentToleranceAmount < 0m)
            yield return At("maxPaymentToleranceAmount", "negative");
        if (!IsGracePeriod(setup.PmtDiscGracePeriod))
            yield return At("paymentDiscountGracePeriod", "grace");
    }

    /// <summary>A date formula that does not lead back (GLS-17); blank is none.</summary>
    public static bool IsGracePeriod(string formula) =>
        DateFormula.TryParse(formula, "en", out var period) && period.Apply(SomeDay) >= SomeDay;

    private static readonly DateOnly SomeDay = new(2000, 1, 15);

    private static bool IsMultiple(decimal precision, GlSetup setup) =>
        setup.AmountRoundingPrecision <= 0m || precision % setup.AmountRoundingPrecision == 0m;

    private static Problem At(string field, string reason) =>
        new(ProblemCodes.LedgerSetup, new RecordRef(Entity, ""), field)
        {
            Args = new Dictionary<string, string> { ["reason"] = reason },
        };
}
