using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;

namespace Handel.Api.Inventory;

/// <summary>Movements of goods and what they are worth.</summary>
internal static class StockResources
{
    public static IEnumerable<Resource> All() =>
        [
            ItemEntries(Resource.Of("itemLedgerEntries", s => s.Rows<ItemEntry>())),
            MoreOf(
                ItemEntries(
                    Resource.Extension(
                        "itemLedgerEntries",
                        "itemLedgerEntry",
                        s => s.Rows<ItemEntry>(),
                        like: "itemLedgerEntries"
                    )
                )
            ),
            ValueEntries(),
        ];

    private static Resource<ItemEntry> ItemEntries(Resource<ItemEntry> resource) =>
        resource
            .EntryId(EntryLedger.Item, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .Field("itemNumber", e => e.ItemNo)
            .Field("postingDate", e => e.PostingDate)
            .Field("entryType", e => e.EntryType)
            .Field("sourceNumber", e => e.SourceNo)
            // analysisSourceType counts items 3 and knows no banks.
            .Field("sourceType", e => e.SourceType == SourceType.Item ? 3 : (int)e.SourceType)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("documentType", e => e.DocumentType)
            .Field("description", e => e.Description)
            .Field("quantity", e => e.Quantity)
            .Field(
                "salesAmountActual",
                (e, s) =>
                    s.Rows<ValueEntry>()
                        .Where(v => v.ItemEntryNo == e.EntryNo)
                        .Sum(v => v.SalesAmountActual)
            )
            .Field(
                "costAmountActual",
                (e, s) =>
                    s.Rows<ValueEntry>()
                        .Where(v => v.ItemEntryNo == e.EntryNo)
                        .Sum(v => v.CostAmountActual)
            )
            .Field(
                "lastModifiedDateTime",
                (e, s) =>
                    s.Rows<GlRegister>()
                        .Where(r => r.RegisterNo == e.RegisterNo)
                        .Select(r => r.PostedAt)
                        .FirstOrDefault()
            )
            .ETag(e => e.RemainingQuantity);

    private static Resource<ItemEntry> MoreOf(Resource<ItemEntry> resource) =>
        resource
            .Field("variantCode", e => e.VariantCode)
            .Field("locationCode", e => e.LocationCode)
            .Field("invoicedQuantity", e => e.InvoicedQuantity)
            .Field("remainingQuantity", e => e.RemainingQuantity)
            .Field("open", e => e.IsOpen)
            .Field("unitOfMeasureCode", e => e.UnitOfMeasureCode)
            .Field("correction", e => e.IsCorrection)
            .Field("appliesToEntry", e => e.AppliesToEntryNo)
            .Field("costingMethod", e => e.CostingMethod)
            .Field("valuationDate", e => e.ValuationDate)
            .Field("registerNumber", e => e.RegisterNo)
            .Field("documentSet", DocumentSets.OfStock<ItemEntry>())
            .Shortcuts(e => e.DimensionSetId);

    private static Resource<ValueEntry> ValueEntries() =>
        Resource
            .Extension("valueEntries", "valueEntry", s => s.Rows<ValueEntry>())
            .EntryId(EntryLedger.Value, e => e.EntryNo)
            .Field("entryNumber", e => e.EntryNo)
            .Field("itemLedgerEntryNumber", e => e.ItemEntryNo)
            .Mapped<ValueEntryType, string>(
                "entryType",
                e => e.Type,
                WireNames.Of,
                name => WireNames.Find<ValueEntryType>(name, WireNames.Of)
            )
            .Field("postingDate", e => e.PostingDate)
            .Field("valuationDate", e => e.ValuationDate)
            .Field("documentNumber", e => e.DocumentNo)
            .Field("itemNumber", e => e.ItemNo)
            .Field("variantCode", e => e.VariantCode)
            .Field("locationCode", e => e.LocationCode)
            .Field("description", e => e.Description)
            .Field("valuedQuantity", e => e.ValuedQuantity)
            .Field("invoicedQuantity", e => e.InvoicedQuantity)
            .Field("costPerUnit", e => e.CostPerUnit)
            .Field("costAmountActual", e => e.CostAmountActual)
            .Field("costAmountExpected", e => e.CostAmountExpected)
            .Field("salesAmountActual", e => e.SalesAmountActual)
            .Field("salesAmountExpected", e => e.SalesAmountExpected)
            .Field("adjustment", e => e.IsAdjustment)
            .Field("expectedCost", e => e.IsExpectedCost)
            .Field("costPostedToGL", e => e.CostPostedToGl)
            .Shortcuts(e => e.DimensionSetId)
            .Field("registerNumber", e => e.RegisterNo)
            .Field("documentSet", DocumentSets.OfStock<ValueEntry>())
            .ETag(e => e.CostPostedToGl);
}
