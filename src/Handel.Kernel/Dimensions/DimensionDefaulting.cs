using Handel.Kernel.Problems;

namespace Handel.Kernel.Dimensions;

/// <summary>Where the dimensions of a header or a line come from (DIM-06).</summary>
/// <param name="Inherited">The set of the header; empty for a header itself.</param>
/// <param name="InheritedEntity">What it counts as coming from: the party's entity.</param>
/// <param name="Sources">The records of the line, the one just edited first.</param>
public sealed record DimensionSources(
    DimensionSet Inherited,
    string InheritedEntity,
    IReadOnlyList<RecordRef> Sources
);

/// <summary>Combines the defaults of several records into one set (DIM-05, DIM-06).</summary>
public sealed class DimensionDefaulting(
    DefaultDimensions defaults,
    IEnumerable<DefaultDimensionPriority> priorities,
    string sourceCode
)
{
    private readonly Dictionary<string, int> priorityOf = priorities
        .Where(row => row.SourceCode == sourceCode)
        .ToDictionary(row => row.Entity, row => row.Priority);

    public DimensionSet Combine(DimensionSources from)
    {
        var chosen = new Dictionary<string, (string Value, int Priority)>();
        foreach (var (dimension, value) in from.Inherited.Values)
            chosen[dimension] = (value, PriorityOf(from.InheritedEntity));

        foreach (var source in from.Sources)
        {
            var priority = PriorityOf(source.Entity);
            foreach (var line in defaults.For(source).Where(line => line.ValueCode.Length > 0))
            {
                // The first source keeps a dimension; only a strictly stronger one takes it.
                var isFree = !chosen.TryGetValue(line.DimensionCode, out var holder);
                if (isFree || priority < holder.Priority)
                    chosen[line.DimensionCode] = (line.ValueCode, priority);
            }
        }
        return DimensionSet.Of(chosen.Select(pair => (pair.Key, pair.Value.Value)));
    }

    // No row is weaker than any row.
    private int PriorityOf(string entity) => priorityOf.GetValueOrDefault(entity, int.MaxValue);
}
