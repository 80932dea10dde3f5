using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Journals;

/// <summary>
/// What each allocation takes of a line: amounts and percents first, quantities share what is left,
/// and the last share takes what rounding leaves (JNL-42).
/// </summary>
internal static class AllocationShares
{
    private const decimal Whole = 100m;

    /// <param name="total">LCY, in the sign in which the allocations are posted.</param>
    public static decimal[] Of(
        decimal total,
        IReadOnlyList<JournalAllocation> allocations,
        LineProblems problems
    )
    {
        var shares = new decimal[allocations.Count];
        for (var i = 0; i < shares.Length; i++)
            shares[i] =
                allocations[i].Amount != 0m
                    ? allocations[i].Amount
                    : Rounding.Lcy(total * allocations[i].Pct / Whole);
        var rest = total - shares.Sum();
        var byQuantity = allocations.Where(a => a.Quantity != 0m && IsFree(a)).ToList();
        if (byQuantity.Count > 0)
            Share(rest, allocations, shares);
        else if (rest != 0m && IsRounding(rest, allocations))
            shares[LastPct(allocations)] += rest;
        else if (rest != 0m)
            problems.Add(
                problems.With(JournalCodes.Allocation, ("allocations", total), ("rest", rest))
            );
        return shares;
    }

    // One key each: an amount wins over percent, percent over quantity.
    private static bool IsFree(JournalAllocation allocation) =>
        allocation is { Amount: 0m, Pct: 0m };

    private static void Share(
        decimal rest,
        IReadOnlyList<JournalAllocation> allocations,
        decimal[] shares
    )
    {
        var weights = allocations.Select(a => IsFree(a) ? a.Quantity : 0m).ToList();
        var parts = RemainderSpread.Spread(rest, weights);
        for (var i = 0; i < shares.Length; i++)
            if (weights[i] != 0m)
                shares[i] = parts[i];
    }

    // Percents that make a whole leave no more than rounding.
    private static bool IsRounding(decimal rest, IReadOnlyList<JournalAllocation> allocations)
    {
        var percents = allocations.Count(allocation => allocation.Amount == 0m);
        return Math.Abs(rest) <= Rounding.AmountPrecision * percents;
    }

    private static int LastPct(IReadOnlyList<JournalAllocation> allocations)
    {
        for (var i = allocations.Count - 1; i >= 0; i--)
            if (allocations[i].Pct != 0m)
                return i;
        return allocations.Count - 1;
    }
}
