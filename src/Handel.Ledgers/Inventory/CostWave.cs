using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// Cost adjustment inside the posting (inventory 6). A change of an inbound entry's cost runs to
/// the outbound entries that took from it, from there to their exact-cost returns, and on, until
/// nothing changes; then every entry gets the net of its changes, and residuals are rounded off.
/// Applications never form a circle of cost, so that the wave ends. Entries of average items take
/// their cost from a pool instead: see <see cref="AverageWave"/>, which takes turns with this.
/// </summary>
internal sealed class CostWave
{
    private readonly Stock _stock;
    private readonly ValueWriter _values;
    private readonly Queue<int> _reached = new();
    private readonly HashSet<int> _isReached = [];
    private readonly SortedDictionary<int, decimal> _changes = [];
    private readonly SortedSet<int> _toSettle = [];

    public CostWave(Stock stock, ValueWriter values)
    {
        (_stock, _values) = (stock, values);
        Pools = new(stock, this);
    }

    public AverageWave Pools { get; }

    /// <summary>LCY of what no inbound entry covers yet, sign of the outbound (AJ-04).</summary>
    public static decimal Uncovered(ItemEntry outbound) =>
        Rounding.Lcy(outbound.OwnUnitCost * outbound.RemainingQuantity);

    /// <summary>The cost of an inbound, or what an outbound is applied to, has changed.</summary>
    public void Reach(int entryNo)
    {
        if (_isReached.Add(entryNo))
            _reached.Enqueue(entryNo);
    }

    /// <summary>A residual may be due on this inbound entry when the wave is over.</summary>
    public void Settle(int inboundNo) => _toSettle.Add(inboundNo);

    public void Run()
    {
        if (_reached.Count == 0 && _toSettle.Count == 0 && Pools.IsIdle)
            return;
        Follow();
        while (!Pools.IsIdle)
        {
            Pools.Next();
            Follow();
        }
        foreach (var (entryNo, change) in _changes)
            if (change != 0m)
                WriteChange(_stock.Entries[entryNo], change);
        _changes.Clear();
        foreach (var inboundNo in _toSettle)
            WriteResidual(_stock.Entries[inboundNo]);
        _toSettle.Clear();
    }

    /// <summary>What an entry costs with the changes that are not written yet.</summary>
    internal decimal CostOf(StockEntry entry) =>
        entry.Cost + _changes.GetValueOrDefault(entry.EntryNo);

    /// <summary>The same for all that is in a pool before a day.</summary>
    internal decimal ChangesOf(StockKey pool, DateOnly before, AverageTerms terms) =>
        _changes
            .Where(change =>
                _stock.Entries[change.Key].Entry is { IsPooled: true } entry
                && entry.ValuationDate < before
                && terms.PoolOf(entry.Key) == pool
            )
            .Sum(change => change.Value);

    /// <summary>Outbound: a new cost, for it and for its exact-cost returns (AJ-08).</summary>
    internal void ChangeOutbound(StockEntry outbound, decimal cost)
    {
        if (Change(outbound, cost))
            ForwardToReturns(outbound, cost);
    }

    private void Follow()
    {
        while (_reached.TryDequeue(out var entryNo))
        {
            _isReached.Remove(entryNo);
            var entry = _stock.Entries[entryNo];
            if (entry.Entry.IsInbound)
                Forward(entry);
            else if (entry.Entry.IsAveraged)
            {
                TouchReturns(entry);
                ForwardToReturns(entry, CostOf(entry));
            }
            else
                Revalue(entry);
        }
    }

    /// <summary>
    /// An averaged entry is in another period now. In the pools that it came back into, what it
    /// counts for depends on that.
    /// </summary>
    private void TouchReturns(StockEntry outbound)
    {
        foreach (var entry in _stock.ReturnsOf(outbound.EntryNo))
        {
            Pools.Touch(entry.Entry);
            foreach (var application in _stock.ApplicationsOf(entry.EntryNo))
                if (application.IsCostApplication)
                    TouchReturns(_stock.Entries[application.OutboundEntryNo]);
        }
    }

