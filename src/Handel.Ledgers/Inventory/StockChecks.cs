using System.Globalization;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// What stands in the way of movements of stock, found before any entry is made: short stock
/// (AP-12, INV-E01), fixed applications (AP-06, INV-E05) and returns (AP-07, INV-E06). The
/// movements are taken in order, as they would be posted.
/// </summary>
public sealed class StockChecks
{
    private readonly Books _books;
    private readonly List<Problem> _problems = [];

    /// <summary>Left in a bucket, and left in an entry that a movement names.</summary>
    private readonly Dictionary<StockKey, decimal> _left = [];
    private readonly Dictionary<int, decimal> _leftOf = [];

    /// <summary>What open outbound entries of a bucket still wait for; positive.</summary>
    private readonly Dictionary<StockKey, decimal> _waiting = [];

    /// <summary>
    /// Buckets with fixed applications, where it matters which layer others take.
    /// </summary>
    private readonly HashSet<StockKey> _fixed = [];

    private StockChecks(Books books) => _books = books;

    public static IReadOnlyList<Problem> FindProblems(
        Books books,
        IReadOnlyCollection<StockMovement> movements
    )
    {
        var checks = new StockChecks(books);
        checks._fixed.UnionWith(movements.Where(m => m.AppliesToEntryNo != 0).Select(m => m.Key));
        foreach (var movement in movements)
            if (books.Items[movement.ItemNo].Type == ItemType.Inventory)
                checks.Check(movement);
        return checks._problems;
    }

    private void Check(StockMovement movement)
    {
        if (movement.Quantity > 0)
            CheckInbound(movement);
        else
            CheckOutbound(movement);
    }

    private void CheckInbound(StockMovement movement)
    {
        if (movement.AppliesFromEntryNo != 0)
            CheckReturn(movement);
        // What waits for supply is served first and is not there for the next movement.
        var key = movement.Key;
        var waiting = _waiting.GetValueOrDefault(key, -_books.Stock.Open(key).OutboundQuantity);
        var served = Math.Min(waiting, movement.Quantity);
        _waiting[key] = waiting - served;
        _left[key] = Left(key) + movement.Quantity - served;
    }

    private void CheckReturn(StockMovement movement)
    {
        var entryNo = movement.AppliesFromEntryNo;
        if (Named(movement, entryNo) is not { } entry)
            return;
        var isSame =
            !entry.IsInbound
            && entry.ItemNo == movement.ItemNo
            && entry.VariantCode == movement.VariantCode;
        var left = _leftOf.GetValueOrDefault(entryNo, -entry.ShippedQtyNotReturned);
        _leftOf[entryNo] = left - movement.Quantity;
        if (!isSame)
            _problems.Add(OfEntry(ProblemCodes.AppliedEntry, movement, entryNo));
        else if (left < movement.Quantity)
            _problems.Add(
                OfEntry(ProblemCodes.ReturnedTooMuch, movement, entryNo) with
                {
                    Args = Figures(movement, left),
                }
            );
    }

    private void CheckOutbound(StockMovement movement)
    {
        var needed = -movement.Quantity;
        var left = Left(movement.Key);
        _left[movement.Key] = left - needed;
        if (movement.AppliesToEntryNo != 0)
        {
            CheckFixed(movement);
            return;
        }
        if (MethodOf(movement) == CostingMethod.Specific)
        {
            MustNameEntry(movement);
            return;
        }
        if (_fixed.Contains(movement.Key))
            TakeInOrder(movement);
        if (left < needed && MustBeInStock(movement))
            _problems.Add(
                new(ShortageCode(movement.EntryType), OfItem(movement), "quantity", Text(needed))
                {
                    Args = Figures(movement, Math.Max(0m, left)),
                }
            );
    }

    private void TakeInOrder(StockMovement movement)
    {
        var needed = -movement.Quantity;
        var layers = _books.Stock.Open(movement.Key).Inbound;
        var inOrder = MethodOf(movement) == CostingMethod.Lifo ? layers.Reverse() : layers;
        foreach (var place in inOrder)
        {
            var left = LeftOf(_books.Stock.Entries[place.EntryNo].Entry);
            var taken = Math.Min(left, needed);
            _leftOf[place.EntryNo] = left - taken;
            needed -= taken;
            if (needed == 0m)
                return;
        }
    }

