using System.Globalization;
using CsvHelper;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.App.Companies;

/// <summary>
/// Reads the tables that a new company starts with, in the language of its country.
/// </summary>
internal sealed class StartSet(int companyNo, CountrySet country)
{
    private const string ExchangeDifferences = "9120";
    private const string RoundingDifferences = "9140";

    private string NameColumn => country.LanguageCode == "nl" ? "Dutch" : "English";

    public IReadOnlyList<GlAccount> Accounts()
    {
        var accounts = CsvTable.Rows<StartSet>("accounts", "StartSets.").Select(Account).ToList();
        if (ChartIndentation.Apply(accounts) is [var problem, ..])
            throw new InvalidOperationException($"The start set is not a chart: {problem}");
        return accounts;
    }

    public IReadOnlyList<CountryRegion> Countries() =>
        [
            .. CsvTable
                .Rows<StartSet>("countries", "StartSets.")
                .Select(row => new CountryRegion
                {
                    CompanyNo = companyNo,
                    Id = Guid.CreateVersion7(),
                    Code = row.GetString("Code"),
                    Name = row.GetString(NameColumn),
                    EuCountryCode = row.GetString("Eu"),
                    ModifiedAt = DateTimeOffset.UtcNow,
                }),
        ];

    /// <summary>Currencies without rates; the company's own has no row (CNV-03).</summary>
    public IReadOnlyList<Currency> Currencies() =>
        [
            .. CsvTable
                .Rows<StartSet>("currencies", "StartSets.")
                .Where(row => row.GetString("Code") != country.LcyCode)
                .Select(Currency),
        ];

    private Currency Currency(CsvReader row)
    {
        var decimals = int.Parse(row.GetString("Decimals"), CultureInfo.InvariantCulture);
        var precision = Precision(decimals);
        return new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            Code = row.GetString("Code"),
            Description = row.GetString(NameColumn),
            Symbol = row.GetString("Symbol"),
            IsoCode = row.GetString("Code"),
            IsoNumeric = row.GetString("Numeric"),
            AmountRoundingPrecision = precision,
            InvoiceRoundingPrecision = precision,
            AmountDecimalPlaces = DecimalPlaces.Of(precision).ToString(),
            UnitAmountDecimalPlaces = new DecimalPlaces(
                decimals,
                DecimalPlaces.PlacesMax
            ).ToString(),
            RealizedGainsAccountNo = ExchangeDifferences,
            RealizedLossesAccountNo = ExchangeDifferences,
            UnrealizedGainsAccountNo = ExchangeDifferences,
            UnrealizedLossesAccountNo = ExchangeDifferences,
            LcyRoundingDebitAccountNo = RoundingDifferences,
            LcyRoundingCreditAccountNo = RoundingDifferences,
        };
    }

    private static decimal Precision(int decimals)
    {
        var precision = 1m;
        for (var i = 0; i < decimals; i++)
            precision /= 10m;
        return precision;
    }

    private GlAccount Account(CsvReader row)
    {
        var account = Plain(row);
        // What is bought on an account comes at home, with the VAT that is usual there (VJN-05).
        if (account.Category == GlAccountCategory.Expense && IsTaxed(row))
        {
            account.GenPostingType = GenPostingType.Purchase;
            account.GenBusPostingGroup = account.VatBusPostingGroup = country.Domestic;
        }
        return account;
    }

    private static bool IsTaxed(CsvReader row) => row.GetString("Vat") == "Standard";

    private GlAccount Plain(CsvReader row) =>
        new()
        {
            CompanyNo = companyNo,
            Id = Guid.CreateVersion7(),
            No = row.GetString("No"),
            Name = row.GetString(NameColumn),
            NameEnglish = row.GetString("English"),
            AccountType = Enum.Parse<GlAccountType>(row.GetString("Type")),
            Category = Enum.Parse<GlAccountCategory>(row.GetString("Category")),
            SubCategory = row.GetString("SubCategory"),
            DirectPosting = row.GetString("Direct") == "yes",
            GenProdPostingGroup = GenGroup(row.GetString("Vat")),
            VatProdPostingGroup = VatGroup(row.GetString("Vat")),
            ModifiedAt = DateTimeOffset.UtcNow,
        };

    private static string GenGroup(string rate) =>
        rate switch
        {
            "" => "",
            "Service" => CountrySet.Service,
            _ => PostingStart.Goods,
        };

    // What lines of documents stand on has VAT; other accounts get it when they need it.
    private string VatGroup(string rate) =>
        rate switch
        {
            "Standard" => country.Standard,
            "Zero" => CountrySet.Zero,
            "Service" => CountrySet.Service,
            "" => "",
            _ => throw new InvalidOperationException($"accounts.csv: VAT {rate}"),
        };
}
