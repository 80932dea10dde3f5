using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.App.Ledger;

/// <summary>
/// Writes a batch: facts in bulk, states by one update per table, in one transaction.
/// </summary>
internal sealed class BatchWriter(RoundTrip trip)
{
    private static readonly string[] ItemEntryStates =
    [
        nameof(ItemEntry.ValuationDate),
        nameof(ItemEntry.AppliedCost),
        nameof(ItemEntry.UninvoicedOutbounds),
        nameof(ItemEntry.RemainingQuantity),
        nameof(ItemEntry.InvoicedQuantity),
        nameof(ItemEntry.IsOpen),
        nameof(ItemEntry.ShippedQtyNotReturned),
        nameof(ItemEntry.LastInvoiceDate),
    ];

    private static readonly string[] PartyEntryStates =
    [
        nameof(PartyEntry.RemainingAmount),
        nameof(PartyEntry.RemainingAmountLcy),
        nameof(PartyEntry.RemainingPmtDiscPossible),
        nameof(PartyEntry.IsOpen),
        nameof(PartyEntry.ClosedByEntryNo),
        nameof(PartyEntry.ClosedAtDate),
    ];

    private readonly BulkWriter _bulk = new(trip);
    private readonly int _companyNo = trip.Context.CompanyNo;

    public async Task Write(BatchResult batch, LedgerState state, CancellationToken ct)
    {
        await Documents(batch, ct);
        await ItemEntries(batch, ct);
        await ItemApplications(batch, ct);
        await PartyEntries(batch, ct);
        await Facts(batch.Postings, ct);
        await _bulk.Insert(batch.Registers, ct);
        Cards(batch.Books);
        _bulk.Accumulate(KeptBalances.GlDayTotals(batch.Postings));
        _bulk.Accumulate(KeptBalances.PartyBalances(batch.Postings));
        StockBalances(batch.Books.Stock);
        _bulk.Update([state.After(batch.Books.Counters, batch.LastHash)], LedgerStates);
        await trip.Make(ct);
    }

    private static readonly string[] LedgerStates =
    [
        nameof(LedgerState.Register),
        nameof(LedgerState.Gl),
        nameof(LedgerState.Vat),
        nameof(LedgerState.Item),
        nameof(LedgerState.Value),
        nameof(LedgerState.ItemApplication),
        nameof(LedgerState.Customer),
        nameof(LedgerState.CustomerDetail),
        nameof(LedgerState.Vendor),
        nameof(LedgerState.VendorDetail),
        nameof(LedgerState.LastHash),
    ];

    private async Task Documents(BatchResult batch, CancellationToken ct)
    {
        var removed = batch.Removed.ToArray();
        if (removed.Length > 0)
            trip.Do(
                $"""
                DELETE FROM trade_document
                WHERE company_no = {_companyNo} AND id = ANY({removed})
                """
            );

        var lines = batch.Stored.SelectMany(document => document.Lines).ToList();
        var invoiced = new List<TradeLine>();
        var byId = lines.ToDictionary(line => line.Id);
        foreach (var delivery in batch.Books.Deliveries.Changes.Values)
        {
            if (byId.TryGetValue(delivery.LineId, out var line))
                line.QtyInvoiced = delivery.QtyInvoiced;
            else
                invoiced.Add(LineOf(delivery));
        }
        await _bulk.Insert(batch.Stored, ct);
        await _bulk.Insert(lines, ct);
        Invoiced(invoiced);
    }

    // Lines are keyed by document and number; a delivery knows the id of its line.
    private void Invoiced(List<TradeLine> lines)
    {
        if (lines.Count == 0)
            return;
        var ids = lines.Select(line => line.Id).ToArray();
        var quantities = lines.Select(line => line.QtyInvoiced).ToArray();
        trip.Do(
            $"""
            UPDATE trade_line t SET qty_invoiced = s.quantity,
                qty_invoiced_base = round(s.quantity * t.quantity_per_unit, 5),
                version = t.version + 1
            FROM unnest({ids}, {quantities}) AS s(id, quantity)
            WHERE t.company_no = {_companyNo} AND t.id = s.id
            """
        );
    }