    /// <summary>Inbound to the outbound entries that took from it.</summary>
    private void Forward(StockEntry inbound)
    {
        var applications = _stock.ApplicationsOf(inbound.EntryNo);
        // Only what names an entry of an average item takes cost from it: the rest need not be
        // here (AP-10).
        if (!inbound.Entry.IsPooled)
            AssertComplete(inbound.Entry, applications);
        var cost = CostOf(inbound);
        var applied = inbound.Entry.AppliedCost;
        foreach (var application in applications)
        {
            var outboundNo = application.OutboundEntryNo;
            if (outboundNo == inbound.Entry.AppliesFromEntryNo)
                continue;
            var flow = application.IsCostApplication
                ? CostFlow.OfApplication(inbound, cost, application.Quantity)
                : 0m;
            var isLater = MoveValuation(outboundNo, inbound.Entry.ValuationDate);
            if (flow == application.Cost && !isLater)
                continue;
            if (flow != application.Cost)
                _stock.Applications[application.EntryNo] = application with { Cost = flow };
            applied += flow - application.Cost;
            Reach(outboundNo);
        }
        SetApplied(inbound.EntryNo, applied);
    }

    /// <summary>
    /// Outbound: new cost from its applications, and on to its returns (AJ-04, AJ-08).
    /// </summary>
    private void Revalue(StockEntry outbound)
    {
        var applications = _stock.ApplicationsOf(outbound.EntryNo);
        AssertComplete(outbound.Entry, applications);
        var cost = NewCost(outbound, applications, _stock.ReturnsOf(outbound.EntryNo));
        Change(outbound, cost);
        ForwardToReturns(outbound, cost);
    }

    private void ForwardToReturns(StockEntry outbound, decimal cost)
    {
        foreach (var entry in _stock.ReturnsOf(outbound.EntryNo))
        {
            var isLater = MoveValuation(entry.EntryNo, outbound.Entry.ValuationDate);
            var isChanged = Change(entry, CostFlow.OfReturn(outbound, cost, entry.Entry.Quantity));
            if (isLater || isChanged)
                Reach(entry.EntryNo);
        }
    }

    /// <summary>
    /// The sum of what its applications carry and its own cost for what is not covered. Quantity
    /// that came back into the entry itself (AP-13) costs as much per unit as the rest.
    /// </summary>
    private decimal NewCost(
        StockEntry outbound,
        IReadOnlyList<ItemApplication> applications,
        IReadOnlyList<StockEntry> returns
    )
    {
        var returnNos = returns.Select(r => r.EntryNo).ToHashSet();
        var circle = applications.Where(a => returnNos.Contains(a.InboundEntryNo)).ToList();
        var others = applications.Where(a => !returnNos.Contains(a.InboundEntryNo));
        var cost = Uncovered(outbound.Entry) - others.Sum(a => a.Cost);
        if (circle.Count == 0)
            return cost;

        var quantity = -outbound.Entry.Quantity;
        var rest = quantity - circle.Sum(a => a.Quantity);
        var whole = Rounding.Lcy(
            rest == 0m ? outbound.Entry.OwnUnitCost * -quantity : cost * quantity / rest
        );
        SpreadCircle(circle, cost - whole);
        return whole;
    }

    /// <summary>
    /// Spreads the cost of what came back over its applications; the last takes the rest.
    /// </summary>
    private void SpreadCircle(List<ItemApplication> circle, decimal cost)
    {
        var quantityLeft = circle.Sum(a => a.Quantity);
        foreach (var application in circle)
        {
            var share = Rounding.Lcy(cost * application.Quantity / quantityLeft);
            cost -= share;
            quantityLeft -= application.Quantity;
            if (share == application.Cost)
                continue;
            _stock.Applications[application.EntryNo] = application with { Cost = share };
            var inbound = _stock.Entries[application.InboundEntryNo];
            SetApplied(inbound.EntryNo, inbound.Entry.AppliedCost + share - application.Cost);
        }
    }

