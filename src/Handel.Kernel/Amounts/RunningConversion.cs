namespace Handel.Kernel.Amounts;

/// <summary>
/// Converts the lines of a document one after the other, so that their LCY amounts add up to the
/// converted total: each line takes the rounded running total less what went before (FCY-01, D-09).
/// </summary>
public sealed class RunningConversion(decimal factor, decimal precision = Rounding.AmountPrecision)
{
    /// <summary>Sum of the amounts so far, in FCY.</summary>
    public decimal Total { get; private set; }

    /// <summary>Sum of the amounts so far, in LCY; the rounded conversion of the total.</summary>
    public decimal TotalLcy { get; private set; }

    /// <summary>The LCY amount of the next line.</summary>
    public decimal Next(decimal amount)
    {
        var before = TotalLcy;
        Total += amount;
        TotalLcy = Conversion.ToLcy(Total, factor, precision);
        return TotalLcy - before;
    }

    /// <summary>The LCY amounts of all lines, in their order.</summary>
    public static decimal[] Convert(IEnumerable<decimal> amounts, decimal factor)
    {
        var running = new RunningConversion(factor);
        return [.. amounts.Select(running.Next)];
    }
}
