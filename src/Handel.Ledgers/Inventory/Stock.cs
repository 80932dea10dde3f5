using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// The stock side of the books: item entries with their cost, what they were applied to, and the
/// kept balances, for the buckets that a batch needs. Forked and adopted like the other books.
/// Entries and applications are set through <see cref="Set(StockEntry)"/> and
/// <see cref="Add(ItemApplication)"/>, which keep the order of open layers and the balances true.
/// </summary>
public sealed class Stock
{
    private readonly Forked<StockKey, OpenEntries> _open;
    private readonly Forked<EntryLink, Links> _links;

    private Stock(Stock? parent, AveragePools pools)
    {
        Entries = parent?.Entries.Fork() ?? new();
        Applications = parent?.Applications.Fork() ?? new();
        Balances = parent?.Balances.Fork() ?? new();
        Buckets = parent?.Buckets.Fork() ?? new();
        Costs = parent?.Costs.Fork() ?? new();
        Pools = pools;
        _open = parent?._open.Fork() ?? new();
        _links = parent?._links.Fork() ?? new();
    }

    /// <summary>
    /// Stock as it stands in the database. Needed of a bucket: its open layers and its balances,
    /// and where goods come in its open outbound entries, which these may supply.
    /// Needed of an open outbound entry and of every entry that is invoiced or returned: all that
    /// its cost flows to. That is, for an inbound entry its applications and their outbound
    /// entries, in turn; for an outbound entry all its applications, the inbound entries of these
    /// (themselves only), and its exact-cost returns, in turn.
    /// Needed of a pool of average cost: all that is valued from the first changed period on.
    /// </summary>
    public static Stock Of(
        IEnumerable<StockEntry> entries,
        IEnumerable<ItemApplication> applications,
        IEnumerable<ItemBalance> balances,
        IEnumerable<BucketBalance> buckets
    ) => Of(new(AverageTerms.Usual), entries, applications, (balances, buckets));

    /// <summary>The same with the pools of average items.</summary>
    public static Stock Of(
        AveragePools pools,
        IEnumerable<StockEntry> entries,
        IEnumerable<ItemApplication> applications,
        (IEnumerable<ItemBalance> Items, IEnumerable<BucketBalance> Buckets) balances
    )
    {
        var stock = new Stock(null, pools);
        // By number: links keep the order in which they were made.
        foreach (var entry in entries.OrderBy(e => e.EntryNo))
            stock.Place(null, entry);
        foreach (var application in applications.OrderBy(a => a.EntryNo))
            stock.Add(application);
        foreach (var balance in balances.Items)
            stock.Balances[balance.ItemNo] = balance;
        foreach (var bucket in balances.Buckets)
            stock.Buckets[bucket.Key] = bucket;
        return stock;
    }

    /// <summary>By entry number. Read here; change with <see cref="Set(StockEntry)"/>.</summary>
    public Forked<int, StockEntry> Entries { get; }

    /// <summary>
    /// By entry number; new ones and those whose cost has changed are its changes.
    /// </summary>
    public Forked<int, ItemApplication> Applications { get; }

    /// <summary>By item number.</summary>
    public Forked<string, ItemBalance> Balances { get; }
    public Forked<StockKey, BucketBalance> Buckets { get; }

    /// <summary>Cost fields that postings set on item cards, by item number.</summary>
    public Forked<string, ItemCost> Costs { get; }

    /// <summary>The pools of average items.</summary>
    public AveragePools Pools { get; }

    /// <summary>The open entries of a bucket, earliest first.</summary>
    public OpenEntries Open(StockKey key) =>
        _open.TryGet(key, out var open) ? open : OpenEntries.None;

    /// <summary>
    /// The applications that an entry takes part in, on either side, oldest first.
    /// </summary>
    public IReadOnlyList<ItemApplication> ApplicationsOf(int entryNo) =>
        [.. Linked(new(entryNo, IsReturn: false)).Select(no => Applications[no])];

    /// <summary>The exact-cost returns of an outbound entry, oldest first.</summary>
    public IReadOnlyList<StockEntry> ReturnsOf(int outboundEntryNo) =>
        [.. Linked(new(outboundEntryNo, IsReturn: true)).Select(no => Entries[no])];

    /// <summary>Sets the state of an entry, and the balances and open layers with it.</summary>
    public void Set(StockEntry after)
    {
        Entries.TryGet(after.EntryNo, out var before);
        Place(before, after);
        // Services and goods that are not stocked have entries but no stock (LE-07).
        if (after.Values[0].IsInventoriable)
            AddToBalances(before, after);
    }

