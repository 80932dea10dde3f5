using Handel.Kernel.Problems;

namespace Handel.Kernel.Amounts;

/// <summary>A foreign currency and how its amounts are rounded (CUR-01).</summary>
public sealed class Currency
{
    public const string Entity = "currencies";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public string Symbol { get; set; } = "";

    /// <summary>Three letters of ISO 4217.</summary>
    public string IsoCode { get; set; } = "";

    /// <summary>Three digits of ISO 4217.</summary>
    public string IsoNumeric { get; set; } = "";

    /// <summary>Multiple to which amounts are rounded; 0 is not set up.</summary>
    public decimal AmountRoundingPrecision { get; set; } = Rounding.AmountPrecision;

    /// <summary>Multiple to which prices of one unit are rounded; 0 is not set up.</summary>
    public decimal UnitAmountRoundingPrecision { get; set; } = Rounding.UnitAmountPrecision;

    /// <summary>How amounts are shown; <see cref="DecimalPlaces"/>.</summary>
    public string AmountDecimalPlaces { get; set; } = "2:2";

    /// <summary>How prices of one unit are shown.</summary>
    public string UnitAmountDecimalPlaces { get; set; } = "2:5";
    public decimal InvoiceRoundingPrecision { get; set; } = Rounding.AmountPrecision;
    public RoundingDirection InvoiceRoundingType { get; set; }
    public decimal ApplicationRoundingPrecision { get; set; }
    public RoundingDirection VatRoundingType { get; set; }
    public decimal MaxVatDifferenceAllowed { get; set; }
    public decimal PaymentTolerancePct { get; set; }
    public decimal MaxPaymentToleranceAmount { get; set; }
    public string RealizedGainsAccountNo { get; set; } = "";
    public string RealizedLossesAccountNo { get; set; } = "";
    public string UnrealizedGainsAccountNo { get; set; } = "";
    public string UnrealizedLossesAccountNo { get; set; } = "";
    public string LcyRoundingDebitAccountNo { get; set; } = "";
    public string LcyRoundingCreditAccountNo { get; set; } = "";
    public bool IsEmu { get; set; }
    public DateOnly? LastDateAdjusted { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The problems that stop any use of this currency (CUR-01).</summary>
    public IEnumerable<Problem> FindMissingPrecision()
    {
        var record = new RecordRef(Entity, Code);
        if (AmountRoundingPrecision <= 0)
            yield return new(ProblemCodes.CurrencyPrecision, record, "amountRoundingPrecision");
        if (UnitAmountRoundingPrecision <= 0)
            yield return new(ProblemCodes.CurrencyPrecision, record, "unitAmountRoundingPrecision");
    }
}
