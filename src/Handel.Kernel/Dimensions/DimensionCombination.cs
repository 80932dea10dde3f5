namespace Handel.Kernel.Dimensions;

/// <summary>Whether two dimensions may stand together (DIM-08).</summary>
public enum CombinationRule : short
{
    None = 0,

    /// <summary>The pairs of values that are listed may not stand together.</summary>
    Limited = 1,

    /// <summary>The two dimensions may not stand together at all.</summary>
    Blocked = 2,
}

/// <summary>The rule for a pair of dimensions, in either order (DIM-08).</summary>
public sealed class DimensionCombination
{
    public int CompanyNo { get; set; }
    public string FirstCode { get; set; } = "";
    public string SecondCode { get; set; } = "";
    public CombinationRule Rule { get; set; }

    /// <summary>The pairs that a limited combination blocks.</summary>
    public List<BlockedValuePair> BlockedPairs { get; set; } = [];
}

/// <summary>A value of the first and one of the second dimension that do not go together.</summary>
public sealed record BlockedValuePair(string FirstValue, string SecondValue);
