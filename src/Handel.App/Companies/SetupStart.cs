using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;

namespace Handel.App.Companies;

/// <summary>Setup, terms, units and the first location of a new company.</summary>
internal sealed class SetupStart(Company company, CountrySet country)
{
    private bool IsDutch => country.LanguageCode == "nl";

    public IEnumerable<object> Rows() =>
        [
            new CompanyInformation
            {
                CompanyNo = company.CompanyNo,
                Id = Guid.CreateVersion7(),
                Address = new Address { Name = company.Name, CountryCode = country.CountryCode },
                LocationCode = CreateCompany.MainLocation,
                LanguageCode = country.LanguageCode,
            },
            new GlSetup
            {
                CompanyNo = company.CompanyNo,
                Id = Guid.CreateVersion7(),
                LcyCode = country.LcyCode,
            },
            new Location
            {
                CompanyNo = company.CompanyNo,
                Id = Guid.CreateVersion7(),
                Code = CreateCompany.MainLocation,
                Name = IsDutch ? "Hoofdmagazijn" : "Main warehouse",
            },
            .. Terms(),
            .. Methods(),
            .. Units(),
        ];

    private IEnumerable<PaymentTerms> Terms() =>
        [
            Term("0D", "0D", "Contant", "Cash"),
            Term("8D", "8D", "Binnen 8 dagen", "Within 8 days"),
            Term("14D", "14D", "Binnen 14 dagen", "Within 14 days"),
            Term("30D", "30D", "Binnen 30 dagen", "Within 30 days"),
            Term("1M", "1M", "Binnen 1 maand", "Within 1 month"),
            Term("CM", "CM", "Einde lopende maand", "End of this month"),
            Term("CM+1M", "1M+CM", "Einde volgende maand", "End of next month"),
            DiscountTerm(),
        ];

    private PaymentTerms DiscountTerm()
    {
        var terms = Term("8D2/30D", "30D", "30 dagen, 2 % binnen 8", "30 days, 2 % within 8");
        terms.DiscountDateCalculation = "8D";
        terms.DiscountPct = 2m;
        return terms;
    }

    private PaymentTerms Term(string code, string formula, string dutch, string english) =>
        new()
        {
            CompanyNo = company.CompanyNo,
            Id = Guid.CreateVersion7(),
            Code = code,
            Description = IsDutch ? dutch : english,
            DueDateCalculation = formula,
        };

    private IEnumerable<object> Methods() =>
        [
            Method("BANK", "Bank", "Bank transfer", ""),
            Method("KAS", "Contant", "Cash", "1010"),
            new ShipmentMethod
            {
                CompanyNo = company.CompanyNo,
                Id = Guid.CreateVersion7(),
                Code = "DAP",
                Description = IsDutch ? "Franco huis" : "Delivered at place",
            },
            new ShipmentMethod
            {
                CompanyNo = company.CompanyNo,
                Id = Guid.CreateVersion7(),
                Code = "EXW",
                Description = IsDutch ? "Af magazijn" : "Ex works",
            },
        ];

    private PaymentMethod Method(string code, string dutch, string english, string account) =>
        new()
        {
            CompanyNo = company.CompanyNo,
            Id = Guid.CreateVersion7(),
            Code = code,
            Description = IsDutch ? dutch : english,
            BalAccountNo = account,
        };

    private IEnumerable<UnitOfMeasure> Units() =>
        [
            Unit("PCS", "Stuks", "Piece", "C62"),
            Unit("BOX", "Doos", "Box", "XBX"),
            Unit("SET", "Set", "Set", "SET"),
            Unit("KG", "Kilogram", "Kilogram", "KGM"),
            Unit("M", "Meter", "Metre", "MTR"),
            Unit("HOUR", "Uur", "Hour", "HUR"),
        ];

    private UnitOfMeasure Unit(string code, string dutch, string english, string standard) =>
        new()
        {
            CompanyNo = company.CompanyNo,
            Id = Guid.CreateVersion7(),
            Code = code,
            Description = IsDutch ? dutch : english,
            InternationalStandardCode = standard,
        };
}
