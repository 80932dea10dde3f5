using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>All entries and documents of a document number; a row leads to its list.</summary>
internal sealed class FindEntriesPage() : PageDefinition("findEntries", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("navigateResults", ApiRoute.Trade).Title("tableName");
        page.Request("documentNumber eq '{documentNumber}' and postingDate eq {postingDate}")
            .All("documentNumber", "postingDate");
        page.Columns()
            .Field("tableName")
            .Important()
            .Field("count")
            .Important()
            .DrillDown("{entitySet}", "{filter}");
    }
}
