using Handel.App.Companies;
using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;

namespace Handel.App.Benchmarks.Year;

/// <summary>
/// Whom a year of business is done with and in what: customers and vendors at home, in the EU and
/// outside it, in three currencies, and goods under both rates of VAT.
/// </summary>
internal static class YearCards
{
    public const int Months = 12;
    private const int Customers = 60;
    private const int Vendors = 20;
    private const int Goods = 80;

    private static readonly CountrySet Country = CountrySet.Of("nl")!;
    private static readonly string[] Terms = ["8D2/30D", "30D", "14D"];

    public static IEnumerable<object> Rows(int companyNo, int year) =>
        [
            .. Enumerable.Range(1, Customers).Select(no => Party(companyNo, Direction.Sale, no)),
            .. Enumerable.Range(1, Vendors).Select(no => Party(companyNo, Direction.Purchase, no)),
            .. Enumerable.Range(1, Goods).Select(no => Item(companyNo, no)),
            .. Rates(companyNo, year, "USD", 0.92m),
            .. Rates(companyNo, year, "GBP", 1.16m),
        ];

    // Every tenth trades in the EU, in dollars or in pounds.
    private static Party Party(int companyNo, Direction direction, int no)
    {
        var (group, currency, countryCode) = (no % 10) switch
        {
            1 => (CountrySet.Eu, "", "DE"),
            2 => (CountrySet.Export, "USD", "US"),
            3 => (CountrySet.Export, "GBP", "GB"),
            _ => (Country.Domestic, "", Country.CountryCode),
        };
        var name = FormattableString.Invariant($"P{no:D4}");
        return new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Direction = direction,
            No = name,
            InvoiceDiscCode = name,
            Address = new Address { Name = name, CountryCode = countryCode },
            VatRegistrationNo = group == CountrySet.Eu ? "DE136695976" : "",
            GenBusPostingGroup = group,
            VatBusPostingGroup = group,
            PostingGroup = group,
            CurrencyCode = currency,
            PaymentTermsCode = Terms[no % Terms.Length],
        };
    }

    private static Item Item(int companyNo, int no)
    {
        var name = FormattableString.Invariant($"I{no:D4}");
        return new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            No = name,
            Description = name,
            BaseUnitOfMeasure = "PCS",
            UnitPrice = 3.95m + no * 1.27m,
            UnitCost = 2.10m + no * 0.71m,
            LastDirectCost = 2.10m + no * 0.71m,
            GenProdPostingGroup = PostingStart.Goods,
            VatProdPostingGroup = no % 4 == 0 ? Country.Reduced : Country.Standard,
            InventoryPostingGroup = PostingStart.Goods,
        };
    }

    // A rate a month that wanders up and down.
    private static IEnumerable<ExchangeRate> Rates(
        int companyNo,
        int year,
        string code,
        decimal start
    ) =>
        Enumerable
            .Range(1, Months)
            .Select(month => new ExchangeRate
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                CurrencyCode = code,
                StartingDate = new(year, month, 1),
                ExchangeRateAmount = 1m,
                RelationalExchangeRateAmount = start + (month * 7 % 5 - 2) * 0.0137m,
                AdjustmentExchangeRateAmount = 1m,
                RelationalAdjustmentExchangeRateAmount = start + (month * 7 % 5 - 2) * 0.0137m,
            });
}
