using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>What is in a pool: base quantity and LCY (CM-05).</summary>
internal readonly record struct Pool(decimal Quantity, decimal Cost)
{
    public Pool With(StockEntry entry, decimal cost) =>
        new(Quantity + entry.Entry.Quantity, Cost + cost);

    public Pool Without(StockEntry entry) =>
        new(Quantity - entry.Entry.Quantity, Cost - entry.Cost);

    /// <summary>
    /// What an outbound entry takes along, negative (CM-06). A pool that has nothing to give
    /// leaves it at the cost that its line stated (CM-07).
    /// </summary>
    public decimal CostOf(ItemEntry outbound) =>
        Quantity <= 0m || Cost < 0m
            ? Rounding.Lcy(outbound.OwnUnitCost * outbound.Quantity)
            : Rounding.Lcy(Cost * outbound.Quantity / Quantity);
}

/// <summary>
/// Averages the pools that a posting has touched, from the first valuation period that changed on
/// (CM-05 to CM-09). Within a period outbound entries are costed in order of posting, each from
/// what is left by those before it. What gets its cost from one of them counts only after it, so
/// that no cost depends on itself.
/// </summary>
internal sealed class AverageWave(Stock stock, CostWave wave)
{
    private readonly AveragePools _pools = stock.Pools;
    private readonly Dictionary<StockKey, DateOnly> _touched = [];
    private (StockKey Pool, DateOnly From)? _current;

    public bool IsIdle => _touched.Count == 0;

    /// <summary>An entry has come, has changed its cost, or leaves its valuation date.</summary>
    public void Touch(ItemEntry entry) =>
        Touch(_pools.Terms.PoolOf(entry.Key), entry.ValuationDate);

    /// <summary>
    /// A new outbound entry is the last of its period: only later periods feel it.
    /// </summary>
    public void TouchAfter(ItemEntry outbound)
    {
        var pool = _pools.Terms.PoolOf(outbound.Key);
        var next = _pools.Terms.EndOf(outbound.ValuationDate).AddDays(1);
        if (_pools.From(pool, next).Any())
            Touch(pool, next);
    }

    /// <summary>The cost of a new outbound entry, before it is in the pool (CM-06).</summary>
    public decimal CostOfNew(ItemEntry outbound)
    {
        var key = _pools.Terms.PoolOf(outbound.Key);
        var pool = Balance(key);
        var next = _pools.Terms.EndOf(outbound.ValuationDate).AddDays(1);
        foreach (var place in _pools.From(key, next))
            pool = pool.Without(stock.Entries[place.EntryNo]);
        return pool.CostOf(outbound);
    }

    /// <summary>Averages the pool with the earliest change, and all periods after it.</summary>
    public void Next()
    {
        var (pool, date) = _touched.MinBy(touched => touched.Value);
        _touched.Remove(pool);
        var from = _pools.Terms.StartOf(date);
        _current = (pool, from);
        Average(pool, from);
        _current = null;
    }

    private void Touch(StockKey pool, DateOnly date)
    {
        // What is being averaged from an earlier day on takes this along.
        if (_current is { } current && current.Pool == pool && date >= current.From)
            return;
        if (!_touched.TryGetValue(pool, out var earlier) || date < earlier)
            _touched[pool] = date;
    }

    private void Average(StockKey key, DateOnly from)
    {
        var entries = _pools.From(key, from).Select(p => stock.Entries[p.EntryNo]).ToList();
        var pool = Balance(key);
        foreach (var entry in entries)
            pool = pool.Without(entry);
        pool = pool with { Cost = pool.Cost + wave.ChangesOf(key, from, _pools.Terms) };
        for (var at = 0; at < entries.Count; )
        {
            var (first, end) = Period(entries[at].Entry.ValuationDate);
            var count = entries.Skip(at).TakeWhile(e => e.Entry.ValuationDate <= end).Count();
            pool = AveragePeriod(entries.GetRange(at, count), first, pool);
            at += count;
        }
    }

    private (DateOnly First, DateOnly Last) Period(DateOnly date) =>
        (_pools.Terms.StartOf(date), _pools.Terms.EndOf(date));

    private Pool AveragePeriod(List<StockEntry> entries, DateOnly first, Pool pool)
    {
        var inOrder = new List<StockEntry>();
        var followers = new List<(int RootNo, StockEntry Entry)>();
        foreach (var entry in entries)
        {
            var root = RootOf(entry, first);
            if (entry.Entry.IsAveraged || (root is not null && !IsOfSamePool(root, entry)))
                inOrder.Add(entry);
            else if (root is null)
                pool = pool.With(entry, wave.CostOf(entry));
            else
                followers.Add((root.EntryNo, entry));
        }
        var after = followers.ToLookup(f => f.RootNo, f => f.Entry);
        foreach (var entry in inOrder.OrderBy(e => e.EntryNo))
        {
            if (entry.Entry.IsAveraged)
                wave.ChangeOutbound(entry, pool.CostOf(entry.Entry));
            pool = pool.With(entry, wave.CostOf(entry));
            foreach (var follower in after[entry.EntryNo])
                pool = pool.With(follower, wave.CostOf(follower));
        }
        return pool;
    }

    /// <summary>
    /// The averaged entry of the same period that an entry gets its cost from: by an exact-cost
    /// return, by a fixed application, or along several of these. Null where there is none.
    /// </summary>
    private StockEntry? RootOf(StockEntry entry, DateOnly first)
    {
        while (true)
        {
            var parentNo = entry.Entry.IsInbound
                ? entry.Entry.AppliesFromEntryNo
                : entry.Entry.AppliesToEntryNo;
            if (parentNo == 0 || !stock.Entries.TryGet(parentNo, out var parent))
                return null;
            if (parent.Entry.ValuationDate < first)
                return null;
            if (parent.Entry.IsAveraged)
                return parent;
            entry = parent;
        }
    }

    private bool IsOfSamePool(StockEntry a, StockEntry b) =>
        _pools.Terms.PoolOf(a.Entry.Key) == _pools.Terms.PoolOf(b.Entry.Key);

    private Pool Balance(StockKey pool)
    {
        if (_pools.Terms.CalcType == AverageCostCalcType.Item)
            return stock.Balances.TryGet(pool.ItemNo, out var item)
                ? new(item.Quantity, item.Cost)
                : default;
        return stock.Buckets.TryGet(pool, out var bucket)
            ? new(bucket.Quantity, bucket.Cost)
            : default;
    }
}
