namespace Handel.Ledgers.Inventory;

/// <summary>An account that value entries post to, by its place in the setup (GL-08).</summary>
public enum CostAccount : short
{
    Inventory = 0,
    InventoryInterim = 1,
    Cogs = 2,
    CogsInterim = 3,
    InventoryAdjmt = 4,
    InvtAccrualInterim = 5,
    DirectCostApplied = 6,
    OverheadApplied = 7,
    PurchaseVariance = 8,
}

/// <summary>Table GL: which accounts a value entry posts to (inventory 8, ACC-27..30).</summary>
public static class CostAccounts
{
    /// <summary>The account that a positive amount credits; actual cost debits Inventory.</summary>
    public static CostAccount Balancing(ItemEntryType entryType, ValueEntryType valueType) =>
        valueType switch
        {
            ValueEntryType.DirectCost => BalancingDirect(entryType),
            ValueEntryType.IndirectCost => CostAccount.OverheadApplied,
            ValueEntryType.Variance => CostAccount.PurchaseVariance,
            ValueEntryType.Revaluation or ValueEntryType.Rounding => CostAccount.InventoryAdjmt,
            var other => throw new InvalidOperationException($"Unknown value entry type {other}."),
        };

    /// <summary>The same for expected cost; it debits Inventory (Interim).</summary>
    public static CostAccount BalancingExpected(ItemEntryType entryType) =>
        entryType switch
        {
            ItemEntryType.Sale => CostAccount.CogsInterim,
            ItemEntryType.Purchase
            or ItemEntryType.PositiveAdjmt
            or ItemEntryType.NegativeAdjmt
            or ItemEntryType.Transfer
            or ItemEntryType.AssemblyConsumption
            or ItemEntryType.AssemblyOutput => CostAccount.InvtAccrualInterim,
            var other => throw new InvalidOperationException($"Unknown entry type {other}."),
        };

    /// <summary>
    /// Looked up by location and inventory group; else by the two general groups.
    /// </summary>
    public static bool IsOfLocation(CostAccount account) =>
        account is CostAccount.Inventory or CostAccount.InventoryInterim;

    private static CostAccount BalancingDirect(ItemEntryType entryType) =>
        entryType switch
        {
            ItemEntryType.Purchase => CostAccount.DirectCostApplied,
            ItemEntryType.Sale => CostAccount.Cogs,
            ItemEntryType.PositiveAdjmt
            or ItemEntryType.NegativeAdjmt
            or ItemEntryType.Transfer
            or ItemEntryType.AssemblyConsumption
            or ItemEntryType.AssemblyOutput => CostAccount.InventoryAdjmt,
            var other => throw new InvalidOperationException($"Unknown entry type {other}."),
        };
}
