using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>
/// What the entry of a party carries beside the facts of the document (GLP-26, P-42).
/// </summary>
public sealed record PartyTerms
{
    public required string ControlAccountNo { get; init; }
    public required string PostingGroup { get; init; }

    /// <summary>Document currency, in the sign of the entry (CNV-04).</summary>
    public required decimal Amount { get; init; }
    public string CurrencyCode { get; init; } = "";
    public decimal CurrencyFactor { get; init; } = 1m;
    public required DateOnly DueDate { get; init; }
    public DateOnly? PmtDiscountDate { get; init; }

    /// <summary>In the sign of the entry (DSC-01).</summary>
    public decimal PmtDiscPossible { get; init; }

    /// <summary>Last day of a late discount (DSC-26).</summary>
    public DateOnly? PmtDiscToleranceDate { get; init; }

    /// <summary>In the sign of the entry (DSC-20).</summary>
    public decimal MaxPaymentTolerance { get; init; }
    public decimal TurnoverLcy { get; init; }
    public decimal ProfitLcy { get; init; }
    public decimal InvDiscountLcy { get; init; }
    public string SellToNo { get; init; } = "";
    public string PartyName { get; init; } = "";
    public string SalespersonCode { get; init; } = "";
    public string PaymentMethodCode { get; init; } = "";
    public string YourReference { get; init; } = "";
}

/// <summary>
/// Customer and vendor ledger entries of a document, with their details (ENT-01, ENT-11).
/// </summary>
public static class PartyPosting
{
    public static PartyEntry Entry(
        PostingHeader header,
        PartyTerms terms,
        (int RegisterNo, int EntryNo) number
    ) =>
        new()
        {
            CompanyNo = header.CompanyNo,
            Direction = header.Side.Direction,
            EntryNo = number.EntryNo,
            RegisterNo = number.RegisterNo,
            PartyNo = header.PartyNo,
            SellToNo = terms.SellToNo,
            PartyName = terms.PartyName,
            PostingDate = header.PostingDate,
            DocumentDate = header.DocumentDate,
            VatDate = header.VatDate,
            DocumentType = header.DocumentType,
            DocumentNo = header.DocumentNo,
            ExternalDocumentNo = header.ExternalDocumentNo,
            Description = header.Description,
            PostingGroup = terms.PostingGroup,
            CurrencyCode = terms.CurrencyCode,
            CurrencyFactor = terms.CurrencyFactor,
            AdjustedCurrencyFactor = terms.CurrencyFactor,
            OriginalAmount = terms.Amount,
            OriginalAmountLcy = terms.Amount,
            TurnoverLcy = terms.TurnoverLcy,
            ProfitLcy = terms.ProfitLcy,
            InvDiscountLcy = terms.InvDiscountLcy,
            SalespersonCode = terms.SalespersonCode,
            PaymentMethodCode = terms.PaymentMethodCode,
            YourReference = terms.YourReference,
            SourceCode = header.SourceCode,
            ReasonCode = header.ReasonCode,
            DimensionSetId = header.DimensionSetId,
            OriginalPmtDiscPossible = terms.PmtDiscPossible,
            DueDate = terms.DueDate,
            PmtDiscountDate = terms.PmtDiscountDate,
            RemainingPmtDiscPossible = terms.PmtDiscPossible,
            PmtDiscToleranceDate = terms.PmtDiscToleranceDate,
            MaxPaymentTolerance = terms.MaxPaymentTolerance,
            RemainingAmount = terms.Amount,
            RemainingAmountLcy = terms.Amount,
            IsOpen = terms.Amount != 0m,
        };

    public static PartyDetail Initial(PostingHeader header, PartyEntry entry) =>
        Detail(header, entry, PartyDetailType.InitialEntry) with
        {
            Amount = entry.OriginalAmount,
            AmountLcy = entry.OriginalAmountLcy,
        };

    /// <summary>A detail without amounts; its number comes when it is added to a posting.</summary>
    public static PartyDetail Detail(
        PostingHeader header,
        PartyEntry entry,
        PartyDetailType type
    ) =>
        new()
        {
            CompanyNo = header.CompanyNo,
            Direction = entry.Direction,
            EntryNo = 0,
            RegisterNo = 0,
            PartyEntryNo = entry.EntryNo,
            Type = type,
            PartyNo = entry.PartyNo,
            PostingDate = header.PostingDate,
            DocumentType = header.DocumentType,
            DocumentNo = header.DocumentNo,
            CurrencyCode = entry.CurrencyCode,
            Amount = 0m,
            AmountLcy = 0m,
            InitialDueDate = entry.DueDate,
            SourceCode = header.SourceCode,
        };
}
