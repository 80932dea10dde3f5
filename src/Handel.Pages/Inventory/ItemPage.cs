using Handel.Pages.Description;
using Handel.Pages.Setup;

namespace Handel.Pages.Inventory;

internal sealed class ItemPage() : PageDefinition("item", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("items").Title("number", "displayName").Editable();
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
        page.Group("prices").Field("unitPrice").Important().All("priceIncludesTax", "unitCost");
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
