namespace Handel.Kernel.Dimensions;

/// <summary>A mark by which entries are analysed, for example department (DIM-01).</summary>
public sealed class Dimension
{
    public const string Entity = "dimensions";

    // Words that reports and analysis offer beside dimensions (DIM-01).
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "G/L ACCOUNT",
        "BUSINESS UNIT",
        "PERIOD",
        "CUSTOMER",
        "VENDOR",
        "ITEM",
        "LOCATION",
        "BANK ACCOUNT",
        "CASH FLOW ACCOUNT",
        "CASH FLOW FORECAST",
        "COST TYPE",
    };

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public string ConsolidationCode { get; set; } = "";
    public bool IsBlocked { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The code means something else already.</summary>
    public static bool IsReserved(string code) => Reserved.Contains(code);
}

/// <summary>What a dimension value is for (DIM-01).</summary>
public enum DimensionValueType : short
{
    Standard = 0,
    Heading = 1,
    Total = 2,
    BeginTotal = 3,
    EndTotal = 4,
}

/// <summary>A value of a dimension (DIM-01).</summary>
public sealed class DimensionValue
{
    public const string Entity = "dimensionValues";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string DimensionCode { get; set; } = "";
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public string ConsolidationCode { get; set; } = "";
    public DimensionValueType Type { get; set; }

    /// <summary>Values that a total sums, for example <c>10..40|60</c>.</summary>
    public string Totaling { get; set; } = "";
    public bool IsBlocked { get; set; }

    /// <summary>1 or 2 for the global dimensions, 3 to 8 for shortcuts, else 0.</summary>
    public int GlobalDimensionNo { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Whether entries may carry it.</summary>
    public bool IsPostable =>
        !IsBlocked && Type is (DimensionValueType.Standard or DimensionValueType.BeginTotal);

    /// <summary>
    /// A filter on this value finds entries of that one: itself, or of its total.
    /// </summary>
    public bool Covers(string code)
    {
        if (Totaling.Length == 0)
            return Code == code;
        return Totaling.Split('|', StringSplitOptions.TrimEntries).Any(part => IsIn(part, code));
    }

    private static bool IsIn(string part, string code)
    {
        var ends = part.Split("..");
        return string.CompareOrdinal(code, ends[0]) >= 0
            && (ends[^1].Length == 0 || string.CompareOrdinal(code, ends[^1]) <= 0);
    }
}
