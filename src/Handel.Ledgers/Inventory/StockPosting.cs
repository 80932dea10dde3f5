using Handel.Kernel.Amounts;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// Posts movements of stock and their invoices: item entries, value entries and applications go to
/// the posting, the new state of entries and balances to the fork of the books. Outbound entries
/// get their true cost at once; what changes the cost of an inbound entry is forwarded to all that
/// consumed it before the call returns (inventory 3 to 7). Ask <see cref="StockChecks"/> first:
/// here a movement that cannot be is a defect and throws.
/// </summary>
public sealed class StockPosting
{
    private readonly Books _books;
    private readonly Posting _posting;
    private readonly Stock _stock;
    private readonly ValueWriter _values;
    private readonly CostWave _wave;
    private readonly StockMatching _matching;
    private readonly ItemCosting _costing;

    public StockPosting(Books books, Posting posting)
    {
        _books = books;
        _posting = posting;
        _stock = books.Stock;
        _values = new(books, posting);
        _wave = new(_stock, _values);
        _matching = new(books, posting, _wave);
        _costing = new(books);
    }

    /// <summary>Posts a movement; the answer is the number of its item entry.</summary>
    public int Post(StockMovement movement)
    {
        AssertPossible(movement);
        var item = _books.Items[movement.ItemNo];
        movement = StandardCosting.WithStandard(movement, item);
        var entry = NewEntry(movement, item);
        if (item.Type != ItemType.Inventory)
        {
            PostUnstocked(entry, movement);
            return entry.EntryNo;
        }

        if (entry.IsInbound)
            PostInbound(entry, movement);
        else
            PostOutbound(entry, movement);
        if (movement.HasOwnAmounts && movement.EntryType == ItemEntryType.Purchase)
            _costing.PurchaseInvoiced(item.No, movement.InvoicedQuantity, movement.Amounts);
        _wave.Run();
        _costing.Refresh(entry.Key);
        return entry.EntryNo;
    }

    /// <summary>Invoices goods that an earlier posting moved.</summary>
    public void Invoice(StockInvoice invoice)
    {
        var before = _stock.Entries[invoice.ItemEntryNo];
        var after = StockInvoicing.Write(before, invoice, _values);
        _stock.Set(after);
        if (!after.Values[0].IsInventoriable)
        {
            NotePurchase(after.Entry, invoice);
            return;
        }

        if (after.Cost != before.Cost)
            Reach(after);
        if (after.Entry.IsCompletelyInvoiced)
            _matching.NoteInvoiced(after);
        NotePurchase(after.Entry, invoice);
        _wave.Run();
        _costing.Refresh(after.Entry.Key);
    }

    /// <summary>
    /// Adjusts what the cost of these entries flows to, and posts nothing where all is as it
    /// should be (AJ-03): postings adjust by themselves, this repeats it.
    /// </summary>
    public void Adjust(IEnumerable<int> entryNos)
    {
        var keys = new HashSet<StockKey>();
        foreach (var entryNo in entryNos)
        {
            var entry = _stock.Entries[entryNo];
            if (!entry.Values[0].IsInventoriable)
                continue;
            keys.Add(entry.Entry.Key);
            Reach(entry);
        }
        _wave.Run();
        foreach (var key in keys)
            _costing.Refresh(key);
    }

    private void Reach(StockEntry entry)
    {
        _wave.Reach(entry.EntryNo);
        if (entry.Entry.IsPooled)
            _wave.Pools.Touch(entry.Entry);
    }

    private void NotePurchase(ItemEntry entry, StockInvoice invoice)
    {
        if (entry.IsInbound && entry.EntryType == ItemEntryType.Purchase)
            _costing.PurchaseInvoiced(entry.ItemNo, invoice.Quantity, invoice.Amounts);
    }

    private void PostInbound(ItemEntry entry, StockMovement movement)
    {
        var cost = InboundCost(ref entry, movement);
        _posting.ItemEntries.Add(entry);
        _stock.Set(WriteValues(entry, movement, cost));
        if (entry.IsPooled)
            _wave.Pools.Touch(entry);
        if (movement.AppliesFromEntryNo != 0)
            _matching.TakeBack(entry);
        if (entry.CostingMethod != CostingMethod.Specific) // AP-05
            _matching.CloseOpenOutbounds(entry.EntryNo);
    }

    private CostSplit InboundCost(ref ItemEntry entry, StockMovement movement)
    {
        var amounts = movement.Amounts;
        if (movement.HasOwnAmounts)
            return new(amounts.DirectCost, amounts.ExpectedCost);
        if (movement.AppliesFromEntryNo == 0)
            return CostSplit.Of(Rounding.Lcy(entry.OwnUnitCost * entry.Quantity), entry);
        // A return takes the share of the outbound that it names, and its later date (LE-11).
        var outbound = _stock.Entries[movement.AppliesFromEntryNo];
        if (outbound.Entry.ValuationDate > entry.ValuationDate)
            entry = entry with { ValuationDate = outbound.Entry.ValuationDate };
        return CostSplit.Of(CostFlow.OfReturn(outbound, outbound.Cost, entry.Quantity), entry);
    }

    private void PostOutbound(ItemEntry entry, StockMovement movement)
    {
        entry = _matching.TakeFromLayers(entry, out var cost);
        if (entry.IsAveraged)
            cost = _wave.Pools.CostOfNew(entry);
        _posting.ItemEntries.Add(entry);
        _stock.Set(WriteValues(entry, movement, CostSplit.Of(cost, entry)));
        if (entry.IsAveraged)
            _wave.Pools.TouchAfter(entry);
        else if (entry.IsPooled)
            _wave.Pools.Touch(entry);
    }

