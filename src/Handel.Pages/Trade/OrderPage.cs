using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>Sales order: what a clerk sees and may do. The purchase order is its mirror.</summary>
internal sealed class OrderPage(MirrorNames names)
    : PageDefinition(MirrorNames.CardOf(names.Orders), PageKind.Document)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Orders, ApiRoute.Trade)
            .Title("number", names.PartyName)
            .Editable()
            .EditableWhen("status", "Draft")
            .PostOrder(names)
            .ReleaseAndReopen()
            .Dimensions(names.Orders)
            .TaxAmounts()
            .CalculateDiscount()
            .ChooseSeries()
            .DocumentFacts(names)
            .OpenPdf();
        General(page.Group("general"));
        page.Terms(names, pricesEditable: true).HeaderDimensions().Addresses(names);
        Lines(page);
    }

    private void General(FieldsBuilder general)
    {
        general
            .Party(names)
            .Field(names.ExternalOrderNumber)
            .EvenReleased()
            .Field("orderDate")
            .Field("postingDate")
            .EvenReleased()
            .Field(names.RequestedDate)
            .Choice("status", Choices.OrderStatus)
            .ReadOnly()
            .Important();
        if (names.HasPartialShipping)
            general.Field("partialShipping");
    }

    private void Lines(PageBuilder page)
    {
        var lines = page.Lines(MirrorNames.LinesOf(names.Orders), "documentId")
            .DocumentTotals(names.OrderPrice);
        lines
            .Columns()
            .WhatAndHowMuch(names.OrderPrice)
            .Field(names.QuantityToMove)
            .EvenReleased()
            .Field(names.MovedQuantity)
            .ReadOnly()
            .Field("invoiceQuantity")
            .EvenReleased()
            .Field("invoicedQuantity")
            .ReadOnly()
            .Field(names.LineDate)
            .Field("taxPercent")
            .ReadOnly()
            .Field("allowInvoiceDiscount")
            .CostLinks()
            .Shortcuts();
    }
}
