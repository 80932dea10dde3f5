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

/// <summary>
/// The rule for a pair of dimensions, kept with the lower code first (DIM-08).
/// </summary>
public sealed class DimensionCombination
{
    public const string Entity = "dimensionCombinations";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string FirstCode { get; set; } = "";
    public string SecondCode { get; set; } = "";
    public CombinationRule Rule { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The pairs that a limited combination blocks.</summary>
    public List<BlockedValuePair> BlockedPairs { get; set; } = [];
}

/// <summary>
/// A value of the first and one of the second dimension that do not go together (DIM-08).
/// </summary>
public sealed class BlockedValuePair
{
    public const string Entity = "dimensionValueCombinations";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string FirstCode { get; set; } = "";
    public string FirstValue { get; set; } = "";
    public string SecondCode { get; set; } = "";
    public string SecondValue { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
