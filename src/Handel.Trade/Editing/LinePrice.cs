using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Vat;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>Price, discount and amount of a line (AMT-04, PRI-17, PRI-18, PR-06).</summary>
internal static class LinePrice
{
    public static void Set(LineChoice at, decimal price)
    {
        if (IsText(at, LineField.UnitPrice, price))
            return;
        at.Line.UnitPrice = at.Edit.Rounding.UnitAmount(price);
        LineAmounts.Recalculate(at.Line, at.Edit.Rounding);
    }

    public static void SetPct(LineChoice at, decimal pct)
    {
        if (IsText(at, LineField.LineDiscountPct, pct))
            return;
        if (pct is < 0 or > 100)
        {
            at.Refuse(ProblemCodes.LineAmount, LineField.LineDiscountPct, pct);
            return;
        }
        at.Line.LineDiscountPct = decimal.Round(pct, 5, MidpointRounding.AwayFromZero);
        LineAmounts.Recalculate(at.Line, at.Edit.Rounding);
    }

    public static void SetAmount(LineChoice at, decimal amount)
    {
        var gross = LineAmounts.Gross(at.Line, at.Edit.Rounding);
        SetDiscount(at, LineField.LineAmount, gross - at.Edit.Rounding.Amount(amount));
    }

    public static void SetDiscount(LineChoice at, LineField field, decimal discount)
    {
        if (IsText(at, field, discount))
            return;
        var rounding = at.Edit.Rounding;
        if (LineAmounts.TrySetDiscountAmount(at.Line, rounding.Amount(discount), rounding))
            return;
        var problem = at.Problem(ProblemCodes.LineAmount, field, discount);
        at.Edit.Refuse(Edit.With(problem, "allowed", LineAmounts.Gross(at.Line, rounding)));
    }

    /// <summary>No price list: the price of the card, in unit, VAT mode and currency.</summary>
    public static void TakeFromCard(LineChoice at, Item item)
    {
        var (line, document) = (at.Line, at.Document);
        var card = at.Edit.Mirror.CardPrice(item);
        var price = card.Price;
        if (card.IncludesVat && !document.PricesIncludeVat)
            price /= 1m + PctOnCard(at) / 100m;
        else if (!card.IncludesVat && document.PricesIncludeVat)
            price *= 1m + line.VatPct / 100m;
        price *= line.QuantityPerUnit;
        // Without a rate the price cannot be told; entering one fills it (FCY-04).
        if (document.CurrencyCode.Length > 0)
            price *= document.CurrencyFactor;
        line.UnitPrice = at.Edit.Rounding.UnitAmount(price);
        LineAmounts.Recalculate(line, at.Edit.Rounding);
    }

    // VAT in a card price is the rate of the combination, even where the buyer accounts for it.
    private static decimal PctOnCard(LineChoice at)
    {
        var setup = LineVat.SetupOf(at);
        return
            setup?.CalculationType is VatCalculationType.Normal or VatCalculationType.ReverseCharge
            ? setup.PctAt(DocumentVatDate.Of(at.Document, at.Edit.Setup))
            : 0m;
    }

    private static bool IsText(LineChoice at, LineField field, decimal value)
    {
        if (at.Line.Type != LineType.Comment)
            return false;
        if (value != 0)
            at.Refuse(ProblemCodes.Line, field, value);
        return true;
    }
}
