using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>The cost fields of item cards, as postings leave them (CP-08 to CP-10).</summary>
internal sealed class ItemCosting(Books books)
{
    private const decimal Cent = Rounding.AmountPrecision;
    private readonly Stock _stock = books.Stock;

    public ItemCost Of(string itemNo)
    {
        if (_stock.Costs.TryGet(itemNo, out var cost))
            return cost;
        var item = books.Items[itemNo];
        return new(itemNo, item.UnitCost, item.LastDirectCost);
    }

    /// <summary>
    /// Last direct cost, and unit cost where nothing invoiced was in stock before.
    /// </summary>
    public void PurchaseInvoiced(string itemNo, decimal quantity, StockAmounts amounts)
    {
        if (quantity <= 0m || amounts.DirectCost <= 0m)
            return;
        var last = Rounding.UnitAmount((amounts.DirectCost + amounts.Discount) / quantity);
        var cost = Of(itemNo) with { LastDirectCost = last };
        _stock.Balances.TryGet(itemNo, out var balance);
        var isFirst = balance is { InvoicedQuantity: > 0m } && balance.InvoicedQuantity <= quantity;
        if (isFirst && !IsStandard(itemNo))
            cost = cost with { UnitCost = last };
        _stock.Costs[itemNo] = cost;
    }

    /// <summary>Unit cost from what is in stock, or from what left last (CP-10).</summary>
    public void Refresh(StockKey key)
    {
        if (IsStandard(key.ItemNo))
            return;
        var cost = Of(key.ItemNo);
        var unitCost = UnitCost(_stock.Balances[key.ItemNo], key);
        if (unitCost != 0m && unitCost != cost.UnitCost)
            _stock.Costs[key.ItemNo] = cost with { UnitCost = unitCost };
    }

    // The card of such an item shows its standard, whatever is in stock (IT-07).
    private bool IsStandard(string itemNo) =>
        books.Items.TryGetValue(itemNo, out var item)
        && item.CostingMethod == CostingMethod.Standard;

    /// <summary>0 leaves the card as it is.</summary>
    private decimal UnitCost(ItemBalance balance, StockKey key)
    {
        var quantity = balance.Quantity - balance.OpenOutboundQuantity;
        if (quantity == 0m)
            return balance.OpenOutbounds == 0 ? balance.LastOutboundUnitCost : 0m;
        var cost = balance.Cost - balance.OpenOutboundCost;
        // A single cent may be nothing but rounding: ask the layers, where they are at hand.
        if (cost == Cent && _stock.Open(key).InboundQuantity == quantity)
            cost = _stock.Open(key).Inbound.Sum(Share);
        return Math.Max(0m, Rounding.UnitAmount(cost / quantity));
    }

    private decimal Share(OpenEntry place)
    {
        var layer = _stock.Entries[place.EntryNo];
        return layer.Cost * layer.Entry.RemainingQuantity / layer.Entry.Quantity;
    }
}
