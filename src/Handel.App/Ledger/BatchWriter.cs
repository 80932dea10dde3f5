using Handel.Data;
using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Ledger;

/// <summary>
/// Writes a batch: facts by COPY, states by one update per table, in one transaction.
/// </summary>
internal sealed class BatchWriter(HandelDbContext db)
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
        nameof(PartyEntry.MaxPaymentTolerance),
        nameof(PartyEntry.AppliesToId),
        nameof(PartyEntry.AmountToApply),
        nameof(PartyEntry.OnHold),
        nameof(PartyEntry.AdjustedCurrencyFactor),
        nameof(PartyEntry.IsReversed),
        nameof(PartyEntry.IsOpen),
        nameof(PartyEntry.ClosedByEntryNo),
        nameof(PartyEntry.ClosedAtDate),
    ];

    /// <summary>What only users change, through the log (ENT-20).</summary>
    private static readonly string[] PartyEntryEdits =
    [
        nameof(PartyEntry.DueDate),
        nameof(PartyEntry.PmtDiscountDate),
        nameof(PartyEntry.PmtDiscToleranceDate),
        nameof(PartyEntry.PaymentMethodCode),
        nameof(PartyEntry.MessageToRecipient),
    ];

    private readonly BulkWriter _bulk = new(db);

    public async Task Write(BatchResult batch, LedgerState state, CancellationToken ct)
    {
        await Documents(batch, ct);
        await ItemEntries(batch, ct);
        await ItemApplications(batch, ct);
        await PartyEntries(batch, ct);
        await PartyDetails(batch, ct);
        await new JournalWriter(db).Write(batch, ct);
        await Facts(batch.Postings, ct);
        await new VatWriter(db, _bulk).Write(batch, ct);
        await RateAdjustments(batch.Postings, ct);
        await Cards(batch.Books, ct);
        await _bulk.Accumulate(KeptBalances.GlDayTotals(batch.Postings), ct);
        await _bulk.Accumulate(KeptBalances.PartyBalances(batch.Postings), ct);
        await StockBalances(batch.Books.Stock, ct);
        await _bulk.Insert(batch.Registers, ct);
        await _bulk.Update([state.After(batch.Books.Counters, batch.LastHash)], LedgerStates, ct);
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
        nameof(LedgerState.Bank),
        nameof(LedgerState.VatCorrection),
        nameof(LedgerState.LastHash),
    ];

    private async Task Documents(BatchResult batch, CancellationToken ct)
    {
        var removed = batch.Removed.ToArray();
        if (removed.Length > 0)
            await db.Documents.Where(d => removed.Contains(d.Id)).ExecuteDeleteAsync(ct);

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
        await Invoiced(invoiced, ct);
    }

    // Lines are keyed by document and number; a delivery knows the id of its line.
    private async Task Invoiced(List<TradeLine> lines, CancellationToken ct)
    {
        if (lines.Count == 0)
            return;
        var ids = lines.Select(line => line.Id).ToArray();
        var quantities = lines.Select(line => line.QtyInvoiced).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE trade_line t SET qty_invoiced = s.quantity,
                qty_invoiced_base = round(s.quantity * t.quantity_per_unit, 5),
                version = t.version + 1
            FROM unnest({ids}, {quantities}) AS s(id, quantity)
            WHERE t.company_no = {db.CompanyNo} AND t.id = s.id
            """,
            ct
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
        await _bulk.Update(
            [.. touched.Where(entry => !madeNos.Contains(entry.EntryNo))],
            ItemEntryStates,
            ct
        );
    }

    private async Task ItemApplications(BatchResult batch, CancellationToken ct)
    {
        var changes = batch.Books.Stock.Applications.Changes;
        var madeNos = batch.Postings.SelectMany(p => p.ItemApplications).Select(a => a.EntryNo);
        var made = madeNos.ToHashSet();
        await _bulk.Insert([.. made.Order().Select(entryNo => changes[entryNo])], ct);
        await _bulk.Update(
            [.. changes.Values.Where(application => !made.Contains(application.EntryNo))],
            [nameof(ItemApplication.Cost)],
            ct
        );
    }

    private async Task StockBalances(Stock stock, CancellationToken ct)
    {
        var items = stock.Balances.Changes.Values.Select(b => ItemStock.Of(db.CompanyNo, b));
        await _bulk.Upsert([.. items], ct);
        var buckets = stock.Buckets.Changes.Values.Select(b => StockBalance.Of(db.CompanyNo, b));
        await _bulk.Upsert([.. buckets], ct);
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
        await _bulk.Update(
            [.. changes.Where(c => !madeKeys.Contains(c.Key)).Select(c => c.Value)],
            PartyEntryStates,
            ct
        );
        var edited = batch.Edits.Select(edit => (edit.Direction, edit.EntryNo)).Distinct();
        await _bulk.Update([.. edited.Select(key => changes[key])], PartyEntryEdits, ct);
        await _bulk.Insert(batch.Edits, ct);
    }

    // UNA-03: a detail that was taken back says so, also one of this very batch.
    private async Task PartyDetails(BatchResult batch, CancellationToken ct)
    {
        var taken = batch
            .Books.PartyDetails.Changes.Values.SelectMany(details => details)
            .Where(detail => detail.IsUnapplied && detail.UnappliesEntryNo == 0)
            .ToDictionary(detail => (detail.Direction, detail.EntryNo));
        var made = batch
            .Postings.SelectMany(posting => posting.PartyDetails)
            .Select(detail => taken.GetValueOrDefault((detail.Direction, detail.EntryNo), detail))
            .ToList();
        foreach (var detail in made)
            taken.Remove((detail.Direction, detail.EntryNo));
        await _bulk.Insert(made, ct);
        await _bulk.Update(taken.Values, [nameof(PartyDetail.IsUnapplied)], ct);
    }

    private async Task Facts(List<Posting> postings, CancellationToken ct)
    {
        await _bulk.Insert(postings.SelectMany(p => p.GlEntries).ToList(), ct);
        await _bulk.Insert(postings.SelectMany(p => p.VatEntries).ToList(), ct);
        await _bulk.Insert(postings.SelectMany(p => p.ValueEntries).ToList(), ct);
        await _bulk.Insert(postings.SelectMany(p => p.DimensionCorrections).ToList(), ct);
    }

    // ADJ-08: the log of an adjustment, and the day on the card of each currency.
    private async Task RateAdjustments(List<Posting> postings, CancellationToken ct)
    {
        var made = postings
            .SelectMany(p => p.RateAdjustments)
            .Select(entry => entry with { Id = Guid.CreateVersion7() })
            .ToList();
        if (made.Count == 0)
            return;
        await _bulk.Insert(made, ct);
        var codes = made.Select(entry => entry.CurrencyCode).ToArray();
        var days = made.Select(entry => entry.EndingDate).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE currency t SET last_date_adjusted = s.day, version = t.version + 1
            FROM (SELECT code, max(day) AS day FROM unnest({codes}, {days}) AS k(code, day)
                GROUP BY code) s
            WHERE t.company_no = {db.CompanyNo} AND t.code = s.code
            """,
            ct
        );
        db.Touch(nameof(Currency));
    }

    /// <summary>Item costs and number series: what cards show after the postings.</summary>
    private async Task Cards(Books books, CancellationToken ct)
    {
        var costs = books.Stock.Costs.Changes.Values.ToList();
        if (costs.Count > 0)
        {
            var items = costs.Select(cost => cost.ItemNo).ToArray();
            var unitCosts = costs.Select(cost => cost.UnitCost).ToArray();
            var directCosts = costs.Select(cost => cost.LastDirectCost).ToArray();
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE item t SET unit_cost = s.unit_cost, last_direct_cost = s.direct_cost
                FROM unnest({items}, {unitCosts}, {directCosts})
                    AS s(no, unit_cost, direct_cost)
                WHERE t.company_no = {db.CompanyNo} AND t.no = s.no
                """,
                ct
            );
        }
        var lines = books.NumberSeries.Changes.Values.SelectMany(series => series.Lines).ToList();
        await _bulk.Update(lines, ["LastNoUsed", "LastDateUsed", "Open"], ct);
    }
}
