using Handel.Kernel.Problems;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// The invoice discount that a user types, or whose terms he chooses (DSC-06, DSC-22, API-T-1).
/// </summary>
internal static class DiscountChoice
{
    /// <summary>Other terms: what was typed belonged to the former ones (API-T-1).</summary>
    public static void SetCode(Edit edit, string code)
    {
        edit.Document.InvoiceDiscCode = code;
        edit.Document.InvoiceDiscountKind = InvoiceDiscountKind.None;
        edit.Document.InvoiceDiscountValue = 0m;
    }

    public static void SetPct(Edit edit, decimal pct)
    {
        if (IsRuled(edit, HeaderField.InvoiceDiscountPct, pct == edit.Document.InvDiscountPct))
            return;
        if (pct is < 0 or > 100)
        {
            edit.Refuse(EditCodes.Range, HeaderField.InvoiceDiscountPct);
            return;
        }
        edit.Document.InvoiceDiscountKind = InvoiceDiscountKind.Percent;
        edit.Document.InvoiceDiscountValue = pct;
    }

    // 0 is an amount too: it removes the discount and stays (API-T-1).
    public static void SetAmount(Edit edit, decimal amount)
    {
        var isSame = amount == edit.Document.InvDiscountAmount;
        if (IsRuled(edit, HeaderField.InvoiceDiscountAmount, isSame))
            return;
        var most = InvoiceDiscount.Discountable(edit.Document);
        if (amount < 0 || amount > Math.Max(most, 0m))
        {
            var problem = edit.Header(
                ProblemCodes.InvoiceDiscount,
                HeaderField.InvoiceDiscountAmount
            );
            edit.Refuse(Edit.With(problem, "allowed", most));
            return;
        }
        edit.Document.InvoiceDiscountKind = InvoiceDiscountKind.Amount;
        edit.Document.InvoiceDiscountValue = edit.Rounding.Amount(amount);
    }

    // DSC-22. A client that sends back what it read asks for nothing.
    private static bool IsRuled(Edit edit, HeaderField field, bool isSame)
    {
        var document = edit.Document;
        if (!DiscountCalculation.IsRuledByTerms(document, edit.Setup))
            return false;
        if (isSame)
            return true;
        var code = document.InvoiceDiscCode;
        var problem = edit.Header(EditCodes.DiscountByTerms, field);
        edit.Refuse(
            Edit.With(problem, "code", code) with
            {
                MendedAt = new(edit.Mirror.InvoiceDiscountEntity, code),
            }
        );
        return true;
    }
}
