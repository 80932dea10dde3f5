namespace Handel.Kernel.Amounts;

/// <summary>
/// Spreads an amount over weights: every share is rounded with what the shares before it left
/// over, and the last takes the rest, so the shares add up exactly (VAT-12, D-03).
/// </summary>
public static class RemainderSpread
{
    /// <summary>The share of each weight, in the order of the weights.</summary>
    /// <param name="amount">What is spread; a multiple of the precision.</param>
    /// <param name="weights">What it is spread by, for example net line amounts.</param>
    /// <param name="precision">Multiple to which shares are rounded.</param>
    public static decimal[] Spread(
        decimal amount,
        IReadOnlyList<decimal> weights,
        decimal precision = Rounding.AmountPrecision
    )
    {
        var shares = new decimal[weights.Count];
        var weightTotal = weights.Sum();
        var last = LastWeighted(weights);
        var (given, weightSoFar) = (0m, 0m);
        for (var index = 0; index < last; index++)
        {
            weightSoFar += weights[index];
            var due = weightTotal == 0 ? 0 : amount * weightSoFar / weightTotal;
            // A line without weight has no share, whatever is left over.
            shares[index] = weights[index] == 0 ? 0 : Rounding.Round(due - given, precision);
            given += shares[index];
        }
        if (last >= 0)
            shares[last] = amount - given;
        return shares;
    }

    // Without any weight the last line takes it all.
    private static int LastWeighted(IReadOnlyList<decimal> weights)
    {
        for (var index = weights.Count - 1; index >= 0; index--)
        {
            if (weights[index] != 0)
                return index;
        }
        return weights.Count - 1;
    }
}
