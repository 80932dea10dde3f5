namespace Handel.Kernel.Amounts;

/// <summary>Which way a rest is rounded (CNV-02).</summary>
public enum RoundingDirection : short
{
    /// <summary>To the nearest multiple, halves away from zero.</summary>
    Nearest = 0,

    /// <summary>Away from zero.</summary>
    Up = 1,

    /// <summary>Toward zero.</summary>
    Down = 2,
}

/// <summary>The one place where money, quantities and rates are rounded (finance CNV-02).</summary>
public static class Rounding
{
    public const decimal AmountPrecision = 0.01m;
    public const decimal UnitAmountPrecision = 0.00001m;
    public const decimal QuantityPrecision = 0.00001m;

    /// <summary>Rounds to a multiple of <paramref name="precision"/> (greater than zero).</summary>
    public static decimal Round(
        decimal value,
        decimal precision = AmountPrecision,
        RoundingDirection direction = RoundingDirection.Nearest
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(precision);
        var steps = value / precision;
        var whole = direction switch
        {
            RoundingDirection.Nearest => decimal.Round(steps, 0, MidpointRounding.AwayFromZero),
            RoundingDirection.Up => steps < 0 ? decimal.Floor(steps) : decimal.Ceiling(steps),
            RoundingDirection.Down => decimal.Truncate(steps),
            _ => throw new ArgumentOutOfRangeException(nameof(direction)),
        };
        return whole * precision;
    }

    /// <summary>An amount in LCY at its default precision.</summary>
    public static decimal Lcy(decimal value) => Round(value);

    /// <summary>A price or cost of one unit.</summary>
    public static decimal UnitAmount(decimal value) => Round(value, UnitAmountPrecision);

    /// <summary>A quantity, in whatever unit.</summary>
    public static decimal Quantity(decimal value) => Round(value, QuantityPrecision);
}
