namespace Handel.Ledgers.Finance;

/// <summary>
/// One line of the general ledger (CNV-04: debit positive, credit negative). A fact: inserted with
/// its register, never changed, never deleted (D3).
/// </summary>
public sealed record GlEntry
{
    public required int CompanyNo { get; init; }
    public required int EntryNo { get; init; }

    /// <summary>The register, which is also the transaction (AUD-01, INV-01).</summary>
    public required int RegisterNo { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required DateOnly VatDate { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public string ExternalDocumentNo { get; init; } = "";
    public required string AccountNo { get; init; }
    public required string Description { get; init; }

    /// <summary>LCY; debit positive.</summary>
    public required decimal Amount { get; init; }

    /// <summary>
    /// A correction keeps its original side with a negative sign (GLS-21, INV-04).
    /// </summary>
    public bool IsCorrection { get; init; }
    public GenPostingType GenPostingType { get; init; }
    public string GenBusPostingGroup { get; init; } = "";
    public string GenProdPostingGroup { get; init; } = "";
    public string VatBusPostingGroup { get; init; } = "";
    public string VatProdPostingGroup { get; init; } = "";

    /// <summary>LCY VAT that belongs to this line and stands on its own VAT line.</summary>
    public decimal VatAmount { get; init; }
    public decimal Quantity { get; init; }
    public SourceType SourceType { get; init; }
    public string SourceNo { get; init; } = "";
    public required string SourceCode { get; init; }
    public int DimensionSetId { get; init; }

    /// <summary>Why, in the words of the company (AUD-03).</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>Currency of the line it came from; blank is LCY (GLS-25).</summary>
    public string SourceCurrencyCode { get; init; } = "";

    /// <summary>In the source currency; 0 for LCY (GLS-25).</summary>
    public decimal SourceCurrencyAmount { get; init; }

    /// <summary>Posted into a year that was closed already (COM-08).</summary>
    public bool IsPriorYear { get; init; }

    /// <summary>
    /// Dated after the last moment of its day: brings a year's income to zero (CNV-08, COM-09).
    /// </summary>
    public bool IsClosing { get; init; }

    /// <summary>The value entry whose cost this line books, or 0 (GL-06).</summary>
    public int ValueEntryNo { get; init; }

    /// <summary>Made by a posting rule and not typed by a user (INV-10).</summary>
    public bool IsSystemCreated { get; init; }

    /// <summary>LCY, never negative unless a correction (COA-07).</summary>
    public decimal DebitAmount => Amount > 0 != IsCorrection && Amount != 0 ? Amount : 0m;

    /// <summary>LCY, never negative unless a correction (COA-07).</summary>
    public decimal CreditAmount => Amount < 0 != IsCorrection && Amount != 0 ? -Amount : 0m;
}
