using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>
/// What to do with an order: ship (receive) and/or invoice (P-01). Invoices and credit memos are
/// always posted whole.
/// </summary>
public readonly record struct PostingChoice(bool Deliver, bool Invoice)
{
    public static PostingChoice Both => new(true, true);
}

/// <summary>
/// The command: post this document now. Preview and posting plan the same one (S2).
/// </summary>
/// <param name="Document">The draft as stored; the plan leaves it as it is.</param>
public sealed record PostDocument(TradeDocument Document, PostingChoice Choice)
{
    public PostingDates UserDates { get; init; }

    /// <summary>VAT dates allowed to the user who posts (GLD-05).</summary>
    public VatDateRange UserVatDates { get; init; }

    /// <summary>When, for the stored documents.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gives ids to posted documents and lines that need new ones.</summary>
    public required Func<Guid> NewId { get; init; }
}
