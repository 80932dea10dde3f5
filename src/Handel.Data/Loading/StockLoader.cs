using System.Linq.Expressions;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Loads stock as costing sees it: every open entry of the needed items, every entry that is named,
/// and all that the cost of the named ones flows to along the applications (AJ-08).
/// </summary>
public sealed class StockLoader(HandelDbContext db)
{
    public async Task<Stock> Load(BooksNeeds needs, CancellationToken ct)
    {
        if (needs.Stock.Count == 0 && needs.ItemEntries.Count == 0)
            return Stock.Of([], [], [], []);
        var items = needs.Stock.Select(key => key.ItemNo).ToHashSet();
        var open = await Entries(entry => entry.IsOpen && items.Contains(entry.ItemNo), ct);
        // An open layer is consumed by what it says of itself. Only an entry whose own cost may
        // change takes along where its cost has gone: named entries, and stock below zero.
        var seeds = needs.ItemEntries.Concat(open.Where(e => !e.IsInbound).Select(e => e.EntryNo));
        var flow = await Flow([.. seeds.Distinct()], ct);
        var missing = flow.Except(open.Select(entry => entry.EntryNo)).ToArray();
        var entries =
            missing.Length == 0
                ? open
                : [.. open, .. await Entries(entry => missing.Contains(entry.EntryNo), ct)];
        items.UnionWith(entries.Select(entry => entry.ItemNo));
        return Stock.Of(
            await WithValues(entries, ct),
            await Applications(flow, ct),
            await Balances(items, ct),
            await Buckets(items, ct)
        );
    }

    private Task<List<ItemEntry>> Entries(
        Expression<Func<ItemEntry, bool>> which,
        CancellationToken ct
    ) => db.ItemEntries.AsNoTracking().Where(which).ToListAsync(ct);

    /// <summary>
    /// Where the cost of entries has flowed, and what else supplied those places.
    /// </summary>
    private async Task<int[]> Flow(int[] seeds, CancellationToken ct)
    {
        if (seeds.Length == 0)
            return [];
        var reached = await db
            .Database.SqlQuery<int>(
                $"""
                WITH RECURSIVE flow(entry_no) AS (
                    SELECT unnest({seeds})
                    UNION
                    SELECT next.entry_no FROM flow CROSS JOIN LATERAL (
                        SELECT a.outbound_entry_no AS entry_no FROM item_application a
                        WHERE a.company_no = {db.CompanyNo} AND a.inbound_entry_no = flow.entry_no
                        UNION ALL
                        SELECT e.entry_no FROM item_entry e
                        WHERE e.company_no = {db.CompanyNo} AND e.applies_from_entry_no <> 0
                            AND e.applies_from_entry_no = flow.entry_no
                    ) next
                )
                SELECT entry_no AS "Value" FROM flow
                UNION
                SELECT a.inbound_entry_no FROM flow JOIN item_application a
                    ON a.company_no = {db.CompanyNo} AND a.outbound_entry_no = flow.entry_no
                """
            )
            .ToListAsync(ct);
        return [.. reached];
    }

    private async Task<IEnumerable<StockEntry>> WithValues(
        List<ItemEntry> entries,
        CancellationToken ct
    )
    {
        var numbers = entries.Select(entry => entry.EntryNo).ToArray();
        var values = await db
            .ValueEntries.AsNoTracking()
            .Where(value => numbers.Contains(value.ItemEntryNo))
            .OrderBy(value => value.EntryNo)
            .ToListAsync(ct);
        var byEntry = values.ToLookup(value => value.ItemEntryNo);
        return entries.Select(entry => WithValues(entry, [.. byEntry[entry.EntryNo]]));
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

    private async Task<List<ItemApplication>> Applications(int[] flow, CancellationToken ct) =>
        flow.Length == 0
            ? []
            : await db
                .ItemApplications.AsNoTracking()
                .Where(a => flow.Contains(a.InboundEntryNo) && flow.Contains(a.OutboundEntryNo))
                .ToListAsync(ct);

    private async Task<IEnumerable<ItemBalance>> Balances(
        HashSet<string> items,
        CancellationToken ct
    )
    {
        var rows = await db
            .ItemStocks.AsNoTracking()
            .Where(stock => items.Contains(stock.ItemNo))
            .ToListAsync(ct);
        return rows.Select(row => row.ToBalance());
    }

    private async Task<IEnumerable<BucketBalance>> Buckets(
        HashSet<string> items,
        CancellationToken ct
    )
    {
        var rows = await db
            .StockBalances.AsNoTracking()
            .Where(balance => items.Contains(balance.ItemNo))
            .ToListAsync(ct);
        return rows.Select(row => row.ToBucket());
    }
}
