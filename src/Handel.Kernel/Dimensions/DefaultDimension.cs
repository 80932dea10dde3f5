using Handel.Kernel.Problems;

namespace Handel.Kernel.Dimensions;

/// <summary>What posting demands of a dimension (DIM-04).</summary>
public enum ValuePosting : short
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Some value.</summary>
    CodeMandatory = 1,

    /// <summary>Exactly the default value; without one the dimension must be absent.</summary>
    SameCode = 2,

    /// <summary>No value.</summary>
    NoCode = 3,
}

/// <summary>
/// The default of a dimension on a record, or on all of its kind (DIM-03, DIM-05).
/// </summary>
public sealed class DefaultDimension
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>The entity set of the record, for example <c>customers</c>.</summary>
    public string Entity { get; set; } = "";

    /// <summary>The record's number, or empty for all records of the entity.</summary>
    public string No { get; set; } = "";
    public string DimensionCode { get; set; } = "";
    public string ValueCode { get; set; } = "";
    public ValuePosting ValuePosting { get; set; }

    /// <summary>Values that are allowed, joined by <c>|</c>; empty allows all.</summary>
    public string AllowedValuesFilter { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>Which source of defaults wins under a source code (DIM-06).</summary>
/// <param name="SourceCode">What is being entered, for example <c>SALES</c>.</param>
/// <param name="Entity">The kind of record that supplies the default.</param>
/// <param name="Priority">1 is the strongest.</param>
public sealed record DefaultDimensionPriority(string SourceCode, string Entity, int Priority);

/// <summary>The default dimensions of a company, by record.</summary>
public sealed class DefaultDimensions(IEnumerable<DefaultDimension> defaults)
{
    private readonly ILookup<(string Entity, string No), DefaultDimension> byRecord =
        defaults.ToLookup(line => (line.Entity, line.No));

    /// <summary>What applies to a record: its own line before the line of its kind.</summary>
    public IEnumerable<DefaultDimension> For(RecordRef source)
    {
        var own = byRecord[(source.Entity, source.No)].ToList();
        if (source.No.Length == 0)
            return own;
        var general = byRecord[(source.Entity, "")];
        return own.Concat(general).DistinctBy(line => line.DimensionCode);
    }
}
