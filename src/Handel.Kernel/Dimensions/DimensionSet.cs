namespace Handel.Kernel.Dimensions;

/// <summary>
/// Which value each dimension has (DIM-02). Immutable, in the order of the dimension codes, so that
/// equal sets are equal and have the same <see cref="Key"/>.
/// </summary>
public sealed class DimensionSet : IEquatable<DimensionSet>
{
    public static readonly DimensionSet Empty = new(new(StringComparer.Ordinal));

    private readonly SortedDictionary<string, string> values;

    private DimensionSet(SortedDictionary<string, string> values)
    {
        this.values = values;
        Key = string.Join('\n', values.Select(pair => $"{pair.Key}\t{pair.Value}"));
    }

    /// <summary>The canonical text of the set; empty for the empty set.</summary>
    public string Key { get; }

    public bool IsEmpty => values.Count == 0;

    /// <summary>Dimension codes and their values, in the order of the codes.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>The value of a dimension, or empty where the set has none.</summary>
    public string this[string dimensionCode] => values.GetValueOrDefault(dimensionCode, "");

    /// <summary>The set of these pairs; of one dimension twice, the later value counts.</summary>
    public static DimensionSet Of(params IEnumerable<(string Dimension, string Value)> pairs)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (dimension, value) in pairs)
        {
            if (dimension.Length == 0 || value.Length == 0)
                throw new ArgumentException("A dimension or its value is empty.", nameof(pairs));
            sorted[dimension] = value;
        }
        return sorted.Count == 0 ? Empty : new(sorted);
    }

    /// <summary>The set with one dimension changed, or taken out by an empty value.</summary>
    public DimensionSet With(string dimensionCode, string valueCode)
    {
        var others = Pairs().Where(pair => pair.Dimension != dimensionCode);
        return Of(valueCode.Length == 0 ? others : others.Append((dimensionCode, valueCode)));
    }

    /// <summary>The set after some changes, each of a dimension that is named.</summary>
    public DimensionSet With(IEnumerable<DimensionChange> changes) =>
        changes.Aggregate(this, (set, change) => set.With(change.DimensionCode, change.ValueCode));

    /// <summary>
    /// This set of a line after its header changed: only what differs is applied (DIM-07).
    /// </summary>
    public DimensionSet FollowChange(DimensionSet before, DimensionSet after)
    {
        var set = this;
        foreach (var dimension in before.values.Keys.Union(after.values.Keys))
        {
            if (before[dimension] != after[dimension])
                set = set.With(dimension, after[dimension]);
        }
        return set;
    }

    public bool Equals(DimensionSet? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as DimensionSet);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() =>
        string.Join(", ", values.Select(pair => $"{pair.Key}={pair.Value}"));

    private IEnumerable<(string Dimension, string Value)> Pairs() =>
        values.Select(pair => (pair.Key, pair.Value));
}
