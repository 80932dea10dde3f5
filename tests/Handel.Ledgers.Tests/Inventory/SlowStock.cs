namespace Handel.Ledgers.Tests.Inventory;

/// <summary>
/// The independent oracle of INVT-8: first in first out by scanning everything, every cost worked
/// out from the first fact on at every question. Shares no code with the engine.
/// </summary>
internal sealed class SlowStock
{
    internal sealed class Entry
    {
        public required int No { get; init; }
        public required string Place { get; init; }
        public required int Day { get; init; }
        public required decimal Quantity { get; init; }
        public decimal Left { get; set; }
        public decimal OwnUnitCost { get; init; }
        public Entry? ReturnOf { get; init; }
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
        var candidates = fixedTo is null
            ? Entries.Where(e => e.IsIn && e.Place == entry.Place && e.Left > 0)
            : [fixedTo];
        foreach (var layer in candidates.OrderBy(e => e.Day).ThenBy(e => e.No).ToList())
            Join(layer, entry);
    }

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
        if (!entry.IsIn)
            return -CostOut(entry);
        if (entry.ReturnOf is { } sale)
            return Cents(CostOut(sale) * entry.Quantity / -sale.Quantity);
        if (!entry.IsPurchase)
            return Cents(entry.OwnUnitCost * entry.Quantity);
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
        var rest = CostOut(link.Out) - CostOfOthers(link.Out);
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
