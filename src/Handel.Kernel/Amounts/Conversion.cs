namespace Handel.Kernel.Amounts;

/// <summary>
/// Converts amounts by a currency factor: units of FCY for one unit of LCY (CUR-04, C-03).
/// </summary>
public static class Conversion
{
    // A factor is a quotient that was cut off somewhere, so what should be half a cent arrives a
    // hair below or above it. Ten decimals mend that and are far finer than any rounding.
    private const int CleanDecimals = 10;

    /// <summary>The value in LCY of an amount in FCY, rounded.</summary>
    public static decimal ToLcy(
        decimal amount,
        decimal factor,
        decimal precision = Rounding.AmountPrecision
    ) => Rounding.Round(ToLcyUnrounded(amount, factor), precision);

    /// <summary>The value in FCY of an amount in LCY, at the precision of the currency.</summary>
    public static decimal ToFcy(
        decimal amountLcy,
        decimal factor,
        decimal precision = Rounding.AmountPrecision
    ) => Rounding.Round(Clean(amountLcy * factor), precision);

    /// <summary>From one FCY to another, through LCY without rounding on the way.</summary>
    public static decimal Between(decimal amount, FactorPair factors, decimal precision) =>
        Rounding.Round(Clean(amount * factors.To / factors.From), precision);

    /// <summary>The value in LCY before any rounding to cents.</summary>
    public static decimal ToLcyUnrounded(decimal amount, decimal factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return Clean(amount / factor);
    }

    private static decimal Clean(decimal value) =>
        decimal.Round(value, CleanDecimals, MidpointRounding.AwayFromZero);
}

/// <summary>The factors of the currency that is converted and of the one it becomes.</summary>
public readonly record struct FactorPair(decimal From, decimal To);
