using Handel.Kernel;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>
/// A customer or vendor ledger entry (ENT-01..04). Customer invoices are positive, vendor invoices
/// negative (CNV-04). The amounts are those of its details; what remains is state and is kept.
/// </summary>
public sealed record PartyEntry
{
    public required int CompanyNo { get; init; }
    public required Direction Direction { get; init; }

    /// <summary>Numbered per direction: customers and vendors have a ledger each.</summary>
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }

    /// <summary>Who owes or is owed: the bill-to customer or pay-to vendor.</summary>
    public required string PartyNo { get; init; }
    public string SellToNo { get; init; } = "";
    public string PartyName { get; init; } = "";
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public required DateOnly VatDate { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public string ExternalDocumentNo { get; init; } = "";
    public required string Description { get; init; }
    public required string PostingGroup { get; init; }

    /// <summary>Blank is LCY (CNV-03).</summary>
    public string CurrencyCode { get; init; } = "";

    /// <summary>Foreign units per unit of LCY; 1 for LCY (CUR-03).</summary>
    public decimal CurrencyFactor { get; init; } = 1m;

    /// <summary>Document currency.</summary>
    public required decimal OriginalAmount { get; init; }
    public required decimal OriginalAmountLcy { get; init; }

    /// <summary>LCY excluding VAT, in the direction of the party (ENT-04).</summary>
    public decimal TurnoverLcy { get; init; }
    public decimal ProfitLcy { get; init; }
    public decimal InvDiscountLcy { get; init; }
    public string SalespersonCode { get; init; } = "";
    public string PaymentMethodCode { get; init; } = "";
    public string YourReference { get; init; } = "";
    public required string SourceCode { get; init; }
    public int DimensionSetId { get; init; }
    public decimal OriginalPmtDiscPossible { get; init; }

    /// <summary>Why, in the words of the company (AUD-03).</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>Last day of a late discount as it was posted (DSC-26).</summary>
    public DateOnly? OriginalPmtDiscToleranceDate { get; init; }

    // From here on: state that settlement and the closed list of edits may change (ENT-20).
    public required DateOnly DueDate { get; init; }
    public DateOnly? PmtDiscountDate { get; init; }
    public decimal RemainingPmtDiscPossible { get; init; }

    /// <summary>Last day on which the discount may be accepted late (DSC-26).</summary>
    public DateOnly? PmtDiscToleranceDate { get; init; }

    /// <summary>Document currency, in the sign of the entry (DSC-20).</summary>
    public decimal MaxPaymentTolerance { get; init; }
    public string OnHold { get; init; } = "";

    /// <summary>Marks what is about to be settled together (APP-02).</summary>
    public string AppliesToId { get; init; } = "";

    /// <summary>How much of it; 0 while it is not marked (APP-06).</summary>
    public decimal AmountToApply { get; init; }

    /// <summary>Foreign units per unit of LCY at the last adjustment (CUR-06).</summary>
    public decimal AdjustedCurrencyFactor { get; init; } = 1m;

    /// <summary>Printed on the payment (PTM-05).</summary>
    public string MessageToRecipient { get; init; } = "";

    /// <summary>When the party says that it will pay (ENT-20).</summary>
    public DateOnly? PromisedPayDate { get; init; }

    /// <summary>Why it is not paid, in the words of the company; blank is no dispute.</summary>
    public string DisputeStatus { get; init; } = "";

    /// <summary>What the payment is to quote.</summary>
    public string PaymentReference { get; init; } = "";

    /// <summary>Undone by, or undoing, another entry (REV-03).</summary>
    public bool IsReversed { get; init; }

    /// <summary>Document currency; the sum of the details (INV-16).</summary>
    public required decimal RemainingAmount { get; init; }
    public required decimal RemainingAmountLcy { get; init; }
    public required bool IsOpen { get; init; }
    public int ClosedByEntryNo { get; init; }
    public DateOnly? ClosedAtDate { get; init; }
}
