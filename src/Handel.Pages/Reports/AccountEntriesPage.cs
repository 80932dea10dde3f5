using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Reports;

/// <summary>The entries of one account in a period, with the balance after each.</summary>
internal sealed class AccountEntriesPage() : PageDefinition("accountEntries", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accountEntries", ApiRoute.Trade)
            .Title("entryNumber", "description")
            .FindEntries("documentNumber")
            .RelatedEntries();
        page.Request($"accountNumber eq '{{accountNumber}}' and {ReportQuestions.DateFilter}")
            .Field("accountNumber", Lookups.PostingAccounts)
            .Mandatory()
            .Field("dateFrom")
            .Start("monthStart")
            .Field("dateTo")
            .Start("monthEnd");
        page.Summary("accountEntryTotals")
            .All("openingBalance", "debitAmount", "creditAmount", "closingBalance");
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .LeadsToDocument()
            .Field("description")
            .Field("debitAmount")
            .Important()
            .Field("creditAmount")
            .Important()
            .Field("runningBalance")
            .Important()
            .All("externalDocumentNumber", "sourceCode", "entryNumber");
    }
}
