namespace Handel.Kernel.Dimensions;

/// <summary>
/// The sets of a company by id, as far as they were loaded (DIM-02, INV-52). Equal sets share one
/// id; 0 is the empty set. New sets are numbered here and written by the shell.
/// </summary>
public sealed class DimensionSets
{
    public const int EmptyId = 0;

    private readonly Dictionary<int, DimensionSet> byId = new() { [EmptyId] = DimensionSet.Empty };
    private readonly Dictionary<DimensionSet, int> ids = new() { [DimensionSet.Empty] = EmptyId };
    private readonly List<int> added = [];
    private int lastId;

    /// <param name="known">Sets that the database has, by id.</param>
    /// <param name="lastId">The highest id in the database, loaded or not.</param>
    public DimensionSets(IEnumerable<KeyValuePair<int, DimensionSet>> known, int lastId)
    {
        foreach (var (id, set) in known)
            Keep(id, set);
        this.lastId = Math.Max(lastId, byId.Keys.Max());
    }

    /// <summary>The sets that are new, in the order of their ids.</summary>
    public IEnumerable<KeyValuePair<int, DimensionSet>> Added =>
        added.Select(id => KeyValuePair.Create(id, byId[id]));

    /// <summary>The set of an id that must have been loaded.</summary>
    public DimensionSet this[int id] =>
        byId.TryGetValue(id, out var set)
            ? set
            : throw new KeyNotFoundException($"Dimension set {id} was not loaded.");

    /// <summary>The id of a set; a new one when no loaded set equals it.</summary>
    public int IdOf(DimensionSet set)
    {
        if (ids.TryGetValue(set, out var id))
            return id;
        Keep(++lastId, set);
        added.Add(lastId);
        return lastId;
    }

    private void Keep(int id, DimensionSet set)
    {
        if (id == EmptyId && set.IsEmpty)
            return;
        byId.Add(id, set);
        ids.Add(set, id);
    }
}
