using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>The list of orders.</summary>
internal sealed class OrdersPage(MirrorNames names) : PageDefinition(names.Orders, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Orders, orderBy: "number desc")
            .Opens(MirrorNames.CardOf(names.Orders))
            .Title("number", names.PartyName)
            .CanInsert()
            .Search(everywhere: true, "number", names.PartyName, names.PartyNumber)
            .View("all", "")
            .View("notReleased", "status eq 'Draft'")
            .View("released", "status eq 'Open'");
        page.Columns()
            .Field("number")
            .Important()
            .Field(names.PartyNumber)
            .Field(names.PartyName)
            .Important()
            .All("orderDate", names.RequestedDate, "currencyCode")
            .Choice("status", Choices.OrderStatus)
            .Important()
            .Field("totalAmountExcludingTax")
            .Field("totalAmountIncludingTax")
            .Important();
    }
}
