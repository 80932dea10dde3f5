using Handel.Kernel;
using Handel.Ledgers.Parties;

namespace Handel.Trade.Documents;

/// <summary>
/// The kinds of trade document; with a direction they are the twelve users know (D4).
/// </summary>
public enum DocumentKind : short
{
    Quote = 0,
    Order = 1,
    Invoice = 2,
    CreditMemo = 3,
    BlanketOrder = 4,
    ReturnOrder = 5,

    /// <summary>Posted shipment (sale) or posted receipt (purchase).</summary>
    Delivery = 6,

    /// <summary>Posted return receipt (sale) or posted return shipment (purchase).</summary>
    ReturnDelivery = 7,
}

public enum DocumentStatus : short
{
    Open = 0,
    Released = 1,
    PendingApproval = 2,
    PendingPrepayment = 3,
}

/// <summary>Whether parts may be shipped (QTY-10).</summary>
public enum ShippingAdvice : short
{
    Partial = 0,
    Complete = 1,
}

/// <summary>How the invoice discount of a document came about (DSC, API-T-1).</summary>
public enum InvoiceDiscountKind : short
{
    None = 0,

    /// <summary>A percentage that a user chose.</summary>
    Percent = 1,

    /// <summary>An amount that a user chose.</summary>
    Amount = 2,

    /// <summary>The percentage that the terms of the party give (DSC-03).</summary>
    Terms = 3,
}

/// <summary>
/// One trade document, sale or purchase, draft or posted: one row for its whole life, so that its
/// id survives posting (API-D1-1). A draft is edited through pure functions (D5); a posted one is
/// a fact. Amounts are in the document's currency unless their name says LCY.
/// Neutral words: the party is the sell-to customer or buy-from vendor, to deliver is to ship or
/// to receive.
/// </summary>
public sealed class TradeDocument
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Direction Direction { get; set; }
    public DocumentKind Kind { get; set; }
    public bool IsPosted { get; set; }
    public string No { get; set; } = "";
    public DocumentStatus Status { get; set; }

    public string PartyNo { get; set; } = "";
    public Address Party { get; set; } = new();
    public string BillToNo { get; set; } = "";
    public Address BillTo { get; set; } = new();
    public Address ShipTo { get; set; } = new();
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public string VatRegistrationNo { get; set; } = "";
    public string VatCountryCode { get; set; } = "";

    public DateOnly? OrderDate { get; set; }
    public DateOnly? DocumentDate { get; set; }
    public DateOnly? PostingDate { get; set; }
    public DateOnly? VatDate { get; set; }
    public DateOnly? DueDate { get; set; }
    public DateOnly? PmtDiscountDate { get; set; }
    public decimal PaymentDiscountPct { get; set; }

    /// <summary>Requested delivery (sale) or requested receipt (purchase) date.</summary>
    public DateOnly? RequestedDate { get; set; }
    public DateOnly? PromisedDate { get; set; }

    /// <summary>The party's number: the customer's order no., the vendor's invoice no.</summary>
    public string ExternalDocumentNo { get; set; } = "";
    public string YourReference { get; set; } = "";

    /// <summary>Vendor's confirmation number of a purchase order (I-05).</summary>
    public string PartyOrderNo { get; set; } = "";

    /// <summary>Vendor's packing slip number (I-05).</summary>
    public string PartyShipmentNo { get; set; } = "";

    public string GenBusPostingGroup { get; set; } = "";
    public string VatBusPostingGroup { get; set; } = "";
    public string PartyPostingGroup { get; set; } = "";
    public string PaymentTermsCode { get; set; } = "";
    public string PaymentMethodCode { get; set; } = "";
    public string ShipmentMethodCode { get; set; } = "";
    public string SalespersonCode { get; set; } = "";
    public string LocationCode { get; set; } = "";
    public string LanguageCode { get; set; } = "";
    public ShippingAdvice ShippingAdvice { get; set; }

    /// <summary>Blank is LCY.</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>Foreign units per unit of LCY; 1 for LCY (CNV-02).</summary>
    public decimal CurrencyFactor { get; set; } = 1m;
    public bool PricesIncludeVat { get; set; }

    /// <summary>Code of the invoice discount terms, from the bill-to party (HDR-02).</summary>
    public string InvoiceDiscCode { get; set; } = "";
    public InvoiceDiscountKind InvoiceDiscountKind { get; set; }

    /// <summary>A percentage or an amount, as the kind says.</summary>
    public decimal InvoiceDiscountValue { get; set; }

    /// <summary>
    /// Percent that the base of VAT is lowered by, where a user typed it; else it follows the
    /// payment discount (VAT-12).
    /// </summary>
    public decimal? VatBaseDiscountPct { get; set; }

    /// <summary>Goods of a chain of three within the EU (ICP-02, X-02).</summary>
    public bool IsEuThirdParty { get; set; }
    public bool IsCorrection { get; set; }
    public string PostingDescription { get; set; } = "";
    public int DimensionSetId { get; set; }
    public AppliesTo AppliesTo { get; set; } = new();

    // Totals, kept by every edit (VAT-14).
    public decimal InvDiscountAmount { get; set; }

    /// <summary>
    /// Percent that the invoice discount is of the lines that allow it, as shown (DSC-24).
    /// </summary>
    public decimal InvDiscountPct { get; set; }
    public decimal Amount { get; set; }
    public decimal AmountInclVat { get; set; }

    // Where a posted document comes from.
    public Guid? OrderId { get; set; }
    public string OrderNo { get; set; } = "";

    /// <summary>Number that the draft had before it was posted (Pre-Assigned No.).</summary>
    public string DraftNo { get; set; } = "";

    /// <summary>Customer or vendor ledger entry of a posted invoice or credit memo, or 0.</summary>
    public int PartyEntryNo { get; set; }
    public int RegisterNo { get; set; }
    public bool IsCancelled { get; set; }
    public bool IsCorrective { get; set; }
    public int NoPrinted { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    public List<TradeLine> Lines { get; set; } = [];

    /// <summary>
    /// A copy with copies of its lines: posting plans on it and leaves the draft alone.
    /// </summary>
    public TradeDocument Copy()
    {
        var copy = (TradeDocument)MemberwiseClone();
        copy.Lines = Lines.ConvertAll(line => line.Copy());
        return copy;
    }
}
