using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>Turns what was expected into what was invoiced (LE-05, LE-06, P-36).</summary>
internal static class StockInvoicing
{
    /// <summary>
    /// Writes the value entries of an invoice; the answer is the entry's new state.
    /// </summary>
    public static StockEntry Write(StockEntry before, StockInvoice invoice, ValueWriter values)
    {
        AssertPossible(before.Entry, invoice);
        var isStocked = before.Values[0].IsInventoriable;
        var settled = Settled(before, invoice.Quantity);
        var cost = ActualCost(before.Entry, invoice, isStocked, settled.Cost);

        var draft = ValueWriter.DraftInvoice(before, invoice.Document) with
        {
            ValuedQuantity = invoice.Quantity,
            InvoicedQuantity = invoice.Quantity,
            CostAmountExpected = -settled.Cost,
            SalesAmountExpected = -settled.Sales,
            PurchaseAmountExpected = -settled.Purchase,
        };
        var value = values.Write(WithAmounts(draft, invoice.Amounts, cost));
        var added =
            isStocked && HasOwnCost(before.Entry)
                ? WriteAdditional(value, invoice.Amounts, StandardOf(before, settled.Cost), values)
                : 0m;
        return before with
        {
            Entry = before.Entry with
            {
                InvoicedQuantity = before.Entry.InvoicedQuantity + invoice.Quantity,
                LastInvoiceDate = invoice.Document.PostingDate,
            },
            Values = [.. before.Values, value],
            CostActual = before.CostActual + (isStocked ? cost + added : 0m),
            CostExpected = before.CostExpected - settled.Cost,
        };
    }

    /// <summary>The actual amounts of the quantity invoiced by a value entry.</summary>
    public static ValueEntry WithAmounts(ValueEntry draft, StockAmounts amounts, decimal cost) =>
        draft with
        {
            CostAmountActual = draft.IsInventoriable ? cost : 0m,
            CostAmountNonInvtbl = draft.IsInventoriable ? 0m : cost,
            SalesAmountActual = amounts.SalesActual,
            PurchaseAmountActual = amounts.PurchaseActual,
            DiscountAmount = amounts.Discount,
        };

    /// <summary>
    /// Overhead (CP-02), and what takes the cost back to a standard (CP-04), are value entries of
    /// their own, with actual cost only. The answer is the LCY of both.
    /// </summary>
    public static decimal WriteAdditional(
        ValueEntry direct,
        StockAmounts amounts,
        decimal? standard,
        ValueWriter values
    )
    {
        var indirect = amounts.IndirectCost;
        if (indirect != 0m)
            values.Write(Additional(direct, indirect) with { Type = ValueEntryType.IndirectCost });
        if (standard is not { } worth)
            return indirect;
        var variance = worth - direct.CostAmountActual - indirect;
        return indirect + StandardCosting.WriteVariance(direct, variance, values);
    }

    /// <summary>A value entry beside one of an invoice, of the same quantity.</summary>
    public static ValueEntry Additional(ValueEntry direct, decimal cost) =>
        WithAmounts(direct, new(), cost) with
        {
            ItemEntryQuantity = 0m,
            InvoicedQuantity = 0m,
            CostAmountExpected = 0m,
            SalesAmountExpected = 0m,
            PurchaseAmountExpected = 0m,
        };

    // CM-02: what was received at a standard keeps it until stock is revalued.
    private static decimal? StandardOf(StockEntry entry, decimal settledCost) =>
        entry.Entry.CostingMethod == CostingMethod.Standard ? settledCost : null;

    /// <summary>
    /// What goods without stock cost: an expense, never inventory (LE-07, ILE-06).
    /// </summary>
    public static decimal UnstockedCost(ItemEntry entry, StockAmounts amounts, decimal quantity) =>
        entry.EntryType == ItemEntryType.Purchase
            ? amounts.DirectCost
            : Rounding.Lcy(entry.OwnUnitCost * quantity);

    private static bool HasOwnCost(ItemEntry entry) =>
        entry.IsInbound && entry.EntryType != ItemEntryType.Sale;

    private static decimal ActualCost(
        ItemEntry entry,
        StockInvoice invoice,
        bool isStocked,
        decimal settledCost
    )
    {
        if (!isStocked)
            return UnstockedCost(entry, invoice.Amounts, invoice.Quantity);
        return HasOwnCost(entry) ? invoice.Amounts.DirectCost : settledCost;
    }

    /// <summary>
    /// The expected amounts that an invoice replaces; the last one takes the rest.
    /// </summary>
    private static (decimal Cost, decimal Sales, decimal Purchase) Settled(
        StockEntry entry,
        decimal quantity
    )
    {
        if (entry.Entry.InvoicedQuantity + quantity == entry.Entry.Quantity)
            return (
                entry.CostExpected,
                entry.Values.Sum(v => v.SalesAmountExpected),
                entry.Values.Sum(v => v.PurchaseAmountExpected)
            );
        var expected = entry.Values.First(v => v.IsExpectedCost);
        return (
            // Cost that came from elsewhere may have been adjusted since: its share is of today.
            HasOwnCost(entry.Entry)
                ? Share(expected, expected.CostAmountExpected, quantity)
                : Rounding.Lcy(entry.Cost * quantity / entry.Entry.Quantity),
            Share(expected, expected.SalesAmountExpected, quantity),
            Share(expected, expected.PurchaseAmountExpected, quantity)
        );
    }

    private static decimal Share(ValueEntry expected, decimal amount, decimal quantity) =>
        Rounding.Lcy(amount * quantity / expected.ValuedQuantity);

    private static void AssertPossible(ItemEntry entry, StockInvoice invoice)
    {
        var left = entry.Quantity - entry.InvoicedQuantity;
        var isWithin = invoice.Quantity > 0 == left > 0 && invoice.Quantity != 0m;
        if (!isWithin || Math.Abs(invoice.Quantity) > Math.Abs(left))
            throw new InvalidOperationException(
                $"Entry {entry.EntryNo} has {left} to invoice, not {invoice.Quantity} (LE-10)."
            );
    }
}
