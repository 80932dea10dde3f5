using System.Text.Json.Serialization;

namespace Handel.App.Printing;

/// <summary>
/// One line as printed. A line without quantity is a comment or a text. Quantities are in the
/// line's own unit, the price is per that unit, incl. or excl. VAT as the document says.
/// </summary>
public sealed record PrintedLine
{
    public string? No { get; init; }

    /// <summary>The partner's own number for the item (PR-03).</summary>
    public string? ReferenceNo { get; init; }
    public required string Description { get; init; }
    public IReadOnlyList<string> ExtendedTexts { get; init; } = [];
    public decimal? Quantity { get; init; }
    public string? Unit { get; init; }
    public decimal? UnitPrice { get; init; }

    /// <summary>Asked for by law where prices include VAT (PR-10).</summary>
    public decimal? UnitPriceExclVat { get; init; }
    public decimal? DiscountPercent { get; init; }
    public decimal? Amount { get; init; }
    public decimal? VatPercent { get; init; }
    public PrintedVatKind? VatKind { get; init; }
    public DateOnly? RequestedDate { get; init; }
    public DateOnly? PromisedDate { get; init; }
    public decimal? QuantityShipped { get; init; }
    public decimal? QuantityOutstanding { get; init; }
    public decimal? PrepaymentAmount { get; init; }

    /// <summary>Kilograms, for the whole line.</summary>
    public decimal? NetWeight { get; init; }
    public IReadOnlyList<string> TrackingNos { get; init; } = [];

    /// <summary>An offer beside the offer: printed, but not in the totals.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>One row of the VAT specification (PR-10).</summary>
public sealed record PrintedVat
{
    public required PrintedVatKind Kind { get; init; }
    public required decimal Percent { get; init; }

    /// <summary>Taxable amount, excl. VAT and after discounts.</summary>
    public required decimal Base { get; init; }
    public required decimal Amount { get; init; }

    /// <summary>VAT in local currency; obligatory on a document in foreign currency.</summary>
    public decimal? AmountLcy { get; init; }

    /// <summary>
    /// The sentence for this row; null for the layout's own, which reversed and intra-EU rows
    /// have. Exempt and margin rows need it: only the user knows the ground (PR-11).
    /// </summary>
    public string? Clause { get; init; }
}

public enum PrintedVatKind
{
    Normal,
    ReverseCharge,
    IntraEu,
    Export,
    Exempt,
    Margin,
    Outside,
}

/// <summary>The figures that close a document; discounts and payments are given positive.</summary>
public sealed record PrintedTotals
{
    /// <summary>Sum of the lines before invoice discount, incl. VAT when prices are.</summary>
    public required decimal Lines { get; init; }
    public decimal InvoiceDiscount { get; init; }

    /// <summary>Total excl. VAT.</summary>
    public required decimal Net { get; init; }
    public required decimal Vat { get; init; }

    /// <summary>Total incl. VAT.</summary>
    public required decimal Gross { get; init; }
    public decimal Prepaid { get; init; }

    /// <summary>What remains: <see cref="Gross"/> less <see cref="Prepaid"/>.</summary>
    public required decimal Due { get; init; }

    /// <summary>What an order asks to be paid ahead.</summary>
    public decimal? PrepaymentRequested { get; init; }
}

/// <summary>How and when to pay what remains of an invoice.</summary>
public sealed record PrintedPayment
{
    /// <summary>The remaining amount, in the document's currency; zero when paid.</summary>
    public required decimal Amount { get; init; }
    public string? Reference { get; init; }
    public DateOnly? DiscountDate { get; init; }
    public decimal? DiscountAmount { get; init; }

    /// <summary>https only; anything else is not printed.</summary>
    public string? LinkUrl { get; init; }
    public string? LinkCaption { get; init; }

    /// <summary>What the QR code says, usually <see cref="EpcPayment.Payload"/>.</summary>
    [JsonIgnore]
    public string? QrText { get; init; }

    /// <summary>The QR code as rows of 0 and 1; follows from <see cref="QrText"/>.</summary>
    public IReadOnlyList<string>? Qr => QrText is null ? null : QrSquare.Rows(QrText);
}
