using Handel.Pages.Description;
using Handel.Pages.Setup;

namespace Handel.Pages.Inventory;

internal sealed class ItemPage() : PageDefinition("item", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        // The API v2.0 lacks how an item is costed.
        page.From("items", ApiRoute.Trade).Title("number", "displayName").Editable();
        page.Group("general")
            .Field("number")
            .Important()
            .Field("displayName")
            .Important()
            .All("displayName2")
            .Choice("type", Choices.ItemType)
            .Field("baseUnitOfMeasureCode", Lookups.Codes("unitsOfMeasure"))
            .Field("itemCategoryCode", Lookups.Codes("itemCategories"))
            .Field("gtin")
            .Field("blocked")
            .Kind(FieldKind.Boolean);
        page.Group("stock")
            .Field("inventory")
            .Important()
            .DrillDown("itemLedgerEntries", "itemNumber eq '{number}'");
        page.Group("prices").Field("unitPrice").Important().Field("priceIncludesTax");
        page.Group("costs")
            .Choice("costingMethod", Choices.CostingMethod)
            .Field("unitCost")
            .Important()
            .Field("standardCost")
            .Kind(FieldKind.Price)
            .Field("lastDirectCost")
            .Kind(FieldKind.Price)
            .Field("indirectCostPercent")
            .Field("overheadRate")
            .Kind(FieldKind.Price);
        page.Group("posting")
            .Field("generalProductPostingGroupCode", Lookups.Groups("generalProductPostingGroups"))
            .Ask("updateTaxGroup")
            .Field("inventoryPostingGroupCode", Lookups.Groups("inventoryPostingGroups"))
            .Field("taxGroupCode", Lookups.Codes("taxGroups"));
        Leads(page, "itemEntries", "itemLedgerEntries", "Ctrl+F7");
        Leads(page, "valueEntries", "valueEntries", null);
        page.DefaultDimensions("items");
    }

    private static void Leads(PageBuilder page, string id, string list, string? shortcut) =>
        page.Action(
            id,
            action =>
                action with
                {
                    Shortcut = shortcut,
                    Open = new(list, "itemNumber eq '{number}'"),
                }
        );
}
