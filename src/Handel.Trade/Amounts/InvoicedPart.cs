using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// The part of a document that is invoiced now, with all amounts in document currency and LCY
/// (AMT-07, AMT-09, VAT-12, FCY-01, RND-01). Posting, preview and statistics read the same one.
/// </summary>
public sealed class InvoicedPart
{
    /// <summary>In line order; the rounding line, if any, is the last.</summary>
    public required IReadOnlyList<AmountPart> Parts { get; init; }
    public required IReadOnlyList<VatGroup> Groups { get; init; }

    /// <summary>
    /// The system line that rounds the total, or null (RND-01). It has no id yet.
    /// </summary>
    public AmountPart? RoundingPart { get; init; }

    /// <summary>A missing rate or rounding account; the amounts are then not to be used.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    public decimal InvDiscountAmount => Parts.Sum(part => part.InvDiscountAmount);
    public decimal InvDiscountAmountLcy => Parts.Sum(part => part.InvDiscountAmountLcy);
    public decimal Amount => Parts.Sum(part => part.Amount);
    public decimal AmountLcy => Parts.Sum(part => part.AmountLcy);
    public decimal AmountInclVat => Parts.Sum(part => part.AmountInclVat);
    public decimal AmountInclVatLcy => Parts.Sum(part => part.AmountInclVatLcy);
    public decimal VatAmount => AmountInclVat - Amount;
    public decimal VatAmountLcy => AmountInclVatLcy - AmountLcy;

    /// <summary>The part that Qty. to Invoice names.</summary>
    public static InvoicedPart Of(TradeDocument document, CompanySetup setup) =>
        Of(document, setup, line => line.QtyToInvoice);

    /// <summary>Another part, for example what is delivered already (I-04).</summary>
    public static InvoicedPart Of(
        TradeDocument document,
        CompanySetup setup,
        Func<TradeLine, decimal> quantityOf
    )
    {
        var rounding = AmountRounding.Of(document, setup);
        var terms = DocumentTotals.TermsOf(document, setup, rounding);
        var settles = Mirror.Of(document).SettlesDiscountOnLastInvoice;
        var parts = document
            .Lines.Where(LineAmounts.IsValued)
            .OrderBy(line => line.LineNo)
            .Select(line => PartOf(line, quantityOf(line), new(rounding, settles)))
            .Where(part => part.Quantity != 0m)
            .ToList();
        var groups = DocumentVat.Group(parts);
        DocumentVat.Compute(groups, terms);

        var problems = new List<Problem>();
        var rest = InvoiceRounding.Find(document, setup, parts, terms);
        problems.AddRange(rest.Problems);
        if (rest.Part is { } roundingPart)
        {
            parts.Add(roundingPart);
            groups.Add(roundingPart.VatGroup);
        }
        problems.AddRange(LcyAmounts.Convert(document, parts, rounding));
        NonDeductibleVat.Spread(document, parts, setup);
        return new()
        {
            Parts = parts,
            Groups = groups,
            RoundingPart = rest.Part,
            Problems = problems,
        };
    }

    private static AmountPart PartOf(TradeLine line, decimal quantity, PartTerms terms)
    {
        var value = LineAmounts.OfPart(line, quantity, terms.Rounding);
        return new()
        {
            Line = line,
            Quantity = quantity,
            QuantityBase = LineAmounts.BaseOfPart(line, quantity),
            Gross = value.Gross,
            LineDiscountAmount = value.LineDiscount,
            LineDiscountShown =
                line.Quantity == 0m
                    ? 0m
                    : terms.Rounding.Amount(line.LineDiscountAmount * quantity / line.Quantity),
            InvDiscountAmount = DiscountOfPart(line, quantity, terms),
        };
    }

    private static decimal DiscountOfPart(TradeLine line, decimal quantity, PartTerms terms)
    {
        if (line.Quantity == 0m)
            return 0m;
        var isLast = line.QtyInvoiced + quantity == line.Quantity;
        if (isLast && terms.SettlesDiscountOnLastInvoice)
            return line.InvDiscountAmount - line.InvDiscountInvoiced;
        return terms.Rounding.Amount(line.InvDiscountAmount * quantity / line.Quantity);
    }

    private sealed record PartTerms(AmountRounding Rounding, bool SettlesDiscountOnLastInvoice);
}
