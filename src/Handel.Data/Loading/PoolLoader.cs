using Handel.Data.Bulk;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;

namespace Handel.Data.Loading;

/// <summary>
/// Loads the pools of average items from the first period on that a batch may change, and no
/// earlier (CM-09). What came back into another pool takes that pool along. Where no item is
/// averaged nothing is asked.
/// </summary>
internal sealed class PoolLoader(RoundTrip trip, AverageTerms terms)
{
    private readonly int _companyNo = trip.Context.CompanyNo;
    private readonly Dictionary<StockKey, DateOnly> _from = [];
    private readonly Dictionary<StockKey, DateOnly> _asked = [];
    private readonly Dictionary<int, ItemEntry> _entries = [];

    /// <summary>Known for what came back from them only.</summary>
    private readonly HashSet<int> _origins = [];
    private readonly List<ValueEntry> _values = [];
    private readonly List<ItemApplication> _applications = [];

    public IEnumerable<ItemEntry> Entries => _entries.Values;
    public IEnumerable<ValueEntry> Values => _values;
    public IEnumerable<ItemApplication> Applications => _applications;
    public AveragePools Pools => new(terms, _from);

    /// <summary>
    /// Goods move in these buckets. What leaves last in its period changes only later periods; all
    /// else changes its own.
    /// </summary>
    public void AddMoves(BooksNeeds needs, IReadOnlyDictionary<string, Item> items)
    {
        foreach (var (bucket, date) in needs.Entering)
            if (IsAverage(bucket))
                Add(bucket, terms.StartOf(date));
        foreach (var (bucket, date) in needs.Leaving)
            if (IsAverage(bucket))
                Add(bucket, terms.EndOf(date).AddDays(1));

        bool IsAverage(StockKey bucket) =>
            items.TryGetValue(bucket.ItemNo, out var item)
            && item.CostingMethod == CostingMethod.Average;
    }

    /// <summary>An entry may change its cost or its valuation date.</summary>
    public void AddChange(ItemEntry entry)
    {
        if (entry.IsPooled)
            Add(entry.Key, terms.StartOf(entry.ValuationDate));
    }

    public async Task Load(CancellationToken ct)
    {
        while (_asked.Count > 0)
        {
            foreach (var (pool, date) in _asked)
                _from[pool] = date;
            var found = await Window(ct);
            _asked.Clear();
            await Relatives(found, ct);
        }
    }

    private void Add(StockKey bucket, DateOnly date)
    {
        var pool = terms.PoolOf(bucket);
        var isKnown = _from.TryGetValue(pool, out var from) && from <= date;
        var isAsked = _asked.TryGetValue(pool, out var asked) && asked <= date;
        if (!isKnown && !isAsked)
            _asked[pool] = date;
    }

    /// <summary>All that is valued in the asked pools from their days on.</summary>
    private async Task<List<ItemEntry>> Window(CancellationToken ct)
    {
        string[] items = [.. _asked.Keys.Select(pool => pool.ItemNo)];
        string[] variants = [.. _asked.Keys.Select(pool => pool.VariantCode)];
        string[] locations = [.. _asked.Keys.Select(pool => pool.LocationCode)];
        DateOnly[] dates = [.. _asked.Values];
        var isWhole = terms.CalcType == AverageCostCalcType.Item;
        var entries = trip.RowsFrom<ItemEntry>(
            $"""
            unnest({items}, {variants}, {locations}, {dates})
                AS p(item_no, variant_code, location_code, valued_from)
            JOIN item_entry t ON t.company_no = {_companyNo} AND t.item_no = p.item_no
                AND t.valuation_date >= p.valued_from AND t.costing_method = 3
                AND ({isWhole} OR (t.variant_code = p.variant_code
                    AND t.location_code = p.location_code))
            """
        );
        await trip.Make(ct);
        var added = entries
            .Rows.Where(e => _entries.TryAdd(e.EntryNo, e) || _origins.Remove(e.EntryNo))
            .ToList();
        int[] numbers = [.. added.Select(entry => entry.EntryNo)];
        if (numbers.Length == 0)
            return added;
        var values = trip.Rows<ValueEntry>($"item_entry_no = ANY({numbers}) ORDER BY entry_no");
        // What names an entry of the pool takes its cost from it (AP-08).
        var applications = trip.Rows<ItemApplication>(
            $"inbound_entry_no = ANY({numbers}) AND is_cost_application"
        );
        await trip.Make(ct);
        _values.AddRange(values.Rows);
        _applications.AddRange(applications.Rows);
        return added;
    }

    /// <summary>
    /// What was returned out of another pool, and what was returned into one: its cost comes from
    /// there.
    /// </summary>
    private async Task Relatives(List<ItemEntry> found, CancellationToken ct)
    {
        int[] returned =
        [
            .. found
                .Where(e => !e.IsInbound && e.ShippedQtyNotReturned != e.Quantity)
                .Select(e => e.EntryNo),
        ];
        int[] origins =
        [
            .. found
                .Select(e => e.AppliesFromEntryNo)
                .Where(no => no != 0 && !_entries.ContainsKey(no)),
        ];
        if (returned.Length == 0 && origins.Length == 0)
            return;
        var entries = trip.Rows<ItemEntry>(
            $"""
            (entry_no = ANY({origins}) OR applies_from_entry_no <> 0
                AND applies_from_entry_no = ANY({returned}))
            """
        );
        await trip.Make(ct);
        var added = entries.Rows.Where(entry => !_entries.ContainsKey(entry.EntryNo)).ToList();
        int[] lone = [.. added.Where(e => origins.Contains(e.EntryNo)).Select(e => e.EntryNo)];
        foreach (var back in added.Where(entry => !lone.Contains(entry.EntryNo)))
            AddChange(back);
        if (lone.Length == 0)
            return;
        var values = trip.Rows<ValueEntry>($"item_entry_no = ANY({lone}) ORDER BY entry_no");
        await trip.Make(ct);
        foreach (var entry in added.Where(entry => lone.Contains(entry.EntryNo)))
        {
            _entries.Add(entry.EntryNo, entry);
            _origins.Add(entry.EntryNo);
        }
        _values.AddRange(values.Rows);
    }
}
