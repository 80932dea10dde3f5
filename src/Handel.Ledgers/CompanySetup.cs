using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Ledgers.YearEnd;

namespace Handel.Ledgers;

/// <summary>
/// Everything small that posting and editing read: loaded whole, shared between requests, replaced
/// when it changes, never changed in place.
/// </summary>
public sealed class CompanySetup
{
    public required Company Company { get; init; }
    public required CompanyInformation Information { get; init; }
    public required GlSetup Gl { get; init; }
    public required InventorySetup Inventory { get; init; }
    public required IReadOnlyDictionary<Direction, TradeSetup> Trade { get; init; }
    public required IReadOnlyDictionary<string, GlAccount> Accounts { get; init; }
    public required IReadOnlyDictionary<
        (string GenBus, string GenProd),
        GeneralPostingSetup
    > GeneralPosting { get; init; }
    public required IReadOnlyDictionary<
        (string VatBus, string VatProd),
        VatPostingSetup
    > VatPosting { get; init; }
    public IReadOnlyDictionary<string, VatClause> VatClauses { get; init; } =
        new Dictionary<string, VatClause>();
    public required IReadOnlyDictionary<
        (Direction Direction, string Code),
        PartyPostingGroup
    > PartyPostingGroups { get; init; }
    public IReadOnlySet<(
        Direction Direction,
        string Group,
        string Alternative
    )> AlternativePostingGroups { get; init; } = new HashSet<(Direction, string, string)>();
    public required IReadOnlyDictionary<
        (string Location, string Group),
        InventoryPostingSetup
    > InventoryPosting { get; init; }
    public required IReadOnlyDictionary<string, GenBusPostingGroup> GenBusGroups { get; init; }
    public required IReadOnlyDictionary<string, GenProdPostingGroup> GenProdGroups { get; init; }
    public required IReadOnlyDictionary<string, PaymentTerms> PaymentTerms { get; init; }
    public required IReadOnlyDictionary<string, PaymentMethod> PaymentMethods { get; init; }
    public required IReadOnlyDictionary<string, Location> Locations { get; init; }
    public required IReadOnlyDictionary<string, UnitOfMeasure> Units { get; init; }
    public required IReadOnlyDictionary<string, SalespersonPurchaser> Salespeople { get; init; }
    public IReadOnlyDictionary<string, BankAccount> BankAccounts { get; init; } =
        new Dictionary<string, BankAccount>();
    public IReadOnlyDictionary<string, BankPostingGroup> BankPostingGroups { get; init; } =
        new Dictionary<string, BankPostingGroup>();
    public IReadOnlyDictionary<string, CountryRegion> Countries { get; init; } =
        new Dictionary<string, CountryRegion>();
    public IReadOnlyDictionary<string, Currency> Currencies { get; init; } =
        new Dictionary<string, Currency>();
    public ExchangeRates ExchangeRates { get; init; } = new("", []);
    public InvoiceDiscountTerms InvoiceDiscounts { get; init; } = InvoiceDiscountTerms.None;

    /// <summary>Without the defaults of parties and items, which are loaded with them.</summary>
    public DimensionRules Dimensions { get; init; } = DimensionRules.None;

    public IReadOnlyList<AccountingPeriod> AccountingPeriods
    {
        get;
        init
        {
            field = value;
            ClosedThrough = FiscalYears.ClosedThrough(value);
        }
    } = [];

    /// <summary>The last day of the years that are closed, or null (COM-08).</summary>
    public DateOnly? ClosedThrough { get; private init; }

    /// <summary>By starting date; they do not overlap (VDT-05).</summary>
    public IReadOnlyList<VatReturnPeriod> VatReturnPeriods { get; init; } = [];

    /// <summary>By name, in any case; users without one follow the company.</summary>
    public IReadOnlyDictionary<string, UserSetup> UserSetups { get; init; } =
        new Dictionary<string, UserSetup>();

    /// <summary>Posting dates of a user; not set leaves it to the company (GLD-01).</summary>
    public PostingDates PostingDatesOf(string userName) =>
        UserSetups.GetValueOrDefault(userName)?.PostingDates ?? default;

    /// <summary>VAT dates of a user; not set leaves it to the company (GLD-05).</summary>
    public VatDateRange VatDatesOf(string userName) =>
        UserSetups.GetValueOrDefault(userName)?.VatDates ?? default;

    /// <summary>What shares an average cost, and for how long (CM-04).</summary>
    public AverageTerms AverageTerms =>
        field ??= new(Inventory.AverageCostPeriod, Inventory.AverageCostCalcType)
        {
            AccountingPeriods = AccountingPeriods,
        };

    public int CompanyNo => Company.CompanyNo;

    /// <summary>Codes of the number series that posted documents are numbered from.</summary>
    public string[] PostedSeries =>
        [
            .. Trade.Values.SelectMany(trade =>
                new[]
                {
                    trade.PostedDeliveryNos,
                    trade.PostedReturnDeliveryNos,
                    trade.PostedInvoiceNos,
                    trade.PostedCreditMemoNos,
                }
            ),
        ];
}
