using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Api.Shell;
using Handel.App.Companies;
using Handel.Data.Ledger;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Masters;

/// <summary>Items and their variants (A18.3, API-C1-5 to API-C1-8).</summary>
internal static class ItemResource
{
    private const string Set = "items";
    private const int GtinDigitsMax = 14;

    public static IEnumerable<Resource> Items() =>
        [
            Written(Fields(Resource.Of(Set, s => s.Rows<Item>()))),
            Written(
                Fields(Resource.Extension(Set, "item", s => s.Rows<Item>(), like: Set)).CostFields()
            ),
        ];

    private static Resource Written(Resource<Item> items)
    {
        Writes().On(items);
        return items.Update(ItemStockChange.Update);
    }

    private static Resource<Item> Fields(Resource<Item> items) =>
        items
            .Field("id", i => i.Id)
            .Field("number", i => i.No)
            .Field("displayName", i => i.Description)
            .Field("displayName2", i => i.Description2)
            .Field("type", i => i.Type)
            .Of(
                "itemCategoryId",
                i => i.CategoryCode,
                new There<ItemCategory, Guid>(c => c.Code, c => c.Id)
            )
            .Field("itemCategoryCode", i => i.CategoryCode)
            .Field("blocked", i => i.IsBlocked)
            .Field("gtin", i => i.Gtin)
            .Of(
                "inventory",
                i => i.No,
                new There<ItemStock, decimal>(s => s.ItemNo, s => s.Quantity)
            )
            .Field("unitPrice", i => i.UnitPrice)
            .Field("priceIncludesTax", i => i.PriceIncludesVat)
            .Field("unitCost", i => i.UnitCost)
            .Of(
                "taxGroupId",
                i => i.VatProdPostingGroup,
                new There<VatProdPostingGroup, Guid>(g => g.Code, g => g.Id)
            )
            .Field("taxGroupCode", i => i.VatProdPostingGroup)
            .Of(
                "baseUnitOfMeasureId",
                i => i.BaseUnitOfMeasure,
                new There<UnitOfMeasure, Guid>(u => u.Code, u => u.Id)
            )
            .Field("baseUnitOfMeasureCode", i => i.BaseUnitOfMeasure)
            .Of(
                "generalProductPostingGroupId",
                i => i.GenProdPostingGroup,
                new There<GenProdPostingGroup, Guid>(g => g.Code, g => g.Id)
            )
            .Field("generalProductPostingGroupCode", i => i.GenProdPostingGroup)
            .Of(
                "inventoryPostingGroupId",
                i => i.InventoryPostingGroup,
                new There<InventoryPostingGroup, Guid>(g => g.Code, g => g.Id)
            )
            .Field("inventoryPostingGroupCode", i => i.InventoryPostingGroup)
            .Field("lastModifiedDateTime", i => i.ModifiedAt)
            .ETag(i => i.Version);

    internal static RowWrites<Item> Writes() =>
        new RowWrites<Item>(Set)
            .CostWrites()
            .Key("number", i => i.No, (edit, no) => edit.Db.Items.Where(i => i.No == no))
            .Set<string>("number", (i, no) => i.No = no)
            .Set<string>("displayName", (i, text) => i.Description = text)
            .Set<string>("displayName2", (i, text) => i.Description2 = text)
            .Set<ItemType>("type", (i, type) => i.Type = type)
            .Set<bool>("blocked", (i, on) => i.IsBlocked = on)
            .Set<string>("gtin", (i, text) => i.Gtin = text)
            .Set<decimal>("unitPrice", (i, price) => i.UnitPrice = price)
            .Set<bool>("priceIncludesTax", (i, on) => i.PriceIncludesVat = on)
            .Set<decimal>("unitCost", (i, cost) => i.UnitCost = cost)
            .Pair<ItemCategory>(
                ("itemCategoryId", "itemCategoryCode"),
                c => c.Code,
                (i, code) => i.CategoryCode = code
            )
            .Pair<VatProdPostingGroup>(
                ("taxGroupId", "taxGroupCode"),
                g => g.Code,
                (i, code) => i.VatProdPostingGroup = code
            )
            .Pair<UnitOfMeasure>(
                ("baseUnitOfMeasureId", "baseUnitOfMeasureCode"),
                u => u.Code,
                (i, code) => i.BaseUnitOfMeasure = code
            )
            .Pair<GenProdPostingGroup>(
                ("generalProductPostingGroupId", "generalProductPostingGroupCode"),
                g => g.Code,
                (i, code) => i.GenProdPostingGroup = code
            )
            .Pair<InventoryPostingGroup>(
                ("inventoryPostingGroupId", "inventoryPostingGroupCode"),
                g => g.Code,
                (i, code) => i.InventoryPostingGroup = code
            )
            .Range("unitPrice", i => i.UnitPrice)
            .Range("unitCost", i => i.UnitCost)
            .Check(CheckGtin)
            .Check(FollowGroup)
            .Check(CheckType)
            .Check(Complete)
            .Followed(
                (edit, before, after) =>
                    DefaultDimensionResources.Follow(
                        edit.Db,
                        DimensionEntities.Items,
                        (before, after),
                        edit.Scope.Aborted
                    )
            )
            .UsedBy<TradeLine>(item => line => line.Type == LineType.Item && line.No == item.No)
            .UsedBy<ItemEntry>(item => entry => entry.ItemNo == item.No);

