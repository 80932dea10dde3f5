using System.Collections.Immutable;

namespace Handel.Ledgers.Inventory;

/// <summary>Place of an entry in its pool: by valuation date, then in order of posting.</summary>
public readonly record struct PoolPlace(DateOnly ValuationDate, int EntryNo)
    : IComparable<PoolPlace>
{
    public int CompareTo(PoolPlace other)
    {
        var byDate = ValuationDate.CompareTo(other.ValuationDate);
        return byDate != 0 ? byDate : EntryNo.CompareTo(other.EntryNo);
    }

    public static bool operator <(PoolPlace a, PoolPlace b) => a.CompareTo(b) < 0;

    public static bool operator >(PoolPlace a, PoolPlace b) => a.CompareTo(b) > 0;

    public static bool operator <=(PoolPlace a, PoolPlace b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PoolPlace a, PoolPlace b) => a.CompareTo(b) >= 0;
}

/// <summary>
/// Which entries of average items are in which pool, as far as they are loaded (CM-05). A pool is
/// known from a day on: what was before is the kept balance less what came since, so that no
/// posting reads the history of an item.
/// </summary>
public sealed class AveragePools
{
    private readonly Forked<StockKey, Places> _places;
    private readonly IReadOnlyDictionary<StockKey, DateOnly>? _loadedFrom;

    /// <param name="terms">What shares a pool, and for how long.</param>
    /// <param name="loadedFrom">
    /// The day from which on a pool is loaded; a pool that is not named is not loaded. Null: all
    /// pools are loaded whole.
    /// </param>
    public AveragePools(
        AverageTerms terms,
        IReadOnlyDictionary<StockKey, DateOnly>? loadedFrom = null
    )
    {
        (Terms, _loadedFrom, _places) = (terms, loadedFrom, new());
    }

    private AveragePools(AveragePools parent)
    {
        (Terms, _loadedFrom) = (parent.Terms, parent._loadedFrom);
        _places = parent._places.Fork();
    }

    public AverageTerms Terms { get; }

    public AveragePools Fork() => new(this);

    public void Adopt() => _places.Adopt();

    /// <summary>The entries of a pool that are valued on a day or later, in order.</summary>
    public IEnumerable<PoolPlace> From(StockKey pool, DateOnly date)
    {
        if (_loadedFrom is not null)
            AssertLoaded(pool, date);
        if (!_places.TryGet(pool, out var places))
            yield break;
        var set = places.Set;
        var at = set.IndexOf(new(date, 0));
        for (var i = at < 0 ? ~at : at; i < set.Count; i++)
            yield return set[i];
    }

    /// <summary>Puts an entry where it is valued now.</summary>
    internal void Place(ItemEntry? before, ItemEntry after)
    {
        if (before is not null && before.ValuationDate == after.ValuationDate)
            return;
        var pool = Terms.PoolOf(after.Key);
        var set = _places.TryGet(pool, out var places) ? places.Set : Places.None;
        if (before is not null)
            set = set.Remove(new(before.ValuationDate, before.EntryNo));
        _places[pool] = new(set.Add(new(after.ValuationDate, after.EntryNo)));
    }

    /// <summary>An average over part of the entries would be wrong in silence.</summary>
    private void AssertLoaded(StockKey pool, DateOnly date)
    {
        if (!_loadedFrom!.TryGetValue(pool, out var from) || date < from)
            throw new InvalidOperationException(
                $"The pool of item {pool.ItemNo} was not loaded from {date} on."
            );
    }

    private sealed record Places(ImmutableSortedSet<PoolPlace> Set)
    {
        public static readonly ImmutableSortedSet<PoolPlace> None =
            ImmutableSortedSet<PoolPlace>.Empty;
    }
}
