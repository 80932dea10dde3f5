using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// Numbers value entries, adds them to the posting and marks what reaches the G/L.
/// </summary>
internal sealed class ValueWriter(Books books, Posting posting)
{
    private readonly bool _postsCost = books.Setup.Inventory.AutomaticCostPosting;

    private readonly bool _postsExpectedCost =
        books.Setup.Inventory.AutomaticCostPosting && books.Setup.Inventory.ExpectedCostPostingToGl;

    /// <summary>A value entry of a new item entry, without amounts.</summary>
    public ValueEntry DraftFirst(ItemEntry entry, StockMovement movement)
    {
        var document = movement.InvoiceDocument ?? movement.Document;
        return new()
        {
            CompanyNo = entry.CompanyNo,
            EntryNo = 0,
            RegisterNo = posting.RegisterNo,
            ItemEntryNo = entry.EntryNo,
            ItemNo = entry.ItemNo,
            VariantCode = entry.VariantCode,
            LocationCode = entry.LocationCode,
            ItemEntryType = entry.EntryType,
            Type = ValueEntryType.DirectCost,
            PostingDate = entry.PostingDate,
            ValuationDate = entry.ValuationDate,
            DocumentDate = entry.DocumentDate,
            DocumentType = document.Type,
            DocumentNo = document.No,
            DocumentLineNo = document.LineNo,
            ExternalDocumentNo = entry.ExternalDocumentNo,
            SourceType = entry.SourceType,
            SourceNo = entry.SourceNo,
            Description = entry.Description,
            ValuedQuantity = 0m,
            GenBusPostingGroup = movement.GenBusPostingGroup,
            GenProdPostingGroup = movement.GenProdPostingGroup,
            InventoryPostingGroup = movement.InventoryPostingGroup,
            SourceCode = movement.Document.SourceCode,
            DimensionSetId = entry.DimensionSetId,
        };
    }

    /// <summary>A value entry of an earlier item entry for its invoice, without amounts.</summary>
    public static ValueEntry DraftInvoice(StockEntry entry, StockDocument document) =>
        Emptied(entry.Values[0]) with
        {
            PostingDate = document.PostingDate,
            ValuationDate = entry.Entry.ValuationDate,
            DocumentDate = document.DocumentDate,
            DocumentType = document.Type,
            DocumentNo = document.No,
            DocumentLineNo = document.LineNo,
            ExternalDocumentNo = document.ExternalNo,
            SourceType = document.SourceType,
            SourceNo = document.SourceNo,
            Description = document.Description,
            SourceCode = document.SourceCode,
            DimensionSetId = document.DimensionSetId,
            IsExpectedCost = false,
            ValuedQuantity = 0m,
        };

    /// <summary>A correction of a value entry: its document, its valued quantity (AJ-06).</summary>
    public ValueEntry DraftCorrection(StockEntry entry, ValueEntry corrected) =>
        Emptied(corrected) with
        {
            PostingDate = PostingDateFor(corrected.PostingDate),
            ValuationDate = entry.Entry.ValuationDate,
            AppliesToValueEntryNo = corrected.EntryNo,
            IsAdjustment = true,
            SourceCode = posting.SourceCode,
        };

    public ValueEntry Write(ValueEntry draft)
    {
        var cost = draft.CostAmountActual + draft.CostAmountExpected;
        var entry = draft with
        {
            EntryNo = ++books.Counters.Value,
            RegisterNo = posting.RegisterNo,
            CostPerUnit =
                draft.ValuedQuantity == 0m
                    ? 0m
                    : Rounding.UnitAmount(
                        (cost + draft.CostAmountNonInvtbl) / draft.ValuedQuantity
                    ),
            CostPostedToGl = _postsCost ? draft.CostAmountActual : 0m,
            ExpectedCostPostedToGl = _postsExpectedCost ? draft.CostAmountExpected : 0m,
        };
        posting.ValueEntries.Add(entry);
        return entry;
    }

    private static ValueEntry Emptied(ValueEntry entry) =>
        entry with
        {
            ItemEntryQuantity = 0m,
            InvoicedQuantity = 0m,
            CostPerUnit = 0m,
            CostAmountExpected = 0m,
            CostAmountActual = 0m,
            CostAmountNonInvtbl = 0m,
            SalesAmountExpected = 0m,
            SalesAmountActual = 0m,
            PurchaseAmountExpected = 0m,
            PurchaseAmountActual = 0m,
            DiscountAmount = 0m,
            AppliesToValueEntryNo = 0,
        };

    /// <summary>A correction keeps its date where posting is allowed (AJ-07).</summary>
    private DateOnly PostingDateFor(DateOnly date)
    {
        var gl = books.Setup.Gl;
        var isAllowed =
            (gl.AllowPostingFrom is not { } from || date >= from)
            && (gl.AllowPostingTo is not { } to || date <= to);
        return isAllowed ? date : gl.AllowPostingFrom ?? date;
    }
}
