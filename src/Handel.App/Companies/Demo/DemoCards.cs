using CsvHelper;
using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Companies.Demo;

/// <summary>
/// Cards of the demo company, a wholesaler of bicycle parts. All names and numbers are invented;
/// the numbers that carry check digits are sound, so that every check passes them.
/// </summary>
internal sealed class DemoCards(HandelDbContext db, CountrySet country)
{
    public const string SecondLocation = "OOST";
    private const string Hour = "HOUR";
    private static readonly string[] EuCountries = ["BE", "DE"];

    /// <summary>Terms that two good customers share, and those of one vendor.</summary>
    private const string SharedTerms = "STAFFEL";
    private const string VendorTerms = "L10010";
    private static readonly string[] TermedCustomers = ["K10080", "K10140"];

    public async Task Make(CancellationToken ct)
    {
        await CompanyInformation(ct);
        db.AddRange(Salespeople());
        db.AddRange(SecondWarehouse());
        db.AddRange(Categories());
        db.AddRange(
            CsvTable.Rows<DemoCards>("customers").Select(row => Party(Direction.Sale, row))
        );
        db.AddRange(
            CsvTable.Rows<DemoCards>("vendors").Select(row => Party(Direction.Purchase, row))
        );
        db.AddRange(CsvTable.Rows<DemoCards>("items").Select(Item));
        db.AddRange(DiscountTerms());
        await db.SaveChangesAsync(ct);
    }

    private async Task CompanyInformation(CancellationToken ct)
    {
        var information = await db.Set<CompanyInformation>().AsTracking().SingleAsync(ct);
        information.Address = information.Address with
        {
            Line1 = "Spaakweg 12",
            PostCode = "3542 AD",
            City = "Utrecht",
            Contact = "Anouk Brandsma",
        };
        information.Phone = "030 555 0110";
        information.Email = "verkoop@spaakweg.example";
        information.Website = "https://spaakweg.example";
        information.VatRegistrationNo = "NL743957556B02";
        information.RegistrationNo = "62702411";
        information.BankName = "Rabobank";
        information.Iban = "NL27RABO0329589952";
        information.Bic = "RABONL2U";
    }

