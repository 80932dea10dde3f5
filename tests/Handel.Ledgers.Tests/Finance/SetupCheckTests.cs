using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Finance;

/// <summary>The setup check: what would stop a posting, found before it (ACC-40, PG-13).</summary>
public sealed class SetupCheckTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);
    private static readonly LedgerSide Sale = LedgerSide.Of(Direction.Sale);
    private static readonly LedgerSide Purchase = LedgerSide.Of(Direction.Purchase);

    private readonly List<GeneralPostingSetup> _general = [];
    private readonly List<VatPostingSetup> _vat = [];
    private readonly List<InventoryPostingSetup> _stock = [];
    private readonly InventorySetup _inventory = new();

    [Fact]
    public void ACC_40_a_combination_that_is_missing_is_one_gap_however_many_need_it()
    {
        var gaps = Find(
            Need(SetupNeedOrigin.Card, "C1, I1", 3) with
            {
                Trade = new GenGroups("EU", "BIKES"),
                Roles = [TradeRole.Account],
            },
            Need(SetupNeedOrigin.Document, "SO2", 1) with
            {
                Trade = new GenGroups("EU", "BIKES"),
                Roles = [TradeRole.Account],
            },
            Need(SetupNeedOrigin.Document, "SO3", 2) with
            {
                Trade = new GenGroups("EU", "BIKES"),
                Roles = [TradeRole.CreditMemoAccount],
            }
        );

        var gap = Assert.Single(gaps);
        Assert.Equal(
            ("generalPostingSetups", "EU", "BIKES", "", SetupGapReason.Missing),
            (gap.Entity, gap.First, gap.Second, gap.Field, gap.Reason)
        );
        Assert.Equal((SetupNeedOrigin.Document, "SO2", 3), (gap.Origin, gap.Example, gap.Count));
    }

    [Fact]
    public void ACC_01_only_accounts_of_the_roles_that_are_needed_are_asked_for()
    {
        _general.Add(
            new()
            {
                GenBusPostingGroup = "HOME",
                GenProdPostingGroup = "BIKES",
                Sale = new() { Account = "8000" },
            }
        );
        var need = Need(SetupNeedOrigin.Document, "SO1", 1) with
        {
            Trade = new GenGroups("HOME", "BIKES"),
            Roles = [TradeRole.Account],
        };

        var sold = Find(need);
        var stocked = Find(need with { HasCost = true });
        var credited = Find(need with { Roles = [TradeRole.CreditMemoAccount] });
        var bought = Find(need with { Side = Purchase, HasCost = true });

        Assert.Empty(sold);
        Assert.Equal(["cogsAccount"], stocked.Select(gap => gap.Field));
        Assert.Equal(["salesCreditMemoAccount"], credited.Select(gap => gap.Field));
        Assert.Equal(
            ["directCostAppliedAccount", "purchaseAccount"],
            bought.Select(gap => gap.Field)
        );
    }

    [Fact]
    public void ACC_27_expected_cost_asks_for_interim_accounts()
    {
        _inventory.ExpectedCostPostingToGl = true;
        _general.Add(new() { GenBusPostingGroup = "HOME", GenProdPostingGroup = "BIKES" });
        _stock.Add(
            new()
            {
                LocationCode = "WEST",
                InventoryPostingGroup = "GOODS",
                InventoryAccount = "3000",
            }
        );

        var gaps = Find(
            Need(SetupNeedOrigin.Document, "SO1", 1) with
            {
                Trade = new GenGroups("HOME", "BIKES"),
                HasCost = true,
                Stock = ("WEST", "GOODS"),
            }
        );

        Assert.Equal(
            ["cogsAccount", "cogsInterimAccount", "inventoryAccountInterim"],
            gaps.Select(gap => gap.Field)
        );
    }

    [Fact]
    public void ACC_11_VAT_accounts_are_needed_where_VAT_is_charged_or_assessed()
    {
        _vat.AddRange([
            Vat("HOME", "HIGH", VatCalculationType.Normal, 21m),
            Vat("HOME", "ZERO", VatCalculationType.Normal, 0m),
            Vat("EU", "HIGH", VatCalculationType.ReverseCharge, 21m),
        ]);

        string[] Fields(LedgerSide side, string bus, string prod) =>
            [
                .. Find(
                        Need(SetupNeedOrigin.Document, "X", 1) with
                        {
                            Side = side,
                            Vat = new VatGroups(bus, prod),
                        }
                    )
                    .Select(gap => gap.Field),
            ];

        Assert.Equal(["salesTaxAccount"], Fields(Sale, "HOME", "HIGH"));
        Assert.Empty(Fields(Sale, "HOME", "ZERO"));
        Assert.Empty(Fields(Sale, "EU", "HIGH"));
        Assert.Equal(
            ["purchaseTaxAccount", "reverseChargeAccount"],
            Fields(Purchase, "EU", "HIGH")
        );
    }

    [Fact]
    public void PG_13_an_account_is_unknown_blocked_or_no_posting_account()
    {
        var blocked = Vat("HOME", "HIGH", VatCalculationType.Normal, 21m);
        blocked.IsBlocked = true;
        _vat.Add(blocked);
        foreach (var (prod, account) in new[] { ("A", "9999"), ("B", "8900"), ("C", "8001") })
            _general.Add(
                new()
                {
                    GenBusPostingGroup = "HOME",
                    GenProdPostingGroup = prod,
                    Sale = new() { Account = account },
                }
            );

        var gaps = Find([
            Need(SetupNeedOrigin.Journal, "J", 1) with
            {
                Vat = new VatGroups("HOME", "HIGH"),
            },
            .. new[] { "A", "B", "C" }.Select(prod =>
                Need(SetupNeedOrigin.Card, prod, 1) with
                {
                    Trade = new GenGroups("HOME", prod),
                    Roles = [TradeRole.Account],
                }
            ),
        ]);

        Assert.Equal(
            [
                ("HIGH", "blocked", SetupGapReason.Blocked),
                ("A", "salesAccount", SetupGapReason.NotPostable),
                ("B", "salesAccount", SetupGapReason.NotPostable),
                ("C", "salesAccount", SetupGapReason.NotPostable),
            ],
            gaps.Select(gap => (gap.Second, gap.Field, gap.Reason))
        );
    }

    private static SetupNeed Need(SetupNeedOrigin origin, string example, int count) =>
        new(origin, example, count) { Side = Sale };

    private static VatPostingSetup Vat(
        string bus,
        string prod,
        VatCalculationType calculation,
        decimal pct
    ) =>
        new()
        {
            VatBusPostingGroup = bus,
            VatProdPostingGroup = prod,
            CalculationType = calculation,
            VatPct = pct,
        };

    private IReadOnlyList<SetupGap> Find(params SetupNeed[] needs) =>
        SetupCheck.Find(Company(), Today, needs);

    private CompanySetup Company()
    {
        GlAccount[] accounts =
        [
            new() { No = "3000" },
            new() { No = "8000" },
            new() { No = "8001", IsBlocked = true },
            new() { No = "8900", AccountType = GlAccountType.Total },
        ];
        return new()
        {
            Company = new() { CompanyNo = 7 },
            Information = new(),
            Gl = new() { LcyCode = "EUR" },
            Inventory = _inventory,
            Trade = new Dictionary<Direction, TradeSetup>(),
            Accounts = accounts.ToDictionary(a => a.No),
            GeneralPosting = _general.ToDictionary(s =>
                (s.GenBusPostingGroup, s.GenProdPostingGroup)
            ),
            VatPosting = _vat.ToDictionary(s => (s.VatBusPostingGroup, s.VatProdPostingGroup)),
            PartyPostingGroups = new Dictionary<(Direction, string), PartyPostingGroup>(),
            InventoryPosting = _stock.ToDictionary(s => (s.LocationCode, s.InventoryPostingGroup)),
            GenBusGroups = new Dictionary<string, GenBusPostingGroup>(),
            GenProdGroups = new Dictionary<string, GenProdPostingGroup>(),
            PaymentTerms = new Dictionary<string, PaymentTerms>(),
            PaymentMethods = new Dictionary<string, PaymentMethod>(),
            Locations = new Dictionary<string, Location>(),
            Units = new Dictionary<string, UnitOfMeasure>(),
            Salespeople = new Dictionary<string, SalespersonPurchaser>(),
        };
    }
}
