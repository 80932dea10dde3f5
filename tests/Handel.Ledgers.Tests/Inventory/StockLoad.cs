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
