using Handel.Ledgers.Inventory;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>
/// The independent oracle of INVT-8: every method by scanning everything, every cost worked out
/// from the first fact on at every question. Shares no code with the engine.
/// </summary>
internal sealed class SlowStock
{
    private readonly Dictionary<Entry, decimal> _costs = [];

    public CostingMethod Method { get; init; }

    /// <summary>LCY per unit, where stock is kept at a standard.</summary>
    public decimal Standard { get; init; }

    /// <summary>Days that share an average, counted from a Monday; 0 is all days.</summary>
    public int PeriodDays { get; init; } = 1;

    /// <summary>All places share an average.</summary>
    public bool IsWholeItem { get; init; }

    internal sealed class Entry
    {
        public required int No { get; init; }
        public required string Place { get; init; }
        public required int Day { get; init; }
        public required decimal Quantity { get; init; }
        public decimal Left { get; set; }
        public decimal OwnUnitCost { get; init; }
        public Entry? ReturnOf { get; init; }

        /// <summary>The entry that it names to take from.</summary>
        public Entry? Named { get; set; }
        public bool IsPurchase { get; init; }
        public decimal Expected { get; init; }

        /// <summary>
        /// Part that was invoiced with the movement, so that nothing was expected for it.
        /// </summary>
        public decimal AtOnce { get; init; }
        public List<(decimal Quantity, decimal Cost)> Invoices { get; } = [];
        public decimal Invoiced => Invoices.Sum(i => i.Quantity);
        public bool IsIn => Quantity > 0;
        public decimal Returned { get; set; }
    }

    private sealed record Link(Entry In, Entry Out, decimal Quantity);

    private readonly List<Link> _links = [];

    public List<Entry> Entries { get; } = [];

    public void AddOut(Entry entry, Entry? fixedTo = null)
    {
        Entries.Add(entry);
        entry.Left = entry.Quantity;
        entry.Named = fixedTo;
        var candidates = fixedTo is null
            ? Entries.Where(e => e.IsIn && e.Place == entry.Place && e.Left > 0)
            : [fixedTo];
        var layers = candidates.OrderBy(e => e.Day).ThenBy(e => e.No).ToList();
        if (Method == CostingMethod.Lifo)
            layers.Reverse();
        foreach (var layer in layers)
            Join(layer, entry);
    }

    /// <summary>Facts have changed: nothing worked out before is true any more.</summary>
    public void Forget() => _costs.Clear();

    public void AddIn(Entry entry)
    {
        Entries.Add(entry);
        entry.Left = entry.Quantity;
        var waiting = Entries
            .Where(e => !e.IsIn && e.Place == entry.Place && e.Left < 0)
            .OrderBy(e => e.Day)
            .ThenBy(e => e.No)
            .ToList();
        if (entry.ReturnOf is { } sale)
        {
            sale.Returned += entry.Quantity;
            if (waiting.Contains(sale))
                Join(entry, sale);
            var isFedByReturns = _links.Any(l =>
                l.Out == sale && l.In.ReturnOf is not null && l.In.ReturnOf != sale
            );
            if (isFedByReturns)
                return;
        }
        foreach (var other in waiting)
            Join(entry, other);
    }

    public decimal Cost(Entry entry)
    {
        if (!_costs.TryGetValue(entry, out var cost))
            _costs[entry] = cost = entry.IsIn ? CostIn(entry) : -CostOut(entry);
        return cost;
    }

    private decimal CostIn(Entry entry)
    {
        if (entry.ReturnOf is { } sale)
            return Cents(-Cost(sale) * entry.Quantity / -sale.Quantity);
        if (!entry.IsPurchase)
            return Cents(entry.OwnUnitCost * entry.Quantity);
        if (Method == CostingMethod.Standard)
            return Cents(Standard * entry.Quantity);
        var expected = entry.Expected;
        var invoiced = entry.AtOnce;
        foreach (var (quantity, _) in entry.Invoices.Skip(entry.AtOnce == 0m ? 0 : 1))
        {
            invoiced += quantity;
            expected -=
                invoiced == entry.Quantity
                    ? expected
                    : Cents(entry.Expected * quantity / (entry.Quantity - entry.AtOnce));
        }
        return expected + entry.Invoices.Sum(i => i.Cost);
    }

