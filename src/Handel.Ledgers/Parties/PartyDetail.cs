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
}
