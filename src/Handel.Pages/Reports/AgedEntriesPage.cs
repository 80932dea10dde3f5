using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Trade;

namespace Handel.Pages.Reports;

/// <summary>The entries that were open on a day, of one customer or of all.</summary>
internal sealed class AgedEntriesPage(MirrorNames names)
    : PageDefinition(names.AgedEntries, PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.AgedEntries, ApiRoute.Trade)
            .Title("entryNumber", "description")
            .FindEntries("documentNumber");
        page.Request(
                $"{ReportQuestions.Ageing} and {names.PartyNumber} eq '{{{names.PartyNumber}}}'"
            )
            .Party(names)
            .Aged();
        page.Summary($"aged{names.PartyWord}Totals").AgedColumns().Field("balance");
        page.Columns()
            .Field("number")
            .Important()
            .Field("displayName")
            .Field("dueDate")
            .Important()
            .Field("postingDate")
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .DrillDown(names.LedgerEntries, "entryNumber eq {entryNumber}")
            .All("externalDocumentNumber", "currencyCode", "originalAmount")
            .Field("remainingAmount")
            .Important()
            .Field("remainingAmountLCY")
            .Field("column", caption: "ageingColumn")
            .Kind(FieldKind.Integer)
            .Field("entryNumber");
    }
}
