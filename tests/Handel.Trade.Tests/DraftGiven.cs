using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Tests;

/// <summary>A line by its figures: what the amounts are about.</summary>
public sealed record GivenLine(decimal Quantity, decimal Price, string Vat = "VAT21")
{
    public decimal DiscountPct { get; init; }
    public bool AllowsInvoiceDiscount { get; init; } = true;
}

/// <summary>
/// The company of the worked examples (sales 22, purchasing 0), and drafts in it.
/// </summary>
public static class DraftGiven
{
    public static readonly DateOnly WorkDate = new(2026, 3, 2);

    private static readonly Dictionary<string, GenBusPostingGroup> BusGroups = new()
    {
        ["HOME"] = new() { Code = "HOME", DefVatBusPostingGroup = "HOME" },
        ["EU"] = new() { Code = "EU", DefVatBusPostingGroup = "EU" },
    };

    private static readonly Dictionary<string, GenProdPostingGroup> ProdGroups = new()
    {
        ["GOODS"] = new() { Code = "GOODS" },
    };

    private static readonly Dictionary<string, Location> Places = new()
    {
        ["EAST"] = new()
        {
            Code = "EAST",
            Address = new() { City = "Enschede" },
        },
    };

    private static readonly Dictionary<string, SalespersonPurchaser> People = new()
    {
        ["ANN"] = new() { Code = "ANN" },
        ["BOB"] = new() { Code = "BOB" },
        ["OLD"] = new() { Code = "OLD", IsBlocked = true },
    };

    public static CompanySetup Setup(
        Action<GlSetup>? gl = null,
        Action<TradeSetup>? trade = null,
        Action<InventorySetup>? inventory = null,
        IEnumerable<InvoiceDiscountTier>? tiers = null
    )
    {
        var glSetup = new GlSetup { LcyCode = "EUR" };
        gl?.Invoke(glSetup);
        var inventorySetup = new InventorySetup();
        inventory?.Invoke(inventorySetup);
        return new CompanySetup
        {
            Company = new Company { CompanyNo = 7 },
            Information = new CompanyInformation
            {
                Address = new Address { Name = "Handel BV", City = "Utrecht" },
            },
            Gl = glSetup,
            Inventory = inventorySetup,
            Trade = new Dictionary<Direction, TradeSetup>
            {
                [Direction.Sale] = TradeOf(Direction.Sale, trade),
                [Direction.Purchase] = TradeOf(Direction.Purchase, trade),
            },
            Accounts = Accounts(),
            GeneralPosting = new Dictionary<(string, string), GeneralPostingSetup>(),
            VatPosting = VatSetups()
                .ToDictionary(s => (s.VatBusPostingGroup, s.VatProdPostingGroup)),
            PartyPostingGroups = new Dictionary<(Direction, string), PartyPostingGroup>
            {
                [(Direction.Sale, "HOME")] = PartyGroup("8025"),
                [(Direction.Purchase, "HOME")] = PartyGroup("9145"),
            },
            InventoryPosting = new Dictionary<(string, string), InventoryPostingSetup>(),
            GenBusGroups = BusGroups,
            GenProdGroups = ProdGroups,
            PaymentTerms = Terms().ToDictionary(terms => terms.Code),
            PaymentMethods = new Dictionary<string, PaymentMethod>
            {
                ["BANK"] = new() { Code = "BANK" },
            },
            Locations = Places,
            Units = new[] { "PCS", "BOX", "HOUR" }.ToDictionary(
                code => code,
                code => new UnitOfMeasure { Code = code }
            ),
            Salespeople = People,
            Currencies = new Dictionary<string, Currency> { ["USD"] = new() { Code = "USD" } },
            ExchangeRates = new ExchangeRates(
                "EUR",
                [Rate(new(2026, 1, 1), 0.9137m), Rate(new(2026, 4, 1), 0.8m)]
            ),
            InvoiceDiscounts = new(tiers ?? []),
        };
    }

    /// <summary>Invoice discount terms of code TERMS, in both directions.</summary>
    public static InvoiceDiscountTier[] Tiers(
        params (decimal Minimum, decimal Pct, decimal Charge)[] tiers
    ) =>
        [
            .. from direction in Enum.GetValues<Direction>()
            from tier in tiers
            select new InvoiceDiscountTier
            {
                Direction = direction,
                Code = "TERMS",
                MinimumAmount = tier.Minimum,
                DiscountPct = tier.Pct,
                ServiceCharge = tier.Charge,
            },
        ];

    /// <summary>A draft with lines 10000, 20000 and so on, calculated.</summary>
    public static TradeDocument Draft(
        Direction direction,
        CompanySetup setup,
        params GivenLine[] lines
    )
    {
        var document = Header(direction);
        document.Lines.AddRange(lines.Select((line, index) => Line(line, (index + 1) * 10000)));
        Recalculate(document, setup);
        return document;
    }

    /// <summary>The same with prices that include VAT.</summary>
    public static TradeDocument DraftInclVat(
        Direction direction,
        CompanySetup setup,
        params GivenLine[] lines
    )
    {
        var document = Draft(direction, setup, lines);
        document.PricesIncludeVat = true;
        Recalculate(document, setup);
        return document;
    }

