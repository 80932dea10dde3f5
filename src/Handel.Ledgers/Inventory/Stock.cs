namespace Handel.Ledgers.Inventory;

/// <summary>
/// The stock side of the books: item entries with their cost, what they were applied to, and the
/// kept balances, for the buckets that a batch needs. Forked and adopted like the other books.
/// </summary>
public sealed class Stock
{
    private Stock(
        Forked<int, StockEntry> entries,
        Forked<int, ItemApplication> applications,
        Forked<string, ItemBalance> balances,
        Forked<string, ItemCost> costs
    )
    {
        Entries = entries;
        Applications = applications;
        Balances = balances;
        Costs = costs;
    }

    /// <summary>Stock as it stands in the database.</summary>
    public static Stock Of(
        IEnumerable<StockEntry> entries,
        IEnumerable<ItemApplication> applications,
        IEnumerable<ItemBalance> balances
    ) =>
        new(
            new(entries.Select(e => KeyValuePair.Create(e.Entry.EntryNo, e))),
            new(applications.Select(a => KeyValuePair.Create(a.EntryNo, a))),
            new(balances.Select(b => KeyValuePair.Create(b.ItemNo, b))),
            new()
        );

    /// <summary>By entry number.</summary>
    public Forked<int, StockEntry> Entries { get; }
    public Forked<int, ItemApplication> Applications { get; }

    /// <summary>By item number.</summary>
    public Forked<string, ItemBalance> Balances { get; }

    /// <summary>Cost fields that postings set on item cards, by item number.</summary>
    public Forked<string, ItemCost> Costs { get; }

    public Stock Fork() => new(Entries.Fork(), Applications.Fork(), Balances.Fork(), Costs.Fork());

    public void Adopt()
    {
        Entries.Adopt();
        Applications.Adopt();
        Balances.Adopt();
        Costs.Adopt();
    }
}
