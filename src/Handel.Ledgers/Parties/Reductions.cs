using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Parties;

/// <summary>Why less has to be paid than was invoiced (finance 14).</summary>
internal enum Reduction
{
    None,

    /// <summary>Paid in time (DSC-02).</summary>
    Discount,

    /// <summary>Paid late, but accepted (DSC-26).</summary>
    LateDiscount,

    /// <summary>A small difference that is written off (DSC-22).</summary>
    Tolerance,
}

/// <summary>
/// Who may pay less: which discount a payment earns, and whether differences are accepted. The day
/// of the payment itself decides, and it does so whichever entry a user starts from (DSC-04).
/// </summary>
internal sealed class Reductions
{
    private readonly ApplyRequest _request;
    private readonly GlSetup _gl;
    private readonly bool _mayAcceptLate;
    private readonly bool _mayTolerate;

    public Reductions(ApplyRequest request, Books books)
    {
        var applying = request.Applying;
        var party = books.Parties[(applying.Direction, applying.PartyNo)];
        (_request, _gl) = (request, books.Setup.Gl);
        _mayAcceptLate = !party.BlockPaymentTolerance;
        // DSC-21
        _mayTolerate =
            !party.BlockPaymentTolerance
            && !request.IsOldestFirst
            && party.ApplicationMethod != ApplicationMethod.ApplyToOldest;
    }

    /// <summary>A small difference on this claim is written off (DSC-23, DSC-40).</summary>
    public bool AcceptsToleranceOn(SettledEntry claim) =>
        _mayTolerate
        && IsAccepted(
            _gl.PaymentTolerancePolicy,
            claim.AcceptTolerance ?? _request.AcceptTolerance
        );

    /// <summary>A payment of an invoice, or the refund of a credit memo (DSC-02, DSC-21).</summary>
    public static bool IsPayment(PartyEntry payer, PartyEntry claim) =>
        payer.OriginalAmount * claim.OriginalAmount < 0m
        && (payer.DocumentType, claim.DocumentType)
            is
                (EntryDocumentType.Payment, EntryDocumentType.Invoice)
                or
                (EntryDocumentType.Refund, EntryDocumentType.CreditMemo);

    /// <summary>Which discount would be due if the amount suffices.</summary>
    public Reduction DueOn(PartyEntry payer, SettledEntry claim)
    {
        var entry = claim.Entry;
        if (!IsPayment(payer, entry) || entry.RemainingPmtDiscPossible == 0m || !CoversRest(claim))
            return Reduction.None;
        if (entry.PmtDiscountDate is { } until && payer.PostingDate <= until)
            return Reduction.Discount;
        return
            AcceptsLateOn(claim)
            && entry.PmtDiscToleranceDate is { } lateUntil
            && payer.PostingDate <= lateUntil
            ? Reduction.LateDiscount
            : Reduction.None;
    }

    /// <summary>The discount that is due, in the currency and sign of the claim.</summary>
    public decimal DiscountOn(PartyEntry payer, SettledEntry claim) =>
        DueOn(payer, claim) == Reduction.None ? 0m : claim.Entry.RemainingPmtDiscPossible;

    /// <summary>
    /// What counts of an entry when amounts are compared: its part that was chosen, or all of it
    /// less the discount that is due; in its sign, in the currency of the payer.
    /// </summary>
    public decimal Counted(SettledEntry payer, SettledEntry entry, ConvertedAmounts amounts)
    {
        var discount = DiscountOn(payer.Entry, entry);
        return discount != 0m || entry.IsChosenWhole
            ? amounts.To(entry.Remaining) - amounts.To(discount)
            : amounts.To(entry.Available);
    }

    private bool AcceptsLateOn(SettledEntry claim) =>
        _mayAcceptLate
        && IsAccepted(
            _gl.PmtDiscTolerancePolicy,
            claim.AcceptLateDiscount ?? _request.AcceptLateDiscount
        );

    // DSC-05: what was chosen must close the claim together with its discount.
    private static bool CoversRest(SettledEntry claim) =>
        Math.Abs(claim.Available)
        >= Math.Abs(claim.Remaining - claim.Entry.RemainingPmtDiscPossible);

    // DSC-23: where nobody answers, asking means no.
    private static bool IsAccepted(TolerancePolicy policy, bool? answer) =>
        policy switch
        {
            TolerancePolicy.Never => false,
            TolerancePolicy.Ask => answer ?? false,
            TolerancePolicy.Always => answer ?? true,
            _ => throw new InvalidOperationException("Unknown policy of tolerance."),
        };
}
