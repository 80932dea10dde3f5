using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// When the terms of its party decide the invoice discount of a draft, and when what a user chose
/// stays (DSC-20..22, API-T-1..4). Totals are to be recalculated afterwards.
/// </summary>
public static class DiscountCalculation
{
    /// <summary>The terms rule whatever a user would type (SET-09, DSC-22).</summary>
    public static bool IsRuledByTerms(TradeDocument document, CompanySetup setup) =>
        Mirror.SetupOf(document, setup).CalcInvDiscount && HasTerms(document, setup);

    /// <summary>
    /// After an edit: what the terms give, unless a user chose another discount (API-T-2).
    /// </summary>
    public static Problem? AfterEdit(TradeDocument document, CompanySetup setup)
    {
        var isChosen =
            document.InvoiceDiscountKind
            is InvoiceDiscountKind.Percent
                or InvoiceDiscountKind.Amount;
        return isChosen && !IsRuledByTerms(document, setup)
            ? Charge(document, setup)
            : Take(document, setup);
    }

    /// <summary>
    /// On request: the terms again. Without terms there is nothing to put in the place of what a
    /// user chose.
    /// </summary>
    public static Problem? OnRequest(TradeDocument document, CompanySetup setup) =>
        HasTerms(document, setup) ? Take(document, setup) : AfterEdit(document, setup);

    /// <summary>At release, with SET-09 on (DSC-20, REL-03, H-02).</summary>
    public static Problem? AtRelease(TradeDocument document, CompanySetup setup) =>
        IsRuledByTerms(document, setup) ? Take(document, setup) : null;

    /// <summary>
    /// The draft as it is printed and posted: with the rates of its VAT date and, with SET-09 on,
    /// the discount of this moment; a copy where that differs (VPS-02, DSC-20, PS-03, API-T-4).
    /// </summary>
    public static (TradeDocument Document, Problem? Problem) AtMoment(
        TradeDocument document,
        CompanySetup setup
    )
    {
        if (document.IsPosted)
            return (document, null);
        var copy = document.Copy();
        var isChanged = VatOfLine.Refresh(copy, setup);
        var isRuled = IsRuledByTerms(copy, setup);
        if (!isChanged && !isRuled)
            return (document, null);
        var problem = isRuled ? Take(copy, setup) : null;
        DocumentTotals.Recalculate(copy, setup);
        return (copy, problem);
    }

    private static bool HasTerms(TradeDocument document, CompanySetup setup) =>
        setup.InvoiceDiscounts.Exist(document.Direction, document.InvoiceDiscCode);

    private static Problem? Take(TradeDocument document, CompanySetup setup)
    {
        if (!HasTerms(document, setup))
        {
            // Terms that are gone give nothing any more (API-T-2).
            document.InvoiceDiscountKind = InvoiceDiscountKind.None;
            document.InvoiceDiscountValue = 0m;
            return ServiceCharge.Refresh(document, setup, 0m);
        }
        var due = DiscountDue.Of(document, setup);
        document.InvoiceDiscountKind = InvoiceDiscountKind.Terms;
        document.InvoiceDiscountValue = due.DiscountPct;
        return ServiceCharge.Refresh(document, setup, due.ServiceCharge);
    }

    // The charge is for the order as a whole, whoever decided its discount.
    private static Problem? Charge(TradeDocument document, CompanySetup setup)
    {
        var charge = HasTerms(document, setup) ? DiscountDue.Of(document, setup).ServiceCharge : 0m;
        return ServiceCharge.Refresh(document, setup, charge);
    }
}
