using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Numbering;
using Handel.Ledgers;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>A line of a draft; items A to D are goods, numbers are ledger accounts.</summary>
public sealed record LineGiven(string No, decimal Quantity, decimal Price, string Vat = "VAT21")
{
    public decimal DiscountPct { get; init; }
    public decimal UnitCost { get; init; }
}

/// <summary>
/// The company of the worked examples, complete enough to post in: accounts, groups, series,
/// parties and goods.
/// </summary>
public sealed class PostingGiven
{
    public static readonly DateOnly Day = new(2026, 3, 2);
    private int _ids;

    public GlSetup Gl { get; } = new() { LcyCode = "EUR" };
    public InventorySetup Inventory { get; } = new();
    public TradeSetup Sale { get; } = TradeOf(Direction.Sale);
    public TradeSetup Purchase { get; } = TradeOf(Direction.Purchase);
    public GeneralPostingSetup General { get; } = GeneralOf("HOME");

    /// <summary>What a test changes on every VAT combination.</summary>
    public Action<VatPostingSetup> OnVat { get; set; } = _ => { };

    /// <summary>Periods that VAT is declared for.</summary>
    public List<VatReturnPeriod> Periods { get; } = [];
    public Dictionary<string, Item> Items { get; } =
        "ABCD"
            .Select(c => c.ToString())
            .ToDictionary(
                no => no,
                no => new Item
                {
                    No = no,
                    BaseUnitOfMeasure = "PCS",
                    GenProdPostingGroup = "GOODS",
                    InventoryPostingGroup = "GOODS",
                }
            );

    public List<InvoiceDiscountTier> Tiers { get; } = [];

    public Dictionary<string, PaymentMethod> Methods { get; } =
        new()
        {
            ["CASH"] = new() { Code = "CASH", BalAccountNo = "1000" },
        };

    public Dictionary<string, BankAccount> Banks { get; } =
        new()
        {
            ["RABO"] = new() { No = "RABO", PostingGroup = "BANK" },
            ["CHASE"] = new()
            {
                No = "CHASE",
                PostingGroup = "BANK",
                CurrencyCode = "USD",
            },
        };

    public Dictionary<string, GlAccount> Accounts { get; } = AccountsOf();

    public Dictionary<(Direction, string), Party> Parties { get; } =
        new()
        {
            [(Direction.Sale, "P1")] = new() { No = "P1", PostingGroup = "HOME" },
            [(Direction.Purchase, "P1")] = new()
            {
                No = "P1",
                PostingGroup = "HOME",
                Direction = Direction.Purchase,
            },
        };

    public DimensionContext Dimensions { get; set; } = DimensionContext.Blank();

    public Guid NewId() => new(++_ids, 0, 0, new byte[8]);

    public CompanySetup Setup() =>
        new()
        {
            Company = new Company { CompanyNo = 7 },
            Information = new CompanyInformation { Iban = "NL91ABNA0417164300" },
            Gl = Gl,
            Inventory = Inventory,
            Trade = new Dictionary<Direction, TradeSetup>
            {
                [Direction.Sale] = Sale,
                [Direction.Purchase] = Purchase,
            },
            Accounts = Accounts,
            GeneralPosting = new Dictionary<(string, string), GeneralPostingSetup>
            {
                [("HOME", "GOODS")] = General,
                [("", "GOODS")] = GeneralOf(""),
            },
            VatReturnPeriods = Periods,
            VatPosting = VatSetups()
                .Select(Changed)
                .ToDictionary(s => (s.VatBusPostingGroup, s.VatProdPostingGroup)),
            PartyPostingGroups = new Dictionary<(Direction, string), PartyPostingGroup>
            {
                [(Direction.Sale, "HOME")] = PartyGroup("1300", "8025"),
                [(Direction.Purchase, "HOME")] = PartyGroup("1600", "9145"),
            },
            InventoryPosting = new Dictionary<(string, string), InventoryPostingSetup>
            {
                [("", "GOODS")] = new()
                {
                    InventoryAccount = "3000",
                    InventoryAccountInterim = "3005",
                },
            },
            GenBusGroups = new Dictionary<string, GenBusPostingGroup>(),
            GenProdGroups = new Dictionary<string, GenProdPostingGroup>(),
            PaymentTerms = new Dictionary<string, PaymentTerms>(),
            PaymentMethods = Methods,
            BankAccounts = Banks,
            BankPostingGroups = new Dictionary<string, BankPostingGroup>
            {
                ["BANK"] = new() { Code = "BANK", GlAccountNo = "1100" },
            },
            Locations = new Dictionary<string, Location>(),
            Units = new Dictionary<string, UnitOfMeasure>(),
            Salespeople = new Dictionary<string, SalespersonPurchaser>(),
            Currencies = new Dictionary<string, Currency>
            {
                ["USD"] = new() { Code = "USD", RealizedLossesAccountNo = "9300" },
            },
            ExchangeRates = new ExchangeRates("EUR", []),
            InvoiceDiscounts = new(Tiers),
        };

