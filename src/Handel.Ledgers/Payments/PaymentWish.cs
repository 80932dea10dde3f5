using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>What a user asks of a suggestion of payments (SVP-01).</summary>
public sealed record PaymentWish
{
    /// <summary>Entries that fall due by this day are paid.</summary>
    public required DateOnly LastPaymentDate { get; init; }

    /// <summary>The day that the payments are dated.</summary>
    public required DateOnly PostingDate { get; init; }

    /// <summary>
    /// Also entries that fall due later, whose discount would be lost by then (SVP-03).
    /// </summary>
    public bool FindsDiscounts { get; init; }

    /// <summary>Priority 1 is paid first, 0 last (SVP-06).</summary>
    public bool UsesPriority { get; init; }

    /// <summary>LCY to spend at most; 0 is without end (SVP-06).</summary>
    public decimal AvailableLcy { get; init; }

    /// <summary>One payment for each party and currency (SVP-07).</summary>
    public bool IsSummarized { get; init; }

    /// <summary>Each payment is dated when its document falls due (SVP-01).</summary>
    public bool PostsOnDueDate { get; init; }

    /// <summary>Moves the due date; a payment is never dated before the posting date.</summary>
    public DateFormula DueDateOffset { get; init; }

    /// <summary>Number of the first payment; the others count on.</summary>
    public required string FirstDocumentNo { get; init; }

    /// <summary>All payments bear one number, where they are not summarized.</summary>
    public bool IsOneDocument { get; init; }
    public JournalAccountType BalAccountType { get; init; }
    public required string BalAccountNo { get; init; }

    /// <summary>How the payments are made; blank is as their documents say.</summary>
    public string PaymentMethodCode { get; init; } = "";
}

/// <summary>What is open of the parties of one side, and what is known of them.</summary>
public sealed record OpenToPay
{
    /// <summary>Entries that one suggestion looks at, at most (S9).</summary>
    public const int EntriesMax = JournalDraft.LinesMax;

    public required LedgerSide Side { get; init; }
    public required CompanySetup Setup { get; init; }
    public required IReadOnlyList<PartyEntry> Entries { get; init; }
    public required IReadOnlyDictionary<string, Party> Parties { get; init; }

    /// <summary>All that is open of a party, in the sign of its ledger, LCY (SVP-02).</summary>
    public required IReadOnlyDictionary<string, decimal> BalancesLcy { get; init; }

    /// <summary>Documents that lines of journals pay already (SVP-02).</summary>
    public IReadOnlySet<(EntryDocumentType, string)> InJournals { get; init; } =
        new HashSet<(EntryDocumentType, string)>();

    /// <summary>Of the bank that pays; blank takes every currency (SVP-10).</summary>
    public string BankCurrencyCode { get; init; } = "";
}
