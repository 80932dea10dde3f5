using Handel.Ledgers.Parties;
using Xunit;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>Compares what a settlement booked with figures worked out by hand.</summary>
internal static class Settled
{
    /// <summary>Details of one entry: type, amount, LCY.</summary>
    public static void Details(
        PostedGiven posted,
        PostedGiven of,
        params (PartyDetailType Type, decimal Amount, decimal Lcy)[] expected
    ) => Details(posted.Posting, of, expected);

    public static void Details(
        Posting posting,
        PostedGiven of,
        params (PartyDetailType Type, decimal Amount, decimal Lcy)[] expected
    ) =>
        Assert.Equal(
            expected,
            posting
                .PartyDetails.Where(detail => detail.PartyEntryNo == of.Entry.EntryNo)
                .Select(detail => (detail.Type, detail.Amount, detail.AmountLcy))
        );

    /// <summary>Totals per account; those that are zero are left out.</summary>
    public static void Gl(PostedGiven posted, params (string Account, decimal Amount)[] expected) =>
        Gl(posted.Posting, expected);

    public static void Gl(Posting posting, params (string Account, decimal Amount)[] expected) =>
        Assert.Equal(
            expected.OrderBy(line => line.Account, StringComparer.Ordinal),
            posting
                .GlEntries.GroupBy(entry => entry.AccountNo)
                .Select(group => (Account: group.Key, Amount: group.Sum(entry => entry.Amount)))
                .Where(line => line.Amount != 0m)
                .OrderBy(line => line.Account, StringComparer.Ordinal)
        );

    public static void Vat(
        Posting posting,
        params (decimal Base, decimal Amount, decimal Pct)[] expected
    ) =>
        Assert.Equal(
            expected,
            posting.VatEntries.Select(entry => (entry.Base, entry.Amount, entry.VatPct))
        );

    public static void Closed(SettlementGiven given, params PostedGiven[] entries) =>
        Assert.All(
            entries.Select(entry => given.Now(entry.Entry)),
            entry =>
                Assert.Equal(
                    (0m, 0m, false, 0m, 0m),
                    (
                        entry.RemainingAmount,
                        entry.RemainingAmountLcy,
                        entry.IsOpen,
                        entry.RemainingPmtDiscPossible,
                        entry.MaxPaymentTolerance
                    )
                )
        );
}
