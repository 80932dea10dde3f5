using Handel.Kernel.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// Amounts of a line before invoice discount and VAT, in its document's VAT mode.
/// </summary>
/// <param name="Gross">Quantity times price, rounded (AMT-01).</param>
public readonly record struct LineValue(decimal Gross, decimal LineDiscount)
{
    public decimal LineAmount => Gross - LineDiscount;
}

/// <summary>
/// From quantity, price and discount to the line amount (AMT-01..07, D-01, D-08).
/// </summary>
public static class LineAmounts
{
    private const int PctDecimals = 5;

    /// <summary>Texts have no amounts.</summary>
    public static bool IsValued(TradeLine line) => line.Type != LineType.Comment;

    public static decimal Gross(TradeLine line, AmountRounding rounding) =>
        rounding.Amount(line.Quantity * line.UnitPrice);

    /// <summary>
    /// Discount and amount anew from the percentage, after quantity or price (AMT-02).
    /// </summary>
    public static void Recalculate(TradeLine line, AmountRounding rounding)
    {
        var gross = Gross(line, rounding);
        line.LineDiscountAmount = rounding.Amount(gross * line.LineDiscountPct / 100m);
        line.LineAmount = gross - line.LineDiscountAmount;
        line.VatDifference = 0;
    }

    /// <summary>
    /// Takes a typed discount and keeps it; false when it is outside 0 to the gross (AMT-04).
    /// </summary>
    public static bool TrySetDiscountAmount(TradeLine line, decimal amount, AmountRounding rounding)
    {
        var gross = Gross(line, rounding);
        var isInside = gross >= 0 ? 0 <= amount && amount <= gross : gross <= amount && amount <= 0;
        if (!isInside)
            return false;
        line.LineDiscountPct =
            gross == 0
                ? 0
                : decimal.Round(amount / gross * 100m, PctDecimals, MidpointRounding.AwayFromZero);
        line.LineDiscountAmount = amount;
        line.LineAmount = gross - amount;
        line.VatDifference = 0;
        return true;
    }

    /// <summary>The value of a part of a line, rounded by itself (AMT-07, D-08).</summary>
    public static LineValue OfPart(TradeLine line, decimal quantity, AmountRounding rounding)
    {
        if (quantity == line.Quantity)
            return new(line.LineAmount + line.LineDiscountAmount, line.LineDiscountAmount);
        var gross = rounding.Amount(quantity * line.UnitPrice);
        return new(gross, rounding.Amount(gross * line.LineDiscountPct / 100m));
    }

    /// <summary>
    /// Base quantity of a part; what completes a line takes the rest (QTY-12, H-11).
    /// </summary>
    public static decimal BaseOfPart(TradeLine line, decimal quantity) =>
        line.QtyInvoiced + quantity == line.Quantity
            ? line.QuantityBase - line.QtyInvoicedBase
            : Rounding.Quantity(quantity * line.QuantityPerUnit);
}
