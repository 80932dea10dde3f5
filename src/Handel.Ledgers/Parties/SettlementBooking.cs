using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Parties;

/// <summary>
/// Books each effect of a settlement: its details, the accounts that take the other side, and the
/// VAT that goes with it (finance 12.2, ACC-16..22).
/// </summary>
internal sealed class SettlementBooking(
    SettlementWriter writer,
    SettlementAccounts accounts,
    SettlementMoney money,
    SettlementVat vat
)
{
    /// <summary>
    /// Discount or tolerance; it sits on the payment (ENT-10).
    /// </summary>
    /// <param name="amount">In the currency and sign of the payment.</param>
    public void Reduce(SettledEntry payer, SettledEntry claim, decimal amount, Reduction why)
    {
        // APP-24
        var start = payer.Start;
        var lcy =
            money.Lcy(start.OriginalAmount + amount, start.CurrencyFactor)
            - money.Lcy(start.OriginalAmount, start.CurrencyFactor);
        var types = TypesOf(why);
        var left = lcy;
        foreach (var share in vat.SharesOf(claim.Entry, lcy))
        {
            ReduceVat(payer, claim, share, why);
            left -= share.NetLcy + (share.IsSelfAssessed ? 0m : share.VatLcy);
        }
        writer.Add(
            payer,
            new(types.Gross, amount, left, claim.Entry.EntryNo)
            {
                GlAccountNo = left == 0m ? "" : accounts.Gross(payer.Entry, why, left),
            }
        );
    }

    private void ReduceVat(SettledEntry payer, SettledEntry claim, VatShare share, Reduction why)
    {
        var (net, tax) = (TypesOf(why).VatExcl, TypesOf(why).VatAdjustment);
        var to = accounts.Vat(share, why);
        var entry = vat.Book(share, to);
        void Add(PartyDetailType type, decimal lcy, string account)
        {
            if (lcy != 0m)
                writer.Add(
                    payer,
                    new(type, 0m, lcy, claim.Entry.EntryNo)
                    {
                        GlAccountNo = account,
                        VatEntryNo = entry.EntryNo,
                    }
                );
        }

        Add(net, share.NetLcy, to.NetNo);
        Add(tax, share.VatLcy, to.VatNo);
        // What the buyer assesses is taken back on both accounts; the party never owed it.
        if (share.IsSelfAssessed)
            Add(tax, -share.VatLcy, to.ReverseNo);
    }

    /// <summary>APP-30.</summary>
    public void Round(SettledEntry payer, SettledEntry claim, decimal amount)
    {
        var lcy = money.Lcy(amount, payer.Entry.CurrencyFactor);
        writer.Add(
            payer,
            new(PartyDetailType.ApplicationRounding, amount, lcy, claim.Entry.EntryNo)
            {
                GlAccountNo = lcy == 0m ? "" : accounts.Rounding(payer.Entry, lcy),
            }
        );
    }

    /// <summary>APP-22.</summary>
    public void Realize(SettledEntry entry, decimal lcy, SettledEntry with)
    {
        if (lcy == 0m)
            return;
        var type = lcy > 0m ? PartyDetailType.RealizedGain : PartyDetailType.RealizedLoss;
        writer.Add(
            entry,
            new(type, 0m, lcy, with.Entry.EntryNo)
            {
                GlAccountNo = accounts.Realized(entry.Entry, lcy),
            }
        );
    }

    /// <summary>What is paid, taken from one entry and from the other (INV-21).</summary>
    public void Apply(SettledEntry entry, (decimal Amount, decimal Lcy) applied, SettledEntry with)
    {
        var (amount, lcy) = applied;
        writer.Add(entry, new(PartyDetailType.Application, amount, lcy, with.Entry.EntryNo));
    }

    /// <summary>VAT that becomes due because the entry was settled (UNR-01).</summary>
    /// <param name="before">What was left of it; its own currency.</param>
    public void RealizeVat(SettledEntry entry, decimal before) => vat.Realize(entry.Entry, before);

    /// <summary>
    /// The part of earlier exchange adjustments that goes with what is applied (APP-23). It takes
    /// the kind of what it takes back (ADJ-05).
    /// </summary>
    public void ReverseUnrealized(
        SettledEntry entry,
        (decimal Applied, decimal Before) part,
        int with
    )
    {
        var (applied, before) = part;
        if (entry.UnrealizedLcy == 0m || before == 0m)
            return;
        var lcy = -Rounding.Lcy(entry.UnrealizedLcy * Math.Abs(applied / before));
        if (lcy == 0m)
            return;
        var isGain = entry.UnrealizedLcy > 0m;
        var type = isGain ? PartyDetailType.UnrealizedGain : PartyDetailType.UnrealizedLoss;
        writer.Add(
            entry,
            new(type, 0m, lcy, with) { GlAccountNo = accounts.Unrealized(entry.Entry, isGain) }
        );
    }

    /// <summary>
    /// LCY that conversion left over, so that nothing in LCY remains of nothing (APP-26).
    /// </summary>
    public void CorrectRest(SettledEntry entry, int with)
    {
        var now = entry.Entry;
        if (now.CurrencyCode.Length == 0)
            return;
        var lcy =
            money.Lcy(now.RemainingAmount, now.AdjustedCurrencyFactor) - now.RemainingAmountLcy;
        if (lcy != 0m)
            writer.Add(
                entry,
                new(PartyDetailType.CorrectionOfRemainingAmount, 0m, lcy, with)
                {
                    GlAccountNo = accounts.Correction(now, lcy),
                }
            );
    }

    private static ReductionTypes TypesOf(Reduction why) =>
        why switch
        {
            Reduction.Discount => new(
                PartyDetailType.PaymentDiscount,
                PartyDetailType.PaymentDiscountVatExcl,
                PartyDetailType.PaymentDiscountVatAdjustment
            ),
            Reduction.LateDiscount => new(
                PartyDetailType.PaymentDiscountTolerance,
                PartyDetailType.PaymentDiscountToleranceVatExcl,
                PartyDetailType.PaymentDiscountToleranceVatAdjustment
            ),
            Reduction.Tolerance => new(
                PartyDetailType.PaymentTolerance,
                PartyDetailType.PaymentToleranceVatExcl,
                PartyDetailType.PaymentToleranceVatAdjustment
            ),
            Reduction.None => throw new InvalidOperationException("Nothing was reduced."),
            _ => throw new InvalidOperationException("Unknown reduction."),
        };

    private readonly record struct ReductionTypes(
        PartyDetailType Gross,
        PartyDetailType VatExcl,
        PartyDetailType VatAdjustment
    );
}