    public Books Books() =>
        new()
        {
            Setup = Setup(),
            Parties = Parties,
            Items = Items,
            ExternalNumbers = new(),
            NumberSeries = new(Series().ToDictionary(series => series.Code)),
            PartyEntries = new(),
            Deliveries = new(),
            Stock = Stock.Of([], [], [], []),
            Counters = new LedgerCounters(),
            Dimensions = Dimensions,
        };

    public TradeDocument Draft(Direction direction, DocumentKind kind, params LineGiven[] lines)
    {
        var document = new TradeDocument
        {
            CompanyNo = 7,
            Id = NewId(),
            Direction = direction,
            Kind = kind,
            No = "D-1",
            PartyNo = "P1",
            BillToNo = "P1",
            PartyPostingGroup = "HOME",
            GenBusPostingGroup = "HOME",
            VatBusPostingGroup = "HOME",
            PostingDate = Day,
            DocumentDate = Day,
            DueDate = Day.AddDays(14),
        };
        document.Lines.AddRange(lines.Select((line, index) => Line(line, (index + 1) * 10000)));
        Recalculate(document);
        return document;
    }

    public void Recalculate(TradeDocument document)
    {
        var setup = Setup();
        foreach (var line in document.Lines.Where(line => line.Type != LineType.Comment))
            LineAmounts.Recalculate(line, AmountRounding.Of(document, setup));
        DocumentTotals.Recalculate(document, setup);
    }

    public PostDocument Command(TradeDocument document, PostingChoice? choice = null) =>
        new(document, choice ?? PostingChoice.Both)
        {
            At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            NewId = NewId,
        };

    /// <summary>Plans, and makes it true for the books; fails the test when refused.</summary>
    public Plan Post(Books books, TradeDocument document, PostingChoice? choice = null)
    {
        var plan = DocumentPosting.Plan(Command(document, choice), books);
        Assert.Empty(plan.Problems);
        plan.After!.Adopt();
        return plan;
    }

    /// <summary>Goods on hand, so that sales have a cost.</summary>
    public static void Stockpile(Books books, params (string Item, decimal Qty, decimal Cost)[] all)
    {
        var lines = all.Select(a => new AdjustmentLine(a.Item, a.Qty) { UnitCost = a.Cost });
        var plan = ItemAdjustment.Plan(new("START", Day) { Lines = [.. lines] }, books);
        Assert.Empty(plan.Problems);
        plan.After!.Adopt();
    }

    private TradeLine Line(LineGiven given, int lineNo)
    {
        var vat = VatSetups().First(setup => setup.VatProdPostingGroup == given.Vat);
        var isItem = Items.ContainsKey(given.No);
        return new()
        {
            CompanyNo = 7,
            Id = NewId(),
            LineNo = lineNo,
            Type = isItem ? LineType.Item : LineType.GlAccount,
            No = given.No,
            Description = given.No,
            Quantity = given.Quantity,
            QuantityBase = given.Quantity,
            QtyToDeliver = given.Quantity,
            QtyToInvoice = given.Quantity,
            UnitPrice = given.Price,
            UnitCostLcy = given.UnitCost,
            LineDiscountPct = given.DiscountPct,
            AllowInvoiceDisc = true,
            VatIdentifier = vat.VatIdentifier,
            VatCalculationType = vat.CalculationType,
            VatPct = vat.CalculationType == VatCalculationType.Normal ? vat.VatPct : 0m,
            GenBusPostingGroup = "HOME",
            GenProdPostingGroup = "GOODS",
            VatBusPostingGroup = "HOME",
            VatProdPostingGroup = given.Vat,
            InventoryPostingGroup = isItem ? "GOODS" : "",
        };
    }

    private VatPostingSetup Changed(VatPostingSetup setup)
    {
        OnVat(setup);
        return setup;
    }

    private static TradeSetup TradeOf(Direction direction) =>
        new()
        {
            Direction = direction,
            OrderNos = "O",
            InvoiceNos = "I",
            CreditMemoNos = "C",
            PostedDeliveryNos = "PD",
            PostedReturnDeliveryNos = "PR",
            PostedInvoiceNos = "PI",
            PostedCreditMemoNos = "PC",
        };

