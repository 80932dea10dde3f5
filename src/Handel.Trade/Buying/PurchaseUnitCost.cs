using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Buying;

/// <summary>Unit cost of purchase lines in LCY: the price less discounts and VAT (D-07).</summary>
internal static class PurchaseUnitCost
{
    public static void Refresh(TradeDocument document, AmountRounding rounding)
    {
        // Without a rate there is no cost in LCY yet; posting is refused until there is (FCY-04).
        if (document.CurrencyFactor <= 0m)
            return;
        foreach (var line in document.Lines)
        {
            if (line.Type != LineType.Comment)
                line.UnitCostLcy = Of(line, document, rounding);
        }
    }

    private static decimal Of(TradeLine line, TradeDocument document, AmountRounding rounding)
    {
        var discounts = line.LineDiscountAmount + line.InvDiscountAmount;
        var perUnit = line.Quantity == 0m ? 0m : rounding.UnitAmount(discounts / line.Quantity);
        var vatFactor = document.PricesIncludeVat ? 1m + line.VatPct / 100m : 1m;
        var direct = (line.UnitPrice - perUnit) / vatFactor / document.CurrencyFactor;
        var overhead = line.OverheadRate * line.QuantityPerUnit;
        return Kernel.Amounts.Rounding.UnitAmount(
            direct * (1m + line.IndirectCostPct / 100m) + overhead
        );
    }
}
