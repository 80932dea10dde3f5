using Handel.Kernel;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>
/// A company with one inventory posting setup, to receive, ship and invoice goods in.
/// </summary>
internal sealed class StockBook
{
    public const string Item = "CHAIR";
    public const string Consultancy = "HOUR";
    private readonly InventorySetup _inventory = new();
    private readonly GlSetup _gl = new();
    private readonly Dictionary<string, Item> _items = new(StringComparer.Ordinal)
    {
        [Item] = new() { No = Item, BaseUnitOfMeasure = "PCS" },
        [Consultancy] = new() { No = Consultancy, Type = ItemType.Service },
    };

    private readonly Dictionary<int, StockEntry> _entries = [];
    private readonly Dictionary<int, ItemApplication> _applications = [];

    public StockBook(Action<InventorySetup, GlSetup, Item>? change = null)
    {
        change?.Invoke(_inventory, _gl, _items[Item]);
        Terms = NewSetup().AverageTerms;
        Books = NewBooks(Stock.Of(new(Terms), [], [], ([], [])), new());
    }

    public AverageTerms Terms { get; }
    public Books Books { get; private set; }
    public List<ValueEntry> Values { get; } = [];
    public List<Posting> Postings { get; } = [];
    public GeneralPostingSetup GeneralPosting { get; } =
        new()
        {
            GenBusPostingGroup = "NL",
            GenProdPostingGroup = "GOODS",
            CogsAccount = "7000",
            CogsAccountInterim = "7001",
            InventoryAdjmtAccount = "7100",
            InvtAccrualAccountInterim = "1610",
            DirectCostAppliedAccount = "7200",
            OverheadAppliedAccount = "7210",
            PurchaseVarianceAccount = "7220",
        };

    public InventoryPostingSetup Inventory { get; } =
        new() { InventoryAccount = "3000", InventoryAccountInterim = "3001" };

    public ItemCost Costs => Books.Stock.Costs[Item];
    public ItemBalance Balance =>
        Books.Stock.Balances.TryGet(Item, out var balance) ? balance : new(Item, 0m, 0m, 0m);

    /// <summary>Plans on a fork and adopts it, as the ledger writer does.</summary>
    public Posting Post(DateOnly date, Action<StockPosting> post)
    {
        var fork = Books.Fork();
        var posting = new Posting
        {
            RegisterNo = ++fork.Counters.Register,
            PostingDate = date,
            DocumentNo = $"D{fork.Counters.Register}",
            SourceCode = "TEST",
        };
        post(new(fork, posting));
        fork.Adopt();
        Postings.Add(posting);
        Values.AddRange(posting.ValueEntries);
        return posting;
    }

    public int Move(StockMovement movement)
    {
        var entryNo = 0;
        Post(movement.Document.PostingDate, stock => entryNo = stock.Post(movement));
        return entryNo;
    }

    /// <summary>A purchase received and invoiced at a total.</summary>
    public int Buy(string date, decimal quantity, decimal total) =>
        Move(
            Purchase(date, quantity) with
            {
                InvoicedQuantity = quantity,
                Amounts = new() { DirectCost = total, PurchaseActual = total },
            }
        );

    public int Receive(string date, decimal quantity, decimal expected) =>
        Move(
            Purchase(date, quantity) with
            {
                Amounts = new() { ExpectedCost = expected, PurchaseExpected = expected },
            }
        );

    public int Sell(string date, decimal quantity) =>
        Move(Sale(date, -quantity) with { InvoicedQuantity = -quantity });

    public void Invoice(string date, int entryNo, decimal quantity, decimal cost = 0m) =>
        Post(
            Day(date),
            stock =>
                stock.Invoice(
                    new()
                    {
                        ItemEntryNo = entryNo,
                        Quantity = quantity,
                        Document = Document(date),
                        Amounts = new() { DirectCost = cost },
                    }
                )
        );

    public static StockMovement Purchase(string date, decimal quantity) =>
        new()
        {
            ItemNo = Item,
            EntryType = ItemEntryType.Purchase,
            Document = Document(date),
            Quantity = quantity,
            GenBusPostingGroup = "NL",
            GenProdPostingGroup = "GOODS",
            InventoryPostingGroup = "GOODS",
        };

    public static StockMovement Sale(string date, decimal quantity) =>
        Purchase(date, quantity) with
        {
            EntryType = ItemEntryType.Sale,
        };

