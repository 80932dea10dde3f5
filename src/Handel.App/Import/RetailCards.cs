using Handel.App.Companies;
using Handel.Data;
using Handel.Data.Bulk;
using Handel.Data.Changes;
using Handel.Data.Ledger;
using Handel.Exchange.OnlineRetail;
using Handel.Kernel;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Import;

/// <summary>
/// Makes the cards that the documents of the file name; those that exist stay as they are, so
/// that an import can be started again.
/// </summary>
internal sealed class RetailCards(HandelDbContext db, CostingMethod costing)
{
    /// <summary>Vendor of the goods that were in stock before the first document.</summary>
    public const string OpeningVendorNo = "OPENING";

    private const string Unit = "PCS";
    private readonly CountrySet _country = CountrySet.Of("gb")!;
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    public async Task Make(
        IReadOnlyList<RetailItem> items,
        IReadOnlyList<RetailCustomer> customers,
        CancellationToken ct
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var haveItems = await db.Items.Select(item => item.No).ToHashSetAsync(ct);
        var haveParties = await db
            .Parties.Select(party => new { party.Direction, party.No })
            .ToListAsync(ct);
        var have = haveParties.Select(party => (party.Direction, party.No)).ToHashSet();

        var newItems = items.Where(item => !haveItems.Contains(item.No)).Select(Item).ToList();
        var parties = customers.Select(Customer).Append(OpeningVendor()).ToList();
        var trip = new RoundTrip(db);
        var bulk = new BulkWriter(trip);
        bulk.Insert(newItems);
        await trip.Make(ct);
        // Each unit looks its item up; without this it would read all items for it.
        await YoungTables.Analyze(db, ct);
        bulk.Insert([.. newItems.SelectMany(item => item.Units)]);
        bulk.Insert([.. parties.Where(party => !have.Contains((party.Direction, party.No)))]);
        await trip.Make(ct);
        db.Touch(nameof(Item));
        foreach (var party in parties)
            db.Touch(Change.TopicOf(party));
        await transaction.CommitAsync(ct);
    }

    /// <summary>The posting group of business with an area; it decides the VAT.</summary>
    public static string GroupOf(RetailArea area) =>
        area switch
        {
            RetailArea.Home => CountrySet.Of("gb")!.Domestic,
            RetailArea.Eu => CountrySet.Eu,
            RetailArea.Other => CountrySet.Export,
            _ => throw new ArgumentOutOfRangeException(nameof(area)),
        };

    private Item Item(RetailItem item) =>
        new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            No = item.No,
            Description = item.Description,
            SearchDescription = item.Description.ToUpperInvariant(),
            Type = item.IsCharge ? ItemType.Service : ItemType.Inventory,
            BaseUnitOfMeasure = Unit,
            SalesUnitOfMeasure = Unit,
            PurchUnitOfMeasure = Unit,
            UnitPrice = item.UnitPrice,
            CostingMethod = item.IsCharge ? CostingMethod.Fifo : costing,
            UnitCost = item.IsCharge ? 0m : item.UnitCost,
            StandardCost = costing == CostingMethod.Standard && !item.IsCharge ? item.UnitCost : 0m,
            GenProdPostingGroup = item.IsCharge ? CountrySet.Service : PostingStart.Goods,
            VatProdPostingGroup = item.IsCharge ? CountrySet.Service : _country.Standard,
            InventoryPostingGroup = item.IsCharge ? "" : PostingStart.Goods,
            VendorNo = item.IsCharge ? "" : OpeningVendorNo,
            Version = 1,
            ModifiedAt = _now,
            Units =
            [
                new ItemUnit
                {
                    CompanyNo = db.CompanyNo,
                    ItemNo = item.No,
                    Code = Unit,
                },
            ],
        };

    private Party Customer(RetailCustomer customer) =>
        Party(Direction.Sale, customer.No, customer.Name, customer.Country);

    private Party OpeningVendor() =>
        Party(
            Direction.Purchase,
            OpeningVendorNo,
            "Opening stock",
            RetailCountries.Of("United Kingdom")
        );

    private Party Party(Direction direction, string no, string name, RetailCountry country)
    {
        var group = GroupOf(country.Area);
        return new()
        {
            CompanyNo = db.CompanyNo,
            Id = Guid.CreateVersion7(),
            Direction = direction,
            No = no,
            Address = new Address { Name = name, CountryCode = country.Code },
            SearchName = name.ToUpperInvariant(),
            InvoiceDiscCode = no,
            GenBusPostingGroup = group,
            VatBusPostingGroup = group,
            PostingGroup = group,
            PaymentTermsCode = no == country.CashNo ? "0D" : "30D",
            LanguageCode = _country.LanguageCode,
            Version = 1,
            ModifiedAt = _now,
        };
    }
}
