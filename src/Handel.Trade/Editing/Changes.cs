namespace Handel.Trade.Editing;

/// <summary>
/// Header fields that an edit may set. The order of the members is the order in which the changes
/// of one edit are applied, whatever order a client wrote them in (API-V-2): what fills others
/// first, dates after the terms (API-D1-4), the invoice discount last of all, after the lines.
/// </summary>
public enum HeaderField : short
{
    PartyNo,
    BillToNo,
    InvoiceDiscCode,
    PaymentTermsCode,
    PaymentMethodCode,
    ShipmentMethodCode,
    LocationCode,
    SalespersonCode,
    GenBusPostingGroup,
    VatBusPostingGroup,
    PartyPostingGroup,
    LanguageCode,
    ShippingAdvice,
    PartyAddress,
    BillToAddress,
    ShipToAddress,
    Phone,
    Email,
    VatRegistrationNo,
    VatCountryCode,
    ExternalDocumentNo,
    YourReference,
    PartyOrderNo,
    PartyShipmentNo,
    PostingDescription,
    Dimensions,
    IsCorrection,
    OrderDate,
    PostingDate,
    DocumentDate,
    VatDate,
    CurrencyCode,
    CurrencyFactor,
    PricesIncludeVat,
    PaymentDiscountPct,
    VatBaseDiscountPct,
    IsEuThirdParty,
    DueDate,
    PmtDiscountDate,
    RequestedDate,
    PromisedDate,
    AppliesTo,
    InvoiceDiscountPct,
    InvoiceDiscountAmount,
}

/// <summary>Line fields that an edit may set, in the order in which they are applied.</summary>
public enum LineField : short
{
    Type,
    No,
    VariantCode,
    LocationCode,
    UnitOfMeasureCode,
    Quantity,
    VatProdPostingGroup,
    NonDeductibleVatPct,
    GenProdPostingGroup,
    AllowInvoiceDisc,
    UnitPrice,
    UnitCostLcy,
    LineDiscountAmount,
    LineDiscountPct,
    LineAmount,
    QtyToDeliver,
    QtyToInvoice,
    Description,
    Description2,
    RequestedDate,
    PromisedDate,
    DeliveryDate,
    Dimensions,
    AppliesToItemEntryNo,
    AppliesFromItemEntryNo,
}

/// <summary>
/// A header field and its new value: text, decimal, date (or null), bool, an enum member, an
/// address, what it applies to or a list of dimension changes, as the field of the document has it.
/// </summary>
public sealed record HeaderChange(HeaderField Field, object? Value);

/// <summary>A line field and its new value, typed as the field of the line.</summary>
public sealed record LineChange(LineField Field, object? Value);

public enum LineEditKind : short
{
    Add = 0,
    Change = 1,
    Remove = 2,
}

/// <summary>What happens to one line.</summary>
/// <param name="LineId">Id of the line, new ones too: ids come from the shell (S1).</param>
public sealed record LineEdit(Guid LineId, LineEditKind Kind, IReadOnlyList<LineChange> Changes)
{
    /// <summary>Line number of a new line; 0 takes the last plus 10,000 (API-L1-1).</summary>
    public int LineNo { get; init; }
}

/// <summary>The VAT amount of lines that are taxed together, as a user has it (VAT-09).</summary>
/// <param name="LineId">One of the lines.</param>
/// <param name="VatAmount">In the currency of the document.</param>
public sealed record VatAmountChange(Guid LineId, decimal VatAmount);

/// <summary>
/// One edit of a document, as one call makes it: a PATCH, a row pasted, a deep insert.
/// </summary>
public sealed record DocumentEdit
{
    public IReadOnlyList<HeaderChange> Header { get; init; } = [];
    public IReadOnlyList<LineEdit> Lines { get; init; } = [];

    /// <summary>
    /// What changes in the dimensions of the header changes in those of its lines (DIM-07).
    /// </summary>
    public bool UpdatesLineDimensions { get; init; }

    /// <summary>VAT amounts that a user typed; they come after everything else.</summary>
    public IReadOnlyList<VatAmountChange> Vat { get; init; } = [];
}
