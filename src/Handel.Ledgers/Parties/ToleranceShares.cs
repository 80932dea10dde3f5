using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Parties;

/// <summary>A claim that may share in a difference; amounts are absolute (DSC-24).</summary>
/// <param name="Amount">What has to be paid of it.</param>
/// <param name="Max">Its Max. Payment Tolerance.</param>
public readonly record struct ToleranceClaim(decimal Amount, decimal Max);

/// <summary>Spreads an accepted difference over the claims of a payment (DSC-24).</summary>
public static class ToleranceShares
{
    /// <summary>
    /// The share of each claim, in the order of the claims: by amount, never above the maximum of
    /// the claim; what does not fit goes to earlier ones with room.
    /// </summary>
    /// <param name="tolerance">Not negative, and not above the sum of the maxima.</param>
    public static decimal[] Of(
        decimal tolerance,
        IReadOnlyList<ToleranceClaim> claims,
        decimal precision = Rounding.AmountPrecision
    )
    {
        var shares = new decimal[claims.Count];
        var order = Enumerable
            .Range(0, claims.Count)
            .OrderByDescending(index => claims[index].Max)
            .ToList();
        var amountLeft = claims.Sum(claim => claim.Amount);
        var toleranceLeft = tolerance;
        foreach (var index in order)
        {
            var claim = claims[index];
            var share =
                index == order[^1] ? toleranceLeft
                : amountLeft == 0m ? 0m
                : Rounding.Round(claim.Amount / amountLeft * toleranceLeft, precision);
            shares[index] = Math.Min(share, claim.Max);
            toleranceLeft -= shares[index];
            amountLeft -= claim.Amount;
        }
        foreach (var index in order)
        {
            var room = Math.Min(toleranceLeft, claims[index].Max - shares[index]);
            shares[index] += room;
            toleranceLeft -= room;
        }
        return shares;
    }
}
