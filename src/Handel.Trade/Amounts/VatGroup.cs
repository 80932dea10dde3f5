using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// Lines that are taxed together: VAT is computed and rounded once for them (VAT-01, VAT-10).
/// Amounts are in the document's currency.
/// </summary>
public sealed class VatGroup
{
    public required string Identifier { get; init; }
    public required VatCalculationType CalculationType { get; init; }

    /// <summary>Lines with a negative amount are a group of their own.</summary>
    public required bool IsNegative { get; init; }

    /// <summary>Percent that counts on the document: 0 for reverse charge (VAT-05).</summary>
    public required decimal VatPct { get; init; }

    /// <summary>Lines of the group, in line order.</summary>
    public List<AmountPart> Parts { get; } = [];
    public decimal LineAmount { get; set; }

    /// <summary>Line amount of the lines that allow invoice discount.</summary>
    public decimal DiscountableAmount { get; set; }
    public decimal InvDiscountAmount { get; set; }
    public decimal NetAmount => LineAmount - InvDiscountAmount;
    public decimal VatDifference { get; set; }

    /// <summary>Base: excluding VAT.</summary>
    public decimal Amount { get; set; }
    public decimal AmountInclVat { get; set; }
    public decimal VatAmount => AmountInclVat - Amount;
}
