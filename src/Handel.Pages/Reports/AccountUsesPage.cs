using Handel.Pages.Description;

namespace Handel.Pages.Reports;

/// <summary>Every field of the setup that names an account (COA-09).</summary>
internal sealed class AccountUsesPage() : PageDefinition("accountUses", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accountUses", ApiRoute.Trade).Title("tableName", "key");
        page.Request("accountNumber eq '{accountNumber}'")
            .Field("accountNumber", Lookups.PostingAccounts)
            .Mandatory();
        page.Columns()
            .Choice("tableName", Choices.SetupTable, "setupTable")
            .Important()
            .Field("key", caption: "setupKey")
            .Important()
            .Choice("fieldName", SetupFields.Accounts, "setupField")
            .Important();
    }
}
