using Handel.Pages.Description;
using Handel.Pages.Reports;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

internal sealed class GeneralLedgerEntriesPage()
    : PageDefinition("generalLedgerEntries", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("generalLedgerEntries", ApiRoute.Trade, "entryNumber desc")
            .Opens("generalLedgerEntry")
            .Title("entryNumber", "description")
            .Search(everywhere: false, "documentNumber", "accountNumber", "description")
            .FindEntries("documentNumber")
            .RelatedEntries();
        page.Request(ReportQuestions.ByDimension).Dimensions();
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .LeadsToDocument()
            .Field("accountNumber", Lookups.Accounts)
            .Important()
            .Field("description")
            .Field("debitAmount")
            .Important()
            .Field("creditAmount")
            .Important()
            .All("externalDocumentNumber", "sourceCode", "userId")
            .Field("registerNumber")
            .DrillDown("generalLedgerRegisters", "number eq {registerNumber}")
            .Shortcuts()
            .Field("entryNumber");
    }
}
