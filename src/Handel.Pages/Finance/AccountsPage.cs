using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>The chart of accounts.</summary>
internal sealed class AccountsPage() : PageDefinition("accounts", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accounts", ApiRoute.Trade, orderBy: "number")
            .Opens("account")
            .CanInsert()
            .Title("number", "displayName")
            .Search(everywhere: true, "number", "displayName")
            .View("all", "")
            .View("postingAccounts", "accountType eq 'Posting'")
            .StrongWhen("accountType", "Heading", "Total", "Begin_x002D_Total", "End_x002D_Total")
            .BareWhen("accountType", "Heading", "Begin_x002D_Total")
            .Action(
                "accountEntries",
                action => action with { Open = new("accountEntries", "accountNumber={number}") }
            )
            .Action(
                "accountUses",
                action => action with { Open = new("accountUses", "accountNumber={number}") }
            );
        page.Columns()
            .Field("number")
            .Important()
            .Field("displayName")
            .Important()
            .Choice("accountType", Choices.AccountType)
            .Choice("category", Choices.AccountCategory)
            .Field("directPosting")
            .Field("blocked")
            .Kind(FieldKind.Boolean)
            .Field("netChange")
            .Important()
            .DrillDown("generalLedgerEntries", "accountNumber eq '{number}'");
    }
}
