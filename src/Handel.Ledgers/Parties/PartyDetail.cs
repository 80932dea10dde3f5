using Handel.Kernel;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>What a detail does to its entry (finance 12.2).</summary>
public enum PartyDetailType : short
{
    InitialEntry = 1,
    Application = 2,
    UnrealizedLoss = 3,
    UnrealizedGain = 4,
    RealizedLoss = 5,
    RealizedGain = 6,
    PaymentDiscount = 7,
    PaymentDiscountVatExcl = 8,
    PaymentDiscountVatAdjustment = 9,
    ApplicationRounding = 10,
    CorrectionOfRemainingAmount = 11,
    PaymentTolerance = 12,
    PaymentDiscountTolerance = 13,
    PaymentToleranceVatExcl = 14,
    PaymentToleranceVatAdjustment = 15,
    PaymentDiscountToleranceVatExcl = 16,
    PaymentDiscountToleranceVatAdjustment = 17,
}

/// <summary>An amount of a customer or vendor ledger entry (ENT-11).</summary>
public sealed record PartyDetail
{
    public required int CompanyNo { get; init; }
    public required Direction Direction { get; init; }
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }
    public required int PartyEntryNo { get; init; }
    public required PartyDetailType Type { get; init; }
    public required string PartyNo { get; init; }
    public required DateOnly PostingDate { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public string CurrencyCode { get; init; } = "";

    /// <summary>Currency of the entry.</summary>
    public required decimal Amount { get; init; }
    public required decimal AmountLcy { get; init; }
    public required DateOnly InitialDueDate { get; init; }

    /// <summary>The entry that this one was applied to, or 0.</summary>
    public int AppliedPartyEntryNo { get; init; }
    public required string SourceCode { get; init; }

    /// <summary>
    /// The account that the amount went to beside the control account, or blank; undoing it uses
    /// the same one (ACC-16, ENT-11).
    /// </summary>
    public string GlAccountNo { get; init; } = "";

    /// <summary>The VAT entry that it made, or 0 (DSC-07).</summary>
    public int VatEntryNo { get; init; }

    /// <summary>
    /// Discount and tolerance that the entry had left before, to be given back when it is undone
    /// (UNA-04); of an initial entry what it began with. Document currency.
    /// </summary>
    public decimal PmtDiscBefore { get; init; }
    public decimal ToleranceBefore { get; init; }

    /// <summary>The detail that this one takes back, or 0 (UNA-03).</summary>
    public int UnappliesEntryNo { get; init; }

    // From here on: state.

    /// <summary>Taken back by another detail, or taking one back (UNA-03, INV-29).</summary>
    public bool IsUnapplied { get; init; }
}
