using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;

namespace Handel.Trade.Tests.Editing;

/// <summary>Whatever is edited, the draft stays consistent (VAT-14, QTY-05).</summary>
public sealed class EditProperties
{
    private static readonly Gen<(LineField, object?)> Changes = Gen.OneOf(
        Gen.Choose(-9, 40).Select(q => (LineField.Quantity, (object?)(decimal)q)),
        Gen.Choose(0, 9999999).Select(p => (LineField.UnitPrice, (object?)(p / 1000m))),
        Gen.Choose(0, 100).Select(p => (LineField.LineDiscountPct, (object?)(decimal)p)),
        Gen.Choose(0, 9999).Select(a => (LineField.LineAmount, (object?)(a / 100m))),
        Gen.Choose(-9, 40).Select(q => (LineField.QtyToDeliver, (object?)(decimal)q)),
        Gen.Choose(-9, 40).Select(q => (LineField.QtyToInvoice, (object?)(decimal)q)),
        Gen.Elements("A", "B").Select(no => (LineField.No, (object?)no)),
        Gen.Elements("PCS", "BOX").Select(unit => (LineField.UnitOfMeasureCode, (object?)unit))
    );

    private static readonly Arbitrary<(
        Direction,
        (int Line, (LineField, object?) Change)[]
    )> Cases = (
        from direction in Gen.Elements(Direction.Sale, Direction.Purchase)
        from edits in Gen.NonEmptyListOf(
            from line in Gen.Choose(0, 2)
            from change in Changes
            select (line, change)
        )
        select (direction, edits.ToArray())
    ).ToArbitrary();

    [Fact]
    public void Accepted_edits_keep_totals_and_quantities_right() =>
        Prop.ForAll(
                Cases,
                given =>
                {
                    var (direction, edits) = given;
                    var order = Edited(direction, edits);
                    return order.Lines.TrueForAll(IsRight)
                        && order.Amount == order.Lines.Sum(line => line.Amount)
                        && order.AmountInclVat == order.Lines.Sum(line => line.AmountInclVat)
                        && order.InvDiscountAmount == order.Lines.Sum(l => l.InvDiscountAmount);
                }
            )
            .QuickCheckThrowOnFailure();

    private static TradeDocument Edited(
        Direction direction,
        (int Line, (LineField, object?) Change)[] edits
    )
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 5m);
        EditGiven.Accept(given.Add(order, EditGiven.Item("B", 3m)));
        EditGiven.Accept(given.Add(order, EditGiven.Item("A", -2m)));
        EditGiven.Accept(given.Set(order, (HeaderField.InvoiceDiscountPct, 3m)));
        // A refused change leaves the line as it was, so the others may go on.
        foreach (var (line, change) in edits)
            _ = given.Set(order.Lines[line], order, change);
        EditGiven.Accept(given.Set(order, (HeaderField.YourReference, "done")));
        return order;
    }

    private static bool IsRight(TradeLine line)
    {
        var isWithin =
            Math.Abs(line.QtyToDeliver) <= Math.Abs(line.OutstandingQuantity)
            && line.QtyToDeliver * line.Quantity >= 0
            && Math.Abs(line.QtyToInvoice) <= Math.Abs(line.QtyDelivered + line.QtyToDeliver);
        var gross = decimal.Round(line.Quantity * line.UnitPrice, 2, MidpointRounding.AwayFromZero);
        return isWithin
            && line.QuantityBase == line.Quantity * line.QuantityPerUnit
            && line.LineAmount == gross - line.LineDiscountAmount;
    }
}
