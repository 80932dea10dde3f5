using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Setup;

/// <summary>VAT per business and product group (VPS-01..12).</summary>
public sealed class VatPostingSetup
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string VatBusPostingGroup { get; set; } = "";
    public string VatProdPostingGroup { get; set; } = "";
    public string Description { get; set; } = "";

    /// <summary>Lines with the same identifier are taxed together (VPS-01).</summary>
    public string VatIdentifier { get; set; } = "";

    /// <summary>Percent until the first dated rate of the identifier (VPS-02).</summary>
    public decimal VatPct { get; set; }
    public VatCalculationType CalculationType { get; set; }
    public string SalesVatAccount { get; set; } = "";
    public string PurchaseVatAccount { get; set; } = "";
    public string ReverseChargeVatAccount { get; set; } = "";

    /// <summary>VAT becomes due as documents are paid (VPS-04).</summary>
    public UnrealizedVatType UnrealizedVatType { get; set; }

    /// <summary>Where VAT waits for payment (VPS-06, ACC-11..13).</summary>
    public string SalesVatUnrealAccount { get; set; } = "";
    public string PurchaseVatUnrealAccount { get; set; } = "";
    public string ReverseChargeVatUnrealAccount { get; set; } = "";

    /// <summary>Takes VAT that may not be deducted; blank adds it to the cost (ACC-14).</summary>
    public string NonDeductibleVatAccount { get; set; } = "";
    public bool AllowNonDeductibleVat { get; set; }
    public decimal NonDeductibleVatPct { get; set; }

    /// <summary>A payment discount corrects the VAT (VPS-05).</summary>
    public bool AdjustForPaymentDiscount { get; set; }
    public bool IsEuService { get; set; }

    /// <summary>Says on documents why VAT is what it is; blank says nothing (VPS-08).</summary>
    public string VatClauseCode { get; set; } = "";

    /// <summary>UN/CEFACT category for e-invoices (VPS-09).</summary>
    public string TaxCategory { get; set; } = "";

    /// <summary>Codes for returns that ask for one per line (VPS-12).</summary>
    public string SaleVatReportingCode { get; set; } = "";
    public string PurchaseVatReportingCode { get; set; } = "";
    public bool IsBlocked { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Dated rates of its identifier, filled by the loader of setup.</summary>
    public IReadOnlyList<VatRate> Rates { get; set; } = [];

    /// <summary>
    /// The percentage in force at a VAT date; without taxable turnover 0 (VPS-02).
    /// </summary>
    public decimal PctAt(DateOnly vatDate)
    {
        if (CalculationType == VatCalculationType.NoTaxable)
            return 0m;
        var rate = Rates.Where(rate => rate.StartingDate <= vatDate).MaxBy(r => r.StartingDate);
        return rate?.VatPct ?? VatPct;
    }
}
