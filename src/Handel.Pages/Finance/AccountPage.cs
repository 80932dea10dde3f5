using Handel.Pages.Description;
using Handel.Pages.Setup;

namespace Handel.Pages.Finance;

internal sealed class AccountPage() : PageDefinition("account", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accounts").Title("number", "displayName");
        page.Group("general")
            .Field("number")
            .Important()
            .Field("displayName")
            .Important()
            .Choice("accountType", Choices.AccountType)
            .Choice("category", Choices.AccountCategory)
            .All("subCategory", "directPosting")
            .Field("blocked")
            .Kind(FieldKind.Boolean)
            .Field("netChange")
            .Important()
            .DrillDown("generalLedgerEntries", "accountNumber eq '{number}'");
        page.Action(
                "ledgerEntries",
                action =>
                    action with
                    {
                        Shortcut = "Ctrl+F7",
                        Open = new("generalLedgerEntries", "accountNumber eq '{number}'"),
                    }
            )
            .Action(
                "accountEntries",
                action => action with { Open = new("accountEntries", "accountNumber={number}") }
            )
            .Action(
                "accountUses",
                action => action with { Open = new("accountUses", "accountNumber={number}") }
            );
        page.DefaultDimensions("accounts");
    }
}
