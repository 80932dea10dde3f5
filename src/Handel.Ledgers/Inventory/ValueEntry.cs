using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Inventory;

public enum ValueEntryType : short
{
    DirectCost = 0,
    Revaluation = 1,
    Rounding = 2,
    IndirectCost = 3,
    Variance = 4,
}

/// <summary>
/// One change of the value of one item entry (inventory 3). Costs are LCY; the cost of an outbound
/// entry is negative. With automatic posting its pair of G/L lines is in the same register.
/// </summary>
public sealed record ValueEntry
{
    public required int CompanyNo { get; init; }
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }
    public required int ItemEntryNo { get; init; }
    public required string ItemNo { get; init; }
    public string VariantCode { get; init; } = "";
    public string LocationCode { get; init; } = "";
    public required ItemEntryType ItemEntryType { get; init; }
    public required ValueEntryType Type { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required DateOnly ValuationDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public ItemDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public int DocumentLineNo { get; init; }
    public string ExternalDocumentNo { get; init; } = "";
    public SourceType SourceType { get; init; }
    public string SourceNo { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>Base quantity that the amounts speak of.</summary>
    public required decimal ValuedQuantity { get; init; }

    /// <summary>Base quantity of the item entry, on its first value entry only.</summary>
    public decimal ItemEntryQuantity { get; init; }

    /// <summary>Base quantity invoiced by this entry.</summary>
    public decimal InvoicedQuantity { get; init; }
    public decimal CostPerUnit { get; init; }
    public decimal CostAmountExpected { get; init; }
    public decimal CostAmountActual { get; init; }
    public decimal CostAmountNonInvtbl { get; init; }
    public decimal SalesAmountExpected { get; init; }
    public decimal SalesAmountActual { get; init; }
    public decimal PurchaseAmountExpected { get; init; }
    public decimal PurchaseAmountActual { get; init; }
    public decimal DiscountAmount { get; init; }
    public bool IsExpectedCost { get; init; }

    /// <summary>Written by cost adjustment (AJ-06).</summary>
    public bool IsAdjustment { get; init; }
    public bool IsInventoriable { get; init; } = true;
    public int AppliesToValueEntryNo { get; init; }
    public string GenBusPostingGroup { get; init; } = "";
    public string GenProdPostingGroup { get; init; } = "";
    public string InventoryPostingGroup { get; init; } = "";
    public required string SourceCode { get; init; }
    public int DimensionSetId { get; init; }

    // State, set once when the cost reaches the general ledger (GL-01).
    public decimal CostPostedToGl { get; init; }
    public decimal ExpectedCostPostedToGl { get; init; }
}

/// <summary>
/// Which outbound entry took how much of which inbound entry (inventory 3, AP-01).
/// </summary>
public sealed record ItemApplication
{
    public required int CompanyNo { get; init; }
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }

    /// <summary>The entry whose posting made the application.</summary>
    public required int ItemEntryNo { get; init; }
    public required int InboundEntryNo { get; init; }
    public required int OutboundEntryNo { get; init; }

    /// <summary>Base quantity taken; positive.</summary>
    public required decimal Quantity { get; init; }
    public required DateOnly PostingDate { get; init; }
    public bool IsCostApplication { get; init; } = true;

    /// <summary>
    /// LCY that flows with the quantity; state, follows the inbound's cost (AJ-04).
    /// </summary>
    public required decimal Cost { get; init; }
}
