using Handel.Data;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Companies;

/// <summary>
/// The posting groups of a new card where no template says otherwise (API-C1-2): by where a party
/// lives and by what an item is. A group that the company removed stays blank.
/// </summary>
public sealed class PostingDefaults(HandelDbContext db)
{
    /// <summary>Posting group for a country: at home, within the EU, elsewhere.</summary>
    public async Task<string> PartyGroup(string countryCode, CancellationToken ct)
    {
        var company = await db.Companies.SingleAsync(c => c.CompanyNo == db.CompanyNo, ct);
        if (CountrySet.Of(company.CountryCode) is not { } home)
            return "";
        var code = await Region(home, countryCode, ct);
        return await db.Set<GenBusPostingGroup>().AnyAsync(g => g.Code == code, ct) ? code : "";
    }

    /// <summary>Fills what is blank on a new item.</summary>
    public async Task Fill(Item item, CancellationToken ct)
    {
        var code = item.Type == ItemType.Service ? CountrySet.Service : PostingStart.Goods;
        if (item.GenProdPostingGroup.Length == 0)
            item.GenProdPostingGroup = code;
        var group = await db.Set<GenProdPostingGroup>()
            .SingleOrDefaultAsync(g => g.Code == item.GenProdPostingGroup, ct);
        item.GenProdPostingGroup = group?.Code ?? "";
        if (item.VatProdPostingGroup.Length == 0)
            item.VatProdPostingGroup = group?.DefVatProdPostingGroup ?? "";
        var isStocked = item.Type == ItemType.Inventory && item.InventoryPostingGroup.Length == 0;
        if (
            isStocked
            && await db.Set<InventoryPostingGroup>().AnyAsync(g => g.Code == PostingStart.Goods, ct)
        )
            item.InventoryPostingGroup = PostingStart.Goods;
        if (item.BaseUnitOfMeasure.Length == 0)
            item.BaseUnitOfMeasure =
                await db.Set<UnitOfMeasure>()
                    .Where(unit => unit.Code == Piece)
                    .Select(unit => unit.Code)
                    .SingleOrDefaultAsync(ct)
                ?? "";
    }

    private const string Piece = "PCS";

    private async Task<string> Region(CountrySet home, string countryCode, CancellationToken ct)
    {
        if (countryCode.Length == 0 || countryCode == home.CountryCode)
            return home.Domestic;
        var isEu = await db.Set<CountryRegion>()
            .AnyAsync(c => c.Code == countryCode && c.EuCountryCode != "", ct);
        return isEu ? CountrySet.Eu : CountrySet.Export;
    }
}
