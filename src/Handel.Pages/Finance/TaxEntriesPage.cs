using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>VAT entries; the API calls VAT tax throughout, the captions do not.</summary>
internal sealed class TaxEntriesPage() : PageDefinition("taxEntries", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxEntries", ApiRoute.Trade, "entryNumber desc")
            .Title("entryNumber", "documentNumber")
            .Opens("taxEntry")
            .Search(everywhere: false, "documentNumber", "taxRegistrationNumber")
            .View("all", "")
            .View("notDeclared", "closed eq false")
            .FindEntries("documentNumber")
            .RelatedEntries();
        page.Columns()
            .Field("postingDate")
            .Important()
            .Field("taxReportingDate")
            .Choice("type", Choices.TaxEntryType)
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .LeadsToDocument()
            .All("taxBusinessPostingGroup", "taxProductPostingGroup")
            .Choice("calculationType", Choices.TaxCalculation)
            .Field("base", caption: "taxBase")
            .Important()
            .Field("amount", caption: "taxAmount")
            .Important()
            .All("countryCode", "taxRegistrationNumber", "closed", "entryNumber");
    }
}
