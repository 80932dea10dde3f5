using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Inventory;

public enum ItemEntryType : short
{
    Purchase = 0,
    Sale = 1,
    PositiveAdjmt = 2,
    NegativeAdjmt = 3,
    Transfer = 4,
    AssemblyConsumption = 8,
    AssemblyOutput = 9,
}

public enum ItemDocumentType : short
{
    None = 0,
    SalesShipment = 1,
    SalesInvoice = 2,
    SalesReturnReceipt = 3,
    SalesCreditMemo = 4,
    PurchaseReceipt = 5,
    PurchaseInvoice = 6,
    PurchaseReturnShipment = 7,
    PurchaseCreditMemo = 8,
}

/// <summary>
/// One physical movement, in base quantity, inbound positive (inventory 3, CV-02).
/// </summary>
public sealed record ItemEntry
{
    public required int CompanyNo { get; init; }
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }
    public required string ItemNo { get; init; }
    public string VariantCode { get; init; } = "";
    public string LocationCode { get; init; } = "";
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required ItemEntryType EntryType { get; init; }
    public ItemDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public int DocumentLineNo { get; init; }
    public string ExternalDocumentNo { get; init; } = "";
    public SourceType SourceType { get; init; }
    public string SourceNo { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>Base quantity.</summary>
    public required decimal Quantity { get; init; }
    public string UnitOfMeasureCode { get; init; } = "";
    public decimal QuantityPerUnit { get; init; } = 1m;
    public bool IsCorrection { get; init; }
    public bool IsDropShipment { get; init; }

    /// <summary>Fixed application to an inbound entry, or 0 (AP-06).</summary>
    public int AppliesToEntryNo { get; init; }

    /// <summary>The outbound entry that this return reverses at exact cost, or 0 (AP-07).</summary>
    public int AppliesFromEntryNo { get; init; }
    public int DimensionSetId { get; init; }

    /// <summary>Of the item, which keeps it once it has entries (IT-06).</summary>
    public CostingMethod CostingMethod { get; init; }

    /// <summary>
    /// LCY per base unit: values the part of an outbound entry that no inbound covers yet (AJ-04)
    /// and a return without link to a sale (RET-11).
    /// </summary>
    public decimal OwnUnitCost { get; init; }

    // From here on: state (CV-08).

    /// <summary>Of its value entries; moves later with what supplies it (LE-11, LE-12).</summary>
    public DateOnly ValuationDate { get; init; }

    /// <summary>LCY of an inbound entry that outbound entries have taken so far.</summary>
    public decimal AppliedCost { get; init; }

    /// <summary>
    /// How many outbound entries applied to this one wait for their invoice (AJ-09).
    /// </summary>
    public int UninvoicedOutbounds { get; init; }

    /// <summary>Base quantity not applied yet; outbound negative.</summary>
    public required decimal RemainingQuantity { get; init; }
    public required decimal InvoicedQuantity { get; init; }
    public required bool IsOpen { get; init; }

    /// <summary>Base quantity that exact-cost returns may still name; sign of the entry.</summary>
    public decimal ShippedQtyNotReturned { get; init; }
    public DateOnly? LastInvoiceDate { get; init; }

    public bool IsInbound => Quantity > 0;

    /// <summary>It is in a pool with the other entries of an average item (CM-05).</summary>
    public bool IsPooled => CostingMethod == CostingMethod.Average;

    /// <summary>Its cost is an average. What names an entry costs that one's (AP-08).</summary>
    public bool IsAveraged => IsPooled && !IsInbound && AppliesToEntryNo == 0;
    public StockKey Key => new(ItemNo, VariantCode, LocationCode);
    public bool IsCompletelyInvoiced => InvoicedQuantity == Quantity;
}
