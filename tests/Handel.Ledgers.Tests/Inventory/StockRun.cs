using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>One random step; every number picks from what is possible at that moment.</summary>
internal sealed record Step(int Kind, int Pick, int Quantity, int Cents, int Day);

/// <summary>The method under test, and how many steps share a posting; null varies.</summary>
internal sealed record StockRules(CostingMethod Method)
{
    public AverageCostPeriod Period { get; init; }
    public AverageCostCalcType CalcType { get; init; }
    public int? StepsAtOnce { get; init; }

    /// <summary>0 is one period for all days of the run.</summary>
    public int DaysOfPeriod =>
        Period switch
        {
            AverageCostPeriod.Day => 1,
            AverageCostPeriod.Week => 7,
            AverageCostPeriod.Month
            or AverageCostPeriod.Quarter
            or AverageCostPeriod.Year
            or AverageCostPeriod.AccountingPeriod => 0,
            var other => throw new InvalidOperationException($"Unknown period {other}."),
        };
}

/// <summary>Runs steps through the engine and the oracle side by side and compares them.</summary>
internal sealed class StockRun
{
    private const decimal UnitCost = 7.77m;
    private readonly StockRules _rules;
    private readonly StockBook _book;
    private readonly SlowStock _slow;
    private StockPosting? _posting;

    public StockRun(StockRules rules)
    {
        _rules = rules;
        _book = new(
            (setup, _, item) =>
            {
                setup.ExpectedCostPostingToGl = true;
                setup.AverageCostPeriod = rules.Period;
                setup.AverageCostCalcType = rules.CalcType;
                item.CostingMethod = rules.Method;
                item.UnitCost = item.StandardCost = UnitCost;
            }
        );
        _slow = new()
        {
            Method = rules.Method,
            Standard = UnitCost,
            IsWholeItem = rules.CalcType == AverageCostCalcType.Item,
            PeriodDays = rules.DaysOfPeriod,
        };
    }

    /// <summary>What every entry costs now, by its number.</summary>
    public IReadOnlyDictionary<int, decimal> Costs =>
        _slow.Entries.ToDictionary(e => e.No, e => _book.Cost(e.No));

    /// <summary>Some steps share one posting, some are planned first and thrown away.</summary>
    public void Run(IReadOnlyList<Step> steps)
    {
        var isPart = false;
        for (var at = 0; at < steps.Count; )
        {
            var count = _rules.StepsAtOnce ?? 1 + steps[at].Pick % 3;
            var batch = steps.Skip(at).Take(count).ToList();
            if (steps[at].Cents % 5 == 0)
                _book.Reload(Nameable().Select(e => e.No), batch.Min(DayOf));
            else if (isPart)
                _book.Reload(); // what was loaded for the batch before is too little
            isPart = steps[at].Cents % 5 == 0;
            _book.Post(
                StockBook.Day("06-30"),
                stock =>
                {
                    _posting = stock;
                    batch.ForEach(Take);
                }
            );
            at += count;
            Compare();
        }
        _book.Reload();
    }

    /// <summary>Invoices and supplies whatever is open, then empties the stock.</summary>
    public void Finish()
    {
        Once(() =>
        {
            foreach (var entry in _slow.Entries.Where(e => e.Invoiced != e.Quantity).ToList())
                Invoice(entry, entry.Quantity - entry.Invoiced, 1234);
            foreach (var place in new[] { "", "SHOP" })
            {
                var lacking = -_slow
                    .Entries.Where(e => e.Place == place && e.Left < 0)
                    .Sum(e => e.Left);
                if (lacking > 0m)
                    Buy(new(0, 0, 0, 3333, 28), place, lacking, lacking);
                var left = _slow.Entries.Where(e => e.Place == place).Sum(e => e.Left);
                if (_rules.Method == CostingMethod.Specific)
                    foreach (var layer in Layers().Where(e => e.Place == place).ToList())
                        TakeFrom(layer, new(0, 0, 0, 0, 28), layer.Left);
                else if (left > 0m)
                    Out(new(0, 0, 0, 0, 28), place, left, left);
            }
        });
        Compare();
        Assert.Equal(0m, _book.Balance.Quantity);
        Assert.Equal(0m, _book.Account("3001"));
        Assert.Equal(_book.Value, _book.Account("3000"));
        if (_rules.Method != CostingMethod.Average)
            Assert.Equal(0m, _book.Value); // INVT-3
    }

