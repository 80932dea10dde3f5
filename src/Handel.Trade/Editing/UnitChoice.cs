using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>The unit of a line; price and cost follow it (UM-09, API-L1-4).</summary>
internal static class UnitChoice
{
    public static void Set(LineChoice at, string code)
    {
        var line = at.Line;
        if (code == line.UnitOfMeasureCode)
            return;
        if (HeaderRules.IsHandled(line))
            at.Refuse(ProblemCodes.Linked, LineField.UnitOfMeasureCode, code);
        else if (line.Type == LineType.Item && ItemChoice.ItemOf(at) is { } item)
        {
            if (Fill(at, item, code) && line.Quantity != 0)
                LineQuantity.Set(at, line.Quantity);
        }
        else if (line.Type == LineType.GlAccount && IsGeneral(at, code))
            line.UnitOfMeasureCode = code;
        else
            at.Refuse(EditCodes.Unknown, LineField.UnitOfMeasureCode, code);
    }

    /// <summary>Takes a unit of the item, with card price and unit cost in it.</summary>
    public static bool Fill(LineChoice at, Item item, string code)
    {
        var unit = UnitOf(item, code);
        if (unit is null)
        {
            var problem = at.Problem(EditCodes.Unknown, LineField.UnitOfMeasureCode, code);
            at.Edit.Refuse(problem with { MendedAt = new("items", item.No) });
            return false;
        }
        var line = at.Line;
        line.UnitOfMeasureCode = code;
        line.QuantityPerUnit = unit.QuantityPerUnit;
        line.UnitCostLcy = item.UnitCost * unit.QuantityPerUnit;
        LinePrice.TakeFromCard(at, item);
        return true;
    }

    /// <summary>A unit of the item; its base unit exists even without a row (UM-01).</summary>
    public static ItemUnit? UnitOf(Item item, string code) =>
        item.Units.Find(unit => unit.Code == code)
        ?? (
            code == item.BaseUnitOfMeasure && code.Length > 0 ? new ItemUnit { Code = code } : null
        );

    private static bool IsGeneral(LineChoice at, string code) =>
        code.Length == 0 || at.Edit.Setup.Units.ContainsKey(code);
}
