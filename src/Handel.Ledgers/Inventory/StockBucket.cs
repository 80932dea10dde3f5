namespace Handel.Ledgers.Inventory;

/// <summary>Stock is counted and costed per item, variant and location (VA-03).</summary>
public readonly record struct StockKey(string ItemNo, string VariantCode, string LocationCode);

/// <summary>
/// An item entry as costing sees it: the entry with its state, and what it costs so far. Loaded
/// for every open entry of a needed bucket, for every entry named by a line, and for those that
/// cost adjustment reaches from them.
/// </summary>
/// <param name="Entry">The entry with its state before the posting.</param>
/// <param name="Values">
/// Its direct cost entries that are no adjustments, in order: the first one, and one per invoice.
/// Never empty.
/// </param>
public sealed record StockEntry(ItemEntry Entry, IReadOnlyList<ValueEntry> Values)
{
    /// <summary>LCY, sum over all its value entries; outbound negative.</summary>
    public required decimal CostActual { get; init; }

    /// <summary>LCY, sum over all its value entries; outbound negative.</summary>
    public required decimal CostExpected { get; init; }

    /// <summary>LCY, the part of the actual cost that rounding entries made (AJ-09).</summary>
    public decimal CostRounding { get; init; }

    /// <summary>What flows on: actual and expected cost without rounding entries (AJ-04).</summary>
    public decimal Cost => CostActual + CostExpected - CostRounding;

    public int EntryNo => Entry.EntryNo;
}

/// <summary>Kept balance of an item over all its locations (D6); stocked items only.</summary>
/// <param name="Quantity">Base quantity on hand.</param>
/// <param name="InvoicedQuantity">Base quantity financially settled (CP-09).</param>
/// <param name="Cost">LCY, actual and expected.</param>
public sealed record ItemBalance(
    string ItemNo,
    decimal Quantity,
    decimal InvoicedQuantity,
    decimal Cost
)
{
    /// <summary>Base quantity of outbound entries that are open, as a whole (CP-10).</summary>
    public decimal OpenOutboundQuantity { get; init; }

    /// <summary>LCY of outbound entries that are open, as a whole (CP-10).</summary>
    public decimal OpenOutboundCost { get; init; }
    public int OpenOutbounds { get; init; }
    public int LastOutboundEntryNo { get; init; }

    /// <summary>
    /// LCY per base unit of the last outbound entry: the unit cost of empty stock.
    /// </summary>
    public decimal LastOutboundUnitCost { get; init; }
}

/// <summary>
/// Kept balance of one bucket (D6); base quantity on hand and LCY of its entries.
/// </summary>
public sealed record BucketBalance(StockKey Key, decimal Quantity, decimal Cost);

/// <summary>
/// Cost fields of an item card that a posting has set (CP-08..CP-10); LCY per base unit.
/// </summary>
public sealed record ItemCost(string ItemNo, decimal UnitCost, decimal LastDirectCost);
