using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>Payments that are suggested, and the entries that are left out with reason.</summary>
public sealed record SuggestedPayments(
    IReadOnlyList<SuggestedPayment> Payments,
    IReadOnlyList<LeftOutEntry> LeftOut
)
{
    public decimal TotalLcy => Payments.Sum(payment => payment.AmountLcy);

    /// <summary>Numbers of documents ended before the payments did.</summary>
    public bool IsCutShort { get; init; }
}

/// <summary>One line of a payment journal: one entry, or all of a party and currency.</summary>
public sealed record SuggestedPayment
{
    public required string PartyNo { get; init; }
    public required string CurrencyCode { get; init; }
    public required DateOnly PostingDate { get; init; }
    public required string DocumentNo { get; init; }

    /// <summary>More than is owed: positive; less is a refund. Currency of the entries.</summary>
    public required decimal Amount { get; init; }
    public required decimal AmountLcy { get; init; }
    public required IReadOnlyList<PaidEntry> Paid { get; init; }

    /// <summary>Entries are marked with the document number, not named (SVP-07).</summary>
    public bool IsSummarized { get; init; }
    public EntryDocumentType DocumentType =>
        Amount < 0m ? EntryDocumentType.Refund : EntryDocumentType.Payment;
}

/// <summary>An entry with what is paid of it; positive where it is owed.</summary>
public sealed record PaidEntry(PartyEntry Entry, decimal Amount);

/// <summary>Why an entry is not paid.</summary>
public enum LeftOutReason : short
{
    /// <summary>Somebody holds it back (SVP-02).</summary>
    OnHold,

    /// <summary>It is marked with an Applies-to ID (SVP-02).</summary>
    Marked,

    /// <summary>A line of a journal pays it (SVP-02).</summary>
    InJournal,

    /// <summary>The party is blocked (SVP-02).</summary>
    Blocked,

    /// <summary>Nothing is owed to the party on the whole (SVP-02).</summary>
    Balance,

    /// <summary>Credits of the party in the currency are as large as the rest (SVP-05).</summary>
    Net,

    /// <summary>It was posted after the day of the payment (SVP-08).</summary>
    PostedLater,

    /// <summary>The bank is kept in another currency (SVP-10).</summary>
    Currency,

    /// <summary>The currency has no rate on the day of the payment.</summary>
    Rate,

    /// <summary>There is not enough to spend (SVP-06).</summary>
    Money,
}

/// <summary>An entry that is not paid, with the reason.</summary>
public sealed record LeftOutEntry(PartyEntry Entry, LeftOutReason Reason)
{
    /// <summary>What a user is told of it.</summary>
    public Problem Notice =>
        new(
            PaymentCodes.LeftOut,
            new(LedgerSide.Of(Entry.Direction).PartyEntity, Entry.PartyNo),
            Value: Entry.DocumentNo
        )
        {
            Args = new Dictionary<string, string> { ["reason"] = $"{Reason}" },
        };
}

/// <summary>Codes of what is said about suggested payments and netting (SVP, NET).</summary>
public static class PaymentCodes
{
    /// <summary>An entry is left out; a message that has a sentence for each reason.</summary>
    public const string LeftOut = "W-P-LEFT";

    /// <summary>How many more entries are left out than are named. A message.</summary>
    public const string MoreLeftOut = "W-P-MORE";

    /// <summary>How many lines are suggested, and what they come to. A message.</summary>
    public const string Suggested = "W-P-SUGGESTED";

    /// <summary>How many lines set off balances, in how many documents. A message.</summary>
    public const string Netted = "W-P-NETTED";

    /// <summary>A blocked party is not netted (NET-02). A message.</summary>
    public const string PartyBlocked = "W-P-BLOCKED";

    /// <summary>There is nothing to suggest. A message.</summary>
    public const string Nothing = "W-P-NOTHING";

    /// <summary>Summarized payments have one date (SVP-07).</summary>
    public const string SummarizedByDate = "E-P-SUMMARY";

    /// <summary>There are more open entries than one suggestion looks at.</summary>
    public const string TooManyEntries = "E-P-ENTRIES";

    /// <summary>The lines of this journal recur; nothing is paid there.</summary>
    public const string WrongJournal = "E-P-JOURNAL";

    /// <summary>A line of the journal settles the document already (NET-02).</summary>
    public const string SettledTwice = "E-P-TWICE";

    /// <summary>What is paid at once must be of one party, day and account (PRG-05).</summary>
    public const string Lump = "E-P-LUMP";

    /// <summary>The account is kept in another currency than the document (PRG-06).</summary>
    public const string Currency = "E-P-CURRENCY";

    /// <summary>Numbers of documents end here; give one that counts on.</summary>
    public const string NoNumber = "E-P-NUMBER";
}
