using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Tests.Parties;

/// <summary>Posting groups with an account of its own for every role of a settlement.</summary>
internal static class SettlementSetup
{
    public static CompanySetup Of(SettlementGiven given) =>
        new()
        {
            Company = new Company { CompanyNo = 7 },
            Information = new CompanyInformation(),
            Gl = given.Gl,
            Inventory = new InventorySetup(),
            Trade = new Dictionary<Direction, TradeSetup> { [given.Side.Direction] = given.Trade },
            Accounts = Accounts(),
            GeneralPosting = new Dictionary<(string, string), GeneralPostingSetup>
            {
                [("HOME", "GOODS")] = new() { Sale = TradeOf(), Purchase = TradeOf() },
            },
            VatPosting = VatSetups()
                .ToDictionary(s => (s.VatBusPostingGroup, s.VatProdPostingGroup)),
            PartyPostingGroups = new Dictionary<(Direction, string), PartyPostingGroup>
            {
                [(given.Side.Direction, "HOME")] = GroupOf("1300"),
                [(given.Side.Direction, "ABROAD")] = GroupOf("1310"),
            },
            InventoryPosting = new Dictionary<(string, string), InventoryPostingSetup>(),
            GenBusGroups = new Dictionary<string, GenBusPostingGroup>(),
            GenProdGroups = new Dictionary<string, GenProdPostingGroup>(),
            PaymentTerms = new Dictionary<string, PaymentTerms>(),
            PaymentMethods = new Dictionary<string, PaymentMethod>(),
            Locations = new Dictionary<string, Location>(),
            Units = new Dictionary<string, UnitOfMeasure>(),
            Salespeople = new Dictionary<string, SalespersonPurchaser>(),
            BankPostingGroups = new Dictionary<string, BankPostingGroup>
            {
                ["BANK"] = new() { Code = "BANK", GlAccountNo = "1100" },
            },
            Currencies = given.Currencies,
            ExchangeRates = new ExchangeRates("EUR", given.Rates),
        };

    public static IEnumerable<VatPostingSetup> VatSetups()
    {
        VatPostingSetup Vat(
            string prod,
            decimal pct,
            VatCalculationType type,
            UnrealizedVatType unrealized = UnrealizedVatType.None
        ) =>
            new()
            {
                UnrealizedVatType = unrealized,
                SalesVatUnrealAccount = "1540",
                PurchaseVatUnrealAccount = "1541",
                ReverseChargeVatUnrealAccount = "1542",
                VatBusPostingGroup = "HOME",
                VatProdPostingGroup = prod,
                VatPct = pct,
                CalculationType = type,
                SalesVatAccount = "1500",
                PurchaseVatAccount = "1500",
                ReverseChargeVatAccount = "1530",
                AdjustForPaymentDiscount = prod != "FIXED",
            };
        yield return Vat("VAT21", 21m, VatCalculationType.Normal);
        yield return Vat("VAT9", 9m, VatCalculationType.Normal);
        yield return Vat("FIXED", 21m, VatCalculationType.Normal);
        yield return Vat("EU", 21m, VatCalculationType.ReverseCharge);
        var (normal, reverse) = (VatCalculationType.Normal, VatCalculationType.ReverseCharge);
        yield return Vat("CASH", 21m, normal, UnrealizedVatType.Percentage);
        yield return Vat("FIRST", 21m, normal, UnrealizedVatType.First);
        yield return Vat("LAST", 21m, normal, UnrealizedVatType.Last);
        yield return Vat("FIRSTFULL", 21m, normal, UnrealizedVatType.FirstFullyPaid);
        yield return Vat("LASTFULL", 21m, normal, UnrealizedVatType.LastFullyPaid);
        yield return Vat("EUCASH", 21m, reverse, UnrealizedVatType.Percentage);
    }

    private static PartyPostingGroup GroupOf(string control) =>
        new()
        {
            ControlAccount = control,
            PaymentDiscDebitAccount = "9250",
            PaymentDiscCreditAccount = "9255",
            PaymentToleranceDebitAccount = "9260",
            PaymentToleranceCreditAccount = "9265",
            ApplnRoundingDebitAccount = "9270",
            ApplnRoundingCreditAccount = "9275",
            DebitRoundingAccount = "9280",
            CreditRoundingAccount = "9285",
        };

    private static TradeAccounts TradeOf() =>
        new()
        {
            PmtDiscDebitAccount = "8250",
            PmtDiscCreditAccount = "8255",
            PmtTolDebitAccount = "8260",
            PmtTolCreditAccount = "8265",
        };

    private static Dictionary<string, GlAccount> Accounts() =>
        (
            "1100 1300 1310 1500 1530 1540 1541 1542 8000 8250 8255 8260 8265 9250 9255 9260 9265 "
            + "9270 9275 9280 9285 9300 9305 9310 9315"
        )
            .Split(' ')
            .ToDictionary(no => no, no => new GlAccount { No = no });
}
