using Handel.Ledgers.Mirror;

namespace Handel.Ledgers.Finance;

/// <summary>What all entries of one posted document have in common (GLP-24, E-05).</summary>
public sealed record PostingHeader
{
    public required int CompanyNo { get; init; }

    /// <summary>
    /// Selling or buying; null where entries concern the ledger alone, as a line of a journal on an
    /// account without VAT.
    /// </summary>
    public LedgerSide? SideOrNone { get; init; }

    /// <summary>The side of entries that have a party or VAT.</summary>
    public LedgerSide Side
    {
        get =>
            SideOrNone
            ?? throw new InvalidOperationException($"Document {DocumentNo} has no side here.");
        init => SideOrNone = value;
    }
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required DateOnly VatDate { get; init; }
    public required EntryDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public string ExternalDocumentNo { get; init; } = "";
    public required string Description { get; init; }

    /// <summary>Where the entries come from (AUD-02); documents: the code of their side.</summary>
    public string SourceCode
    {
        get => field ?? Side.SourceCode;
        init;
    }

    /// <summary>Why, in the words of the company (AUD-03).</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>Who owes or is owed: bill-to customer or pay-to vendor.</summary>
    public required string PartyNo { get; init; }
    public string VatCountryCode { get; init; } = "";
    public string VatRegistrationNo { get; init; } = "";

    /// <summary>Sold on in a chain of three within the EU (ICP-02, X-02).</summary>
    public bool IsEuThirdParty { get; init; }

    /// <summary>Percent that the base of VAT is lowered by (VAT-12).</summary>
    public decimal VatBaseDiscountPct { get; init; }
    public int DimensionSetId { get; init; }

    /// <summary>Amounts keep the side of the document that they correct (GLP-12, GLS-21).</summary>
    public bool IsCorrection { get; init; }

    /// <summary>On the closing date of a year, after its last day (CNV-08).</summary>
    public bool IsClosing { get; init; }

    public bool IsCredit =>
        DocumentType is EntryDocumentType.CreditMemo or EntryDocumentType.Refund;
}
