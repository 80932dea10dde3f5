using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;

namespace Handel.Api.Trade;

/// <summary>A line with its header, whose price mode its amounts follow (A18.6).</summary>
internal sealed class LineRow
{
    public required TradeLine Line { get; init; }
    public required TradeDocument Document { get; init; }
}

/// <summary>The line properties of all document sets (A18.5, A18.6).</summary>
internal static class LineFields
{
    public static IQueryable<LineRow> Rows(
        RequestScope scope,
        IQueryable<TradeDocument> documents
    ) =>
        from line in scope.Db().Lines
        join document in documents on line.DocumentId equals document.Id
        select new LineRow { Line = line, Document = document };

    public static Resource<LineRow> Bind(Resource<LineRow> resource)
    {
        var bag = new FieldBag<LineRow>(resource);
        What(bag);
        Amounts(bag);
        Quantities(bag);
        bag.PutShortcuts(r => r.Line.DimensionSetId);
        return bag.Rest().ETag(r => r.Line.Version).OrderedBy("sequence");
    }

    /// <summary>Line properties that only the extension route has (C1).</summary>
    public static void Extra(Resource<LineRow> resource) =>
        resource
            .Field("allowInvoiceDiscount", r => r.Line.AllowInvoiceDisc, Access.ReadWrite)
            .Field("invoiceDiscountAmount", r => r.Line.InvDiscountAmount)
            .Field("appliesToItemEntry", r => r.Line.AppliesToItemEntryNo, Access.ReadWrite)
            .Field("appliesFromItemEntry", r => r.Line.AppliesFromItemEntryNo, Access.ReadWrite)
            .Field("taxIdentifier", r => r.Line.VatIdentifier)
            .Field("taxDifference", r => r.Line.VatDifference)
            .Field("nonDeductibleTaxPercent", r => r.Line.NonDeductibleVatPct, Access.ReadWrite);

    private static void What(FieldBag<LineRow> bag) =>
        bag.Put("id", r => r.Line.Id)
            .Put("documentId", r => r.Line.DocumentId)
            .Put("documentNo", r => r.Document.No)
            .Put("documentNumber", r => r.Document.No)
            .Put("documentType", r => (int)r.Document.Kind)
            .Put("sequence", r => r.Line.LineNo)
            .Put("lineType", r => (int)r.Line.Type)
            .Put("lineObjectNumber", r => r.Line.No)
            .Of(
                "itemId",
                r => r.Line.Type == LineType.Item ? r.Line.No : null,
                new There<Item, Guid>(i => i.No, i => i.Id)
            )
            .Of(
                "accountId",
                r => r.Line.Type == LineType.GlAccount ? r.Line.No : null,
                new There<GlAccount, Guid>(a => a.No, a => a.Id)
            )
            .Put("description", r => r.Line.Description)
            .Put("description2", r => r.Line.Description2)
            .Of(
                "unitOfMeasureId",
                r => r.Line.UnitOfMeasureCode,
                new There<UnitOfMeasure, Guid>(u => u.Code, u => u.Id)
            )
            .Put("unitOfMeasureCode", r => r.Line.UnitOfMeasureCode)
            .Put(
                "itemVariantId",
                (r, s) =>
                    s.Rows<ItemVariant>()
                        .Where(v => v.ItemNo == r.Line.No && v.Code == r.Line.VariantCode)
                        .Select(v => v.Id)
                        .FirstOrDefault()
            )
            .Put("variantCode", r => r.Line.VariantCode)
            .Of(
                "locationId",
                r => r.Line.LocationCode,
                new There<Location, Guid>(l => l.Code, l => l.Id)
            )
            .Put("locationCode", r => r.Line.LocationCode)
            .Put("taxCode", r => r.Line.VatProdPostingGroup)
            .Put("taxPercent", r => r.Line.VatPct)
            .Put("shipmentDate", r => r.Line.DeliveryDate)
            .Put("expectedReceiptDate", r => r.Line.DeliveryDate)
            .Put("lastModifiedDateTime", r => r.Line.ModifiedAt);

    private static void Quantities(FieldBag<LineRow> bag) =>
        bag.Put("quantity", r => r.Line.Quantity)
            .Put("shippedQuantity", r => r.Line.QtyDelivered)
            .Put("receivedQuantity", r => r.Line.QtyDelivered)
            .Put("invoicedQuantity", r => r.Line.QtyInvoiced)
            .Put("invoiceQuantity", r => r.Line.QtyToInvoice)
            .Put("shipQuantity", r => r.Line.QtyToDeliver)
            .Put("receiveQuantity", r => r.Line.QtyToDeliver)
            .Put("outstandingQuantity", r => r.Line.Quantity - r.Line.QtyDelivered);

    private static void Amounts(FieldBag<LineRow> bag) =>
        bag.Put("unitPrice", r => r.Line.UnitPrice)
            .Put("unitCost", r => r.Line.UnitPrice)
            .Put("directUnitCost", r => r.Line.UnitPrice)
            .Put("discountAmount", r => r.Line.LineDiscountAmount)
            .Put("lineDiscountAmount", r => r.Line.LineDiscountAmount)
            .Put("discountPercent", r => r.Line.LineDiscountPct)
            .Put("lineDiscountPercent", r => r.Line.LineDiscountPct)
            .Put("lineAmount", r => r.Line.LineAmount)
            .Put("discountAppliedBeforeTax", r => !r.Document.PricesIncludeVat)
            .Put(
                "amountExcludingTax",
                r =>
                    r.Document.PricesIncludeVat
                        ? Math.Round(r.Line.LineAmount / (1m + r.Line.VatPct / 100m), 2)
                        : r.Line.LineAmount
            )
            .Put(
                "amountIncludingTax",
                r =>
                    r.Document.PricesIncludeVat
                        ? r.Line.LineAmount
                        : Math.Round(r.Line.LineAmount * (1m + r.Line.VatPct / 100m), 2)
            )
            .Put(
                "totalTaxAmount",
                r =>
                    r.Document.PricesIncludeVat
                        ? r.Line.LineAmount
                            - Math.Round(r.Line.LineAmount / (1m + r.Line.VatPct / 100m), 2)
                        : Math.Round(r.Line.LineAmount * (1m + r.Line.VatPct / 100m), 2)
                            - r.Line.LineAmount
            )
            .Put(
                "invoiceDiscountAllocation",
                r =>
                    r.Document.PricesIncludeVat
                        ? Math.Round(r.Line.LineAmount / (1m + r.Line.VatPct / 100m), 2)
                            - r.Line.Amount
                        : r.Line.InvDiscountAmount
            )
            .Put("netAmount", r => r.Line.Amount)
            .Put("netTaxAmount", r => r.Line.AmountInclVat - r.Line.Amount)
            .Put("netAmountIncludingTax", r => r.Line.AmountInclVat);
}
