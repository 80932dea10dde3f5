namespace Handel.Kernel.Dimensions;

/// <summary>
/// The sets of a company by id, as far as they were loaded (DIM-02, INV-52). Equal sets share one
/// id; 0 is the empty set. A set that was not loaded gets a provisional id below 0, until the shell
/// has stored it or found it.
/// </summary>
public sealed class DimensionSets
{
    public const int EmptyId = 0;

    private readonly Dictionary<int, DimensionSet> byId = new() { [EmptyId] = DimensionSet.Empty };
    private readonly Dictionary<DimensionSet, int> ids = new() { [DimensionSet.Empty] = EmptyId };
    private int lastProvisionalId;

    /// <param name="known">Sets that the database has, by id.</param>
    public DimensionSets(params IEnumerable<KeyValuePair<int, DimensionSet>> known)
    {
        foreach (var (id, set) in known)
            Keep(id, set);
    }

    /// <summary>The set of an id that must have been loaded.</summary>
    public DimensionSet this[int id] =>
        byId.TryGetValue(id, out var set)
            ? set
            : throw new KeyNotFoundException($"Dimension set {id} was not loaded.");

    /// <summary>Whether the set of an id is known here.</summary>
    public bool Contains(int id) => byId.ContainsKey(id);

    /// <summary>The id is not one of the database yet.</summary>
    public static bool IsProvisional(int id) => id < EmptyId;

    /// <summary>The id of a set; a provisional one when no loaded set equals it.</summary>
    public int IdOf(DimensionSet set)
    {
        if (ids.TryGetValue(set, out var id))
            return id;
        Keep(--lastProvisionalId, set);
        return lastProvisionalId;
    }

    private void Keep(int id, DimensionSet set)
    {
        if (id == EmptyId && set.IsEmpty)
            return;
        byId.Add(id, set);
        ids.Add(set, id);
    }
}
