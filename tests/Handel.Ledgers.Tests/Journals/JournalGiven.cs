using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>
/// A company with one customer, one vendor, banks in euro and dollar, and VAT of each kind; enough
/// to enter and post journals in.
/// </summary>
public sealed class JournalGiven
{
    public static readonly DateOnly Day = new(2026, 3, 2);
    public static readonly string[] Months =
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];

    private int _ids;

    public GlSetup Gl { get; } = new() { LcyCode = "EUR" };
    public JournalTemplate Template { get; } =
        new()
        {
            Name = "GENERAL",
            SourceCode = "GENJNL",
            ForceDocBalance = true,
        };
    public JournalBatch Batch { get; } =
        new() { Id = new(900, 0, 0, new byte[8]), Name = "DEFAULT" };
    public Party Customer { get; } = PartyOf(Direction.Sale, "C1", "Jansen");
    public Party OtherCustomer { get; } = PartyOf(Direction.Sale, "C2", "Pietersen");
    public Party Vendor { get; } = PartyOf(Direction.Purchase, "V1", "De Vries");
    public BankAccount Bank { get; } =
        new()
        {
            No = "BANK",
            Name = "Rabobank",
            PostingGroup = "EUR",
        };
    public BankAccount DollarBank { get; } =
        new()
        {
            No = "USDBANK",
            Name = "Chase",
            PostingGroup = "USD",
            CurrencyCode = "USD",
        };
    public Dictionary<string, GlAccount> Accounts { get; } = AccountsOf();
    public Dictionary<string, NumberSeries> Series { get; } =
        new() { ["J"] = SeriesOf("J", "J001"), ["P"] = SeriesOf("P", "P26-001") };
    public Dictionary<BalanceKey, decimal> Balances { get; } = [];
    public List<JournalAllocation> Allocations { get; } = [];
    public List<ExchangeRate> Rates { get; } = [];
    public Currency Dollar { get; } =
        new()
        {
            Code = "USD",
            RealizedGainsAccountNo = "9120",
            RealizedLossesAccountNo = "9121",
            LcyRoundingDebitAccountNo = "9140",
            LcyRoundingCreditAccountNo = "9141",
        };
    public PaymentTerms Terms { get; } =
        new()
        {
            Code = "14D2",
            DueDateCalculation = "30D",
            DiscountDateCalculation = "14D",
            DiscountPct = 2m,
        };
    public TradeSetup Purchase { get; } = new() { Direction = Direction.Purchase };
    public JournalSettings Settings => new(Template, Batch);

    public CompanySetup Setup() =>
        new()
        {
            Company = new Company { CompanyNo = 7 },
            Information = new CompanyInformation(),
            Gl = Gl,
            Inventory = new InventorySetup(),
            Trade = new Dictionary<Direction, TradeSetup>
            {
                [Direction.Sale] = new(),
                [Direction.Purchase] = Purchase,
            },
            Accounts = Accounts,
            GeneralPosting = new Dictionary<(string, string), GeneralPostingSetup>(),
            VatPosting = VatSetups()
                .ToDictionary(s => (s.VatBusPostingGroup, s.VatProdPostingGroup)),
            PartyPostingGroups = new Dictionary<(Direction, string), PartyPostingGroup>
            {
                [(Direction.Sale, "HOME")] = PartyGroup("1300"),
                [(Direction.Purchase, "HOME")] = PartyGroup("4210"),
            },
            InventoryPosting = new Dictionary<(string, string), InventoryPostingSetup>(),
            GenBusGroups = new Dictionary<string, GenBusPostingGroup>(),
            GenProdGroups = new Dictionary<string, GenProdPostingGroup>(),
            PaymentTerms = new Dictionary<string, PaymentTerms> { [Terms.Code] = Terms },
            PaymentMethods = new Dictionary<string, PaymentMethod>
            {
                ["BANK"] = new() { Code = "BANK" },
            },
            Locations = new Dictionary<string, Location>(),
            Units = new Dictionary<string, UnitOfMeasure>(),
            Salespeople = new Dictionary<string, SalespersonPurchaser>(),
            BankAccounts = new Dictionary<string, BankAccount>
            {
                [Bank.No] = Bank,
                [DollarBank.No] = DollarBank,
            },
            BankPostingGroups = new Dictionary<string, BankPostingGroup>
            {
                ["EUR"] = new() { Code = "EUR", GlAccountNo = "1100" },
                ["USD"] = new() { Code = "USD", GlAccountNo = "1110" },
            },
            Currencies = new Dictionary<string, Currency> { ["USD"] = Dollar },
            ExchangeRates = new ExchangeRates("EUR", Rates),
        };

    public Books Books() =>
        new()
        {
            Setup = Setup(),
            Parties = new[] { Customer, OtherCustomer, Vendor }.ToDictionary(party =>
                (party.Direction, party.No)
            ),
            Items = new Dictionary<string, Item>(),
            ExternalNumbers = new(),
            NumberSeries = new(Series),
            PartyEntries = new(),
            Deliveries = new(),
            Stock = Stock.Of([], [], [], []),
            Balances = Balances,
            Counters = new LedgerCounters(),
        };

    /// <summary>A line on a ledger account, without balancing account.</summary>
    public JournalLine Line(string accountNo, decimal amount, string documentNo = "D1") =>
        new()
        {
            CompanyNo = 7,
            Id = new(++_ids, 0, 0, new byte[8]),
            BatchId = Batch.Id,
            LineNo = _ids * 10000,
            PostingDate = Day,
            VatDate = Day,
            DocumentDate = Day,
            DocumentNo = documentNo,
            AccountNo = accountNo,
            Description = $"Line {_ids}",
            Amount = amount,
            AmountLcy = amount,
        };

    public JournalLine Of(JournalAccountType type, string no, decimal amount, string document)
    {
        var line = Line(no, amount, document);
        line.AccountType = type;
        return line;
    }

    /// <summary>Money from the customer (minus) or to the vendor (plus) against the bank.</summary>
    public JournalLine Payment(JournalAccountType type, decimal amount, string document = "D1")
    {
        var no = type == JournalAccountType.Customer ? Customer.No : Vendor.No;
        var line = Of(type, no, amount, document);
        line.DocumentType = EntryDocumentType.Payment;
        line.BalAccountType = JournalAccountType.BankAccount;
        line.BalAccountNo = Bank.No;
        return line;
    }

    /// <summary>A ledger line that includes VAT, as editing it computes it.</summary>
    public JournalLine WithVat(JournalLine line, GenPostingType type, string prod = "HIGH")
    {
        var changes = new JournalChange[]
        {
            new(JournalField.GenPostingType, type),
            new(JournalField.VatBusPostingGroup, "HOME"),
            new(JournalField.VatProdPostingGroup, prod),
        };
        Assert.Empty(JournalEditing.Apply(line, changes, Context()).Problems);
        return line;
    }

    public JournalContext Context() =>
        new()
        {
            Settings = Settings,
            Setup = Setup(),
            WorkDate = Day,
            Parties = Books().Parties,
        };

    public JournalToPost Command(params IEnumerable<JournalLine> lines) =>
        new(
            new JournalDraft(Settings, [.. lines])
            {
                Allocations = Allocations.ToLookup(allocation => allocation.LineId),
            }
        )
        {
            MonthNames = Months,
        };

    /// <summary>Plans, and makes it true for the books; fails the test when refused.</summary>
    public JournalPlan Post(Books books, params IEnumerable<JournalLine> lines)
    {
        var plan = JournalPosting.Plan(Command(lines), books);
        Assert.Empty(plan.Problems.Select(problem => $"{problem.Code} {problem.Field}"));
        plan.After!.Adopt();
        return plan;
    }

    public IReadOnlyList<string> Refused(params IEnumerable<JournalLine> lines) =>
        Refused(Books(), lines);

    /// <summary>The codes of all problems; nothing may be planned beside them.</summary>
    public IReadOnlyList<string> Refused(Books books, params IEnumerable<JournalLine> lines)
    {
        var before = books.Counters with { };
        var plan = JournalPosting.Plan(Command(lines), books);
        Assert.True(plan.IsRefused);
        Assert.Empty(plan.Postings);
        Assert.Equal(before, books.Counters);
        return [.. plan.Problems.Select(problem => problem.Code)];
    }

    private static Party PartyOf(Direction direction, string no, string name) =>
        new()
        {
            Direction = direction,
            No = no,
            Address = new() { Name = name, CountryCode = "NL" },
            PostingGroup = "HOME",
            VatRegistrationNo = "NL0001",
        };

    private static PartyPostingGroup PartyGroup(string control) =>
        new()
        {
            ControlAccount = control,
            PaymentDiscDebitAccount = "9110",
            PaymentDiscCreditAccount = "9111",
            DebitRoundingAccount = "9140",
            CreditRoundingAccount = "9141",
        };

    // Control accounts take no direct posting (COA-03).
    private static Dictionary<string, GlAccount> AccountsOf()
    {
        const string control = "1100 1110 1300 4210 4310 4320 4330 4335 4340 4391 4392";
        const string free = "1190 6110 6120 6130 8010 8020 9110 9111 9120 9121 9140 9141";
        GlAccount Account(string no, bool isFree) =>
            new()
            {
                No = no,
                Name = $"Account {no}",
                DirectPosting = isFree,
            };
        return control
            .Split(' ')
            .Select(no => Account(no, isFree: false))
            .Concat(free.Split(' ').Select(no => Account(no, isFree: true)))
            .ToDictionary(account => account.No);
    }

    private static NumberSeries SeriesOf(string code, string first) =>
        new()
        {
            Code = code,
            Lines =
            [
                new()
                {
                    SeriesCode = code,
                    LineNo = 1,
                    StartingNo = first,
                },
            ],
        };

    private static IEnumerable<VatPostingSetup> VatSetups()
    {
        VatPostingSetup Vat(string prod, decimal pct, VatCalculationType type) =>
            new()
            {
                VatBusPostingGroup = "HOME",
                VatProdPostingGroup = prod,
                VatIdentifier = prod,
                VatPct = pct,
                CalculationType = type,
                SalesVatAccount = "4310",
                PurchaseVatAccount = type switch
                {
                    VatCalculationType.ReverseCharge => "4330",
                    VatCalculationType.FullVat => "4340",
                    VatCalculationType.Normal
                    or VatCalculationType.SalesTax
                    or VatCalculationType.NoTaxable => "4320",
                    _ => throw new ArgumentOutOfRangeException(nameof(type)),
                },
                ReverseChargeVatAccount = "4335",
            };
        yield return Vat("HIGH", 21m, VatCalculationType.Normal);
        yield return Vat("LOW", 9m, VatCalculationType.Normal);
        yield return Vat("REVERSE", 21m, VatCalculationType.ReverseCharge);
        yield return Vat("IMPORT", 0m, VatCalculationType.FullVat);
        yield return Vat("EXEMPT", 0m, VatCalculationType.NoTaxable);
        var cash = Vat("CASH", 21m, VatCalculationType.Normal);
        cash.UnrealizedVatType = UnrealizedVatType.Percentage;
        (cash.SalesVatUnrealAccount, cash.PurchaseVatUnrealAccount) = ("4391", "4392");
        yield return cash;
    }
}

/// <summary>Compares what a plan booked with figures worked out by hand.</summary>
internal static class Booked
{
    public static void Gl(Posting posting, params (string Account, decimal Amount)[] expected) =>
        Assert.Equal(
            expected,
            posting.GlEntries.Select(entry => (entry.AccountNo, entry.Amount)).ToArray()
        );

    public static void Gl(JournalPlan plan, params (string Account, decimal Amount)[] expected) =>
        Gl(Assert.Single(plan.Postings), expected);
}
