using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Parties;

/// <summary>Customers; vendors are their mirror.</summary>
internal sealed class PartiesPage(MirrorNames names) : PageDefinition(names.PartySet, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.PartySet, orderBy: "number")
            .Opens(names.Party)
            .Title("number", "displayName")
            .CanInsert()
            .Search(everywhere: true, "number", "displayName", "city");
        page.Columns()
            .Field("number")
            .Important()
            .Field("displayName")
            .Important()
            .All("city", "country", "phoneNumber", "email", "currencyCode")
            .Choice("blocked", names.Blocked)
            .Field(names.BalanceField)
            .Important()
            .DrillDown(names.LedgerEntries, $"{names.PartyNumber} eq '{{number}}'");
    }
}
