using Handel.Kernel.Problems;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>The invoice discount that a user types (DSC-06, API-T-1, E-NOINVDISC).</summary>
internal static class DiscountChoice
{
    public static void SetPct(Edit edit, decimal pct)
    {
        if (pct is < 0 or > 100)
        {
            edit.Refuse(EditCodes.Range, HeaderField.InvoiceDiscountPct);
            return;
        }
        edit.Document.InvoiceDiscountKind =
            pct == 0 ? InvoiceDiscountKind.None : InvoiceDiscountKind.Percent;
        edit.Document.InvoiceDiscountValue = pct;
    }

    // 0 is an amount too: it removes the discount and stays (API-T-1).
    public static void SetAmount(Edit edit, decimal amount)
    {
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
}
