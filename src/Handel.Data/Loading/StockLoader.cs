using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;

namespace Handel.Data.Loading;

/// <summary>
/// Loads stock as costing sees it: the open layers of the needed items, what waits for supply where
/// goods come in, every entry that is named, and all that the cost of these two flows to along the
/// applications (AJ-08).
/// </summary>
internal sealed class StockLoader
{
    private readonly RoundTrip _trip;
    private readonly int _companyNo;
    private readonly BooksNeeds _needs;
    private readonly string[] _items;
    private readonly StockAnswers _open;
    private StockAnswers _reached = StockAnswers.None;
    private Answer<int> _flow = Answer<int>.None;
    private Answer<ItemApplication> _applications = Answer<ItemApplication>.None;
    private PoolLoader? _pools;

    /// <summary>Asks for what is open; where cost flows is known only then.</summary>
    public StockLoader(RoundTrip trip, BooksNeeds needs)
    {
        (_trip, _needs, _companyNo) = (trip, needs, trip.Context.CompanyNo);
        _items = [.. needs.Stock.Select(key => key.ItemNo).Distinct()];
        if (_items.Length == 0)
        {
            _open = StockAnswers.None;
            return;
        }
        string[] supplied = [.. needs.Supplied.Select(key => key.ItemNo).Distinct()];
        // The sub-select is an array, so that the search goes by number whatever it may hold.
        var values = trip.Rows<ValueEntry>(
            $"""
            item_entry_no = ANY(ARRAY(
                SELECT entry_no FROM item_entry
                WHERE company_no = {_companyNo} AND is_open AND item_no = ANY({_items})
                    AND (remaining_quantity > 0 OR item_no = ANY({supplied}))
            )) ORDER BY entry_no
            """
        );
        var entries = trip.Rows<ItemEntry>(
            $"""
            is_open AND item_no = ANY({_items})
                AND (remaining_quantity > 0 OR item_no = ANY({supplied}))
            """
        );
        _open = new(
            entries,
            values,
            trip.Rows<ItemStock>("item_no", _items),
            trip.Rows<StockBalance>("item_no", _items)
        );
    }

    /// <summary>
    /// Asks where the cost of entries has flowed, and what else supplied those places. An open
    /// layer is consumed by what it says of itself; only an entry whose own cost may change takes
    /// along where its cost has gone: named entries, and stock below zero.
    /// </summary>
    public void AskFlow()
    {
        var waiting = _open.Entries.Rows.Where(entry => !entry.IsInbound);
        int[] seeds = [.. _needs.ItemEntries.Union(waiting.Select(entry => entry.EntryNo))];
        if (seeds.Length == 0)
            return;
        _flow = _trip.Ask(
            $"""
            WITH RECURSIVE flow(entry_no) AS (
                SELECT unnest({seeds})
                UNION
                SELECT next.entry_no FROM flow CROSS JOIN LATERAL (
                    SELECT a.outbound_entry_no AS entry_no FROM item_application a
                    WHERE a.company_no = {_companyNo} AND a.inbound_entry_no = flow.entry_no
                    UNION ALL
                    SELECT e.entry_no FROM item_entry e
                    WHERE e.company_no = {_companyNo} AND e.applies_from_entry_no <> 0
                        AND e.applies_from_entry_no = flow.entry_no
                ) next
            )
            SELECT entry_no FROM flow
            UNION
            SELECT a.inbound_entry_no FROM flow JOIN item_application a
                ON a.company_no = {_companyNo} AND a.outbound_entry_no = flow.entry_no
            """,
            row => row.GetInt32(0)
        );
    }

