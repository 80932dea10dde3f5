using Handel.Kernel.Amounts;
using Handel.Trade.Amounts;

namespace Handel.Trade.Selling;

/// <summary>Profit in LCY: net amount less the lines' own unit cost (GLP-26, AMT-11).</summary>
internal static class SaleProfit
{
    public static decimal Of(InvoicedPart part) =>
        part.AmountLcy
        - part.Parts.Sum(line => Rounding.Lcy(line.Line.UnitCostLcy * line.Quantity));
}