    public static StockDocument Document(string date) =>
        new()
        {
            No = $"DOC {date}",
            PostingDate = Day(date),
            DocumentDate = Day(date),
            SourceCode = "TEST",
        };

    /// <summary>A day of 2026, written as month and day.</summary>
    public static DateOnly Day(string date) =>
        DateOnly.ParseExact(
            $"2026-{date}",
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>LCY cost of an entry by its value entries (LE-01).</summary>
    public decimal Cost(int entryNo) =>
        Values
            .Where(v => v.ItemEntryNo == entryNo)
            .Sum(v => v.CostAmountActual + v.CostAmountExpected);

    public decimal Value => Values.Sum(v => v.CostAmountActual + v.CostAmountExpected);

    /// <summary>Balance of a G/L account over all pairs (debit positive).</summary>
    public decimal Account(string no)
    {
        var pairs = CostPairs.Of(Books.Setup, Values);
        Assert.Empty(pairs.Problems);
        return pairs.Pairs.Sum(p =>
            (p.DebitAccount == no ? p.Amount : 0m) - (p.CreditAccount == no ? p.Amount : 0m)
        );
    }

    /// <summary>
    /// Stores what has changed and loads again, as between two batches: everything, or no more
    /// than a loader must supply for the buckets and for the entries that may be named.
    /// </summary>
    /// <param name="named">Entries that may be named; null loads everything.</param>
    /// <param name="from">The first day on which anything moves.</param>
    public void Reload(IEnumerable<int>? named = null, DateOnly from = default)
    {
        var stock = Books.Stock;
        foreach (var (entryNo, entry) in stock.Entries.Changes)
            _entries[entryNo] = entry;
        foreach (var (entryNo, application) in stock.Applications.Changes)
            _applications[entryNo] = application;

        var load = named is null ? StockLoad.All(_entries) : new StockLoad(_entries, _applications);
        foreach (var entryNo in named ?? [])
            load.Reach(_entries[entryNo]);
        foreach (var entry in _entries.Values.Where(e => e.Entry.IsOpen))
            load.Open(entry);
        var pools = named is null ? null : load.Pools(Terms, from);
        Books = NewBooks(
            Stock.Of(
                new(Terms, pools),
                load.Entries.Select(no => _entries[no]),
                named is null ? _applications.Values : load.Applications,
                (stock.Balances.Changes.Values, stock.Buckets.Changes.Values)
            ),
            Books.Counters
        );
        foreach (var cost in stock.Costs.Changes.Values)
            Books.Stock.Costs[cost.ItemNo] = cost;
    }

    private Books NewBooks(Stock stock, LedgerCounters counters) =>
        new()
        {
            Setup = NewSetup(),
            Parties = new Dictionary<(Direction, string), Party>(),
            Items = _items,
            ExternalNumbers = new(),
            NumberSeries = new(),
            PartyEntries = new(),
            Deliveries = new(),
            Stock = stock,
            Counters = counters,
        };

    private CompanySetup NewSetup() =>
        new()
        {
            Company = new() { CompanyNo = 1 },
            Information = new(),
            Gl = _gl,
            Inventory = _inventory,
            Trade = new Dictionary<Direction, TradeSetup>(),
            Accounts = new Dictionary<string, GlAccount>(StringComparer.Ordinal),
            GeneralPosting = new Dictionary<(string, string), GeneralPostingSetup>
            {
                [("NL", "GOODS")] = GeneralPosting,
            },
            VatPosting = new Dictionary<(string, string), VatPostingSetup>(),
            PartyPostingGroups = new Dictionary<(Direction, string), PartyPostingGroup>(),
            InventoryPosting = new Dictionary<(string, string), InventoryPostingSetup>
            {
                [("", "GOODS")] = Inventory,
                [("SHOP", "GOODS")] = Inventory,
            },
            GenBusGroups = new Dictionary<string, GenBusPostingGroup>(StringComparer.Ordinal),
            GenProdGroups = new Dictionary<string, GenProdPostingGroup>(StringComparer.Ordinal),
            PaymentTerms = new Dictionary<string, PaymentTerms>(StringComparer.Ordinal),
            PaymentMethods = new Dictionary<string, PaymentMethod>(StringComparer.Ordinal),
            Locations = new Dictionary<string, Location>(StringComparer.Ordinal),
            Units = new Dictionary<string, UnitOfMeasure>(StringComparer.Ordinal),
            Salespeople = new Dictionary<string, SalespersonPurchaser>(StringComparer.Ordinal),
        };
}
