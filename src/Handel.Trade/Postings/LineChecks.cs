using System.Globalization;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Trade.Postings;

/// <summary>Checks of every line that is handled (PC-16, 19, 22, P-17, P-21, QTY-05).</summary>
internal static class LineChecks
{
    public static void Find(PostingScope scope, Books books, List<Problem> problems)
    {
        foreach (var line in scope.Lines.Where(line => line.IsHandled))
        {
            FindQuantities(line, scope, problems);
            if (line.Line.No.Length == 0)
                Add(ProblemCodes.FieldEmpty, line, "lineObjectNumber");
            else if (line.Line.Type == LineType.Item)
                FindItem(line, scope, books, problems);
        }
        FindIncomplete(scope, problems);

        void Add(string code, LineScope line, string field) =>
            problems.Add(new(code, Mirror.RecordOf(scope.Document, line.Line), field));
    }

    // QTY-05: within what is open, and of its sign.
    private static void FindQuantities(LineScope line, PostingScope scope, List<Problem> problems)
    {
        var toDeliverMax = line.Line.OutstandingQuantity;
        var toInvoiceMax = line.Line.QtyDeliveredNotInvoiced + line.ToDeliver;
        if (!IsWithin(line.ToDeliver, toDeliverMax))
            Add(
                ProblemCodes.ShipTooMuch,
                FieldNames.Of(scope.Document, LineField.QtyToDeliver),
                (line.ToDeliver, toDeliverMax)
            );
        if (!IsWithin(line.ToInvoice, toInvoiceMax))
            Add(
                ProblemCodes.InvoiceTooMuch,
                FieldNames.Of(scope.Document, LineField.QtyToInvoice),
                (line.ToInvoice, toInvoiceMax)
            );

        void Add(string code, string field, (decimal Value, decimal Max) quantity) =>
            problems.Add(
                new(code, Mirror.RecordOf(scope.Document, line.Line), field, Text(quantity.Value))
                {
                    Args = new Dictionary<string, string> { ["max"] = Text(quantity.Max) },
                }
            );
    }

    private static bool IsWithin(decimal quantity, decimal max) =>
        quantity == 0m || (quantity * max > 0m && Math.Abs(quantity) <= Math.Abs(max));

    private static void FindItem(
        LineScope line,
        PostingScope scope,
        Books books,
        List<Problem> problems
    )
    {
        var record = Mirror.RecordOf(scope.Document, line.Line);
        if (!books.Items.TryGetValue(line.Line.No, out var item))
        {
            problems.Add(new(ProblemCodes.FieldEmpty, record, "lineObjectNumber", line.Line.No));
            return;
        }
        var isBlockedHere = scope.Mirror.IsItemBlocked(item) && !scope.IsCredit;
        if (item.IsBlocked || isBlockedHere)
            problems.Add(
                new(ProblemCodes.ItemBlocked, record, "lineObjectNumber", item.No)
                {
                    MendedAt = new("items", item.No),
                }
            );
        if (line.Line.QuantityPerUnit <= 0m)
            problems.Add(new(ProblemCodes.UnitConversion, record, "unitOfMeasureCode"));
        if (item.Type != ItemType.Inventory || line.ToDeliver == 0m)
            return;
        // LO-02, H-02
        if (books.Setup.Inventory.LocationMandatory && line.Line.LocationCode.Length == 0)
            problems.Add(new(ProblemCodes.VariantOrLocation, record, "locationCode"));
        FindCostLink(line, scope, problems);
    }

    // RET-10, AP-07: a return must name what it reverses where the setup says so.
    private static void FindCostLink(LineScope line, PostingScope scope, List<Problem> problems)
    {
        var isLinked = line.Line.AppliesFromItemEntryNo != 0 || line.Line.AppliesToItemEntryNo != 0;
        if (scope.IsCredit && scope.Setup.ExactCostReversingMandatory && !isLinked)
            problems.Add(
                new(
                    ProblemCodes.CostLink,
                    Mirror.RecordOf(scope.Document, line.Line),
                    "appliesFromItemEntry"
                )
            );
    }

    // QTY-10: when goods leave, all of them leave.
    private static void FindIncomplete(PostingScope scope, List<Problem> problems)
    {
        if (scope.Document.ShippingAdvice != ShippingAdvice.Complete || !scope.Delivers)
            return;
        var goods = scope.Lines.Where(IsGoods).ToList();
        if (goods.All(line => line.ToDeliver == 0m))
            return;
        foreach (var line in goods.Where(l => l.ToDeliver != l.Line.OutstandingQuantity))
            problems.Add(
                new(
                    ProblemCodes.ShipComplete,
                    Mirror.RecordOf(scope.Document, line.Line),
                    FieldNames.Of(scope.Document, LineField.QtyToDeliver),
                    Text(line.ToDeliver)
                )
            );
    }

    private static bool IsGoods(LineScope line) =>
        line.Line is { Type: LineType.Item, ItemType: ItemType.Inventory, Quantity: > 0m };

    private static string Text(decimal quantity) =>
        quantity.ToString("0.#####", CultureInfo.InvariantCulture);
}
