using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>A company with the VAT of the worked examples, and entries of it.</summary>
internal sealed class VatGiven
{
    public static readonly DateOnly QuarterStart = new(2026, 1, 1);
    public static readonly DateOnly QuarterEnd = new(2026, 3, 31);
    public static readonly VatSpan Quarter = new(QuarterStart, QuarterEnd);

    private readonly List<VatEntry> _entries = [];
    private readonly List<VatReturnPeriod> _periods = [];

    public GlSetup Gl { get; } = new() { LcyCode = "EUR" };

    public VatReturnPeriod Period { get; } =
        new()
        {
            CompanyNo = 7,
            Id = new Guid(1, 0, 0, new byte[8]),
            Description = "2026-Q1",
            StartingDate = QuarterStart,
            EndingDate = QuarterEnd,
            SettlementAccountNo = "4390",
            SettlementPostingDate = QuarterEnd,
            SettlementDocumentNo = "BTW-2026-1",
        };

    public VatGiven WithPeriod()
    {
        _periods.Add(Period);
        return this;
    }

    public VatGiven Entry(
        GenPostingType type,
        string bus,
        string prod,
        (decimal Base, decimal Vat) amounts
    )
    {
        var number = _entries.Count + 1;
        var isReverse = bus == "EU" || prod == "VERLEGD";
        _entries.Add(
            new()
            {
                CompanyNo = 7,
                EntryNo = number,
                RegisterNo = number,
                GlEntryNo = number,
                Type = type,
                PostingDate = QuarterStart.AddDays(number),
                DocumentDate = QuarterStart.AddDays(number),
                VatDate = QuarterStart.AddDays(number),
                DocumentNo = $"F{number}",
                CalculationType = isReverse
                    ? VatCalculationType.ReverseCharge
                    : VatCalculationType.Normal,
                VatBusPostingGroup = bus,
                VatProdPostingGroup = prod,
                Base = amounts.Base,
                Amount = amounts.Vat,
                SourceCode = "TEST",
            }
        );
        return this;
    }

    /// <summary>S29: a quarter of sales, a credit memo and purchases.</summary>
    public VatGiven QuarterOfS29() =>
        Entry(GenPostingType.Sale, "BINNENL", "HOOG", (-12450.00m, -2614.50m))
            .Entry(GenPostingType.Sale, "BINNENL", "HOOG", (350.00m, 73.50m))
            .Entry(GenPostingType.Sale, "BINNENL", "LAAG", (-1500.00m, -135.00m))
            .Entry(GenPostingType.Purchase, "BINNENL", "HOOG", (4380.00m, 919.80m))
            .Entry(GenPostingType.Purchase, "EU", "HOOG", (2480.55m, 520.92m));

    public void Change(int entryNo, Func<VatEntry, VatEntry> change) =>
        _entries[entryNo - 1] = change(_entries[entryNo - 1]);

    public VatFigures Figures(IReadOnlyDictionary<string, decimal>? accounts = null) =>
        new(
            [
                .. _entries
                    .GroupBy(e => (e.Type, Groups: GroupsOf(e), e.IsReportedEuThirdParty))
                    .Select(g => new VatSum(g.Key.Type, g.Key.Groups, g.Key.Item3)
                    {
                        Base = g.Sum(e => e.Base),
                        Amount = g.Sum(e => e.Amount),
                        NonDeductibleBase = g.Sum(e => e.NonDeductibleBase),
                        NonDeductibleAmount = g.Sum(e => e.NonDeductibleAmount),
                        UnrealizedBase = g.Sum(e => e.RemainingUnrealizedBase),
                        UnrealizedAmount = g.Sum(e => e.RemainingUnrealizedAmount),
                    }),
            ],
            accounts ?? new Dictionary<string, decimal>()
        );

    public Books Books() =>
        new()
        {
            Setup = Setup(),
            Parties = new Dictionary<(Direction, string), Party>(),
            Items = new Dictionary<string, Item>(),
            ExternalNumbers = new(),
            NumberSeries = new(),
            PartyEntries = new(),
            Deliveries = new(),
            Stock = Stock.Of([], [], [], []),
            Counters = new LedgerCounters { Vat = _entries.Count },
            CorrectedVat = new(_entries.Select(e => KeyValuePair.Create(e.EntryNo, e))),
            OpenVat = new([KeyValuePair.Create(Quarter, Open())]),
        };

    public CompanySetup Setup() =>
        new()
        {
            Company = new Company { CompanyNo = 7 },
            Information = new CompanyInformation(),
            Gl = Gl,
            Inventory = new InventorySetup(),
            Trade = new Dictionary<Direction, TradeSetup>(),
            Accounts = "4310 4311 4320 4330 4335 4390"
                .Split(' ')
                .ToDictionary(
                    no => no,
                    no => new GlAccount { No = no, DirectPosting = no == "4390" }
                ),
            GeneralPosting = new Dictionary<(string, string), GeneralPostingSetup>(),
            VatPosting = Combinations()
                .ToDictionary(s => (s.VatBusPostingGroup, s.VatProdPostingGroup)),
            PartyPostingGroups = new Dictionary<(Direction, string), PartyPostingGroup>(),
            InventoryPosting = new Dictionary<(string, string), InventoryPostingSetup>(),
            GenBusGroups = new Dictionary<string, GenBusPostingGroup>(),
            GenProdGroups = new Dictionary<string, GenProdPostingGroup>(),
            PaymentTerms = new Dictionary<string, PaymentTerms>(),
            PaymentMethods = new Dictionary<string, PaymentMethod>(),
            Locations = new Dictionary<string, Location>(),
            Units = new Dictionary<string, UnitOfMeasure>(),
            Salespeople = new Dictionary<string, SalespersonPurchaser>(),
            VatReturnPeriods = _periods,
        };

    public static List<VatPostingSetup> Combinations() =>
        [
            Combination("BINNENL", "HOOG", 21m, "4310", "4320"),
            Combination("BINNENL", "LAAG", 9m, "4311", "4320"),
            Combination("EU", "HOOG", 21m, "4310", "4330"),
        ];

    private static VatPostingSetup Combination(
        string bus,
        string prod,
        decimal pct,
        params string[] accounts
    ) =>
        new()
        {
            Id = new Guid(2, (short)pct, (short)bus.Length, new byte[8]),
            VatBusPostingGroup = bus,
            VatProdPostingGroup = prod,
            VatIdentifier = $"{bus[0]}{pct}",
            VatPct = pct,
            CalculationType =
                bus == "EU" ? VatCalculationType.ReverseCharge : VatCalculationType.Normal,
            SalesVatAccount = accounts[0],
            PurchaseVatAccount = accounts[1],
            ReverseChargeVatAccount = "4335",
        };

    private OpenVatOfSpan Open() =>
        new(
            [
                .. _entries
                    .GroupBy(e => new OpenVatKey(e.Type, GroupsOf(e), e.CalculationType))
                    .Select(g => new OpenVat(g.Key)
                    {
                        Base = g.Sum(e => e.Base),
                        Amount = g.Sum(e => e.Amount),
                        NonDeductibleAmount = g.Sum(e => e.NonDeductibleAmount),
                    }),
            ],
            _entries.Count,
            Older: 0
        );

    private static VatGroups GroupsOf(VatEntry entry) =>
        new(entry.VatBusPostingGroup, entry.VatProdPostingGroup);
}
