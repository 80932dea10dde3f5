namespace Handel.Ledgers.Parties;

/// <summary>
/// Whether what is left over after a payment is small enough to be written off, and on which claims
/// (DSC-20..24). The difference counts the discounts that the payment earns.
/// </summary>
internal sealed class ToleranceOffer(
    Reductions reductions,
    SettlementMoney money,
    CompanySetup setup
)
{
    /// <summary>Notes on each claim what is written off of it.</summary>
    public void Share(SettledEntry newer, IReadOnlyList<SettledEntry> candidates)
    {
        if (FindPayer(newer, candidates) is not { } payer)
            return;
        var all = candidates.Append(newer).ToList();
        var claims = all.Where(entry => Reductions.IsPayment(payer.Entry, entry.Entry))
            .Where(reductions.AcceptsToleranceOn)
            .Select(entry => new Claim(entry, money.Between(entry.Entry, payer.Entry)))
            .Where(claim => IsSettledWhole(payer, claim.Entry))
            .ToList();
        if (claims.Count == 0)
            return;
        // DSC-22
        var rest = all.Sum(entry => Counted(payer, entry));
        var most = claims.Sum(claim => claim.Max);
        if (rest == 0m || Math.Abs(rest) > most)
            return;
        var shares = ToleranceShares.Of(
            Math.Abs(rest),
            [.. claims.Select(c => new ToleranceClaim(Math.Abs(Counted(payer, c.Entry)), c.Max))],
            SettlementMoney.Precision(setup, payer.Entry.CurrencyCode)
        );
        foreach (var (claim, share) in claims.Zip(shares))
            claim.Entry.Tolerance = Math.Sign(rest) * share;
    }

    // With several payments of one new invoice nobody can say which of them fell short.
    private static SettledEntry? FindPayer(
        SettledEntry newer,
        IReadOnlyList<SettledEntry> candidates
    )
    {
        if (candidates.Any(candidate => Reductions.IsPayment(newer.Entry, candidate.Entry)))
            return newer;
        return candidates.Count == 1 && Reductions.IsPayment(candidates[0].Entry, newer.Entry)
            ? candidates[0]
            : null;
    }

    private decimal Counted(SettledEntry payer, SettledEntry entry) =>
        reductions.Counted(payer, entry, money.Between(entry.Entry, payer.Entry));

    // Only a claim that this payment closes can be closed by a difference (DSC-25).
    private bool IsSettledWhole(SettledEntry payer, SettledEntry claim) =>
        claim.IsChosenWhole || reductions.DueOn(payer.Entry, claim) != Reduction.None;

    private sealed record Claim(SettledEntry Entry, ConvertedAmounts Amounts)
    {
        /// <summary>Absolute, in the currency of the payment.</summary>
        public decimal Max => Math.Abs(Amounts.To(Entry.Entry.MaxPaymentTolerance));
    }
}
