using Handel.Kernel.Problems;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// Prices with or without VAT: the prices are recalculated with the switch (VAT-16).
/// </summary>
internal static class VatMode
{
    public static void Switch(Edit edit, bool pricesIncludeVat)
    {
        var document = edit.Document;
        if (document.PricesIncludeVat == pricesIncludeVat)
            return;
        if (document.Lines.Exists(line => line.QtyInvoiced != 0))
        {
            edit.Refuse(ProblemCodes.Linked, HeaderField.PricesIncludeVat);
            return;
        }

        var rounding = edit.Rounding;
        var discount = 0m;
        document.PricesIncludeVat = pricesIncludeVat;
        foreach (var line in document.Lines.Where(line => line.Type != LineType.Comment))
        {
            var factor = 1m + line.VatPct / 100m;
            decimal Turn(decimal value) => pricesIncludeVat ? value * factor : value / factor;
            discount += rounding.Amount(Turn(line.InvDiscountAmount));
            line.UnitPrice = rounding.UnitAmount(Turn(line.UnitPrice));
            LineAmounts.Recalculate(line, rounding);
        }
        // DSC-23: the amount of a typed discount is in the mode of the prices.
        if (document.InvoiceDiscountKind == InvoiceDiscountKind.Amount)
            document.InvoiceDiscountValue = discount;
    }
}
