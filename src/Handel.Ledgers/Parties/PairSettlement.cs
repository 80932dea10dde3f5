using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>
/// Settles two entries with each other: tolerance, discount, rounding, then the amount itself with
/// the exchange differences that it lays bare (finance 13.3).
/// </summary>
internal sealed class PairSettlement(
    Reductions reductions,
    SettlementMoney money,
    SettlementBooking booking
)
{
    /// <param name="newer">The entry that all others are applied to.</param>
    /// <param name="candidate">The entry that takes its turn.</param>
    public void Settle(SettledEntry newer, SettledEntry candidate, Turn turn)
    {
        // DSC-04: a payment pays, whichever of the two the application started from. Among entries
        // of both signs and two currencies, what counts is what the newer one makes of them.
        var isPaidByCandidate =
            Reductions.IsPayment(candidate.Entry, newer.Entry)
            && (turn == Turn.Only || candidate.Entry.CurrencyCode == newer.Entry.CurrencyCode);
        var isWhole = turn == Turn.Whole;
        var (payer, claim) = isPaidByCandidate ? (candidate, newer) : (newer, candidate);
        var amounts = money.Between(claim.Entry, payer.Entry);

        var isClosed = TakeTolerance(payer, claim);
        isClosed |= TakeDiscount((payer, claim), amounts, isWhole && !isPaidByCandidate);
        if (isClosed)
            claim.ReleaseHeld();
        StretchToWhole(payer, claim, amounts);
        TakeRounding(payer, claim, amounts);
        var amount =
            isWhole && isPaidByCandidate ? -payer.Available
            : isWhole || isClosed ? amounts.To(claim.Available)
            : Smaller(-payer.Available, amounts.To(claim.Available));
        var pair = new SettledPair(payer, claim, candidate) { Amounts = amounts, Amount = amount };
        Apply(pair);
    }

    // DSC-22: step 1.
    private bool TakeTolerance(SettledEntry payer, SettledEntry claim)
    {
        if (claim.Tolerance == 0m)
            return false;
        booking.Reduce(payer, claim, -claim.Tolerance, Reduction.Tolerance);
        claim.Tolerance = 0m;
        return true;
    }

    // DSC-02, DSC-26: steps 2 and 3.
    private bool TakeDiscount(
        (SettledEntry Payer, SettledEntry Claim) pair,
        ConvertedAmounts amounts,
        bool isCovered
    )
    {
        var (payer, claim) = pair;
        var due = reductions.DueOn(payer.Entry, claim);
        if (due == Reduction.None)
            return false;
        var discount = amounts.To(claim.Entry.RemainingPmtDiscPossible);
        var toPay = amounts.To(claim.Remaining) - discount;
        var paid = Math.Abs(payer.Available) + money.RoundingOf(payer.Entry, claim.Entry);
        if (!isCovered && paid < Math.Abs(toPay))
            return false;
        booking.Reduce(payer, claim, -discount, due);
        // It is given once, also when the claim itself goes on to other payments.
        claim.ReduceDiscount(0m);
        return true;
    }

    // APP-20: a sliver that was not chosen goes along.
    private void StretchToWhole(SettledEntry payer, SettledEntry claim, ConvertedAmounts amounts)
    {
        var precision = money.RoundingOf(payer.Entry, claim.Entry);
        if (Math.Abs(amounts.To(claim.Held)) < precision)
            claim.ReleaseHeld();
    }

    // APP-30: step 4.
    private void TakeRounding(SettledEntry payer, SettledEntry claim, ConvertedAmounts amounts)
    {
        var rest = payer.Remaining + amounts.To(claim.Remaining);
        var isRounded =
            claim.IsChosenWhole
            && payer.IsChosenWhole
            && rest != 0m
            && Math.Abs(rest) <= money.RoundingOf(payer.Entry, claim.Entry);
        if (isRounded)
            booking.Round(payer, claim, -rest);
    }

    private static decimal Smaller(decimal one, decimal other) =>
        Math.Abs(one) < Math.Abs(other) ? one : other;

    // Steps 5 to 10.
    private void Apply(SettledPair pair)
    {
        var (payer, claim) = (pair.Payer, pair.Claim);
        var old = OldAmountOf(pair);
        // APP-21, APP-25: the claim is relieved at its own rate, unless money in LCY says more.
        var isPaidInLcy = !pair.Amounts.IsSame && payer.Entry.CurrencyCode.Length == 0;
        var lcy = isPaidInLcy ? pair.Amount : money.Lcy(old, claim.Entry.CurrencyFactor);
        var before = (Payer: payer.Remaining, Claim: claim.Remaining);

        var isClaimOlder = pair.Candidate == claim;
        var with = (isClaimOlder ? payer : claim).Entry.EntryNo;
        booking.ReverseUnrealized(
            pair.Candidate,
            isClaimOlder ? (old, before.Claim) : (pair.Amount, before.Payer),
            with
        );
        // APP-22
        var paidLcy = money.Lcy(pair.Amount, payer.Entry.CurrencyFactor);
        booking.Realize(payer, paidLcy - lcy, claim);
        booking.Realize(claim, lcy - money.Lcy(old, claim.Entry.CurrencyFactor), payer);
        booking.Apply(payer, (pair.Amount, lcy), claim);
        booking.Apply(claim, (-old, -lcy), payer);
        booking.RealizeVat(payer, before.Payer);
        booking.RealizeVat(claim, before.Claim);
        ShareDiscount(pair, before);
        booking.CorrectRest(pair.Candidate, with);
    }

    /// <summary>What the claim loses in its own currency; all it has when it is paid off.</summary>
    private static decimal OldAmountOf(SettledPair pair)
    {
        var (remaining, amounts) = (pair.Claim.Remaining, pair.Amounts);
        if (amounts.IsSame)
            return pair.Amount;
        return pair.Amount == amounts.To(remaining) ? remaining : amounts.Back(pair.Amount);
    }

    // APP-28: documents that settle each other use up their discount as they go.
    private static void ShareDiscount(SettledPair pair, (decimal Payer, decimal Claim) before)
    {
        var (payer, claim) = (pair.Payer, pair.Claim);
        var isShared =
            IsDocument(payer.Entry)
            && IsDocument(claim.Entry)
            && payer.Entry.RemainingPmtDiscPossible != 0m
            && claim.Entry.RemainingPmtDiscPossible != 0m;
        if (!isShared)
            return;
        ReduceDiscount(payer, before.Payer);
        ReduceDiscount(claim, before.Claim);
    }

    private static bool IsDocument(PartyEntry entry) =>
        entry.DocumentType is EntryDocumentType.Invoice or EntryDocumentType.CreditMemo;

    private static void ReduceDiscount(SettledEntry entry, decimal before)
    {
        var old = entry.Entry.RemainingPmtDiscPossible;
        var applied = before - entry.Remaining;
        entry.ReduceDiscount(old - Kernel.Amounts.Rounding.Round(old * applied / before));
    }
}

/// <summary>How a candidate meets the newer entry (APP-11, APP-12).</summary>
internal enum Turn
{
    /// <summary>All candidates have the other sign: each pays what is left.</summary>
    Only,

    /// <summary>In full, whatever that makes of the newer entry.</summary>
    Whole,

    /// <summary>Takes what the whole ones left over.</summary>
    Rest,
}

/// <summary>Two entries that meet, and how much of the one pays the other.</summary>
internal sealed record SettledPair(SettledEntry Payer, SettledEntry Claim, SettledEntry Candidate)
{
    /// <summary>From the claim's currency to the payer's.</summary>
    public required ConvertedAmounts Amounts { get; init; }

    /// <summary>What is paid, in the currency of the payer and the sign of the claim.</summary>
    public required decimal Amount { get; init; }
}
