using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Vat;

/// <summary>How VAT is found, and who owes it (VPS-03).</summary>
public enum VatCalculationType : short
{
    Normal = 0,
    ReverseCharge = 1,
    FullVat = 2,
    SalesTax = 3,
    NoTaxable = 4,
}

/// <summary>
/// VAT of one merged document line (finance 5.4). Sale negative, purchase positive.
/// </summary>
public sealed record VatEntry
{
    public required int CompanyNo { get; init; }
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }

    /// <summary>The ledger line that carries the base.</summary>
    public required int GlEntryNo { get; init; }

    /// <summary>The ledger line that carries the VAT, or 0 when there is none (GLP-23).</summary>
    public int VatGlEntryNo { get; init; }
    public required GenPostingType Type { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }

    /// <summary>As posted; <see cref="ReportedDate"/> says which return it belongs to.</summary>
    public required DateOnly VatDate { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public string ExternalDocumentNo { get; init; } = "";
    public string BillToNo { get; init; } = "";
    public string CountryCode { get; init; } = "";
    public string VatRegistrationNo { get; init; } = "";
    public bool IsEuThirdParty { get; init; }
    public bool IsEuService { get; init; }
    public VatCalculationType CalculationType { get; init; }
    public required string VatBusPostingGroup { get; init; }
    public required string VatProdPostingGroup { get; init; }
    public string GenBusPostingGroup { get; init; } = "";
    public string GenProdPostingGroup { get; init; } = "";

    /// <summary>Percent in force at the posting, kept for ever (VAT-90).</summary>
    public decimal VatPct { get; init; }

    /// <summary>LCY.</summary>
    public required decimal Base { get; init; }

    /// <summary>LCY.</summary>
    public required decimal Amount { get; init; }
    public decimal BaseBeforePmtDisc { get; init; }

    /// <summary>Percent that the base was lowered by (VAT-12).</summary>
    public decimal VatBaseDiscountPct { get; init; }
    public decimal VatDifference { get; init; }

    /// <summary>Part of the VAT that may not be deducted, in percent (NDV-02).</summary>
    public decimal NonDeductibleVatPct { get; init; }
    public decimal NonDeductibleBase { get; init; }
    public decimal NonDeductibleAmount { get; init; }

    /// <summary>
    /// How it becomes due as its document is paid; none is due already, and then Base and Amount
    /// hold it (VPS-04).
    /// </summary>
    public UnrealizedVatType UnrealizedVatType { get; init; }

    /// <summary>LCY, as posted; due only as the document is paid (UNR-01).</summary>
    public decimal UnrealizedBase { get; init; }
    public decimal UnrealizedAmount { get; init; }

    /// <summary>The entry that this one realizes a part of, or takes back, or 0 (UNR-01).</summary>
    public int UnrealizedVatEntryNo { get; init; }
    public required string SourceCode { get; init; }

    /// <summary>State, not a fact: set by the VAT settlement (VEN-02).</summary>
    public bool IsClosed { get; init; }
    public int ClosedByEntryNo { get; init; }

    /// <summary>State: what no settlement has realized, LCY (VEN-02, INV-43).</summary>
    public decimal RemainingUnrealizedBase { get; init; }
    public decimal RemainingUnrealizedAmount { get; init; }

    /// <summary>It came with a document and waits for its payment (UNR-01).</summary>
    public bool IsUnrealized =>
        UnrealizedVatType != UnrealizedVatType.None && UnrealizedVatEntryNo == 0;

    // State: what returns and lists read. As posted, unless a correction says otherwise (VDT-03,
    // VEN-02); the corrections themselves are facts.
    private readonly DateOnly? _correctedDate;
    private readonly string? _correctedCountryCode;
    private readonly string? _correctedVatRegistrationNo;
    private readonly bool? _correctedEuThirdParty;

    /// <summary>VAT date in force.</summary>
    public DateOnly ReportedDate
    {
        get => _correctedDate ?? VatDate;
        init => _correctedDate = value;
    }
    public string ReportedCountryCode
    {
        get => _correctedCountryCode ?? CountryCode;
        init => _correctedCountryCode = value;
    }
    public string ReportedVatRegistrationNo
    {
        get => _correctedVatRegistrationNo ?? VatRegistrationNo;
        init => _correctedVatRegistrationNo = value;
    }
    public bool IsReportedEuThirdParty
    {
        get => _correctedEuThirdParty ?? IsEuThirdParty;
        init => _correctedEuThirdParty = value;
    }

    /// <summary>
    /// For a new entry about the same VAT: it starts with what this one reports by now.
    /// </summary>
    public VatEntry Anew(DateOnly vatDate) =>
        this with
        {
            VatDate = vatDate,
            CountryCode = ReportedCountryCode,
            VatRegistrationNo = ReportedVatRegistrationNo,
            IsEuThirdParty = IsReportedEuThirdParty,
            ReportedDate = vatDate,
        };
}