    private CostingMethod MethodOf(StockMovement movement) =>
        _books.Items[movement.ItemNo].CostingMethod;

    // CM-03: what leaves must say which goods they are.
    private void MustNameEntry(StockMovement movement) =>
        _problems.Add(
            new(ProblemCodes.SpecificEntry, OfItem(movement), "appliesToItemEntry")
            {
                Args = Figures(movement, Left(movement.Key)),
            }
        );

    private void CheckFixed(StockMovement movement)
    {
        var entryNo = movement.AppliesToEntryNo;
        if (Named(movement, entryNo) is not { } entry)
            return;
        var left = LeftOf(entry);
        _leftOf[entryNo] = left + movement.Quantity;
        if (!entry.IsInbound || entry.Key != movement.Key || left < -movement.Quantity)
            _problems.Add(
                OfEntry(ProblemCodes.AppliedEntry, movement, entryNo) with
                {
                    Args = Figures(movement, left),
                }
            );
    }

    /// <summary>The entry that a user has typed the number of, which need not exist.</summary>
    private ItemEntry? Named(StockMovement movement, int entryNo)
    {
        if (_books.Stock.Entries.TryGet(entryNo, out var named))
            return named.Entry;
        _problems.Add(OfEntry(ProblemCodes.AppliedEntry, movement, entryNo));
        return null;
    }

    private decimal Left(StockKey key) =>
        _left.TryGetValue(key, out var left) ? left : _books.Stock.Open(key).InboundQuantity;

    private decimal LeftOf(ItemEntry entry) =>
        _leftOf.GetValueOrDefault(entry.EntryNo, entry.RemainingQuantity);

    private bool MustBeInStock(StockMovement movement)
    {
        if (movement.IsCorrection)
            return false;
        // Whatever the setting, these two cannot take what is not there (AP-12).
        if (movement.EntryType is ItemEntryType.Transfer or ItemEntryType.AssemblyConsumption)
            return true;
        return _books.Items[movement.ItemNo].PreventNegativeInventory switch
        {
            OverrideSetting.Default => _books.Setup.Inventory.PreventNegativeInventory,
            OverrideSetting.No => false,
            OverrideSetting.Yes => true,
            var other => throw new InvalidOperationException($"Unknown setting {other}."),
        };
    }

    private static string ShortageCode(ItemEntryType type) =>
        type switch
        {
            ItemEntryType.Transfer => ProblemCodes.TransferNotInStock,
            ItemEntryType.AssemblyConsumption => ProblemCodes.ComponentShort,
            ItemEntryType.Purchase
            or ItemEntryType.Sale
            or ItemEntryType.PositiveAdjmt
            or ItemEntryType.NegativeAdjmt
            or ItemEntryType.AssemblyOutput => ProblemCodes.InventoryShort,
            var other => throw new InvalidOperationException($"Unknown entry type {other}."),
        };

    private static RecordRef OfItem(StockMovement movement) => new("items", movement.ItemNo);

    private static Problem OfEntry(string code, StockMovement movement, int entryNo) =>
        new(
            code,
            new("itemLedgerEntries", entryNo.ToString(CultureInfo.InvariantCulture)),
            "quantity",
            Text(Math.Abs(movement.Quantity))
        )
        {
            Args = Figures(movement, 0m),
        };

    private static Dictionary<string, string> Figures(StockMovement movement, decimal left) =>
        new(StringComparer.Ordinal)
        {
            ["item"] = movement.ItemNo,
            ["variant"] = movement.VariantCode,
            ["location"] = movement.LocationCode,
            ["document"] = movement.Document.No,
            ["line"] = movement.Document.LineNo.ToString(CultureInfo.InvariantCulture),
            ["needed"] = Text(Math.Abs(movement.Quantity)),
            ["available"] = Text(left),
            ["short"] = Text(Math.Abs(movement.Quantity) - left),
        };

    private static string Text(decimal quantity) =>
        quantity.ToString("0.#####", CultureInfo.InvariantCulture);
}
