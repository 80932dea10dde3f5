using Handel.Kernel;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Vat;

namespace Handel.Trade.Documents;

/// <summary>What a line is about (sales 3.1); members as the API's line type.</summary>
public enum LineType : short
{
    Comment = 0,
    GlAccount = 1,
    Item = 2,
    Resource = 3,
    Charge = 5,
}

/// <summary>
/// A line of a trade document. Quantities are in the line's unit, those that end in Base in the
/// item's base unit; amounts in the document's currency and, for prices, in its VAT mode (AMT-06).
/// </summary>
public sealed class TradeLine
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Guid DocumentId { get; set; }
    public int LineNo { get; set; }
    public LineType Type { get; set; }

    /// <summary>Of an item line.</summary>
    public ItemType ItemType { get; set; }
    public string No { get; set; } = "";
    public string VariantCode { get; set; } = "";
    public string Description { get; set; } = "";
    public string Description2 { get; set; } = "";
    public string LocationCode { get; set; } = "";
    public string UnitOfMeasureCode { get; set; } = "";
    public decimal QuantityPerUnit { get; set; } = 1m;

    public decimal Quantity { get; set; }
    public decimal QuantityBase { get; set; }

    /// <summary>
    /// Qty. to Ship, Qty. to Receive, Return Qty. to Receive, Return Qty. to Ship.
    /// </summary>
    public decimal QtyToDeliver { get; set; }
    public decimal QtyToInvoice { get; set; }

    /// <summary>Quantity Shipped, Quantity Received and their returns.</summary>
    public decimal QtyDelivered { get; set; }
    public decimal QtyDeliveredBase { get; set; }
    public decimal QtyInvoiced { get; set; }
    public decimal QtyInvoicedBase { get; set; }

    /// <summary>Unit Price of a sale, Direct Unit Cost of a purchase.</summary>
    public decimal UnitPrice { get; set; }

    /// <summary>
    /// LCY per unit of the line: an estimate for margin, the cost of a return (LIN-16).
    /// </summary>
    public decimal UnitCostLcy { get; set; }
    public decimal LineDiscountPct { get; set; }
    public decimal LineDiscountAmount { get; set; }
    public decimal LineAmount { get; set; }
    public bool AllowInvoiceDisc { get; set; }
    public decimal InvDiscountAmount { get; set; }

    /// <summary>
    /// Invoice discount that posted invoices of this line took; posting adds to it.
    /// </summary>
    public decimal InvDiscountInvoiced { get; set; }
    public decimal Amount { get; set; }
    public decimal AmountInclVat { get; set; }
    public decimal VatBaseAmount { get; set; }
    public decimal VatDifference { get; set; }
    public decimal VatPct { get; set; }

    /// <summary>Part of the VAT that may not be deducted, in percent (NDV-02).</summary>
    public decimal NonDeductibleVatPct { get; set; }
    public string VatIdentifier { get; set; } = "";
    public VatCalculationType VatCalculationType { get; set; }
    public string GenBusPostingGroup { get; set; } = "";
    public string GenProdPostingGroup { get; set; } = "";
    public string VatBusPostingGroup { get; set; } = "";
    public string VatProdPostingGroup { get; set; } = "";
    public string InventoryPostingGroup { get; set; } = "";
    public decimal IndirectCostPct { get; set; }
    public decimal OverheadRate { get; set; }

    /// <summary>Shipment Date of a sale, Expected Receipt Date of a purchase.</summary>
    public DateOnly? DeliveryDate { get; set; }
    public DateOnly? RequestedDate { get; set; }
    public DateOnly? PromisedDate { get; set; }
    public int DimensionSetId { get; set; }

    /// <summary>Added by a rule, for example invoice rounding; not editable.</summary>
    public bool IsSystemLine { get; set; }

    /// <summary>Fixed application to an item entry, or 0 (AP-06).</summary>
    public int AppliesToItemEntryNo { get; set; }

    /// <summary>Item entry that this return reverses at its cost, or 0 (AP-07).</summary>
    public int AppliesFromItemEntryNo { get; set; }

    /// <summary>Item entry of a posted delivery line, or 0.</summary>
    public int ItemEntryNo { get; set; }

    /// <summary>The order line that a posted line, or a line from a delivery, comes from.</summary>
    public string OrderNo { get; set; } = "";
    public int OrderLineNo { get; set; }
    public string DeliveryNo { get; set; } = "";
    public int DeliveryLineNo { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>QTY-01, H-09.</summary>
    public decimal OutstandingQuantity => Quantity - QtyDelivered;

    /// <summary>QTY-02, H-09.</summary>
    public decimal QtyDeliveredNotInvoiced => QtyDelivered - QtyInvoiced;

    public TradeLine Copy() => (TradeLine)MemberwiseClone();
}
