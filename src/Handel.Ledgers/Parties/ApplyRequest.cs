using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>One entry to settle with.</summary>
/// <param name="Amount">
/// In its currency and sign; 0 is as much as possible (APP-02).
/// </param>
public sealed record ApplyTo(PartyEntry Entry, decimal Amount)
{
    /// <summary>The answer for this entry; null follows that of the whole (DSC-40).</summary>
    public bool? AcceptTolerance { get; init; }

    /// <summary>The same for a discount that is late (DSC-40).</summary>
    public bool? AcceptLateDiscount { get; init; }
}

/// <summary>Which entry is settled with which others, and on what terms (finance 13).</summary>
public sealed record ApplyRequest
{
    /// <summary>Date and document of the application; what it books carries them.</summary>
    public required PostingHeader Header { get; init; }

    /// <summary>The new entry, or the one that a user started from.</summary>
    public required PartyEntry Applying { get; init; }

    /// <summary>How much of the applying entry, in its sign; 0 is all of it (APP-14).</summary>
    public decimal Amount { get; init; }
    public required IReadOnlyList<ApplyTo> To { get; init; }

    /// <summary>
    /// The entries were not chosen: take the oldest until nothing is left, and pass over what does
    /// not fit instead of refusing it (APP-03).
    /// </summary>
    public bool IsOldestFirst { get; init; }

    /// <summary>
    /// Whether a small difference is written off; null follows the company (DSC-23).
    /// </summary>
    public bool? AcceptTolerance { get; init; }

    /// <summary>Whether a late discount is given; null follows the company (DSC-26).</summary>
    public bool? AcceptLateDiscount { get; init; }

    /// <summary>The record that problems are told of; null is the applying entry.</summary>
    public RecordRef? Record { get; init; }
}
