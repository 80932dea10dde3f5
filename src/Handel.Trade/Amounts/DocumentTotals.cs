using Handel.Ledgers;
using Handel.Trade.Buying;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// Keeps amounts of lines and header equal to the VAT groups of the document (VAT-11, VAT-14).
/// Every edit ends here, so every view shows the same totals.
/// </summary>
public static class DocumentTotals
{
    /// <summary>
    /// From the line amounts anew: invoice discount, VAT, amounts per line and totals.
    /// </summary>
    public static IReadOnlyList<VatGroup> Recalculate(TradeDocument document, CompanySetup setup)
    {
        var rounding = AmountRounding.Of(document, setup);
        var groups = DocumentVat.Group(WholeLines(document));
        InvoiceDiscount.Spread(document, groups, setup);
        var terms = TermsOf(document, setup, rounding);
        DocumentVat.Compute(groups, terms);
        foreach (var part in groups.SelectMany(group => group.Parts))
            Keep(part);
        if (Mirror.Of(document).CostFollowsPrice)
            PurchaseUnitCost.Refresh(document, rounding);
        Total(document);
        return groups;
    }

    internal static VatTerms TermsOf(
        TradeDocument document,
        CompanySetup setup,
        AmountRounding rounding
    )
    {
        return new(document.PricesIncludeVat, BaseDiscountPct(document, setup), rounding);
    }

    /// <summary>
    /// VAT-06, finance VAT-12: only where the setup lets a payment discount lower the base.
    /// </summary>
    internal static decimal BaseDiscountPct(TradeDocument document, CompanySetup setup) =>
        setup.Gl.PmtDiscExclVat
            ? Math.Min(
                document.VatBaseDiscountPct ?? document.PaymentDiscountPct,
                setup.Gl.VatTolerancePct
            )
            : 0m;

    private static IEnumerable<AmountPart> WholeLines(TradeDocument document) =>
        document
            .Lines.Where(LineAmounts.IsValued)
            .OrderBy(line => line.LineNo)
            .Select(line => new AmountPart
            {
                Line = line,
                Quantity = line.Quantity,
                QuantityBase = line.QuantityBase,
                Gross = line.LineAmount + line.LineDiscountAmount,
                LineDiscountAmount = line.LineDiscountAmount,
                InvDiscountAmount = 0m,
            });

    private static void Keep(AmountPart part)
    {
        var line = part.Line;
        line.InvDiscountAmount = part.InvDiscountAmount;
        line.Amount = part.Amount;
        line.AmountInclVat = part.AmountInclVat;
        line.VatBaseAmount = part.VatBase;
    }

    private static void Total(TradeDocument document)
    {
        var (discount, amount, total) = (0m, 0m, 0m);
        foreach (var line in document.Lines)
        {
            discount += line.InvDiscountAmount;
            amount += line.Amount;
            total += line.AmountInclVat;
        }
        document.InvDiscountAmount = discount;
        document.InvDiscountPct = InvoiceDiscount.PctOf(document);
        document.Amount = amount;
        document.AmountInclVat = total;
    }
}
