using Handel.Ledgers.Vat;

namespace Handel.Trade.Editing;

/// <summary>A line without its object; type, quantity and dates stay (API-L1-3).</summary>
internal static class LineReset
{
    public static void Clear(LineChoice at)
    {
        var (line, document) = (at.Line, at.Document);
        line.No = line.VariantCode = line.Description = line.Description2 = "";
        line.LocationCode = document.LocationCode;
        line.DimensionSetId = document.DimensionSetId;
        line.UnitOfMeasureCode = "";
        line.QuantityPerUnit = 1m;
        line.UnitPrice = line.UnitCostLcy = 0m;
        line.LineDiscountPct = line.LineDiscountAmount = line.LineAmount = 0m;
        line.AllowInvoiceDisc = false;
        line.InvDiscountAmount = line.Amount = line.AmountInclVat = line.VatBaseAmount = 0m;
        line.VatDifference = line.VatPct = line.NonDeductibleVatPct = 0m;
        line.VatIdentifier = "";
        line.VatCalculationType = VatCalculationType.Normal;
        line.GenBusPostingGroup = document.GenBusPostingGroup;
        line.VatBusPostingGroup = document.VatBusPostingGroup;
        line.GenProdPostingGroup = line.VatProdPostingGroup = line.InventoryPostingGroup = "";
        line.IndirectCostPct = line.OverheadRate = 0m;
        line.AppliesToItemEntryNo = line.AppliesFromItemEntryNo = 0;
    }
}