    /// <summary>Adds a new application to the entries on both its sides.</summary>
    public void Add(ItemApplication application)
    {
        Applications[application.EntryNo] = application;
        Link(new(application.InboundEntryNo, IsReturn: false), application.EntryNo);
        Link(new(application.OutboundEntryNo, IsReturn: false), application.EntryNo);
    }

    public Stock Fork() => new(this, Pools.Fork());

    public void Adopt()
    {
        Entries.Adopt();
        Applications.Adopt();
        Balances.Adopt();
        Buckets.Adopt();
        Costs.Adopt();
        Pools.Adopt();
        _open.Adopt();
        _links.Adopt();
    }

    private void Place(StockEntry? before, StockEntry after)
    {
        Entries[after.EntryNo] = after;
        var entry = after.Entry;
        if (before is null && entry.AppliesFromEntryNo != 0)
            Link(new(entry.AppliesFromEntryNo, IsReturn: true), entry.EntryNo);
        if (entry.IsPooled)
            Pools.Place(before?.Entry, entry);
        if ((before?.Entry.RemainingQuantity ?? 0m) != entry.RemainingQuantity)
            _open[entry.Key] = Open(entry.Key).With(before?.Entry, entry);
    }

    private void AddToBalances(StockEntry? before, StockEntry after)
    {
        var entry = after.Entry;
        var quantity = before is null ? entry.Quantity : 0m;
        var invoiced = entry.InvoicedQuantity - (before?.Entry.InvoicedQuantity ?? 0m);
        var costNow = after.CostActual + after.CostExpected;
        var cost = costNow - (before is null ? 0m : before.CostActual + before.CostExpected);

        // Taking from a layer changes what is left of it, and no balance: the most frequent case.
        if (entry.IsInbound && quantity == 0m && invoiced == 0m && cost == 0m)
            return;

        if (!Balances.TryGet(entry.ItemNo, out var balance))
            balance = new(entry.ItemNo, 0m, 0m, 0m);
        Balances[entry.ItemNo] = OutboundTotals(before, after, balance) with
        {
            Quantity = balance.Quantity + quantity,
            InvoicedQuantity = balance.InvoicedQuantity + invoiced,
            Cost = balance.Cost + cost,
        };

        if (!Buckets.TryGet(entry.Key, out var bucket))
            bucket = new(entry.Key, 0m, 0m);
        Buckets[entry.Key] = bucket with
        {
            Quantity = bucket.Quantity + quantity,
            Cost = bucket.Cost + cost,
        };
    }

    private static ItemBalance OutboundTotals(
        StockEntry? before,
        StockEntry after,
        ItemBalance balance
    )
    {
        if (after.Entry.IsInbound)
            return balance;
        var was = before is { Entry.IsOpen: true } ? before : null;
        var isNow = after.Entry.IsOpen ? after : null;
        balance = balance with
        {
            OpenOutboundQuantity =
                balance.OpenOutboundQuantity
                + (isNow?.Entry.Quantity ?? 0m)
                - (was?.Entry.Quantity ?? 0m),
            OpenOutboundCost = balance.OpenOutboundCost + (isNow?.Cost ?? 0m) - (was?.Cost ?? 0m),
            OpenOutbounds = balance.OpenOutbounds + (isNow is null ? 0 : 1) - (was is null ? 0 : 1),
        };
        var entry = after.Entry;
        var isLast = entry.EntryNo >= balance.LastOutboundEntryNo;
        return !isLast || entry.IsDropShipment || entry.IsCorrection
            ? balance
            : balance with
            {
                LastOutboundEntryNo = entry.EntryNo,
                LastOutboundUnitCost = Rounding.UnitAmount(after.Cost / entry.Quantity),
            };
    }

    private void Link(EntryLink from, int toNo)
    {
        _links.TryGet(from, out var earlier);
        _links[from] = new(toNo, earlier);
    }

    private List<int> Linked(EntryLink from)
    {
        var numbers = new List<int>();
        _links.TryGet(from, out var link);
        for (; link is not null; link = link.Earlier)
            numbers.Add(link.No);
        numbers.Reverse();
        return numbers;
    }

    /// <summary>What hangs on an entry: its applications, or its exact-cost returns.</summary>
    private readonly record struct EntryLink(int EntryNo, bool IsReturn);

    /// <summary>A list that grows at its head, so that forks share its tail.</summary>
    private sealed record Links(int No, Links? Earlier);
}
