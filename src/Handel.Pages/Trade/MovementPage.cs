using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>A posted shipment; the posted receipt is its mirror.</summary>
internal sealed class MovementPage(MirrorNames names)
    : PageDefinition(MirrorNames.CardOf(names.Movements), PageKind.Document)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Movements)
            .Title("number", names.PartyName)
            .FindEntries()
            .Dimensions(names.Movements)
            .OpenPdf();
        page.Group("general")
            .Field(names.PartyNumber, Lookups.Parties(names.PartySet, names.Party))
            .Important()
            .Field(names.PartyName)
            .Important()
            .Field("orderNumber")
            .Important()
            .All("postingDate", "currencyCode");
        page.Group(names.AddressOf)
            .Field(names.Address("PostCode"), caption: "postalCode")
            .Field(names.Address("City"), caption: "city")
            .Field(names.Address("Country"), caption: "country");
        page.Lines(MirrorNames.LinesOf(names.Movements), "documentId")
            .Columns()
            .Choice("lineType", Choices.PostedLineType)
            .Field("lineObjectNumber")
            .Important()
            .Field("description")
            .Important()
            .Field("quantity")
            .Important()
            .All("unitOfMeasureCode", names.InvoicePrice, "discountPercent", names.LineDate);
    }
}
