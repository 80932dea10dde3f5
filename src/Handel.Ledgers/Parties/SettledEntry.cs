namespace Handel.Ledgers.Parties;

/// <summary>An entry while it is being settled: what it was, and what is left of it.</summary>
internal sealed class SettledEntry(PartyEntry entry, decimal amount, decimal unrealizedLcy)
{
    /// <summary>Before the application; undoing it restores this (UNA-04).</summary>
    public PartyEntry Start { get; } = entry;
    public PartyEntry Entry { get; private set; } = entry;

    /// <summary>The answers for this entry; null follows those of the whole (DSC-40).</summary>
    public bool? AcceptTolerance { get; init; }
    public bool? AcceptLateDiscount { get; init; }

    /// <summary>Part that is not to be used, because less was chosen; its own currency.</summary>
    public decimal Held { get; private set; } = amount == 0m ? 0m : entry.RemainingAmount - amount;

    /// <summary>
    /// Difference that is written off, in the sign of the entry and the currency of the payment
    /// (DSC-24).
    /// </summary>
    public decimal Tolerance { get; set; }

    /// <summary>Sum of exchange adjustments that are still in it (APP-23).</summary>
    public decimal UnrealizedLcy { get; private set; } = unrealizedLcy;

    /// <summary>Sum of its application details; its own currency.</summary>
    public decimal Applied { get; private set; }

    /// <summary>Entry that it was settled with last, or 0.</summary>
    public int AppliedTo { get; private set; }

    public decimal Remaining => Entry.RemainingAmount;
    public decimal Available => Remaining - Held;
    public bool IsChosenWhole => Held == 0m;

    public void ReleaseHeld() => Held = 0m;

    public void Take(PartyDetail detail)
    {
        Entry = Entry with
        {
            RemainingAmount = Entry.RemainingAmount + detail.Amount,
            RemainingAmountLcy = Entry.RemainingAmountLcy + detail.AmountLcy,
        };
        if (detail.Type is PartyDetailType.UnrealizedGain or PartyDetailType.UnrealizedLoss)
            UnrealizedLcy += detail.AmountLcy;
        if (detail.Type != PartyDetailType.Application)
            return;
        Applied += detail.Amount;
        AppliedTo = detail.AppliedPartyEntryNo;
    }

    /// <summary>APP-28.</summary>
    public void ReduceDiscount(decimal discount) =>
        Entry = Entry with { RemainingPmtDiscPossible = discount };

    /// <summary>
    /// Marks are gone; a closed entry says when and by what, an open one may not be forgiven more
    /// than it has left (APP-27, APP-33, INV-36).
    /// </summary>
    public PartyEntry Closed(DateOnly date, string onHold)
    {
        var isOpen = Remaining != 0m;
        var tolerance =
            Math.Abs(Entry.MaxPaymentTolerance) > Math.Abs(Remaining)
                ? Remaining
                : Entry.MaxPaymentTolerance;
        return Entry with
        {
            IsOpen = isOpen,
            RemainingPmtDiscPossible = isOpen ? Entry.RemainingPmtDiscPossible : 0m,
            MaxPaymentTolerance = isOpen ? tolerance : 0m,
            ClosedByEntryNo = isOpen ? 0 : AppliedTo,
            ClosedAtDate = isOpen ? null : date,
            AppliesToId = "",
            AmountToApply = 0m,
            OnHold = AppliedTo != 0 && Entry.OnHold == onHold ? "" : Entry.OnHold,
        };
    }
}