    private static TradeLine LineOf(OpenDelivery delivery) =>
        new() { Id = delivery.LineId, QtyInvoiced = delivery.QtyInvoiced };

    private async Task ItemEntries(BatchResult batch, CancellationToken ct)
    {
        var changes = batch.Books.Stock.Entries.Changes;
        var made = batch
            .Postings.SelectMany(posting => posting.ItemEntries)
            .Select(entry => changes.TryGetValue(entry.EntryNo, out var now) ? now.Entry : entry)
            .ToList();
        var madeNos = made.Select(entry => entry.EntryNo).ToHashSet();
        var touched = changes.Values.Select(change => change.Entry);
        await _bulk.Insert(made, ct);
        _bulk.Update(
            [.. touched.Where(entry => !madeNos.Contains(entry.EntryNo))],
            ItemEntryStates
        );
    }

    private async Task ItemApplications(BatchResult batch, CancellationToken ct)
    {
        var changes = batch.Books.Stock.Applications.Changes;
        var madeNos = batch.Postings.SelectMany(p => p.ItemApplications).Select(a => a.EntryNo);
        var made = madeNos.ToHashSet();
        await _bulk.Insert([.. made.Order().Select(entryNo => changes[entryNo])], ct);
        _bulk.Update(
            [.. changes.Values.Where(application => !made.Contains(application.EntryNo))],
            [nameof(ItemApplication.Cost)]
        );
    }

    private void StockBalances(Stock stock)
    {
        var items = stock.Balances.Changes.Values.Select(b => ItemStock.Of(_companyNo, b));
        _bulk.Upsert([.. items]);
        var buckets = stock.Buckets.Changes.Values.Select(b => StockBalance.Of(_companyNo, b));
        _bulk.Upsert([.. buckets]);
    }

    private async Task PartyEntries(BatchResult batch, CancellationToken ct)
    {
        var changes = batch.Books.PartyEntries.Changes;
        var made = batch
            .Postings.SelectMany(posting => posting.PartyEntries)
            .Select(entry => changes.GetValueOrDefault((entry.Direction, entry.EntryNo), entry))
            .ToList();
        var madeKeys = made.Select(entry => (entry.Direction, entry.EntryNo)).ToHashSet();
        await _bulk.Insert(made, ct);
        _bulk.Update(
            [.. changes.Where(c => !madeKeys.Contains(c.Key)).Select(c => c.Value)],
            PartyEntryStates
        );
    }

    private async Task Facts(List<Posting> postings, CancellationToken ct)
    {
        await _bulk.Insert(postings.SelectMany(p => p.GlEntries).ToList(), ct);
        await _bulk.Insert(postings.SelectMany(p => p.VatEntries).ToList(), ct);
        await _bulk.Insert(postings.SelectMany(p => p.PartyDetails).ToList(), ct);
        await _bulk.Insert(postings.SelectMany(p => p.ValueEntries).ToList(), ct);
    }

    /// <summary>Item costs and number series: what cards show after the postings.</summary>
    private void Cards(Books books)
    {
        var costs = books.Stock.Costs.Changes.Values.ToList();
        if (costs.Count > 0)
        {
            var items = costs.Select(cost => cost.ItemNo).ToArray();
            var unitCosts = costs.Select(cost => cost.UnitCost).ToArray();
            var directCosts = costs.Select(cost => cost.LastDirectCost).ToArray();
            trip.Do(
                $"""
                UPDATE item t SET unit_cost = s.unit_cost, last_direct_cost = s.direct_cost
                FROM unnest({items}, {unitCosts}, {directCosts})
                    AS s(no, unit_cost, direct_cost)
                WHERE t.company_no = {_companyNo} AND t.no = s.no
                """
            );
        }
        var lines = books.NumberSeries.Changes.Values.SelectMany(series => series.Lines).ToList();
        _bulk.Update(lines, ["LastNoUsed", "LastDateUsed", "Open"]);
    }
}
