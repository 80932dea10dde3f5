namespace Handel.Ledgers.Parties;

/// <summary>
/// What would be proposed if an entry were applied to one of its candidates (APP-06).
/// </summary>
/// <param name="Discount">
/// Payment discount that would be given, in the sign and currency of the entry that gives it.
/// </param>
/// <param name="Amount">How much of the candidate would be used, in its sign and currency.</param>
public readonly record struct CandidateOffer(decimal Discount, decimal Amount)
{
    /// <summary>The day of the payment decides, whichever of the two it is (DSC-04).</summary>
    public static CandidateOffer Of(PartyEntry applying, PartyEntry candidate)
    {
        var onCandidate = DiscountOn(applying, candidate);
        var discount = onCandidate != 0m ? onCandidate : DiscountOn(candidate, applying);
        return new(discount, candidate.RemainingAmount - onCandidate);
    }

    private static decimal DiscountOn(PartyEntry payer, PartyEntry claim) =>
        Reductions.IsPayment(payer, claim)
        && claim.PmtDiscountDate is { } until
        && payer.PostingDate <= until
            ? claim.RemainingPmtDiscPossible
            : 0m;
}
