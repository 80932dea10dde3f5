namespace Handel.Ledgers.Inventory;

/// <summary>Stock is counted and costed per item, variant and location (VA-03).</summary>
public readonly record struct StockKey(string ItemNo, string VariantCode, string LocationCode);

/// <summary>
/// An item entry as costing sees it: the entry with its state, and what it costs so far. Loaded
/// for every open entry of a needed bucket, for every entry named by a line, and for those that
/// cost adjustment reaches from them.
/// </summary>
/// <param name="Entry">The entry with its state before the posting.</param>
/// <param name="CostActual">LCY, sum of its value entries; outbound negative.</param>
/// <param name="CostExpected">LCY, sum of its value entries; outbound negative.</param>
/// <param name="ValuationDate">Of its first direct cost (LE-11).</param>
public sealed record StockEntry(
    ItemEntry Entry,
    decimal CostActual,
    decimal CostExpected,
    DateOnly ValuationDate
)
{
    /// <summary>The posting groups of its first value entry, which later ones repeat.</summary>
    public string GenBusPostingGroup { get; init; } = "";
    public string GenProdPostingGroup { get; init; } = "";
    public string InventoryPostingGroup { get; init; } = "";
    public decimal SalesAmountExpected { get; init; }
    public decimal PurchaseAmountExpected { get; init; }
    public int FirstValueEntryNo { get; init; }
}

/// <summary>Kept balance of an item over all its locations (D6).</summary>
/// <param name="Quantity">Base quantity on hand.</param>
/// <param name="InvoicedQuantity">Base quantity financially settled (CP-09).</param>
/// <param name="Cost">LCY, actual and expected.</param>
public sealed record ItemBalance(
    string ItemNo,
    decimal Quantity,
    decimal InvoicedQuantity,
    decimal Cost
);

/// <summary>Cost fields of an item card that a posting has set (CP-08..CP-10); LCY per base unit.</summary>
public sealed record ItemCost(string ItemNo, decimal UnitCost, decimal LastDirectCost);