    /// <summary>Invoices what was received, each entry whole and in a posting of its own.</summary>
    public void InvoiceAll(bool isReversed)
    {
        var waiting = _slow.Entries.Where(e => e.IsPurchase && e.Invoiced != e.Quantity).ToList();
        if (isReversed)
            waiting.Reverse();
        foreach (var entry in waiting)
            Once(() => Invoice(entry, entry.Quantity - entry.Invoiced, 700 + entry.No * 131 % 900));
        Compare();
    }

    /// <summary>INVT-5: nothing is left to adjust.</summary>
    public void AdjustAgain()
    {
        _book.Reload();
        var posting = _book.Post(
            StockBook.Day("06-30"),
            stock => stock.Adjust(_slow.Entries.Select(e => e.No))
        );
        Assert.Empty(posting.ValueEntries);
    }

    /// <summary>What a next step may invoice or return.</summary>
    private IEnumerable<SlowStock.Entry> Nameable() =>
        _slow.Entries.Where(e => e.Invoiced != e.Quantity || (!e.IsIn && e.Returned < -e.Quantity));

    private void Once(Action act) =>
        _book.Post(
            StockBook.Day("06-30"),
            stock =>
            {
                _posting = stock;
                act();
            }
        );

    private void Take(Step step)
    {
        var place = step.Pick % 4 == 0 ? "SHOP" : "";
        var quantity = step.Quantity / 2m;
        switch (step.Kind)
        {
            case 0:
                Buy(step, place, quantity, invoiced: 0m);
                break;
            case 1:
                Buy(step, place, quantity, invoiced: quantity / 2m);
                break;
            case 2:
                Buy(step, place, quantity, invoiced: quantity);
                break;
            case 3 or 4:
                Out(step, place, quantity, invoiced: quantity);
                break;
            case 5:
                Out(step, place, quantity, invoiced: 0m);
                break;
            case 6:
                Out(step, place, quantity, invoiced: quantity / 2m);
                break;
            case 7 or 8:
                InvoiceOne(step);
                break;
            case 9:
                PlainReturn(step, place, quantity);
                break;
            case 10 or 11:
                ExactReturn(step, place);
                break;
            case 12:
                FixedOut(step);
                break;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>A purchase of which all, a part or nothing is invoiced with the receipt.</summary>
    private void Buy(Step step, string place, decimal quantity, decimal invoiced)
    {
        var expected = invoiced == quantity ? 0m : step.Cents / 100m;
        var cost = invoiced == 0m ? 0m : step.Cents / 90m;
        var movement = Movement(step, place, quantity, ItemEntryType.Purchase) with
        {
            InvoicedQuantity = invoiced,
            Amounts = new() { ExpectedCost = expected, DirectCost = Math.Round(cost, 2) },
        };
        _slow.AddIn(Posted(movement, isPurchase: true));
    }

    private void Out(Step step, string place, decimal quantity, decimal invoiced)
    {
        if (_rules.Method == CostingMethod.Specific)
        {
            FixedOut(step);
            return;
        }
        var movement = Movement(step, place, -quantity, ItemEntryType.Sale) with
        {
            InvoicedQuantity = -invoiced,
        };
        _slow.AddOut(Posted(movement));
    }

    private IEnumerable<SlowStock.Entry> Layers() => _slow.Entries.Where(e => e.IsIn && e.Left > 0);

    private void FixedOut(Step step)
    {
        var layers = Layers().ToList();
        if (layers.Count == 0)
            return;
        var layer = layers[step.Pick % layers.Count];
        TakeFrom(layer, step, Math.Min(layer.Left, step.Quantity / 2m));
    }

    private void TakeFrom(SlowStock.Entry layer, Step step, decimal quantity)
    {
        var movement = Movement(step, layer.Place, -quantity, ItemEntryType.Purchase) with
        {
            AppliesToEntryNo = layer.No,
            InvoicedQuantity = -quantity,
        };
        _slow.AddOut(Posted(movement), layer);
    }

    private void PlainReturn(Step step, string place, decimal quantity) =>
        _slow.AddIn(Posted(Movement(step, place, quantity, ItemEntryType.Sale)));

    private void ExactReturn(Step step, string place)
    {
        var sales = _slow.Entries.Where(e => !e.IsIn && e.Returned < -e.Quantity).ToList();
        if (sales.Count == 0)
            return;
        var sale = sales[^(1 + step.Pick % Math.Min(4, sales.Count))];
        var quantity = Math.Min(-sale.Quantity - sale.Returned, step.Quantity / 2m);
        var movement = Movement(step, place, quantity, ItemEntryType.Sale) with
        {
            AppliesFromEntryNo = sale.No,
        };
        _slow.AddIn(Posted(movement, sale: sale));
    }

    private void InvoiceOne(Step step)
    {
        var waiting = _slow.Entries.Where(e => e.Invoiced != e.Quantity).ToList();
        if (waiting.Count == 0)
            return;
        var entry = waiting[step.Pick % waiting.Count];
        var left = entry.Quantity - entry.Invoiced;
        var quantity = Math.Min(Math.Abs(left), step.Quantity / 2m) * Math.Sign(left);
        Invoice(entry, quantity, step.Cents);
    }

    private void Invoice(SlowStock.Entry entry, decimal quantity, int cents)
    {
        var cost = entry.IsPurchase ? cents / 100m : 0m;
        _posting!.Invoice(
            new()
            {
                ItemEntryNo = entry.No,
                Quantity = quantity,
                Document = StockBook.Document("06-30"),
                Amounts = new() { DirectCost = cost },
            }
        );
        entry.Invoices.Add((quantity, cost));
    }

    private static DateOnly DayOf(Step step) => new(2026, 6, 1 + step.Day);

    private static StockMovement Movement(
        Step step,
        string place,
        decimal quantity,
        ItemEntryType type
    ) =>
        StockBook.Purchase($"{DayOf(step):MM-dd}", quantity) with
        {
            EntryType = type,
            LocationCode = place,
            UnitCost = 5m + step.Cents % 700 / 100m,
        };

    private SlowStock.Entry Posted(
        StockMovement movement,
        bool isPurchase = false,
        SlowStock.Entry? sale = null
    )
    {
        var entry = new SlowStock.Entry
        {
            No = _posting!.Post(movement),
            Place = movement.LocationCode,
            Day = movement.Document.PostingDate.DayNumber,
            Quantity = movement.Quantity,
            OwnUnitCost =
                _rules.Method == CostingMethod.Standard ? UnitCost : movement.UnitCost!.Value,
            IsPurchase = isPurchase,
            Expected = movement.Amounts.ExpectedCost,
            AtOnce = movement.InvoicedQuantity,
            ReturnOf = sale,
        };
        if (entry.AtOnce != 0m)
            entry.Invoices.Add((entry.AtOnce, movement.Amounts.DirectCost));
        return entry;
    }

    private void Compare()
    {
        var stock = _book.Books.Stock;
        _slow.Forget();
        foreach (var slow in _slow.Entries)
        {
            var expected = _slow.Cost(slow) + (slow.IsIn ? _slow.Residual(slow) : 0m);
            Assert.Equal((slow.No, expected), (slow.No, _book.Cost(slow.No))); // INVT-8
            if (!stock.Entries.TryGet(slow.No, out var entry))
                continue;
            Assert.Equal(expected, entry.CostActual + entry.CostExpected);
            Assert.Equal(_slow.Valuation(slow), entry.Entry.ValuationDate.DayNumber);
            Assert.Equal((slow.No, slow.Left), (slow.No, entry.Entry.RemainingQuantity)); // INVT-2
            Assert.Equal(slow.Left != 0m, entry.Entry.IsOpen);
            if (slow.Invoiced == slow.Quantity)
                Assert.Equal(0m, entry.CostExpected);
        }

        var balance = _book.Balance;
        Assert.Equal(_slow.Entries.Sum(e => e.Quantity), balance.Quantity); // INVT-1
        Assert.Equal(_slow.Entries.Sum(e => e.Left), balance.Quantity);
        Assert.Equal(_book.Value, balance.Cost);
        Assert.Equal(_book.Value, stock.Buckets.Changes.Values.Sum(b => b.Cost));
        Assert.Equal(_book.Value, _book.Account("3000") + _book.Account("3001")); // INVT-4
    }
}
