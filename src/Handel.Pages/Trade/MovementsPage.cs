using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>Posted shipments, or posted receipts.</summary>
internal sealed class MovementsPage(MirrorNames names)
    : PageDefinition(names.Movements, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Movements, orderBy: "postingDate desc,number desc")
            .Opens(MirrorNames.CardOf(names.Movements))
            .Title("number", names.PartyName)
            .Search(everywhere: false, "number", names.PartyName, "orderNumber")
            .FindEntries();
        page.Columns()
            .Field("number")
            .Important()
            .Field("orderNumber")
            .Field(names.PartyNumber)
            .Field(names.PartyName)
            .Important()
            .Field("postingDate")
            .Important()
            .Field("currencyCode");
    }
}