    private IEnumerable<SalespersonPurchaser> Salespeople() =>
        new[]
        {
            ("AB", "Anouk Brandsma", "anouk@spaakweg.example"),
            ("MS", "Mehmet Sarıkaya", "mehmet@spaakweg.example"),
            ("PJ", "Pieter-Jan Hofstra", "pieterjan@spaakweg.example"),
        }.Select(person => new SalespersonPurchaser
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            Code = person.Item1,
            Name = person.Item2,
            Email = person.Item3,
        });

    private IEnumerable<object> SecondWarehouse() =>
        [
            new Location
            {
                CompanyNo = db.CompanyNo,
                Id = Guid.CreateVersion7(),
                Code = SecondLocation,
                Name = "Magazijn Oost",
                Address = new Address
                {
                    Name = "Magazijn Oost",
                    Line1 = "Ketelstraat 40",
                    PostCode = "7551 AB",
                    City = "Hengelo",
                    CountryCode = country.CountryCode,
                },
            },
            new InventoryPostingSetup
            {
                CompanyNo = db.CompanyNo,
                Id = Guid.CreateVersion7(),
                LocationCode = SecondLocation,
                InventoryPostingGroup = PostingStart.Goods,
                InventoryAccount = "3010",
                InventoryAccountInterim = "3015",
            },
        ];

    private IEnumerable<InvoiceDiscountTier> DiscountTerms() =>
        [
            Tier(Direction.Sale, SharedTerms, (0m, 0m, 7.50m)),
            Tier(Direction.Sale, SharedTerms, (250m, 0m, 0m)),
            Tier(Direction.Sale, SharedTerms, (750m, 2m, 0m)),
            Tier(Direction.Sale, SharedTerms, (1500m, 3.5m, 0m)),
            Tier(Direction.Purchase, VendorTerms, (0m, 0m, 15m)),
            Tier(Direction.Purchase, VendorTerms, (500m, 2m, 0m)),
        ];

    private InvoiceDiscountTier Tier(
        Direction direction,
        string code,
        (decimal Minimum, decimal Pct, decimal Charge) tier
    ) =>
        new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            Direction = direction,
            Code = code,
            MinimumAmount = tier.Minimum,
            DiscountPct = tier.Pct,
            ServiceCharge = tier.Charge,
        };

    private List<ItemCategory> Categories()
    {
        var rows = CsvTable.Rows<DemoCards>("items");
        var codes = rows.Select(row => row.GetString("Category")).Distinct();
        return
        [
            .. codes.Select(code => new ItemCategory
            {
                CompanyNo = db.CompanyNo,
                Id = Guid.CreateVersion7(),
                Code = code,
                Description = code[..1] + code[1..].ToLowerInvariant(),
            }),
        ];
    }

    private Party Party(Direction direction, CsvReader row)
    {
        var (no, countryCode) = (row.GetString("No"), row.GetString("Country"));
        var group =
            countryCode == country.CountryCode ? country.Domestic
            : EuCountries.Contains(countryCode) ? CountrySet.Eu
            : CountrySet.Export;
        return new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            Direction = direction,
            No = no,
            InvoiceDiscCode = TermedCustomers.Contains(no) ? SharedTerms : no,
            Address = new Address
            {
                Name = row.GetString("Name"),
                Line1 = row.GetString("Street"),
                PostCode = row.GetString("PostCode"),
                City = row.GetString("City"),
                CountryCode = countryCode,
            },
            SearchName = row.GetString("Name").ToUpperInvariant(),
            Email = row.GetString("Email"),
            VatRegistrationNo = row.GetString("VatNo"),
            Iban = row.GetString("Iban"),
            GenBusPostingGroup = group,
            VatBusPostingGroup = group,
            PostingGroup = group,
            PaymentTermsCode = row.GetString("Terms"),
            PaymentMethodCode = "BANK",
            ShipmentMethodCode = "DAP",
            SalespersonCode = row.GetString("Salesperson"),
            LanguageCode = group == country.Domestic ? country.LanguageCode : "en",
        };
    }

    private Item Item(CsvReader row)
    {
        var vat = row.GetString("Vat");
        var isService = vat == CountrySet.Service;
        var (no, unit) = (row.GetString("No"), row.GetString("Unit"));
        var cost = row.Parse<decimal>("Cost");
        return new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            No = no,
            Description = row.GetString("Dutch"),
            Description2 = row.GetString("English"),
            SearchDescription = row.GetString("Dutch").ToUpperInvariant(),
            Type = isService ? ItemType.Service : ItemType.Inventory,
            BaseUnitOfMeasure = unit,
            SalesUnitOfMeasure = unit,
            PurchUnitOfMeasure = unit,
            CategoryCode = row.GetString("Category"),
            UnitPrice = row.Parse<decimal>("Price"),
            UnitCost = cost,
            LastDirectCost = cost,
            GenProdPostingGroup = isService ? CountrySet.Service : PostingStart.Goods,
            VatProdPostingGroup = vat,
            InventoryPostingGroup = isService ? "" : PostingStart.Goods,
            VendorNo = row.GetString("Vendor"),
            Units = [.. UnitsOf(no, unit)],
        };
    }

    private IEnumerable<ItemUnit> UnitsOf(string itemNo, string unit)
    {
        yield return Unit(itemNo, unit, 1m);
        if (unit != Hour)
            yield return Unit(itemNo, "BOX", 10m);
    }

    private ItemUnit Unit(string itemNo, string code, decimal quantity) =>
        new()
        {
            CompanyNo = db.CompanyNo,
            ItemNo = itemNo,
            Code = code,
            QuantityPerUnit = quantity,
        };
}
