using Handel.Kernel.Amounts;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Revaluation;

/// <summary>One detail of an adjustment: a day, its kind and LCY (gain +, loss -).</summary>
internal readonly record struct RateMovement(DateOnly Date, PartyDetailType Type, decimal Lcy);

/// <summary>What an adjustment does to one entry, as details by day (ADJ-04..06, ADJ-10).</summary>
internal static class RateMovements
{
    /// <param name="of">The entry as it was on the day of the valuation.</param>
    /// <param name="factor">Its rate on that day.</param>
    /// <param name="dates">When it is posted, and taken back.</param>
    public static List<RateMovement> Of(
        ForeignEntry of,
        decimal factor,
        (DateOnly Posting, DateOnly? ReverseOn) dates
    )
    {
        var movements = new List<RateMovement>();
        var (rest, restLcy, held) = (of.Remaining, of.RemainingLcy, of.UnrealizedLcy);
        var left = Conversion.ToLcy(rest, factor) - restLcy;
        if (left == 0m)
            return movements;
        Add(movements, dates.Posting, ref held, left);
        var before = of.Later.Where(l => dates.ReverseOn is not { } d || l.PostingDate < d);
        foreach (var later in before)
        {
            // ADJ-06: what was settled since takes its part of the new valuation with it; what
            // stays open is worth what the rate says, to the cent.
            (rest, restLcy) = (rest - later.Amount, restLcy - later.AmountLcy);
            var now = Conversion.ToLcy(rest, factor) - restLcy;
            TakeBack(movements, Latest(later.PostingDate, dates.Posting), ref held, left - now);
            left = now;
        }
        if (dates.ReverseOn is { } day)
            TakeBack(movements, day, ref held, left);
        return movements;
    }

    // ADJ-05: what overshoots an earlier adjustment of the other sign cancels that one first.
    private static void Add(
        List<RateMovement> to,
        DateOnly date,
        ref decimal held,
        decimal movement
    )
    {
        if (movement == 0m)
            return;
        var overshoots = held * movement < 0m && Math.Abs(movement) > Math.Abs(held);
        if (overshoots)
        {
            to.Add(new(date, TypeOf(-held), -held));
            to.Add(new(date, TypeOf(movement + held), movement + held));
        }
        else
        {
            to.Add(new(date, TypeOf(movement), movement));
        }
        held += movement;
    }

    // What is taken back keeps the kind of what the entry holds (ADJ-05, APP-23).
    private static void TakeBack(
        List<RateMovement> to,
        DateOnly date,
        ref decimal held,
        decimal lcy
    )
    {
        if (lcy == 0m)
            return;
        to.Add(new(date, TypeOf(held == 0m ? -lcy : held), -lcy));
        held -= lcy;
    }

    private static PartyDetailType TypeOf(decimal lcy) =>
        lcy > 0m ? PartyDetailType.UnrealizedGain : PartyDetailType.UnrealizedLoss;

    private static DateOnly Latest(DateOnly a, DateOnly b) => a > b ? a : b;
}
