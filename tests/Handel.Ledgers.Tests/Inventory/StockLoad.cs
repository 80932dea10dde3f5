using Handel.Ledgers.Inventory;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>
/// What a loader must supply, as a worked example: open layers as rows; what waits for supply and
/// what a line names with everything that their cost can flow to.
/// </summary>
internal sealed class StockLoad(
    Dictionary<int, StockEntry> entries,
    Dictionary<int, ItemApplication> applications
)
{
    private readonly HashSet<int> _reached = [];
    private readonly HashSet<int> _applications = [];

    public HashSet<int> Entries { get; } = [];
    public IEnumerable<ItemApplication> Applications =>
        _applications.Select(no => applications[no]);

    public static StockLoad All(Dictionary<int, StockEntry> entries)
    {
        var load = new StockLoad(entries, []);
        load.Entries.UnionWith(entries.Keys);
        load._reached.UnionWith(entries.Keys);
        return load;
    }

    /// <summary>
    /// The pools of average items from the first period on that may change: by a movement, by the
    /// invoice of a named receipt, by supply of what waits, and by what comes back out of these.
    /// </summary>
    public Dictionary<StockKey, DateOnly> Pools(AverageTerms terms, DateOnly moved)
    {
        var from = new Dictionary<StockKey, DateOnly>();
        var pooled = entries.Values.Where(e => e.Entry.IsPooled).ToList();
        foreach (var bucket in Buckets)
            from[terms.PoolOf(bucket)] = terms.StartOf(moved);
        foreach (var entry in pooled.Where(e => Entries.Contains(e.EntryNo)))
            if (entry.Entry.IsInbound ? MayBeInvoiced(entry) : entry.Entry.IsOpen)
                Earlier(entry);
        for (var count = -1; count != from.Values.Sum(day => day.DayNumber); )
        {
            count = from.Values.Sum(day => day.DayNumber);
            foreach (var back in pooled.Where(e => e.Entry.AppliesFromEntryNo != 0))
                if (IsIn(entries[back.Entry.AppliesFromEntryNo]))
                    Earlier(back);
        }
        foreach (var entry in pooled.Where(IsIn))
        {
            Entries.Add(entry.EntryNo);
            if (entry.Entry.AppliesFromEntryNo != 0)
                Entries.Add(entry.Entry.AppliesFromEntryNo);
        }
        foreach (var application in applications.Values)
            if (application.IsCostApplication && IsIn(entries[application.InboundEntryNo]))
                _applications.Add(application.EntryNo);
        return from;

        bool MayBeInvoiced(StockEntry entry) =>
            _reached.Contains(entry.EntryNo) && !entry.Entry.IsCompletelyInvoiced;

        bool IsIn(StockEntry entry) =>
            entry.Entry.IsPooled
            && from.TryGetValue(terms.PoolOf(entry.Entry.Key), out var day)
            && entry.Entry.ValuationDate >= day;

        void Earlier(StockEntry entry)
        {
            var pool = terms.PoolOf(entry.Entry.Key);
            var day = terms.StartOf(entry.Entry.ValuationDate);
            if (!from.TryGetValue(pool, out var known) || day < known)
                from[pool] = day;
        }
    }

    /// <summary>Where the tests keep goods.</summary>
    private static readonly StockKey[] Buckets =
    [
        new(StockBook.Item, "", ""),
        new(StockBook.Item, "", "SHOP"),
    ];

    /// <summary>An open entry of a needed bucket.</summary>
    public void Open(StockEntry entry)
    {
        if (entry.Entry.IsInbound)
            Entries.Add(entry.EntryNo);
        else
            Reach(entry);
    }

    /// <summary>An entry whose cost may change or that may be invoiced or returned.</summary>
    public void Reach(StockEntry entry)
    {
        Entries.Add(entry.EntryNo);
        if (!_reached.Add(entry.EntryNo))
            return;
        foreach (var application in applications.Values)
            if (application.InboundEntryNo == entry.EntryNo)
            {
                _applications.Add(application.EntryNo);
                Reach(entries[application.OutboundEntryNo]);
            }
            else if (application.OutboundEntryNo == entry.EntryNo)
            {
                _applications.Add(application.EntryNo);
                Entries.Add(application.InboundEntryNo);
            }
        foreach (var back in entries.Values)
            if (back.Entry.AppliesFromEntryNo == entry.EntryNo)
                Reach(back);
    }
}
