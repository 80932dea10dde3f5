using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// How cost flows along an application or a return: one place, so that it agrees.
/// </summary>
internal static class CostFlow
{
    /// <summary>What a quantity of an inbound entry carries (AJ-04); positive.</summary>
    public static decimal OfApplication(StockEntry inbound, decimal cost, decimal quantity) =>
        Rounding.Lcy(cost * quantity / inbound.Entry.Quantity);

    /// <summary>What an exact-cost return of an outbound entry carries (AP-07); positive.</summary>
    public static decimal OfReturn(StockEntry outbound, decimal cost, decimal quantity) =>
        Rounding.Lcy(cost * quantity / outbound.Entry.Quantity);
}

/// <summary>
/// The cost of an entry by what is invoiced and what is not; LCY, sign of the entry.
/// </summary>
internal readonly record struct CostSplit(decimal Actual, decimal Expected)
{
    public static CostSplit Of(decimal cost, ItemEntry entry)
    {
        var actual = Rounding.Lcy(cost * entry.InvoicedQuantity / entry.Quantity);
        return new(actual, cost - actual);
    }
}
