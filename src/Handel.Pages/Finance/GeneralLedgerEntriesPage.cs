using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

internal sealed class GeneralLedgerEntriesPage()
    : PageDefinition("generalLedgerEntries", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("generalLedgerEntries", orderBy: "entryNumber desc")
            .Title("entryNumber", "description")
            .Search(everywhere: false, "documentNumber", "accountNumber", "description")
            .FindEntries("documentNumber");
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .Field("accountNumber", Lookups.Accounts)
            .Important()
            .Field("description")
            .Field("debitAmount")
            .Important()
            .Field("creditAmount")
            .Important()
            .Field("entryNumber");
    }
}
