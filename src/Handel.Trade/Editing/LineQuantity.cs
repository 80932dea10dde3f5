using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// Quantities of a line and what may be handled of them (QTY-01..12, H-09..H-11).
/// </summary>
internal static class LineQuantity
{
    public static void Set(LineChoice at, decimal quantity)
    {
        var line = at.Line;
        if (line.Type == LineType.Comment)
        {
            if (quantity != 0)
                at.Refuse(ProblemCodes.Line, LineField.Quantity, quantity);
            return;
        }
        if (
            !FitsHandled(at, quantity)
            || BaseOf(at, (LineField.Quantity, quantity)) is not { } inBase
        )
            return;
        line.Quantity = quantity;
        line.QuantityBase = inBase;
        LineAmounts.Recalculate(line, at.Edit.Rounding);
        HandlingProposal.Renew(at.Document, line, at.Edit.Setup);
    }

    public static void SetToDeliver(LineChoice at, decimal quantity)
    {
        var line = at.Line;
        if (at.Document.Kind.IsHandledWhole())
            Fit(at, (LineField.QtyToDeliver, quantity), (line.Quantity, line.Quantity));
        else if (Fit(at, (LineField.QtyToDeliver, quantity), (0m, line.OutstandingQuantity)))
        {
            line.QtyToDeliver = quantity;
            // QTY-04: what is delivered is proposed for invoicing.
            line.QtyToInvoice = HandlingProposal.MostToInvoice(at.Document.Kind, line);
            line.VatDifference = 0m;
        }
    }

    public static void SetToInvoice(LineChoice at, decimal quantity)
    {
        var most = HandlingProposal.MostToInvoice(at.Document.Kind, at.Line);
        var least = at.Document.Kind.IsHandledWhole() ? most : 0m;
        if (!Fit(at, (LineField.QtyToInvoice, quantity), (least, most)))
            return;
        if (quantity != at.Line.QtyToInvoice)
            at.Line.VatDifference = 0m;
        at.Line.QtyToInvoice = quantity;
    }

    public static void ClearAll(TradeLine line)
    {
        line.Quantity = line.QuantityBase = 0m;
        line.QtyToDeliver = line.QtyToInvoice = 0m;
    }

    // LIN-12, H-10: not below what is delivered already, and of its sign.
    private static bool FitsHandled(LineChoice at, decimal quantity)
    {
        var line = at.Line;
        var handled =
            Math.Abs(line.QtyDelivered) >= Math.Abs(line.QtyInvoiced)
                ? line.QtyDelivered
                : line.QtyInvoiced;
        var isTurned = handled != 0 && Math.Sign(quantity) != Math.Sign(handled);
        if (!isTurned && Math.Abs(quantity) >= Math.Abs(handled))
            return true;
        var problem = at.Problem(ProblemCodes.Linked, LineField.Quantity, quantity);
        at.Edit.Refuse(Edit.With(problem, "allowed", handled));
        return false;
    }

    // UM-04, UM-05, H-11: in steps of its unit, and not nothing in the base unit.
    private static decimal? BaseOf(LineChoice at, (LineField Field, decimal Quantity) entered)
    {
        var item = ItemChoice.ItemOf(at);
        var unit = item is null ? null : UnitChoice.UnitOf(item, at.Line.UnitOfMeasureCode);
        var baseUnit = item is null ? null : UnitChoice.UnitOf(item, item.BaseUnitOfMeasure);
        var step = StepOf(unit?.QtyRoundingPrecision);
        var inBase = Rounding.Round(
            entered.Quantity * at.Line.QuantityPerUnit,
            StepOf(baseUnit?.QtyRoundingPrecision)
        );
        var isNothing = entered.Quantity != 0 && inBase == 0;
        if (entered.Quantity % step == 0 && !isNothing)
            return inBase;
        var problem = at.Problem(ProblemCodes.UnitConversion, entered.Field, entered.Quantity);
        at.Edit.Refuse(Edit.With(problem, "step", step));
        return null;
    }

    private static decimal StepOf(decimal? precision) =>
        precision is > 0 and { } step ? step : Rounding.QuantityPrecision;

    // QTY-05: between nothing and what is allowed, of the same sign.
    private static bool Fit(
        LineChoice at,
        (LineField Field, decimal Quantity) entered,
        (decimal Least, decimal Most) range
    )
    {
        var isTurned = entered.Quantity != 0 && entered.Quantity * range.Most < 0;
        var isInside =
            Math.Abs(entered.Quantity) <= Math.Abs(range.Most)
            && Math.Abs(entered.Quantity) >= Math.Abs(range.Least);
        if (!isTurned && isInside)
            return BaseOf(at, entered) is not null;
        var code =
            entered.Field == LineField.QtyToDeliver
                ? ProblemCodes.ShipTooMuch
                : ProblemCodes.InvoiceTooMuch;
        var problem = at.Problem(code, entered.Field, entered.Quantity);
        at.Edit.Refuse(Edit.With(problem, "allowed", range.Most));
        return false;
    }
}
