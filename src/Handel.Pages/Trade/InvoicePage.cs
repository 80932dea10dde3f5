using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>An invoice, from draft to paid: one record, one page.</summary>
internal sealed class InvoicePage(MirrorNames names)
    : PageDefinition(MirrorNames.CardOf(names.Invoices), PageKind.Document)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Invoices, ApiRoute.Trade)
            .Title("number", names.PartyName)
            .Editable()
            .EditableWhen("status", "Draft")
            .PostDraft()
            .FindEntries()
            .Dimensions(names.Invoices)
            .TaxAmounts()
            .CalculateDiscount()
            .ChooseSeries()
            .DocumentFacts(names)
            .OpenPdf(names.SendsInvoices ? [] : DocumentActions.Posted);
        page.Group("general")
            .Party(names)
            .Field(names.ExternalInvoiceNumber)
            .All("invoiceDate", "postingDate", "dueDate")
            .Field("orderNumber")
            .ReadOnly()
            .Choice("status", Choices.InvoiceStatus)
            .ReadOnly()
            .Important();
        Terms(page.Group("terms"));
        page.HeaderDimensions().Addresses(names);
        page.Lines(MirrorNames.LinesOf(names.Invoices), "documentId")
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

    private void Terms(FieldsBuilder terms)
    {
        terms
            .Field("currencyCode", Lookups.Codes("currencies"))
            .Field(names.Person, Lookups.Codes("salespeoplePurchasers"));
        foreach (var (field, set, caption) in names.InvoiceTerms)
            terms.Field(field, Lookups.ById(set), caption);
        terms.PartyGroup(names).InvoiceDiscount().Field("pricesIncludeTax");
        if (!names.InvoicePricesEditable)
            terms.ReadOnly();
    }
}
