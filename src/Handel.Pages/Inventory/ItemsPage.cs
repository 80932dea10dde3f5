using Handel.Pages.Description;

namespace Handel.Pages.Inventory;

internal sealed class ItemsPage() : PageDefinition("items", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("items", orderBy: "number")
            .Opens("item")
            .Title("number", "displayName")
            .CanInsert()
            .Search(everywhere: true, "number", "displayName", "gtin");
        page.Columns()
            .Field("number")
            .Important()
            .Field("displayName")
            .Important()
            .Choice("type", Choices.ItemType)
            .Field("itemCategoryCode")
            .Field("inventory")
            .Important()
            .DrillDown("itemLedgerEntries", "itemNumber eq '{number}'")
            .All("baseUnitOfMeasureCode", "unitCost")
            .Field("unitPrice")
            .Important()
            .Field("blocked")
            .Kind(FieldKind.Boolean);
    }
}
