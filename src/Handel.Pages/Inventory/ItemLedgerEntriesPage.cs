using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Inventory;

internal sealed class ItemLedgerEntriesPage() : PageDefinition("itemLedgerEntries", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("itemLedgerEntries", ApiRoute.Trade, "entryNumber desc")
            .Title("entryNumber", "description")
            .Search(everywhere: false, "itemNumber", "documentNumber")
            .View("all", "")
            .View("open", "open eq true")
            .FindEntries("documentNumber")
            .RelatedEntries()
            .Action(
                "valueEntries",
                action =>
                    action with
                    {
                        Open = new("valueEntries", "itemLedgerEntryNumber eq {entryNumber}"),
                    }
            );
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("entryType", Choices.ItemEntryType, "itemEntryType")
            .Choice("documentType", Choices.ItemDocumentType)
            .Field("documentNumber")
            .LeadsToDocument()
            .Field("itemNumber", Lookups.Items)
            .Important()
            .All("description", "locationCode")
            .Field("quantity")
            .Important()
            .All("invoicedQuantity", "remainingQuantity", "salesAmountActual")
            .Field("costAmountActual")
            .DrillDown("valueEntries", "itemLedgerEntryNumber eq {entryNumber}")
            .All("open", "entryNumber");
    }
}
