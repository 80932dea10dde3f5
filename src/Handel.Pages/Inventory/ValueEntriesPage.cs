using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Inventory;

internal sealed class ValueEntriesPage() : PageDefinition("valueEntries", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("valueEntries", ApiRoute.Trade, "entryNumber desc")
            .Title("entryNumber", "itemNumber")
            .Search(everywhere: false, "itemNumber", "documentNumber")
            .FindEntries("documentNumber")
            .RelatedEntries();
        page.Columns()
            .Field("postingDate")
            .Important()
            .Field("valuationDate")
            .Choice("entryType", Choices.ValueEntryType)
            .Field("documentNumber")
            .LeadsToDocument()
            .Field("itemNumber", Lookups.Items)
            .Important()
            .All("valuedQuantity", "invoicedQuantity", "costPerUnit")
            .Field("costAmountActual")
            .Important()
            .All("costAmountExpected", "salesAmountActual", "adjustment", "expectedCost")
            .Field("itemLedgerEntryNumber")
            .Field("entryNumber");
    }
}
