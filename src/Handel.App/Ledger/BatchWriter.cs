using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.App.Ledger;

/// <summary>
/// Writes what a batch leaves behind: documents, entries with a state, and kept balances; facts are
/// written by <see cref="FactsAhead"/>. All in one transaction.
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
        nameof(PartyEntry.PromisedPayDate),
        nameof(PartyEntry.DisputeStatus),
        nameof(PartyEntry.PaymentReference),
    ];

    private readonly BulkWriter _bulk = new(trip);
    private readonly int _companyNo = trip.Context.CompanyNo;

    public async Task Write(BatchResult batch, LedgerState state, CancellationToken ct)
    {
        var postings = batch.Postings;
        // Each leaves a place that the next one takes, and lines by COPY go ahead of all else.
        Remove(batch);
        await trip.Make(ct);
        _bulk.Insert(batch.Stored);
        await trip.Make(ct);
        Lines(batch);
        ItemEntries(batch);
        ItemApplications(batch);
        PartyEntries(batch);
        PartyDetails(batch);
        new JournalWriter(trip, _bulk).Write(batch);
        new VatWriter(trip, _bulk).Write(batch);
        RateAdjustments(postings);
        Cards(batch.Books);
        _bulk.Accumulate(KeptBalances.GlDayTotals(postings));
        _bulk.Accumulate(KeptBalances.PartyBalances(postings));
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
        nameof(LedgerState.Bank),
        nameof(LedgerState.VatCorrection),
        nameof(LedgerState.LastHash),
    ];

    private void Remove(BatchResult batch)
    {
        var removed = batch.Removed.ToArray();
        if (removed.Length > 0)
            trip.Do(
                $"""
                DELETE FROM trade_document
                WHERE company_no = {_companyNo} AND id = ANY({removed})
                """
            );
    }

    private void Lines(BatchResult batch)
    {
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
        _bulk.Insert(lines);
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

    private void ItemEntries(BatchResult batch)
    {
        var changes = batch.Books.Stock.Entries.Changes;
        var made = batch
            .Postings.SelectMany(posting => posting.ItemEntries)
            .Select(entry => changes.TryGetValue(entry.EntryNo, out var now) ? now.Entry : entry)
            .ToList();
        var madeNos = made.Select(entry => entry.EntryNo).ToHashSet();
        var touched = changes.Values.Select(change => change.Entry);
        _bulk.Insert(made);
        _bulk.Update(
            [.. touched.Where(entry => !madeNos.Contains(entry.EntryNo))],
            ItemEntryStates
        );
    }

    private void ItemApplications(BatchResult batch)
    {
        var changes = batch.Books.Stock.Applications.Changes;
        var madeNos = batch.Postings.SelectMany(p => p.ItemApplications).Select(a => a.EntryNo);
        var made = madeNos.ToHashSet();
        _bulk.Insert([.. made.Order().Select(entryNo => changes[entryNo])]);
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

    private void PartyEntries(BatchResult batch)
    {
        var changes = batch.Books.PartyEntries.Changes;
        var made = batch
            .Postings.SelectMany(posting => posting.PartyEntries)
            .Select(entry => changes.GetValueOrDefault((entry.Direction, entry.EntryNo), entry))
            .ToList();
        var madeKeys = made.Select(entry => (entry.Direction, entry.EntryNo)).ToHashSet();
        _bulk.Insert(made);
        _bulk.Update(
            [.. changes.Where(c => !madeKeys.Contains(c.Key)).Select(c => c.Value)],
            PartyEntryStates
        );
        var edited = batch.Edits.Select(edit => (edit.Direction, edit.EntryNo)).Distinct();
        _bulk.Update([.. edited.Select(key => changes[key])], PartyEntryEdits);
        _bulk.Insert(batch.Edits);
    }

    // UNA-03: a detail that was taken back says so, also one of this very batch.
    private void PartyDetails(BatchResult batch)
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
        _bulk.Insert(made);
        _bulk.Update(taken.Values, [nameof(PartyDetail.IsUnapplied)]);
    }

    // ADJ-08: the log of an adjustment, and the day on the card of each currency.
    private void RateAdjustments(List<Posting> postings)
    {
        var made = postings
            .SelectMany(p => p.RateAdjustments)
            .Select(entry => entry with { Id = Guid.CreateVersion7() })
            .ToList();
        if (made.Count == 0)
            return;
        _bulk.Insert(made);
        var codes = made.Select(entry => entry.CurrencyCode).ToArray();
        var days = made.Select(entry => entry.EndingDate).ToArray();
        trip.Do(
            $"""
            UPDATE currency t SET last_date_adjusted = s.day, version = t.version + 1
            FROM (SELECT code, max(day) AS day FROM unnest({codes}, {days}) AS k(code, day)
                GROUP BY code) s
            WHERE t.company_no = {_companyNo} AND t.code = s.code
            """
        );
        trip.Context.Touch(nameof(Currency));
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