    private bool Change(StockEntry entry, decimal cost)
    {
        var change = cost - CostOf(entry);
        if (change == 0m)
            return false;
        _changes[entry.EntryNo] = _changes.GetValueOrDefault(entry.EntryNo) + change;
        if (entry.Entry.IsPooled)
            Pools.Touch(entry.Entry);
        if (entry.Entry.IsInbound)
            Settle(entry.EntryNo);
        return true;
    }

    private void SetApplied(int inboundNo, decimal applied)
    {
        var inbound = _stock.Entries[inboundNo];
        Settle(inboundNo);
        if (applied != inbound.Entry.AppliedCost)
            _stock.Set(inbound with { Entry = inbound.Entry with { AppliedCost = applied } });
    }

    /// <summary>An entry is valued no earlier than what supplies it (LE-11, LE-12).</summary>
    private bool MoveValuation(int entryNo, DateOnly date)
    {
        var entry = _stock.Entries[entryNo];
        if (date <= entry.Entry.ValuationDate)
            return false;
        if (entry.Entry.IsPooled)
            Pools.Touch(entry.Entry);
        _stock.Set(entry with { Entry = entry.Entry with { ValuationDate = date } });
        return true;
    }

    /// <summary>
    /// Corrects the value entries of an entry by the quantity they speak of (AJ-06).
    /// </summary>
    private void WriteChange(StockEntry entry, decimal change)
    {
        var (actual, expected, posted, quantityPosted) = (0m, 0m, 0m, 0m);
        foreach (var corrected in entry.Values)
        {
            quantityPosted += corrected.IsExpectedCost
                ? entry.Entry.Quantity - entry.Entry.InvoicedQuantity
                : corrected.InvoicedQuantity;
            var amount = Rounding.Lcy(change * quantityPosted / entry.Entry.Quantity) - posted;
            posted += amount;
            if (amount == 0m)
                continue;
            var draft = _values.DraftCorrection(entry, corrected);
            if (corrected.IsExpectedCost)
                expected += _values
                    .Write(draft with { CostAmountExpected = amount })
                    .CostAmountExpected;
            else
                actual += _values.Write(draft with { CostAmountActual = amount }).CostAmountActual;
        }
        _stock.Set(
            entry with
            {
                CostActual = entry.CostActual + actual,
                CostExpected = entry.CostExpected + expected,
            }
        );
    }

    /// <summary>
    /// A layer that is used up and settled on both sides is worth nothing: what rounding left goes
    /// (AJ-09).
    /// </summary>
    private void WriteResidual(StockEntry inbound)
    {
        var entry = inbound.Entry;
        var residual = entry.AppliedCost - inbound.CostActual;
        var isSettled =
            !entry.IsOpen && entry.IsCompletelyInvoiced && entry.UninvoicedOutbounds == 0;
        // AJ-10: in a pool a residual rides along with what is left.
        if (!isSettled || residual == 0m || entry.IsPooled)
            return;
        var draft = _values.DraftCorrection(inbound, inbound.Values[^1]);
        _values.Write(
            draft with
            {
                Type = ValueEntryType.Rounding,
                ValuedQuantity = entry.Quantity,
                CostAmountActual = residual,
            }
        );
        _stock.Set(
            inbound with
            {
                CostActual = inbound.CostActual + residual,
                CostRounding = inbound.CostRounding + residual,
            }
        );
    }

    /// <summary>
    /// Adjusting with part of the applications would post a wrong cost in silence.
    /// </summary>
    private static void AssertComplete(ItemEntry entry, IReadOnlyList<ItemApplication> applications)
    {
        var applied = applications.Sum(a => a.Quantity);
        if (applied + Math.Abs(entry.RemainingQuantity) != Math.Abs(entry.Quantity))
            throw new InvalidOperationException(
                $"The books were loaded without all applications of entry {entry.EntryNo}."
            );
    }
}
