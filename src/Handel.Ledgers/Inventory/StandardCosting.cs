using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// Standard cost: what comes in is worth its standard, whatever was paid. The difference is a
/// variance entry beside the direct cost, so that stock never leaves the standard (CP-03, CP-04).
/// </summary>
internal static class StandardCosting
{
    /// <summary>The amounts of a movement that states its own cost; others keep theirs.</summary>
    public static StockMovement WithStandard(StockMovement movement, Item item)
    {
        if (item.CostingMethod != CostingMethod.Standard)
            return movement;
        if (!movement.HasOwnAmounts)
            return movement with { UnitCost = item.StandardCost };
        var whole = Rounding.Lcy(item.StandardCost * movement.Quantity);
        var invoiced = Rounding.Lcy(item.StandardCost * movement.InvoicedQuantity);
        var isPurchase = movement.EntryType == ItemEntryType.Purchase;
        return movement with
        {
            Amounts = movement.Amounts with
            {
                // Only who buys can pay another price: an adjustment is booked at its standard.
                DirectCost = isPurchase ? movement.Amounts.DirectCost : invoiced,
                ExpectedCost = whole - invoiced,
            },
            StandardCost = invoiced,
        };
    }

    /// <summary>
    /// Takes an invoice back to the standard of its quantity; the answer is the LCY it took.
    /// </summary>
    public static decimal WriteVariance(ValueEntry direct, decimal amount, ValueWriter values)
    {
        if (amount != 0m)
            values.Write(
                StockInvoicing.Additional(direct, amount) with
                {
                    Type = ValueEntryType.Variance,
                }
            );
        return amount;
    }
}