    /// <summary>
    /// Entries without stock: never open, never applied, no inventory value (LE-07).
    /// </summary>
    private void PostUnstocked(ItemEntry entry, StockMovement movement)
    {
        entry = entry with { RemainingQuantity = 0m, IsOpen = false };
        _posting.ItemEntries.Add(entry);
        var cost = StockInvoicing.UnstockedCost(entry, movement.Amounts, entry.InvoicedQuantity);
        _stock.Set(WriteValues(entry, movement, new(cost, 0m)));
        if (entry.IsInbound && entry.EntryType == ItemEntryType.Purchase)
            _costing.PurchaseInvoiced(entry.ItemNo, entry.InvoicedQuantity, movement.Amounts);
    }

    private ItemEntry NewEntry(StockMovement movement, Item item)
    {
        var document = movement.Document;
        return new()
        {
            CompanyNo = _books.Setup.CompanyNo,
            EntryNo = ++_books.Counters.Item,
            RegisterNo = _posting.RegisterNo,
            ItemNo = movement.ItemNo,
            VariantCode = movement.VariantCode,
            LocationCode = movement.LocationCode,
            PostingDate = document.PostingDate,
            DocumentDate = document.DocumentDate,
            ValuationDate = document.PostingDate,
            EntryType = movement.EntryType,
            DocumentType = document.Type,
            DocumentNo = document.No,
            DocumentLineNo = document.LineNo,
            ExternalDocumentNo = document.ExternalNo,
            SourceType = document.SourceType,
            SourceNo = document.SourceNo,
            Description = document.Description,
            Quantity = movement.Quantity,
            UnitOfMeasureCode = movement.UnitOfMeasureCode,
            QuantityPerUnit = movement.QuantityPerUnit,
            IsCorrection = movement.IsCorrection,
            AppliesToEntryNo = movement.AppliesToEntryNo,
            AppliesFromEntryNo = movement.AppliesFromEntryNo,
            DimensionSetId = document.DimensionSetId,
            CostingMethod = item.Type == ItemType.Inventory ? item.CostingMethod : default,
            OwnUnitCost = movement.HasOwnAmounts
                ? 0m
                : Rounding.UnitAmount(movement.UnitCost ?? _costing.Of(movement.ItemNo).UnitCost),
            RemainingQuantity = movement.Quantity,
            IsOpen = true,
            InvoicedQuantity = movement.InvoicedQuantity,
            LastInvoiceDate = movement.InvoicedQuantity == 0m ? null : document.PostingDate,
            ShippedQtyNotReturned = movement.Quantity > 0 ? 0m : movement.Quantity,
        };
    }

    private StockEntry WriteValues(ItemEntry entry, StockMovement movement, CostSplit cost)
    {
        var isStocked = _books.Items[entry.ItemNo].Type == ItemType.Inventory;
        var amounts = movement.Amounts;
        var draft = _values.DraftFirst(entry, movement) with { IsInventoriable = isStocked };
        var values = new List<ValueEntry>(1);
        var rest = entry.Quantity - entry.InvoicedQuantity;
        if (rest != 0m)
            values.Add(_values.Write(Expected(draft, entry, amounts, cost.Expected)));

        var added = 0m;
        if (entry.InvoicedQuantity != 0m)
        {
            var actual = draft with
            {
                ValuedQuantity = entry.InvoicedQuantity,
                ItemEntryQuantity = rest == 0m ? entry.Quantity : 0m,
                InvoicedQuantity = entry.InvoicedQuantity,
            };
            values.Add(_values.Write(StockInvoicing.WithAmounts(actual, amounts, cost.Actual)));
            if (movement.HasOwnAmounts && isStocked)
                added = StockInvoicing.WriteAdditional(
                    values[^1],
                    amounts,
                    movement.StandardCost,
                    _values
                );
        }
        return new(entry, values)
        {
            CostActual = isStocked ? cost.Actual + added : 0m,
            CostExpected = cost.Expected,
        };
    }

    private static ValueEntry Expected(
        ValueEntry draft,
        ItemEntry entry,
        StockAmounts amounts,
        decimal cost
    ) =>
        draft with
        {
            ValuedQuantity = entry.Quantity - entry.InvoicedQuantity,
            ItemEntryQuantity = entry.Quantity,
            IsExpectedCost = true,
            CostAmountExpected = cost,
            SalesAmountExpected = amounts.SalesExpected,
            PurchaseAmountExpected = amounts.PurchaseExpected,
        };

    private static void AssertPossible(StockMovement movement)
    {
        var (quantity, invoiced) = (movement.Quantity, movement.InvoicedQuantity);
        var isWithin = invoiced == 0m || (invoiced > 0 == quantity > 0);
        if (quantity == 0m || !isWithin || Math.Abs(invoiced) > Math.Abs(quantity))
            throw new InvalidOperationException(
                $"A movement of {quantity} cannot be invoiced for {invoiced} (LE-10)."
            );
        // Journals are invoiced by nature (LE-04).
        var isTraded = movement.EntryType is ItemEntryType.Purchase or ItemEntryType.Sale;
        if (!isTraded && invoiced != quantity)
            throw new InvalidOperationException($"{movement.EntryType} is invoiced by nature.");
    }
}
