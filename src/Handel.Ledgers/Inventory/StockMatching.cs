using System.Collections.Immutable;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// Applies outbound to inbound entries (inventory 4): first in first out, or last in first out
/// from the other end of <see cref="OpenEntries"/>. What names an entry takes that one.
/// </summary>
internal sealed class StockMatching(Books books, Posting posting, CostWave wave)
{
    private readonly Stock _stock = books.Stock;

    /// <summary>
    /// Covers a new outbound entry from open layers; what is not covered stays open and costs its
    /// own unit cost (AP-01, AP-02, AP-04, AP-06).
    /// </summary>
    public ItemEntry TakeFromLayers(ItemEntry outbound, out decimal cost)
    {
        cost = 0m;
        while (outbound.RemainingQuantity < 0 && NextLayer(outbound) is { } layer)
        {
            var taken = Math.Min(layer.Entry.RemainingQuantity, -outbound.RemainingQuantity);
            cost -= Apply(layer, outbound, taken);
            outbound = outbound with
            {
                RemainingQuantity = outbound.RemainingQuantity + taken,
                ValuationDate = Later(outbound.ValuationDate, layer.Entry.ValuationDate),
            };
        }
        cost += CostWave.Uncovered(outbound);
        return outbound with { IsOpen = outbound.RemainingQuantity != 0m };
    }

    /// <summary>
    /// Lets a new inbound entry supply outbound entries that wait for it (AP-05).
    /// </summary>
    public void CloseOpenOutbounds(int inboundNo)
    {
        var inbound = _stock.Entries[inboundNo];
        var waiting = _stock.Open(inbound.Entry.Key).Outbound;
        if (waiting.IsEmpty)
            return;
        var reversedNo = inbound.Entry.AppliesFromEntryNo;
        // AP-13: what comes back serves the delivery it came from first.
        if (reversedNo != 0 && _stock.Entries[reversedNo].Entry is { IsOpen: true } reversed)
            if (reversed.Key == inbound.Entry.Key)
                Supply(inboundNo, reversedNo);
        if (reversedNo != 0 && !HasCostOfItsOwn(reversedNo))
            return;
        foreach (var place in waiting)
        {
            if (!_stock.Entries[inboundNo].Entry.IsOpen)
                return;
            if (place.EntryNo != reversedNo)
                Supply(inboundNo, place.EntryNo);
        }
    }

    /// <summary>Notes that part of an outbound entry has come back (AP-07).</summary>
    public void TakeBack(ItemEntry inbound)
    {
        var outbound = _stock.Entries[inbound.AppliesFromEntryNo];
        var left = outbound.Entry.ShippedQtyNotReturned + inbound.Quantity;
        if (left > 0)
            throw new InvalidOperationException(
                $"Entry {outbound.EntryNo} would be returned by {left} too much (AP-07)."
            );
        _stock.Set(outbound with { Entry = outbound.Entry with { ShippedQtyNotReturned = left } });
    }

    /// <summary>An entry has its last invoice: residuals may be due now (AJ-09).</summary>
    public void NoteInvoiced(StockEntry entry)
    {
        if (entry.Entry.IsInbound)
        {
            wave.Settle(entry.EntryNo);
            return;
        }
        foreach (var application in _stock.ApplicationsOf(entry.EntryNo))
        {
            var inbound = _stock.Entries[application.InboundEntryNo];
            var left = inbound.Entry.UninvoicedOutbounds - 1;
            _stock.Set(inbound with { Entry = inbound.Entry with { UninvoicedOutbounds = left } });
            wave.Settle(inbound.EntryNo);
        }
    }

    private StockEntry? NextLayer(ItemEntry outbound)
    {
        if (outbound.AppliesToEntryNo == 0)
            return _stock.Open(outbound.Key).Inbound is { IsEmpty: false } layers
                ? _stock.Entries[OrderOf(outbound, layers).EntryNo]
                : null;
        var named = _stock.Entries[outbound.AppliesToEntryNo];
        var isEnough = named.Entry.RemainingQuantity >= -outbound.RemainingQuantity;
        if (!named.Entry.IsInbound || named.Entry.Key != outbound.Key || !isEnough)
            throw new InvalidOperationException(
                $"Entry {named.EntryNo} cannot supply entry {outbound.EntryNo} (AP-06)."
            );
        return named;
    }

    // AP-02
    private static OpenEntry OrderOf(ItemEntry outbound, ImmutableSortedSet<OpenEntry> layers) =>
        outbound.CostingMethod == CostingMethod.Lifo ? layers.Max : layers.Min;

    private void Supply(int inboundNo, int outboundNo)
    {
        var inbound = _stock.Entries[inboundNo];
        var outbound = _stock.Entries[outboundNo];
        var taken = Math.Min(inbound.Entry.RemainingQuantity, -outbound.Entry.RemainingQuantity);
        if (taken == 0m)
            return;
        Apply(inbound, outbound.Entry, taken);
        var left = outbound.Entry.RemainingQuantity + taken;
        if (outbound.Entry.IsPooled)
            wave.Pools.Touch(outbound.Entry);
        _stock.Set(
            outbound with
            {
                Entry = outbound.Entry with
                {
                    RemainingQuantity = left,
                    IsOpen = left != 0m,
                    // LE-12
                    ValuationDate = Later(
                        outbound.Entry.ValuationDate,
                        inbound.Entry.ValuationDate
                    ),
                },
            }
        );
        wave.Reach(outboundNo);
    }

    /// <summary>Takes a quantity out of a layer; the answer is what it costs, positive.</summary>
    private decimal Apply(StockEntry inbound, ItemEntry outbound, decimal taken)
    {
        // What returns into its own delivery gets its cost when that delivery is costed.
        var isCircle = inbound.Entry.AppliesFromEntryNo == outbound.EntryNo;
        var carriesCost = !outbound.IsAveraged; // AP-10
        var cost =
            isCircle || !carriesCost ? 0m : CostFlow.OfApplication(inbound, inbound.Cost, taken);
        var application = new ItemApplication
        {
            CompanyNo = inbound.Entry.CompanyNo,
            EntryNo = ++books.Counters.ItemApplication,
            RegisterNo = posting.RegisterNo,
            ItemEntryNo = Math.Max(inbound.EntryNo, outbound.EntryNo),
            InboundEntryNo = inbound.EntryNo,
            OutboundEntryNo = outbound.EntryNo,
            Quantity = taken,
            PostingDate = posting.PostingDate,
            IsCostApplication = carriesCost,
            Cost = cost,
        };
        posting.ItemApplications.Add(application);
        _stock.Add(application);
        var left = inbound.Entry.RemainingQuantity - taken;
        var waits = outbound.IsCompletelyInvoiced ? 0 : 1;
        _stock.Set(
            inbound with
            {
                Entry = inbound.Entry with
                {
                    RemainingQuantity = left,
                    IsOpen = left != 0m,
                    AppliedCost = inbound.Entry.AppliedCost + cost,
                    UninvoicedOutbounds = inbound.Entry.UninvoicedOutbounds + waits,
                },
            }
        );
        wave.Settle(inbound.EntryNo);
        return cost;
    }

    /// <summary>
    /// No part of its cost comes from a return. Only then may its own return supply other entries:
    /// cost must not flow in a circle (AJ-08).
    /// </summary>
    private bool HasCostOfItsOwn(int outboundNo) =>
        _stock
            .ApplicationsOf(outboundNo)
            .Select(a => _stock.Entries[a.InboundEntryNo].Entry)
            .All(e => e.AppliesFromEntryNo == 0 || e.AppliesFromEntryNo == outboundNo);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
