using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Loads stock as costing sees it: every open entry of the needed items, every entry that is named,
/// and all that their cost flows to along the applications (AJ-08).
/// </summary>
public sealed class StockLoader(HandelDbContext db)
{
    public async Task<Stock> Load(BooksNeeds needs, CancellationToken ct)
    {
        if (needs.Stock.Count == 0 && needs.ItemEntries.Count == 0)
            return Stock.Of([], [], []);
        var items = needs.Stock.Select(key => key.ItemNo).ToHashSet();
        var numbers = await Named(needs, items, ct);
        var entries = await db
            .ItemEntries.AsNoTracking()
            .Where(entry => numbers.Contains(entry.EntryNo))
            .ToListAsync(ct);
        items.UnionWith(entries.Select(entry => entry.ItemNo));
        return Stock.Of(
            await WithCosts(entries, numbers, ct),
            await Applications(numbers, ct),
            await Balances(items, ct)
        );
    }

    /// <summary>Open entries of the items, the named entries, and where their cost flows.</summary>
    private async Task<int[]> Named(BooksNeeds needs, HashSet<string> items, CancellationToken ct)
    {
        var open = await db
            .ItemEntries.Where(entry => entry.IsOpen && items.Contains(entry.ItemNo))
            .Select(entry => entry.EntryNo)
            .ToListAsync(ct);
        var seeds = open.Concat(needs.ItemEntries).Distinct().ToArray();
        // Down the applications (in to out), on through exact-cost returns, and up again to every
        // inbound entry of a reached outbound, because its cost is the sum over all of them.
        var reached = await db
            .Database.SqlQuery<int>(
                $"""
                WITH RECURSIVE flow(entry_no) AS (
                    SELECT unnest({seeds})
                    UNION
                    SELECT next.entry_no FROM flow CROSS JOIN LATERAL (
                        SELECT a.outbound_entry_no AS entry_no FROM item_application a
                        WHERE a.company_no = {db.CompanyNo} AND a.inbound_entry_no = flow.entry_no
                            AND a.outbound_entry_no <> 0
                        UNION ALL
                        SELECT e.entry_no FROM item_entry e
                        WHERE e.company_no = {db.CompanyNo}
                            AND e.applies_from_entry_no = flow.entry_no
                            AND e.applies_from_entry_no <> 0
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

    private async Task<IEnumerable<StockEntry>> WithCosts(
        List<ItemEntry> entries,
        int[] numbers,
        CancellationToken ct
    )
    {
        var values = await db
            .ValueEntries.AsNoTracking()
            .Where(value => numbers.Contains(value.ItemEntryNo))
            .ToListAsync(ct);
        var byEntry = values.ToLookup(value => value.ItemEntryNo);
        return entries.Select(entry => WithCost(entry, [.. byEntry[entry.EntryNo]]));
    }

    private static StockEntry WithCost(ItemEntry entry, IReadOnlyList<ValueEntry> values)
    {
        var first = values.MinBy(value => value.EntryNo)!;
        return new StockEntry(
            entry,
            values.Sum(value => value.CostAmountActual),
            values.Sum(value => value.CostAmountExpected),
            first.ValuationDate
        )
        {
            GenBusPostingGroup = first.GenBusPostingGroup,
            GenProdPostingGroup = first.GenProdPostingGroup,
            InventoryPostingGroup = first.InventoryPostingGroup,
            SalesAmountExpected = values.Sum(value => value.SalesAmountExpected),
            PurchaseAmountExpected = values.Sum(value => value.PurchaseAmountExpected),
            FirstValueEntryNo = first.EntryNo,
        };
    }

    private Task<List<ItemApplication>> Applications(int[] numbers, CancellationToken ct) =>
        db
            .ItemApplications.AsNoTracking()
            .Where(a => numbers.Contains(a.InboundEntryNo) || numbers.Contains(a.OutboundEntryNo))
            .ToListAsync(ct);

    private async Task<IEnumerable<ItemBalance>> Balances(
        HashSet<string> items,
        CancellationToken ct
    ) =>
        await db
            .StockBalances.Where(balance => items.Contains(balance.ItemNo))
            .GroupBy(balance => balance.ItemNo)
            .Select(item => new ItemBalance(
                item.Key,
                item.Sum(balance => balance.Quantity),
                item.Sum(balance => balance.InvoicedQuantity),
                item.Sum(balance => balance.CostAmount)
            ))
            .ToListAsync(ct);
}
