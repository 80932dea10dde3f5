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
    public const string EntitySet = "defaultDimensions";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>The entity set of the record: see <see cref="DimensionEntities"/>.</summary>
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

    /// <summary>Posting may refuse because of it; else it only proposes a value.</summary>
    public bool IsRule => ValuePosting != ValuePosting.None || AllowedValuesFilter.Length > 0;
}

/// <summary>Which source of defaults wins under a source code (DIM-06).</summary>
public sealed class DefaultDimensionPriority
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }

    /// <summary>What is being entered, for example <c>SALES</c>.</summary>
    public string SourceCode { get; set; } = "";

    /// <summary>The kind of record that supplies the default.</summary>
    public string Entity { get; set; } = "";

    /// <summary>1 is the strongest.</summary>
    public int Priority { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>
/// Default dimensions by record: those at hand, on top of those that are always known.
/// </summary>
public sealed class DefaultDimensions
{
    private readonly ILookup<(string Entity, string No), DefaultDimension> byRecord;
    private readonly DefaultDimensions? below;

    public DefaultDimensions(IEnumerable<DefaultDimension> defaults)
        : this(defaults, null) { }

    private DefaultDimensions(IEnumerable<DefaultDimension> defaults, DefaultDimensions? below)
    {
        byRecord = defaults.ToLookup(line => (line.Entity, line.No));
        this.below = below;
    }

    /// <summary>The same with the defaults of more records.</summary>
    public DefaultDimensions With(IReadOnlyCollection<DefaultDimension> more) =>
        more.Count == 0 ? this : new(more, this);

    /// <summary>What applies to a record: its own line before the line of its kind.</summary>
    public IEnumerable<DefaultDimension> For(RecordRef source)
    {
        var own = Lines(source.Entity, source.No);
        return source.No.Length == 0
            ? own
            : own.Concat(Lines(source.Entity, "")).DistinctBy(line => line.DimensionCode);
    }

    private IEnumerable<DefaultDimension> Lines(string entity, string no)
    {
        var lines = byRecord[(entity, no)];
        return below is null ? lines : lines.Concat(below.Lines(entity, no));
    }
}
