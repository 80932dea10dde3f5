using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>
/// The switches of the ledger and of settlement: the same one row that holds the shortcut
/// dimensions (GLS-01..18). The tolerance is changed by actions, since open entries may follow.
/// </summary>
internal static class GeneralLedgerSetup
{
    private const int FormulaLength = 20;

    public static Resource<GlSetup> LedgerFields(this Resource<GlSetup> resource) =>
        resource
            .Field("allowPostingFrom", g => g.AllowPostingFrom, Access.ReadWrite)
            .Field("allowPostingTo", g => g.AllowPostingTo, Access.ReadWrite)
            .Field(
                PostingDateFields.From,
                g => g.AllowPostingFromFormula,
                Access.ReadWrite,
                FormulaLength
            )
            .Field(
                PostingDateFields.To,
                g => g.AllowPostingToFormula,
                Access.ReadWrite,
                FormulaLength
            )
            .Field("localCurrencyCode", g => g.LcyCode)
            .Field("amountRoundingPrecision", g => g.AmountRoundingPrecision, Access.ReadWrite)
            .Field(
                "unitAmountRoundingPrecision",
                g => g.UnitAmountRoundingPrecision,
                Access.ReadWrite
            )
            .Field("invoiceRoundingPrecision", g => g.InvRoundingPrecision, Access.ReadWrite)
            .Field("invoiceRoundingType", g => g.InvRoundingType, Access.ReadWrite)
            .Field("applicationRoundingPrecision", g => g.ApplnRoundingPrecision, Access.ReadWrite)
            .Field("paymentDiscountExcludingTax", g => g.PmtDiscExclVat, Access.ReadWrite)
            .Field("adjustForPaymentDiscount", g => g.AdjustForPmtDisc, Access.ReadWrite)
            .Field("paymentTolerancePolicy", g => g.PaymentTolerancePolicy, Access.ReadWrite)
            .Field("discountTolerancePolicy", g => g.PmtDiscTolerancePolicy, Access.ReadWrite)
            .Field(
                "toleranceToDiscountAccounts",
                g => g.ToleranceToDiscountAccounts,
                Access.ReadWrite
            )
            .Field(
                "discountToleranceToDiscountAccounts",
                g => g.DiscToleranceToDiscountAccounts,
                Access.ReadWrite
            )
            .Field(
                "markCreditMemosAsCorrections",
                g => g.MarkCreditMemosAsCorrections,
                Access.ReadWrite
            )
            .Field(
                "paymentDiscountGracePeriod",
                g => g.PmtDiscGracePeriod,
                maxLength: FormulaLength
            )
            .Field("paymentTolerancePercent", g => g.PaymentTolerancePct)
            .Field("maxPaymentToleranceAmount", g => g.MaxPaymentToleranceAmount);

    public static RowWrites<GlSetup> LedgerWrites(this RowWrites<GlSetup> writes) =>
        writes
            .PostingDates()
            .Set<decimal>("amountRoundingPrecision", (g, p) => g.AmountRoundingPrecision = p)
            .Set<decimal>(
                "unitAmountRoundingPrecision",
                (g, p) => g.UnitAmountRoundingPrecision = p
            )
            .Set<decimal>("invoiceRoundingPrecision", (g, p) => g.InvRoundingPrecision = p)
            .Set<RoundingDirection>("invoiceRoundingType", (g, type) => g.InvRoundingType = type)
            .Set<decimal>("applicationRoundingPrecision", (g, p) => g.ApplnRoundingPrecision = p)
            .Set<bool>("paymentDiscountExcludingTax", (g, on) => g.PmtDiscExclVat = on)
            .Set<bool>("adjustForPaymentDiscount", (g, on) => g.AdjustForPmtDisc = on)
            .Set<TolerancePolicy>("paymentTolerancePolicy", (g, p) => g.PaymentTolerancePolicy = p)
            .Set<TolerancePolicy>("discountTolerancePolicy", (g, p) => g.PmtDiscTolerancePolicy = p)
            .Set<bool>("toleranceToDiscountAccounts", (g, on) => g.ToleranceToDiscountAccounts = on)
            .Set<bool>(
                "discountToleranceToDiscountAccounts",
                (g, on) => g.DiscToleranceToDiscountAccounts = on
            )
            .Set<bool>(
                "markCreditMemosAsCorrections",
                (g, on) => g.MarkCreditMemosAsCorrections = on
            )
            .Check(Check);

    private static async Task Check(RowEdit<GlSetup> edit)
    {
        var before = (GlSetup)edit.Db.Entry(edit.Row).OriginalValues.ToObject();
        var hasEntries = await edit.Db.GlEntries.AnyAsync(edit.Scope.Aborted);
        var use = await TaxSetup.UseOf(edit);
        var asked = new LedgerSetupQuestion(before, hasEntries, edit.Scope.Today());
        edit.Problems.AddRange(LedgerSetupRules.Find(edit.Row, asked));
        // Multiples are asked of a precision that is one.
        if (edit.Problems.Count == 0)
            edit.Problems.AddRange(VatSwitches.Find(edit.Row, before, use));
    }
}
