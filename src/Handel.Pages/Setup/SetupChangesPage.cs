using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>Who changed what of the setup, and when (AUD-06).</summary>
internal sealed class SetupChangesPage() : PageDefinition("setupChanges", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("setupChanges", ApiRoute.Trade, "changedDateTime desc")
            .Title("tableName", "recordNumber")
            .Search(everywhere: false, "tableName", "recordNumber", "userId");
        page.Columns()
            .Field("changedDateTime")
            .Important()
            .Field("userId")
            .Important()
            .Choice("tableName", Choices.LoggedTable, "loggedTable")
            .Important()
            .Field("recordNumber")
            .Kind(FieldKind.Text)
            .Important()
            .Choice("kind", Choices.SetupChangeKind, "setupChangeKind")
            .Field("fieldName")
            .Kind(FieldKind.Text)
            .Important()
            .Field("oldValue")
            .Field("newValue")
            .Important();
    }
}
