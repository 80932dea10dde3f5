using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>What an item fills on a line (LIN-01, LIN-16, H-07, H-08).</summary>
internal static class ItemChoice
{
    public static bool Choose(LineChoice at, string no)
    {
        if (at.Edit.Context.Items.GetValueOrDefault(no) is not { } item)
        {
            at.Refuse(EditCodes.Unknown, LineField.No, no);
            return false;
        }
        if (!IsFree(at, item))
            return false;

        var line = at.Line;
        line.No = item.No;
        line.ItemType = item.Type;
        line.Description = item.Description;
        line.Description2 = item.Description2;
        line.GenProdPostingGroup = item.GenProdPostingGroup;
        line.InventoryPostingGroup = item.InventoryPostingGroup;
        line.AllowInvoiceDisc = item.AllowInvoiceDisc;
        if (at.Edit.Mirror.CostFollowsPrice)
            (line.IndirectCostPct, line.OverheadRate) = (item.IndirectCostPct, item.OverheadRate);
        if (!LineVat.Fill(at, item.VatProdPostingGroup))
            return false;
        var unit = at.Edit.Mirror.ItemUnit(item);
        return UnitChoice.Fill(at, item, unit.Length > 0 ? unit : item.BaseUnitOfMeasure);
    }

    public static void SetVariant(LineChoice at, string code)
    {
        var line = at.Line;
        if (code == line.VariantCode)
            return;
        if (HeaderRules.IsHandled(line))
        {
            at.Refuse(ProblemCodes.Linked, LineField.VariantCode, code);
            return;
        }
        var variant = at.Edit.Context.Variants.GetValueOrDefault((line.No, code));
        if (code.Length > 0 && (line.Type != LineType.Item || variant is null))
        {
            at.Refuse(EditCodes.Unknown, LineField.VariantCode, code);
            return;
        }
        if (variant is { IsBlocked: true })
            Block(at, LineField.VariantCode, (code, isHard: true));
        line.VariantCode = code;
        var description = variant?.Description ?? ItemOf(at)?.Description ?? "";
        if (description.Length > 0)
            line.Description = description;
    }

    /// <summary>The item of a line, or null where the edit did not need it.</summary>
    public static Item? ItemOf(LineChoice at) =>
        at.Line.Type == LineType.Item ? at.Edit.Context.Items.GetValueOrDefault(at.Line.No) : null;

    private static bool IsFree(LineChoice at, Item item)
    {
        if (item.IsBlocked)
            return Block(at, LineField.No, (item.No, isHard: true));
        return !at.Edit.Mirror.IsItemBlocked(item)
            || Block(at, LineField.No, (item.No, isHard: false));
    }

    // On credit documents a block is noticed; which blocks, the directions disagree about.
    private static bool Block(LineChoice at, LineField field, (string Value, bool isHard) what)
    {
        var problem = at.Problem(ProblemCodes.ItemBlocked, field, what.Value) with
        {
            MendedAt = new("items", field == LineField.No ? what.Value : at.Line.No),
        };
        var isStopped =
            !at.Document.Kind.IsCredit() || (what.isHard && at.Edit.Mirror.BlockedItemStopsCredit);
        if (isStopped)
            at.Edit.Refuse(problem);
        else
            at.Edit.Notice(problem);
        return !isStopped;
    }
}