    /// <summary>Asks for what the flow has reached.</summary>
    public void AskReached()
    {
        int[] flow = [.. _flow.Rows];
        if (flow.Length == 0)
            return;
        _applications = _trip.Rows<ItemApplication>(
            $"inbound_entry_no = ANY({flow}) AND outbound_entry_no = ANY({flow})"
        );
        int[] reached = [.. flow.Except(_open.Entries.Rows.Select(entry => entry.EntryNo))];
        FormattableString otherItems = $"""
            item_no <> ALL({_items}) AND item_no = ANY(ARRAY(
                SELECT item_no FROM item_entry
                WHERE company_no = {_companyNo} AND entry_no = ANY({reached})
            ))
            """;
        _reached = new(
            _trip.Rows<ItemEntry>($"entry_no = ANY({reached})"),
            _trip.Rows<ValueEntry>($"item_entry_no = ANY({reached}) ORDER BY entry_no"),
            _trip.Rows<ItemStock>(otherItems),
            _trip.Rows<StockBalance>(otherItems)
        );
    }

    /// <summary>
    /// What was found, once the last round trip is made; the pools of average items, where there
    /// are any, take trips of their own.
    /// </summary>
    public async Task<Stock> Found(
        AverageTerms terms,
        IReadOnlyDictionary<string, Item> items,
        CancellationToken ct
    )
    {
        await LoadPools(terms, items, ct);
        return Found();
    }

    private async Task LoadPools(
        AverageTerms terms,
        IReadOnlyDictionary<string, Item> items,
        CancellationToken ct
    )
    {
        if (items.Values.All(item => item.CostingMethod != CostingMethod.Average))
            return;
        _pools = new(_trip, terms);
        _pools.AddMoves(_needs, items);
        var flow = _flow.Rows.ToHashSet();
        foreach (var entry in _open.Entries.Rows.Concat(_reached.Entries.Rows))
            if (MayChange(entry, flow))
                _pools.AddChange(entry);
        await _pools.Load(ct);
    }

    // What waits for supply, what a purchase invoice may name, and what came back from these.
    private bool MayChange(ItemEntry entry, HashSet<int> flow)
    {
        if (!entry.IsInbound)
            return entry.IsOpen;
        return entry.AppliesFromEntryNo == 0
            ? !entry.IsCompletelyInvoiced && _needs.ItemEntries.Contains(entry.EntryNo)
            : flow.Contains(entry.AppliesFromEntryNo);
    }

    private Stock Found()
    {
        StockAnswers[] answers = [_open, _reached];
        var entries = answers.SelectMany(a => a.Entries.Rows);
        var values = answers.SelectMany(a => a.Values.Rows);
        IEnumerable<ItemApplication> applications = _applications.Rows;
        if (_pools is not null)
        {
            entries = entries.Concat(_pools.Entries).DistinctBy(entry => entry.EntryNo);
            values = values.Concat(_pools.Values).DistinctBy(value => value.EntryNo);
            applications = applications.Concat(_pools.Applications).DistinctBy(a => a.EntryNo);
        }
        var byEntry = values.ToLookup(value => value.ItemEntryNo);
        return Stock.Of(
            _pools?.Pools ?? new(AverageTerms.Usual),
            entries.Select(entry => WithValues(entry, [.. byEntry[entry.EntryNo]])),
            applications,
            (
                answers.SelectMany(a => a.Balances.Rows).Select(row => row.ToBalance()),
                answers.SelectMany(a => a.Buckets.Rows).Select(row => row.ToBucket())
            )
        );
    }

    private static StockEntry WithValues(ItemEntry entry, IReadOnlyList<ValueEntry> values) =>
        new(entry, [.. values.Where(v => v.Type == ValueEntryType.DirectCost && !v.IsAdjustment)])
        {
            CostActual = values.Sum(value => value.CostAmountActual),
            CostExpected = values.Sum(value => value.CostAmountExpected),
            CostRounding = values
                .Where(value => value.Type == ValueEntryType.Rounding)
                .Sum(value => value.CostAmountActual),
        };

    /// <summary>Entries with their values, and the balances of their items.</summary>
    private sealed record StockAnswers(
        Answer<ItemEntry> Entries,
        Answer<ValueEntry> Values,
        Answer<ItemStock> Balances,
        Answer<StockBalance> Buckets
    )
    {
        public static readonly StockAnswers None = new(
            Answer<ItemEntry>.None,
            Answer<ValueEntry>.None,
            Answer<ItemStock>.None,
            Answer<StockBalance>.None
        );
    }
}
