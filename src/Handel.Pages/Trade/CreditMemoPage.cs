using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>A credit memo, from draft to applied.</summary>
internal sealed class CreditMemoPage(MirrorNames names)
    : PageDefinition(MirrorNames.CardOf(names.CreditMemos), PageKind.Document)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.CreditMemos, ApiRoute.Trade)
            .Title("number", names.PartyName)
            .Editable()
            .EditableWhen("status", "Draft")
            .PostDraft()
            .FindEntries()
            .Dimensions(names.CreditMemos)
            .TaxAmounts()
            .CalculateDiscount()
            .ChooseSeries()
            .DocumentFacts(names)
            .OpenPdf(DocumentActions.Posted);
        page.Group("general")
            .Party(names)
            .Field(names.ExternalCreditMemoNumber)
            .All("creditMemoDate", "postingDate", "dueDate")
            .Field("invoiceNumber", Posted())
            .Choice("status", Choices.InvoiceStatus)
            .ReadOnly()
            .Important();
        page.Terms(names, pricesEditable: false).HeaderDimensions().Addresses(names);
        page.Lines(MirrorNames.LinesOf(names.CreditMemos), "documentId")
            .DocumentTotals(names.InvoicePrice)
            .TotalLeadsToEntries()
            .Columns()
            .WhatAndHowMuch(names.InvoicePrice)
            .Field("taxPercent")
            .ReadOnly()
            .Field("allowInvoiceDiscount")
            .CostLinks()
            .Shortcuts();
    }

    /// <summary>The credit memo settles a posted invoice of the same party.</summary>
    private Lookup Posted() =>
        new()
        {
            Source = new Source(ApiRoute.Standard, names.Invoices)
            {
                Filter = $"{names.PartyNumber} eq '{{{names.PartyNumber}}}' and status eq 'Open'",
            },
            Text = names.PartyName,
            Card = MirrorNames.CardOf(names.Invoices),
        };
}
