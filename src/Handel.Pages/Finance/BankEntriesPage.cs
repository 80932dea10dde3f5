using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>What came in and went out on our accounts at banks.</summary>
internal sealed class BankEntriesPage() : PageDefinition("bankAccountLedgerEntries", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("bankAccountLedgerEntries", ApiRoute.Trade, "entryNumber desc")
            .Title("entryNumber", "description")
            .Search(everywhere: false, "documentNumber", "bankAccountNumber", "description")
            .View("all", "")
            .View("open", "open eq true")
            .FindEntries("documentNumber")
            .RelatedEntries();
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .Field("bankAccountNumber")
            .Important()
            .Field("description")
            .Important()
            .All("currencyCode")
            .Field("amount")
            .Important()
            .All("amountLCY", "remainingAmount", "open", "reversed", "entryNumber");
    }
}
