using System.Text.Json.Serialization;

namespace Handel.App.Printing;

/// <summary>
/// What stands on a printed document (PR-01 … PR-12), and nothing about how it looks. One shape
/// for both directions and all kinds: what a document does not have is null or empty and leaves
/// no gap on the page. Amounts are in the document's currency unless their name says otherwise.
/// </summary>
public sealed record DocumentData
{
    public required DocumentKind Kind { get; init; }
    public required PrintStatus Status { get; init; }

    /// <summary>Two small letters; a language without texts is printed in English.</summary>
    public required string Language { get; init; }

    /// <summary>A layout of the user's own, or null for the one that belongs to the kind.</summary>
    [JsonIgnore]
    public string? Layout { get; init; }

    /// <summary>Null while the document has no number yet.</summary>
    public string? No { get; init; }
    public string? Version { get; init; }

    /// <summary>The date of the document; on an invoice the date that the law asks for.</summary>
    public required DateOnly DocumentDate { get; init; }
    public PrintedDates Dates { get; init; } = new();

    public required string CurrencyCode { get; init; }
    public required string LocalCurrencyCode { get; init; }

    /// <summary>Units of the document's currency for one unit of the local currency.</summary>
    public decimal? ExchangeRate { get; init; }
    public int AmountDecimals { get; init; } = 2;
    public bool PricesIncludeVat { get; init; }

    /// <summary>The customer issues the invoice; the page must say so (PR-11).</summary>
    public bool IsSelfBilled { get; init; }

    /// <summary>Our company: seller of a sales document, buyer of a purchase document.</summary>
    public required CompanyBlock Company { get; init; }

    /// <summary>
    /// To whom the page is sent: bill-to customer or pay-to vendor; of a purchase order and a
    /// receipt the vendor that the goods come from.
    /// </summary>
    public required PartyBlock Addressee { get; init; }

    /// <summary>Sell-to customer or buy-from vendor, where it is not the addressee.</summary>
    public PartyBlock? Counterparty { get; init; }
    public PartyBlock? ShipTo { get; init; }
    public PartyBlock? FiscalRepresentative { get; init; }

    public PrintedReferences References { get; init; } = new();
    public IReadOnlyList<string> OpeningTexts { get; init; } = [];
    public required IReadOnlyList<PrintedLine> Lines { get; init; }
    public IReadOnlyList<PrintedVat> Vat { get; init; } = [];

    /// <summary>Null on a document without prices.</summary>
    public PrintedTotals? Totals { get; init; }

    /// <summary>Sales invoices only.</summary>
    public PrintedPayment? Payment { get; init; }
    public PrintedTerms Terms { get; init; } = new();
    public PrintedShipping Shipping { get; init; } = new();

    /// <summary>Where the customer accepts a quote; https only.</summary>
    public string? AcceptUrl { get; init; }
    public IReadOnlyList<string> ClosingTexts { get; init; } = [];

    /// <summary>Files that travel inside the PDF, such as the e-invoice.</summary>
    [JsonIgnore]
    public IReadOnlyList<PrintedAttachment> Attachments { get; init; } = [];
}

public enum DocumentKind
{
    SalesQuote,
    SalesOrder,
    SalesInvoice,
    SalesCreditMemo,
    SalesShipment,
    PurchaseQuote,
    PurchaseOrder,
    PurchaseInvoice,
    PurchaseCreditMemo,
    PurchaseReceipt,
}

/// <summary>A draft has a watermark and no payment link; a copy says so (PR-04).</summary>
public enum PrintStatus
{
    Draft,
    Final,
    Copy,
}

/// <summary>Letterhead and footer: the particulars that the law and the bank ask for.</summary>
public sealed record CompanyBlock
{
    public required string Name { get; init; }
    public required IReadOnlyList<string> AddressLines { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Website { get; init; }
    public string? VatNo { get; init; }

    /// <summary>Number in the trade register (KVK).</summary>
    public string? RegistrationNo { get; init; }
    public string? Iban { get; init; }
    public string? Bic { get; init; }
    public string? BankName { get; init; }

    /// <summary>Colour of title and rules as <c>#rrggbb</c>; null for the layout's own.</summary>
    public string? AccentColor { get; init; }

    /// <summary>PNG or JPEG; without it the name stands in its place.</summary>
    [JsonIgnore]
    public byte[]? Logo { get; init; }
}

/// <summary>A party with its address as printed, post code and country included.</summary>
public sealed record PartyBlock
{
    public string? No { get; init; }
    public required string Name { get; init; }
    public string? ContactName { get; init; }
    public required IReadOnlyList<string> AddressLines { get; init; }

    /// <summary>Obligatory when VAT is reversed and for intra-EU supplies (PR-10).</summary>
    public string? VatNo { get; init; }
    public string? RegistrationNo { get; init; }
}

public sealed record PrintedDates
{
    public DateOnly? Order { get; init; }
    public DateOnly? Due { get; init; }

    /// <summary>First day of supply; alone, the day of supply.</summary>
    public DateOnly? SupplyFrom { get; init; }
    public DateOnly? SupplyTo { get; init; }
    public DateOnly? Prepayment { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public DateOnly? Shipment { get; init; }
    public DateOnly? RequestedDelivery { get; init; }
    public DateOnly? PromisedDelivery { get; init; }
    public DateOnly? RequestedReceipt { get; init; }
}

public sealed record PrintedReferences
{
    public string? YourReference { get; init; }
    public string? ExternalDocumentNo { get; init; }
    public string? Salesperson { get; init; }
    public string? Purchaser { get; init; }
    public IReadOnlyList<string> OrderNos { get; init; } = [];
    public IReadOnlyList<PrintedReference> Shipments { get; init; } = [];

    /// <summary>The invoice that a credit memo or a correction mends (PR-12).</summary>
    public PrintedReference? Corrects { get; init; }
    public string? ReturnOrderNo { get; init; }
    public string? Reason { get; init; }
}

public sealed record PrintedReference(string No, DateOnly? Date = null);

public sealed record PrintedTerms
{
    public string? Payment { get; init; }
    public string? Method { get; init; }
    public string? Shipment { get; init; }
}

/// <summary>How goods travel. Weights in kilograms.</summary>
public sealed record PrintedShipping
{
    public string? Agent { get; init; }
    public string? Service { get; init; }
    public string? TrackingNo { get; init; }
    public int? Packages { get; init; }
    public decimal? NetWeight { get; init; }
    public decimal? GrossWeight { get; init; }
}

/// <summary>A text file inside the PDF, UTF-8.</summary>
public sealed record PrintedAttachment(string Name, string MimeType, string Text)
{
    public string? Description { get; init; }
}
