using Handel.Kernel.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// A line, or the part of it that is handled now, with all its amounts. Those that end in Lcy are
/// in LCY, the others in the document's currency. Signs are the document's: posting mirrors them.
/// </summary>
public sealed class AmountPart
{
    public required TradeLine Line { get; init; }

    /// <summary>In the unit of the line.</summary>
    public required decimal Quantity { get; init; }
    public required decimal QuantityBase { get; init; }

    // In the document's VAT mode: with VAT when its prices include VAT (AMT-06, DSC-23).
    public required decimal Gross { get; init; }
    public required decimal LineDiscountAmount { get; init; }

    /// <summary>What a posted line shows: its share of the line's discount (AMT-07).</summary>
    public decimal LineDiscountShown { get; init; }
    public required decimal InvDiscountAmount { get; set; }
    public decimal LineAmount => Gross - LineDiscountAmount;
    public decimal NetAmount => LineAmount - InvDiscountAmount;

    // Excluding VAT, and what VAT makes of it.
    public decimal Amount { get; set; }
    public decimal AmountInclVat { get; set; }
    public decimal VatAmount => AmountInclVat - Amount;

    /// <summary>Less the VAT base discount (VAT-13).</summary>
    public decimal VatBase { get; set; }

    public decimal LineDiscountAmountLcy { get; set; }
    public decimal InvDiscountAmountLcy { get; set; }
    public decimal AmountLcy { get; set; }
    public decimal AmountInclVatLcy { get; set; }
    public decimal VatAmountLcy => AmountInclVatLcy - AmountLcy;
    public decimal VatBaseLcy { get; set; }

    public decimal VatDifferenceLcy { get; set; }

    /// <summary>LCY of the VAT and its base that may not be deducted (NDV-03).</summary>
    public decimal NonDeductibleVatLcy { get; set; }
    public decimal NonDeductibleBaseLcy { get; set; }

    /// <summary>Against the estimated cost of the line (AMT-11).</summary>
    public decimal ProfitLcy => AmountLcy - Rounding.Lcy(Line.UnitCostLcy * Quantity);

    /// <summary>The group that its VAT was computed in.</summary>
    public VatGroup VatGroup { get; set; } = null!;
}