    public static Resource Variants() =>
        new RowWrites<ItemVariant>("itemVariants")
            .Key(
                "code",
                v => v.Code,
                (edit, code) =>
                    edit.Db.ItemVariants.Where(v => v.ItemNo == edit.Row.ItemNo && v.Code == code)
            )
            .Set<string>("code", (v, code) => v.Code = code)
            .Set<string>("description", (v, text) => v.Description = text)
            .Pair<Item>(("itemId", "itemNumber"), i => i.No, (v, no) => v.ItemNo = no)
            .Needs("itemNumber", v => v.ItemNo)
            .UsedBy<TradeLine>(v => line => line.No == v.ItemNo && line.VariantCode == v.Code)
            .UsedBy<ItemEntry>(v =>
                entry => entry.ItemNo == v.ItemNo && entry.VariantCode == v.Code
            )
            .On(
                Resource
                    .Of("itemVariants", s => s.Rows<ItemVariant>())
                    .Field("id", v => v.Id)
                    .Of("itemId", v => v.ItemNo, new There<Item, Guid>(i => i.No, i => i.Id))
                    .Field("itemNumber", v => v.ItemNo)
                    .Field("code", v => v.Code)
                    .Field("description", v => v.Description)
                    .Field("lastModifiedDateTime", v => v.ModifiedAt)
                    .ETag(v => v.Version)
            );

    // PG-10: the user was asked, and the VAT group was not given along.
    private static async Task FollowGroup(RowEdit<Item> edit)
    {
        var (given, code) = (edit.Given, edit.Row.GenProdPostingGroup);
        var isChanged =
            given.Has("generalProductPostingGroupCode")
            || given.Has("generalProductPostingGroupId");
        var isTaxGiven = given.Has("taxGroupCode") || given.Has("taxGroupId");
        if (edit.IsNew || !edit.Scope.Confirmed.Contains("updateTaxGroup"))
            return;
        if (!isChanged || isTaxGiven)
            return;
        var proposed = await edit
            .Db.Set<GenProdPostingGroup>()
            .Where(group => group.Code == code)
            .Select(group => group.DefVatProdPostingGroup)
            .SingleOrDefaultAsync(edit.Scope.Aborted);
        if (proposed is { Length: > 0 })
            edit.Row.VatProdPostingGroup = proposed;
    }

    private static Task CheckGtin(RowEdit<Item> edit)
    {
        var gtin = edit.Row.Gtin;
        if (gtin.Length > GtinDigitsMax || gtin.Any(c => !char.IsAsciiDigit(c)))
            edit.Refuse(EditCodes.Range, "gtin", gtin);
        return Task.CompletedTask;
    }

    // API-C1-6: what an item is stays once it has moved.
    private static async Task CheckType(RowEdit<Item> edit)
    {
        var item = edit.Row;
        if (edit.IsNew || !edit.Given.Has("type"))
            return;
        var before = edit.Db.Entry(item).Property(i => i.Type).OriginalValue;
        var isMoved =
            item.Type != before
            && await edit.Db.ItemEntries.AnyAsync(e => e.ItemNo == item.No, edit.Scope.Aborted);
        if (isMoved)
            edit.Refuse(ApiProblems.InUse, "type", item.Type.ToString());
    }

    private static async Task Complete(RowEdit<Item> edit)
    {
        var item = edit.Row;
        item.SearchDescription = item.Description.ToUpperInvariant();
        if (edit.IsNew && edit.Given.Has("inventory"))
            edit.Refuse(ApiProblems.Inventory, "inventory");
        if (edit.Problems.Count > 0)
            return;
        var ct = edit.Scope.Aborted;
        if (edit.IsNew)
        {
            await new PostingDefaults(edit.Db).Fill(item, ct);
            var setup = await edit.Db.Set<InventorySetup>().SingleAsync(ct);
            item.No = await CardNumber.Draw(
                edit,
                (setup.ItemNos, item.No),
                no => edit.Db.Items.Where(i => i.No == no)
            );
        }
        await AddBaseUnit(edit, ct);
    }

    // API-C1-6: the item's own unit row, one per base unit.
    private static async Task AddBaseUnit(RowEdit<Item> edit, CancellationToken ct)
    {
        var item = edit.Row;
        var unit = item.BaseUnitOfMeasure;
        if (unit.Length == 0 || edit.Problems.Count > 0)
            return;
        var exists =
            !edit.IsNew
            && await edit.Db.ItemUnits.AnyAsync(u => u.ItemNo == item.No && u.Code == unit, ct);
        if (!exists)
            edit.Db.Add(
                new ItemUnit
                {
                    CompanyNo = edit.Scope.CompanyNo,
                    ItemNo = item.No,
                    Code = unit,
                }
            );
    }
}
