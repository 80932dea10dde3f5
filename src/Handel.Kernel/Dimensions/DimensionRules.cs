namespace Handel.Kernel.Dimensions;

/// <summary>The dimension rules of a company, as editing and posting read them.</summary>
public sealed record DimensionRules(
    IReadOnlyDictionary<string, Dimension> Dimensions,
    IReadOnlyDictionary<(string Dimension, string Value), DimensionValue> Values,
    IReadOnlyList<DimensionCombination> Combinations,
    DefaultDimensions Defaults
)
{
    public static readonly DimensionRules None = new(
        new Dictionary<string, Dimension>(),
        new Dictionary<(string, string), DimensionValue>(),
        [],
        new([])
    );

    /// <summary>Global dimensions 1 and 2 and shortcuts 3 to 8 (GLS-19).</summary>
    public const int ShortcutsMax = 8;

    public IReadOnlyList<DefaultDimensionPriority> Priorities { get; init; } = [];

    /// <summary>Codes of the shortcuts from 1 on; blank where none is chosen (GLS-19).</summary>
    public IReadOnlyList<string> Shortcuts { get; init; } = [];

    /// <summary>The company has no dimensions, so no set, no default and no rule.</summary>
    public bool IsEmpty => Dimensions.Count == 0;

    /// <summary>The dimension of a shortcut, or blank.</summary>
    public string ShortcutCode(int no) => no >= 1 && no <= Shortcuts.Count ? Shortcuts[no - 1] : "";

    /// <summary>The API field of a dimension: its shortcut where it has one.</summary>
    public string FieldOf(string dimensionCode)
    {
        for (var at = 0; at < Shortcuts.Count; at++)
            if (Shortcuts[at] == dimensionCode)
                return $"shortcutDimension{at + 1}Code";
        return "dimensionSetLines";
    }

    /// <summary>The same rules with the defaults of the records at hand.</summary>
    public DimensionRules With(IReadOnlyCollection<DefaultDimension> defaults) =>
        defaults.Count == 0 ? this : this with { Defaults = Defaults.With(defaults) };

    /// <summary>The combined defaults of a line or header (DIM-05, DIM-06).</summary>
    /// <param name="from">Where they come from.</param>
    /// <param name="sourceCode">What is being entered, for example <c>SALES</c>.</param>
    public DimensionSet Combine(DimensionSources from, string sourceCode) =>
        new DimensionDefaulting(Defaults, Priorities, sourceCode).Combine(from);
}

/// <summary>What is known of dimensions while something is edited or posted.</summary>
/// <param name="Rules">With the defaults of the records that are touched.</param>
/// <param name="Sets">Those that the drafts and entries at hand carry.</param>
public sealed record DimensionContext(DimensionRules Rules, DimensionSets Sets)
{
    /// <summary>Of a company without dimensions.</summary>
    public static DimensionContext Blank() => new(DimensionRules.None, new());
}
