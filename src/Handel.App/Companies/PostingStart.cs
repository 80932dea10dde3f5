using Handel.Kernel;
using Handel.Ledgers.Setup;

namespace Handel.App.Companies;

/// <summary>Posting groups and their accounts for a new company: complete for every pair.</summary>
internal sealed class PostingStart(int companyNo, CountrySet country)
{
    public const string Goods = "HANDEL";

    private bool IsDutch => country.LanguageCode == "nl";
    private string[] Buses => [country.Domestic, CountrySet.Eu, CountrySet.Export];
    private static string[] Prods => [Goods, CountrySet.Service];

    public IEnumerable<object> Rows() =>
        [
            .. BusinessGroups(),
            .. ProductGroups(),
            .. General(),
            .. Vat(),
            .. Parties(Direction.Sale, "8025", "1300", "1310", "1320"),
            .. Parties(Direction.Purchase, "9145", "4210", "4220", "4230"),
            .. Inventory(),
        ];

    private IEnumerable<object> BusinessGroups()
    {
        foreach (var code in Buses)
        {
            var description = BusText(code);
            yield return new GenBusPostingGroup
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                Code = code,
                Description = description,
                DefVatBusPostingGroup = code,
            };
            yield return new VatBusPostingGroup
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                Code = code,
                Description = description,
            };
        }
    }

    private string BusText(string code) =>
        code switch
        {
            CountrySet.Eu => IsDutch ? "Klanten en leveranciers in de EU" : "European Union",
            CountrySet.Export => IsDutch ? "Buiten de EU" : "Other countries",
            _ => IsDutch ? "Binnenland" : "Domestic",
        };

    private IEnumerable<object> ProductGroups()
    {
        foreach (var code in Prods)
        {
            yield return new GenProdPostingGroup
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                Code = code,
                Description = ProdText(code),
                DefVatProdPostingGroup = code == Goods ? country.Standard : code,
            };
        }
        foreach (var code in country.Vat.Select(row => row.Prod).Distinct())
        {
            yield return new VatProdPostingGroup
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                Code = code,
                Description = VatText(code),
            };
        }
    }

    private string ProdText(string code) =>
        code == Goods
            ? (IsDutch ? "Handelsgoederen" : "Goods for resale")
            : (IsDutch ? "Diensten" : "Services");

    private string VatText(string code)
    {
        var rate = country.Vat.First(row => row.Prod == code).Pct;
        if (code == CountrySet.Import)
            return IsDutch ? "Invoer-btw" : "Import VAT";
        return code == CountrySet.Service
            ? ProdText(code)
            : FormattableString.Invariant($"{(IsDutch ? "Btw" : "VAT")} {rate:0.##} %");
    }

    private IEnumerable<object> General() =>
        from bus in Buses.Append("")
        from prod in Prods
        select new GeneralPostingSetup
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            GenBusPostingGroup = bus,
            GenProdPostingGroup = prod,
            Sale = new()
            {
                Account = SalesAccount(bus, prod),
                CreditMemoAccount = "8015",
                LineDiscAccount = "8090",
                InvDiscAccount = "8095",
                PrepaymentsAccount = "4280",
                PmtDiscDebitAccount = "9110",
                PmtDiscCreditAccount = "9110",
                PmtTolDebitAccount = "9115",
                PmtTolCreditAccount = "9115",
            },
            Purchase = new()
            {
                Account = prod == Goods ? "7110" : "7120",
                CreditMemoAccount = "7115",
                LineDiscAccount = "7140",
                InvDiscAccount = "7141",
                PrepaymentsAccount = "1380",
                PmtDiscDebitAccount = "9110",
                PmtDiscCreditAccount = "9110",
                PmtTolDebitAccount = "9115",
                PmtTolCreditAccount = "9115",
            },
            CogsAccount = "7010",
            CogsAccountInterim = "7015",
            InventoryAdjmtAccount = "7190",
            InvtAccrualAccountInterim = "4250",
            DirectCostAppliedAccount = "7130",
            OverheadAppliedAccount = "7135",
            PurchaseVarianceAccount = "7193",
        };

    private static string SalesAccount(string bus, string prod) =>
        prod == CountrySet.Service
            ? "8020"
            : bus switch
            {
                CountrySet.Eu => "8011",
                CountrySet.Export => "8012",
                _ => "8010",
            };

    private IEnumerable<object> Vat() =>
        country.Vat.Select(row => new VatPostingSetup
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            VatBusPostingGroup = row.Bus,
            VatProdPostingGroup = row.Prod,
            Description = $"{BusText(row.Bus)}, {VatText(row.Prod)}",
            VatIdentifier = row.Identifier,
            VatPct = row.Pct,
            CalculationType = row.Calculation,
            SalesVatAccount = row.SalesAccount,
            PurchaseVatAccount = row.PurchaseAccount,
            ReverseChargeVatAccount = "4335",
            IsEuService = row.IsEuService,
            VatClauseCode = row.Clause,
            TaxCategory = row.Category,
        });

    private IEnumerable<object> Parties(
        Direction direction,
        string serviceCharge,
        params string[] accounts
    ) =>
        Buses.Zip(
            accounts,
            (code, account) =>
                new PartyPostingGroup
                {
                    CompanyNo = companyNo,
                    Direction = direction,
                    Id = Guid.CreateVersion7(),
                    Code = code,
                    Description = BusText(code),
                    ControlAccount = account,
                    ServiceChargeAccount = serviceCharge,
                    InvoiceRoundingAccount = "9140",
                    PaymentDiscDebitAccount = "9110",
                    PaymentDiscCreditAccount = "9110",
                    DebitRoundingAccount = "9140",
                    CreditRoundingAccount = "9140",
                    PaymentToleranceDebitAccount = "9115",
                    PaymentToleranceCreditAccount = "9115",
                    ApplnRoundingDebitAccount = "9140",
                    ApplnRoundingCreditAccount = "9140",
                }
        );

    private IEnumerable<object> Inventory()
    {
        yield return new InventoryPostingGroup
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Code = Goods,
            Description = ProdText(Goods),
        };
        foreach (var location in new[] { "", CreateCompany.MainLocation })
        {
            yield return new InventoryPostingSetup
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                LocationCode = location,
                InventoryPostingGroup = Goods,
                InventoryAccount = "3010",
                InventoryAccountInterim = "3015",
            };
        }
    }
}
