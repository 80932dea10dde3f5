using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Inventory;

/// <summary>The document line that moves or invoices stock, as its entries repeat it.</summary>
public sealed record StockDocument
{
    public ItemDocumentType Type { get; init; }
    public required string No { get; init; }
    public int LineNo { get; init; }
    public string ExternalNo { get; init; } = "";
    public SourceType SourceType { get; init; }
    public string SourceNo { get; init; } = "";
    public string Description { get; init; } = "";
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required string SourceCode { get; init; }
    public int DimensionSetId { get; init; }
}

/// <summary>
/// LCY totals of one movement or invoice, excluding VAT. Costs count for purchases and positive
/// adjustments only; every other entry takes its cost from what it is applied to. "Expected" is
/// the part that is not invoiced with the movement (LE-05, LE-06).
/// </summary>
public sealed record StockAmounts
{
    /// <summary>After discounts, for the quantity invoiced now (CP-01).</summary>
    public decimal DirectCost { get; init; }

    /// <summary>Overhead for the quantity invoiced now (CP-02).</summary>
    public decimal IndirectCost { get; init; }

    /// <summary>Including overhead, for the quantity not invoiced (CP-03).</summary>
    public decimal ExpectedCost { get; init; }
    public decimal SalesActual { get; init; }
    public decimal SalesExpected { get; init; }
    public decimal PurchaseActual { get; init; }
    public decimal PurchaseExpected { get; init; }

    /// <summary>
    /// Line and invoice discount of the quantity invoiced now; given is positive.
    /// </summary>
    public decimal Discount { get; init; }
}

/// <summary>
/// A movement of stock to be posted: one item entry. Quantities are base quantities, inbound
/// positive (CV-02, CV-03).
/// </summary>
public sealed record StockMovement
{
    public required string ItemNo { get; init; }
    public string VariantCode { get; init; } = "";
    public string LocationCode { get; init; } = "";
    public required ItemEntryType EntryType { get; init; }
    public required StockDocument Document { get; init; }

    /// <summary>
    /// The invoice, when goods are moved and invoiced in one posting: their value entry carries its
    /// number, so that an invoice leads to its cost (ILE-02). Null: the same document.
    /// </summary>
    public StockDocument? InvoiceDocument { get; init; }
    public required decimal Quantity { get; init; }

    /// <summary>What of it is invoiced in the same posting; the sign of the quantity.</summary>
    public decimal InvoicedQuantity { get; init; }
    public string UnitOfMeasureCode { get; init; } = "";
    public decimal QuantityPerUnit { get; init; } = 1m;
    public string GenBusPostingGroup { get; init; } = "";
    public string GenProdPostingGroup { get; init; } = "";
    public string InventoryPostingGroup { get; init; } = "";

    /// <summary>
    /// LCY per base unit of the document line: values negative stock and returns without link to
    /// a sale. Null: the unit cost of the item.
    /// </summary>
    public decimal? UnitCost { get; init; }
    public StockAmounts Amounts { get; init; } = new();

    /// <summary>The inbound entry that an outbound movement must take from, or 0 (AP-06).</summary>
    public int AppliesToEntryNo { get; init; }

    /// <summary>
    /// The outbound entry that an inbound movement reverses at its cost, or 0 (AP-07).
    /// </summary>
    public int AppliesFromEntryNo { get; init; }
    public bool IsCorrection { get; init; }

    public StockKey Key => new(ItemNo, VariantCode, LocationCode);

    /// <summary>
    /// LCY that the quantity invoiced now is worth by its standard; null for other methods.
    /// </summary>
    internal decimal? StandardCost { get; init; }

    /// <summary>Its cost is stated by the movement itself.</summary>
    internal bool HasOwnAmounts => Quantity > 0 && EntryType != ItemEntryType.Sale;
}

/// <summary>
/// The invoice of goods that an earlier posting moved (LE-05): value entries only. Its amounts
/// state direct and indirect cost for purchases; other entries keep the cost that they have.
/// </summary>
public sealed record StockInvoice
{
    public required int ItemEntryNo { get; init; }

    /// <summary>Base quantity invoiced now; the sign of the entry.</summary>
    public required decimal Quantity { get; init; }
    public required StockDocument Document { get; init; }
    public StockAmounts Amounts { get; init; } = new();
}