    /// <summary>Line amounts and totals anew, as an edit does.</summary>
    public static void Recalculate(TradeDocument document, CompanySetup setup)
    {
        foreach (var line in document.Lines)
            LineAmounts.Recalculate(line, AmountRounding.Of(document, setup));
        DocumentTotals.Recalculate(document, setup);
    }

    private static TradeDocument Header(Direction direction) =>
        new()
        {
            Direction = direction,
            Kind = DocumentKind.Order,
            No = "1001",
            PartyPostingGroup = "HOME",
            VatBusPostingGroup = "HOME",
        };

    private static TradeLine Line(GivenLine given, int lineNo)
    {
        var setup = VatSetups().First(vat => vat.VatProdPostingGroup == given.Vat);
        return new TradeLine
        {
            LineNo = lineNo,
            Type = LineType.Item,
            Quantity = given.Quantity,
            QuantityBase = given.Quantity,
            QtyToDeliver = given.Quantity,
            QtyToInvoice = given.Quantity,
            UnitPrice = given.Price,
            LineDiscountPct = given.DiscountPct,
            AllowInvoiceDisc = given.AllowsInvoiceDiscount,
            VatIdentifier = setup.VatIdentifier,
            VatCalculationType = setup.CalculationType,
            VatPct = setup.CalculationType == VatCalculationType.Normal ? setup.VatPct : 0m,
        };
    }

    private static PartyPostingGroup PartyGroup(string serviceCharge) =>
        new() { InvoiceRoundingAccount = "9980", ServiceChargeAccount = serviceCharge };

    private static TradeSetup TradeOf(Direction direction, Action<TradeSetup>? change)
    {
        var setup = new TradeSetup { Direction = direction };
        change?.Invoke(setup);
        return setup;
    }

    private static Dictionary<string, GlAccount> Accounts() =>
        new GlAccount[]
        {
            new()
            {
                No = "8020",
                Name = "Freight",
                VatProdPostingGroup = "VAT21",
            },
            new()
            {
                No = "8025",
                Name = "Service charges",
                VatProdPostingGroup = "VAT21",
            },
            new()
            {
                No = "9145",
                Name = "Service charges of vendors",
                VatProdPostingGroup = "VAT21",
            },
            new()
            {
                No = "9980",
                Name = "Rounding",
                VatProdPostingGroup = "VAT0",
            },
            new()
            {
                No = "1510",
                Name = "VAT",
                DirectPosting = false,
            },
            new() { No = "1600", Name = "Payables" },
            new()
            {
                No = "8000",
                Name = "Sales",
                VatProdPostingGroup = "VAT21",
                IsBlocked = true,
            },
            new()
            {
                No = "8",
                Name = "Turnover",
                AccountType = GlAccountType.Total,
            },
        }
            .Select(account =>
            {
                account.DirectPosting = account.No is "8020" or "9980" or "8000";
                account.GenProdPostingGroup = "GOODS";
                return account;
            })
            .ToDictionary(account => account.No);

    private static IEnumerable<VatPostingSetup> VatSetups()
    {
        VatPostingSetup Vat(string bus, string prod, decimal pct, VatCalculationType type) =>
            new()
            {
                VatBusPostingGroup = bus,
                VatProdPostingGroup = prod,
                VatIdentifier = type == VatCalculationType.ReverseCharge ? "EU" : prod,
                VatPct = pct,
                CalculationType = type,
                SalesVatAccount = "1510",
                PurchaseVatAccount = "1510",
            };
        yield return Vat("HOME", "VAT21", 21m, VatCalculationType.Normal);
        yield return Vat("HOME", "VAT9", 9m, VatCalculationType.Normal);
        yield return Vat("HOME", "VAT0", 0m, VatCalculationType.Normal);
        yield return Vat("HOME", "VAT10", 10m, VatCalculationType.Normal);
        yield return Vat("HOME", "VAT22", 22m, VatCalculationType.Normal);
        yield return Vat("HOME", "REVERSE", 21m, VatCalculationType.ReverseCharge);
        yield return Vat("HOME", "FULL", 0m, VatCalculationType.FullVat);
        yield return Vat("HOME", "NONE", 0m, VatCalculationType.NoTaxable);
        yield return Vat("EU", "VAT21", 21m, VatCalculationType.ReverseCharge);
    }

    private static IEnumerable<PaymentTerms> Terms() =>
        [
            new() { Code = "14D", DueDateCalculation = "14D" },
            new()
            {
                Code = "CM",
                DueDateCalculation = "CM+1M",
                DiscountDateCalculation = "8D",
                DiscountPct = 2m,
            },
            new()
            {
                Code = "CMCR",
                DueDateCalculation = "CM+1M",
                DiscountDateCalculation = "8D",
                DiscountPct = 2m,
                CalcPmtDiscOnCreditMemos = true,
            },
        ];

    private static ExchangeRate Rate(DateOnly from, decimal eurPerUsd) =>
        new()
        {
            CurrencyCode = "USD",
            StartingDate = from,
            ExchangeRateAmount = 1m,
            RelationalExchangeRateAmount = eurPerUsd,
        };
}
