using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;

namespace Handel.Ledgers.Bank;

/// <summary>
/// A movement of a bank account of ours (ENT-21, CNV-04): receipt positive, payment negative.
/// </summary>
public sealed record BankEntry
{
    public const string Entity = "bankAccountLedgerEntries";

    public required int CompanyNo { get; init; }
    public required int EntryNo { get; init; }
    public required int RegisterNo { get; init; }
    public required string BankAccountNo { get; init; }
    public required string PostingGroup { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required DateOnly DocumentDate { get; init; }
    public EntryDocumentType DocumentType { get; init; }
    public required string DocumentNo { get; init; }
    public string ExternalDocumentNo { get; init; } = "";
    public required string Description { get; init; }

    /// <summary>Of the bank account; blank is LCY.</summary>
    public string CurrencyCode { get; init; } = "";

    /// <summary>Currency of the bank account.</summary>
    public required decimal Amount { get; init; }
    public required decimal AmountLcy { get; init; }
    public JournalAccountType BalAccountType { get; init; }
    public string BalAccountNo { get; init; } = "";
    public required string SourceCode { get; init; }
    public string ReasonCode { get; init; } = "";
    public int DimensionSetId { get; init; }

    /// <summary>The ledger line of the movement (INV-09).</summary>
    public required int GlEntryNo { get; init; }

    // From here on: state that reconciliation changes (ENT-21).

    /// <summary>Currency of the bank account.</summary>
    public required decimal RemainingAmount { get; init; }
    public required bool IsOpen { get; init; }
    public BankEntryStatus StatementStatus { get; init; }
    public string StatementNo { get; init; } = "";
    public int StatementLineNo { get; init; }

    /// <summary>Undone by, or undoing, another entry (REV-03).</summary>
    public bool IsReversed { get; init; }
}

/// <summary>How far a bank entry is reconciled (ENT-21).</summary>
public enum BankEntryStatus : short
{
    Open = 0,
    BankAccEntryApplied = 1,
    Closed = 2,
}
