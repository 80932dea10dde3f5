using Handel.Pages.Description;
using Handel.Pages.Setup;

namespace Handel.Pages.Finance;

internal sealed class AccountPage() : PageDefinition("account", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accounts", ApiRoute.Trade).Title("number", "displayName").Editable();
        page.Group("general")
            .Field("number")
            .Important()
            .Mandatory()
            .Field("displayName")
            .Important()
            .Mandatory()
            .Field("displayNameEnglish")
            .Choice("accountType", Choices.AccountType)
            .Choice("category", Choices.AccountCategory)
            .All("subCategory", "directPosting")
            .Field("blocked")
            .Kind(FieldKind.Boolean)
            .Field("totaling")
            .Field("indentation")
            .ReadOnly()
            .Field("netChange")
            .ReadOnly()
            .Important()
            .DrillDown("generalLedgerEntries", "accountNumber eq '{number}'");
        page.Group("postingGroups")
            .Choice("generalPostingType", JournalChoices.PostingType)
            .Field("generalBusinessPostingGroup", Group("generalBusinessPostingGroups"))
            .Field("generalProductPostingGroup", Group("generalProductPostingGroups"))
            .Field("taxBusinessPostingGroup", Group("taxBusinessPostingGroups"))
            .Field("taxProductPostingGroup", Group("taxProductPostingGroups"));
        page.Action("indent", action => action with { Call = "indent" });
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

    private static Lookup Group(string set) => Lookups.Codes(set, ApiRoute.Trade);
}
