using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Masters;

/// <summary>How an item is costed: what v2.0 lacks of its card (IT-06, IT-07, IT-12).</summary>
internal static class ItemCostFields
{
    private const string MethodField = "costingMethod";
    private const string UnitCostField = "unitCost";

    public static Resource<Item> CostFields(this Resource<Item> resource) =>
        resource
            .Field(MethodField, i => i.CostingMethod, Access.ReadWrite)
            .Field("standardCost", i => i.StandardCost, Access.ReadWrite)
            .Field("lastDirectCost", i => i.LastDirectCost, Access.ReadWrite)
            .Field("indirectCostPercent", i => i.IndirectCostPct, Access.ReadWrite)
            .Field("overheadRate", i => i.OverheadRate, Access.ReadWrite);

    public static RowWrites<Item> CostWrites(this RowWrites<Item> writes) =>
        writes
            .Set<CostingMethod>(MethodField, (i, method) => i.CostingMethod = method)
            .Set<decimal>("standardCost", (i, cost) => i.StandardCost = cost)
            .Set<decimal>("lastDirectCost", (i, cost) => i.LastDirectCost = cost)
            .Set<decimal>("indirectCostPercent", (i, percent) => i.IndirectCostPct = percent)
            .Set<decimal>("overheadRate", (i, rate) => i.OverheadRate = rate)
            .Range("standardCost", i => i.StandardCost)
            .Range("lastDirectCost", i => i.LastDirectCost)
            .Range("indirectCostPercent", i => i.IndirectCostPct)
            .Range("overheadRate", i => i.OverheadRate)
            .Check(Check);

    private static async Task Check(RowEdit<Item> edit)
    {
        var item = edit.Row;
        var isGiven = edit.Given.Has(MethodField);
        if (item.Type != ItemType.Inventory && !isGiven)
            item.CostingMethod = CostingMethod.Fifo; // IT-05
        else if (edit.IsNew && !isGiven)
            item.CostingMethod = await DefaultMethod(edit); // IT-02
        if (item.Type != ItemType.Inventory && item.CostingMethod != CostingMethod.Fifo)
            edit.Refuse(ProblemCodes.CostingMethod, MethodField, $"{item.CostingMethod}");
        if (!edit.IsNew)
            await CheckChange(edit);
        if (item.CostingMethod == CostingMethod.Standard)
            item.UnitCost = item.StandardCost; // IT-07
    }

    private static string Text(decimal cost) =>
        cost.ToString("0.#####", CultureInfo.InvariantCulture);

    private static Task<CostingMethod> DefaultMethod(RowEdit<Item> edit) =>
        edit
            .Db.Set<InventorySetup>()
            .Select(setup => setup.DefaultCostingMethod)
            .SingleAsync(edit.Scope.Aborted);

    /// <summary>What entries rest on stays once there are any (IT-06, IT-07).</summary>
    private static async Task CheckChange(RowEdit<Item> edit)
    {
        var (item, before) = (edit.Row, edit.Db.Entry(edit.Row).OriginalValues);
        var isMethodChanged =
            before.GetValue<CostingMethod>(nameof(item.CostingMethod)) != item.CostingMethod;
        var isCostChanged =
            edit.Given.Has(UnitCostField)
            && before.GetValue<decimal>(nameof(item.UnitCost)) != item.UnitCost;
        if (!isMethodChanged && !isCostChanged)
            return;
        var isUsed = await edit.Db.ItemEntries.AnyAsync(
            entry => entry.ItemNo == item.No,
            edit.Scope.Aborted
        );
        if (isUsed && isMethodChanged)
            edit.Refuse(ProblemCodes.ItemInUse, MethodField, $"{item.CostingMethod}");
        if (isUsed && isCostChanged)
            edit.Refuse(ProblemCodes.ItemInUse, UnitCostField, Text(item.UnitCost));
    }
}
