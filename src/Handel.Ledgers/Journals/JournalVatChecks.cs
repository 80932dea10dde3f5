using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Journals;

/// <summary>Checks of VAT on a ledger line (JNL-15, VJN-03, VAT-07, VAT-09).</summary>
internal static class JournalVatChecks
{
    public static void Find(JournalPart part, JournalScope scope, AccountResolution accounts)
    {
        var problems = new LineProblems(accounts.Record, accounts.Problems);
        var typeField = part.Field("generalPostingType", "balancingGeneralPostingType");
        if (JournalAccounts.SideOf(part.Vat.GenPostingType) is not { } side)
        {
            problems.Add(JournalCodes.VatType, typeField, part.Vat.GenPostingType);
            return;
        }
        var groups = new VatGroups(part.Vat.VatBusPostingGroup, part.Vat.VatProdPostingGroup);
        if (accounts.Vat(groups) is not { } vat)
            return;
        var treatment = accounts.Treatment(side, vat, part.Line.VatDate, part.Vat.VatAmount);
        if (part.Line.DocumentType.IsPaidLater())
            accounts.Waiting(treatment, side, vat);
        var isOnVatAccount = side.VatAccount(vat) == part.AccountNo;
        if (vat.CalculationType == VatCalculationType.FullVat && !isOnVatAccount)
            problems.Add(
                problems.With(
                    JournalCodes.FullVatAccount,
                    (part.AccountField, part.AccountNo),
                    ("account", side.VatAccount(vat))
                )
            );
        FindSum(part, problems);
        FindDifference(part, vat, scope, problems);
    }

    private static void FindSum(JournalPart part, LineProblems problems)
    {
        if (part.Vat.VatAmount + part.Vat.VatBaseAmount != part.Amount)
            problems.Add(
                problems.With(
                    JournalCodes.VatSum,
                    (part.Field("taxAmount", "balancingTaxAmount"), part.Vat.VatAmount),
                    ("base", part.Vat.VatBaseAmount),
                    ("amount", part.Amount)
                )
            );
    }

    private static void FindDifference(
        JournalPart part,
        VatPostingSetup vat,
        JournalScope scope,
        LineProblems problems
    )
    {
        var computed = JournalVatAmounts.Computed(part, vat, scope.Setup);
        var difference = part.Vat.VatAmount - computed;
        var max = MaxOf(part.Line, scope.Settings, scope.Setup);
        if (difference == part.Vat.VatDifference && Math.Abs(difference) <= max)
            return;
        problems.Add(
            problems.With(
                JournalCodes.VatDifference,
                (part.Field("taxAmount", "balancingTaxAmount"), part.Vat.VatAmount),
                ("computed", computed),
                ("max", max)
            )
        );
    }

    /// <summary>How far a user may be from what is computed; 0 is not at all (VAT-09).</summary>
    public static decimal MaxOf(JournalLine line, JournalSettings settings, CompanySetup setup) =>
        settings.AllowVatDifference
            ? JournalCurrency.MaxVatDifferenceOf(setup, line.CurrencyCode)
            : 0m;
}