    private static GeneralPostingSetup GeneralOf(string bus) =>
        new()
        {
            GenBusPostingGroup = bus,
            GenProdPostingGroup = "GOODS",
            Sale = new()
            {
                Account = "8000",
                CreditMemoAccount = "8001",
                LineDiscAccount = "8090",
                InvDiscAccount = "8095",
            },
            Purchase = new()
            {
                Account = "7110",
                CreditMemoAccount = "7115",
                LineDiscAccount = "7140",
                InvDiscAccount = "7141",
            },
            CogsAccount = "7000",
            CogsAccountInterim = "7005",
            InventoryAdjmtAccount = "7170",
            InvtAccrualAccountInterim = "1595",
            DirectCostAppliedAccount = "7130",
            OverheadAppliedAccount = "7135",
            PurchaseVarianceAccount = "7193",
        };

    private static PartyPostingGroup PartyGroup(string control, string serviceCharge) =>
        new()
        {
            ControlAccount = control,
            ServiceChargeAccount = serviceCharge,
            InvoiceRoundingAccount = "9980",
            PaymentDiscDebitAccount = "9250",
            PaymentDiscCreditAccount = "9255",
        };

    private static Dictionary<string, GlAccount> AccountsOf() =>
        (
            "1000 1100 1300 1510 1511 1520 1521 1522 1523 1595 1600 3000 3005 7000 7005 7110 "
            + "7115 7130 7135 7140 7141 7170 7193 8000 8001 8010 8020 8025 8090 8095 8450 "
            + "8720 9145 9250 9255 9300 9980"
        )
            .Split(' ')
            .Select(no => new GlAccount
            {
                No = no,
                Name = $"Account {no}",
                DirectPosting = no is "8020" or "8450" or "8010",
                GenProdPostingGroup = "GOODS",
                VatProdPostingGroup = no is "8025" or "9145" ? "VAT21" : "VAT0",
            })
            .ToDictionary(account => account.No);

    private static IEnumerable<VatPostingSetup> VatSetups()
    {
        VatPostingSetup Vat(string prod, decimal pct, string ending, VatCalculationType type) =>
            new()
            {
                VatBusPostingGroup = "HOME",
                VatProdPostingGroup = prod,
                VatIdentifier = prod,
                VatPct = pct,
                CalculationType = type,
                SalesVatAccount = "151" + ending,
                PurchaseVatAccount =
                    type == VatCalculationType.ReverseCharge ? "1522" : "152" + ending,
                ReverseChargeVatAccount = "1523",
            };
        yield return Vat("VAT21", 21m, "0", VatCalculationType.Normal);
        yield return Vat("VAT9", 9m, "1", VatCalculationType.Normal);
        yield return Vat("VAT10", 10m, "0", VatCalculationType.Normal);
        yield return Vat("VAT0", 0m, "0", VatCalculationType.Normal);
        yield return Vat("EU", 21m, "0", VatCalculationType.ReverseCharge);
        yield return Vat("NONE", 0m, "0", VatCalculationType.NoTaxable);
        yield return Vat("FULL", 0m, "0", VatCalculationType.FullVat);
    }

    private static IEnumerable<NumberSeries> Series() =>
        new[] { "PD", "PR", "PI", "PC" }.Select(code => new NumberSeries
        {
            Code = code,
            Lines =
            [
                new()
                {
                    SeriesCode = code,
                    LineNo = 1,
                    StartingNo = code + "001",
                },
            ],
        });
}

/// <summary>Compares what a plan booked with figures worked out by hand.</summary>
internal static class Expect
{
    public static void Gl(Plan plan, params (string Account, decimal Amount)[] expected)
    {
        Assert.Empty(plan.Problems);
        Assert.Equal(
            expected,
            plan.Posting!.GlEntries.Select(entry => (entry.AccountNo, entry.Amount)).ToArray()
        );
    }

    /// <summary>Totals per account, where an example lists them that way.</summary>
    public static void GlTotals(Plan plan, params (string Account, decimal Amount)[] expected)
    {
        Assert.Empty(plan.Problems);
        var totals = plan.Posting!.GlEntries.GroupBy(entry => entry.AccountNo)
            .Select(group => (group.Key, group.Sum(entry => entry.Amount)));
        Assert.Equal(expected.OrderBy(e => e.Account), totals.OrderBy(t => t.Key));
    }

    public static void Vat(Plan plan, params (decimal Base, decimal Amount)[] expected) =>
        Assert.Equal(
            expected,
            plan.Posting!.VatEntries.Select(entry => (entry.Base, entry.Amount)).ToArray()
        );
}