    /// <summary>What rounding entries must have taken away from an inbound entry (AJ-09).</summary>
    public decimal Residual(Entry entry)
    {
        if (Method == CostingMethod.Average)
            return 0m;
        var outs = _links.Where(l => l.In == entry).ToList();
        var isSettled =
            entry.Left == 0m
            && entry.Invoiced == entry.Quantity
            && outs.All(l => l.Out.Invoiced == l.Out.Quantity);
        return isSettled ? outs.Sum(Flow) - Cost(entry) : 0m;
    }

    private decimal Flow(Link link)
    {
        if (link.In.ReturnOf != link.Out)
            return Cents(Cost(link.In) * link.Quantity / link.In.Quantity);
        // Came back into its own delivery: the whole less what the others carry.
        var circle = _links.Where(l => l.Out == link.Out && l.In.ReturnOf == l.Out).ToList();
        var rest = -Cost(link.Out) - CostOfOthers(link.Out);
        var left = circle.Sum(l => l.Quantity);
        foreach (var one in circle)
        {
            var share = Cents(rest * one.Quantity / left);
            if (one == link)
                return share;
            rest -= share;
            left -= one.Quantity;
        }
        throw new InvalidOperationException();
    }

    private decimal CostOut(Entry entry)
    {
        if (IsAveraged(entry))
            return Average(entry);
        var back = _links.Where(l => l.Out == entry && l.In.ReturnOf == entry).Sum(l => l.Quantity);
        var quantity = -entry.Quantity;
        if (back == 0m)
            return CostOfOthers(entry);
        return back == quantity
            ? Cents(entry.OwnUnitCost * quantity)
            : Cents(CostOfOthers(entry) * quantity / (quantity - back));
    }

    private decimal CostOfOthers(Entry entry) =>
        _links.Where(l => l.Out == entry && l.In.ReturnOf != entry).Sum(Flow)
        + Cents(entry.OwnUnitCost * -entry.Left);

    private bool IsAveraged(Entry entry) =>
        Method == CostingMethod.Average && !entry.IsIn && entry.Named is null;

    /// <summary>CM-05 to CM-07, word for word: one sum over everything for each entry.</summary>
    private decimal Average(Entry entry)
    {
        var day = Valuation(entry);
        var first = PeriodDays == 0 ? 0 : day - day % PeriodDays;
        var last = PeriodDays == 0 ? int.MaxValue : first + PeriodDays - 1;
        var others = Entries.Where(e => e != entry && IsShared(e, entry));
        var pool = others.Where(e => Valuation(e) <= last && Counts(e, entry, first)).ToList();
        var (quantity, cost) = (pool.Sum(e => e.Quantity), pool.Sum(Cost));
        return quantity <= 0m || cost < 0m
            ? Cents(entry.OwnUnitCost * -entry.Quantity)
            : Cents(cost * -entry.Quantity / quantity);
    }

    /// <summary>Not what leaves later in the period, nor what gets its cost from that.</summary>
    private bool Counts(Entry other, Entry entry, int first)
    {
        for (var source = other; source is not null; source = source.ReturnOf ?? source.Named)
        {
            if (Valuation(source) < first)
                return true;
            if (IsAveraged(source))
                return (IsShared(source, entry) ? source.No : other.No) < entry.No;
        }
        return true;
    }

    private bool IsShared(Entry a, Entry b) => IsWholeItem || a.Place == b.Place;

    /// <summary>LE-11, LE-12.</summary>
    public int Valuation(Entry entry)
    {
        if (entry.IsIn)
            return entry.ReturnOf is { } sale ? Math.Max(entry.Day, Valuation(sale)) : entry.Day;
        var supply = _links
            .Where(l => l.Out == entry)
            .Select(l => l.In.ReturnOf == entry ? l.In.Day : Valuation(l.In));
        return supply.Append(entry.Day).Max();
    }

    private void Join(Entry inbound, Entry outbound)
    {
        var quantity = Math.Min(inbound.Left, -outbound.Left);
        if (quantity <= 0m)
            return;
        inbound.Left -= quantity;
        outbound.Left += quantity;
        _links.Add(new(inbound, outbound, quantity));
    }

    private static decimal Cents(decimal amount) =>
        Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
