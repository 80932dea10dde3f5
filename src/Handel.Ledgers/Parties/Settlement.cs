using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Parties;

/// <summary>
/// What settling one entry with another of the same currency does (finance 13.3): the new states,
/// the details, and what reaches the ledger beside the control account.
/// </summary>
/// <param name="Applying">
/// The new entry after it; discount and exchange results sit on it (ENT-10).
/// </param>
/// <param name="Applied">The older entry after it.</param>
/// <param name="Details">Without numbers, in order of APP step 2, 7 and 8.</param>
/// <param name="DiscountLcy">
/// Discount on the applying entry, in its sign; its control line too.
/// </param>
/// <param name="RealizedLcy">Gain (+) or loss (-) on the applying entry (APP-22).</param>
public sealed record Settlement(
    PartyEntry Applying,
    PartyEntry Applied,
    IReadOnlyList<PartyDetail> Details,
    decimal DiscountLcy,
    decimal RealizedLcy
)
{
    /// <summary>
    /// Settles as much as both entries have left (APP-20). With <paramref name="discount"/>, in the
    /// sign of the applied entry, the applying entry counts for that much more (DSC-02).
    /// </summary>
    public static Settlement Of(
        PostingHeader header,
        PartyEntry applying,
        PartyEntry applied,
        decimal discount = 0m
    )
    {
        AssertOpposite(applying, applied);
        var details = new List<PartyDetail>(4);
        PartyDetail Detail(PartyEntry entry, PartyDetailType type, decimal amount, decimal lcy) =>
            PartyPosting.Detail(header, entry, type) with
            {
                Amount = amount,
                AmountLcy = lcy,
                AppliedPartyEntryNo = (entry == applying ? applied : applying).EntryNo,
            };

        var discountLcy = -Conversion.ToLcy(discount, applying.CurrencyFactor);
        if (discount != 0m)
            details.Add(Detail(applying, PartyDetailType.PaymentDiscount, -discount, discountLcy));
        var available = applying.RemainingAmount - discount;
        var isAppliedInFull = Math.Abs(available) >= Math.Abs(applied.RemainingAmount);
        var amount = isAppliedInFull ? applied.RemainingAmount : -available;

        // APP-21: the old entry is relieved at its own rate, to the last cent when it closes
        // (APP-26).
        var lcy = isAppliedInFull
            ? applied.RemainingAmountLcy
            : Conversion.ToLcy(amount, applied.CurrencyFactor);
        var availableLcy = applying.RemainingAmountLcy + discountLcy;
        var taken =
            available == -amount
                ? availableLcy
                : Conversion.ToLcy(-amount, applying.CurrencyFactor);
        var realized = -(taken + lcy);
        if (realized != 0m)
            details.Add(Detail(applying, ResultType(realized), 0m, realized));
        details.Add(Detail(applying, PartyDetailType.Application, amount, lcy));
        details.Add(Detail(applied, PartyDetailType.Application, -amount, -lcy));

        var newer = applying with
        {
            RemainingAmount = available + amount,
            RemainingAmountLcy = availableLcy + lcy + realized,
        };
        var older = applied with
        {
            RemainingAmount = applied.RemainingAmount - amount,
            RemainingAmountLcy = applied.RemainingAmountLcy - lcy,
        };
        return new(
            Closed(newer, applying, applied.EntryNo, header.PostingDate),
            Closed(older, applied, applying.EntryNo, header.PostingDate),
            details,
            discountLcy,
            realized
        );
    }

    private static PartyEntry Closed(PartyEntry entry, PartyEntry before, int by, DateOnly date) =>
        entry.RemainingAmount == 0m
            ? entry with
            {
                IsOpen = false,
                RemainingPmtDiscPossible = 0m,
                ClosedByEntryNo = by,
                ClosedAtDate = date,
            }
            : entry with
            {
                RemainingPmtDiscPossible = DiscountLeft(entry, before),
            };

    // APP-28: documents that settle each other share the discount; a part payment leaves it whole.
    private static decimal DiscountLeft(PartyEntry entry, PartyEntry before)
    {
        var old = before.RemainingPmtDiscPossible;
        return old == 0m || before.RemainingAmount == 0m
            ? old
            : Rounding.Round(old * entry.RemainingAmount / before.RemainingAmount);
    }

    private static PartyDetailType ResultType(decimal realized) =>
        realized > 0m ? PartyDetailType.RealizedGain : PartyDetailType.RealizedLoss;

    private static void AssertOpposite(PartyEntry applying, PartyEntry applied)
    {
        var isOpposite = applying.RemainingAmount * applied.RemainingAmount < 0m;
        if (!isOpposite || applying.CurrencyCode != applied.CurrencyCode)
            throw new InvalidOperationException(
                $"Entry {applying.EntryNo} cannot settle entry {applied.EntryNo} (APP-01)."
            );
    }
}
