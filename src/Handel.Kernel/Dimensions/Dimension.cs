namespace Handel.Kernel.Dimensions;

/// <summary>A mark by which entries are analysed, for example department (DIM-01).</summary>
public sealed class Dimension
{
    public const string Entity = "dimensions";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public string ConsolidationCode { get; set; } = "";
    public bool IsBlocked { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
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
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string DimensionCode { get; set; } = "";
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public DimensionValueType Type { get; set; }
    public string Totaling { get; set; } = "";
    public bool IsBlocked { get; set; }

    /// <summary>1 or 2 for the global dimensions, 3 to 8 for shortcuts, else 0.</summary>
    public int GlobalDimensionNo { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Whether entries may carry it.</summary>
    public bool IsPostable =>
        !IsBlocked && Type is (DimensionValueType.Standard or DimensionValueType.BeginTotal);
}
