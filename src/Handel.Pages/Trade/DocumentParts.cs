using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>Parts that all document pages share.</summary>
internal static class DocumentParts
{
    public static FieldsBuilder Party(this FieldsBuilder fields, MirrorNames names) =>
        fields
            .Field(names.PartyNumber, Lookups.Parties(names.PartySet, names.Party))
            .Important()
            .Mandatory()
            .Field(names.PartyName)
            .Important()
            .ReadOnly();

    public static PageBuilder Terms(this PageBuilder page, MirrorNames names, bool pricesEditable)
    {
        var terms = page.Group("terms")
            .Field("currencyCode", Lookups.Codes("currencies"))
            .Field("paymentTermsId", Lookups.ById("paymentTerms"), "paymentTerms")
            .Field("shipmentMethodId", Lookups.ById("shipmentMethods"), "shipmentMethod")
            .Field(names.Person, Lookups.Codes("salespeoplePurchasers"))
            .PartyGroup(names)
            .InvoiceDiscount()
            .Field("pricesIncludeTax");
        if (!pricesEditable)
            terms.ReadOnly();
        return page;
    }

    /// <summary>Where the amount that is owed is posted (PG-09).</summary>
    public static FieldsBuilder PartyGroup(this FieldsBuilder terms, MirrorNames names) =>
        terms.Field(names.PostingGroup, Lookups.Codes(names.PostingGroups, ApiRoute.Trade));

    /// <summary>Whose terms, and what the discount comes to (DSC-24).</summary>
    public static FieldsBuilder InvoiceDiscount(this FieldsBuilder terms) =>
        terms.Field("invoiceDiscountCode").Field("invoiceDiscountPercent").ReadOnly();

    /// <summary>
    /// Shortcut dimensions of the company, as columns or fields; those that it has not chosen are
    /// not shown, the others by the names of their dimensions (DIM-12).
    /// </summary>
    public static FieldsBuilder Shortcuts(this FieldsBuilder fields, int most = ShortcutsMax)
    {
        for (var shortcut = 1; shortcut <= most; shortcut++)
            fields.Field(ShortcutOf(shortcut), Lookups.ValuesOf(shortcut), "shortcutDimension");
        return fields;
    }

    /// <summary>
    /// Global dimensions of a header; lines follow when the user says so (DIM-07).
    /// </summary>
    public static PageBuilder HeaderDimensions(this PageBuilder page)
    {
        var fields = page.Group("dimensions");
        for (var shortcut = 1; shortcut <= GlobalsMax; shortcut++)
            fields
                .Field(ShortcutOf(shortcut), Lookups.ValuesOf(shortcut), "shortcutDimension")
                .EvenReleased()
                .Ask("updateLines");
        return page;
    }

    public const int ShortcutsMax = 8;
    private const int GlobalsMax = 2;

    private static string ShortcutOf(int shortcut) => $"shortcutDimension{shortcut}Code";

    public static PageBuilder Addresses(this PageBuilder page, MirrorNames names)
    {
        page.Group(names.AddressOf)
            .Field(names.Address("AddressLine1"), caption: "addressLine1")
            .Field(names.Address("AddressLine2"), caption: "addressLine2")
            .Field(names.Address("PostCode"), caption: "postalCode")
            .Field(names.Address("City"), caption: "city")
            .Field(names.Address("Country"), Lookups.Codes("countriesRegions"), caption: "country");
        page.Group(names.Bill)
            .Field(names.BillToNumber, Lookups.Parties(names.PartySet, names.Party))
            .Field(names.BillToName)
            .ReadOnly();
        return page;
    }

    /// <summary>The item entries that a line takes from or gives back (AP-06, AP-07).</summary>
    public static FieldsBuilder CostLinks(this FieldsBuilder columns) =>
        columns
            .Field("appliesToItemEntry")
            .EvenReleased()
            .Field("appliesFromItemEntry")
            .EvenReleased();

    /// <summary>What is sold or bought, how many, for how much.</summary>
    public static FieldsBuilder WhatAndHowMuch(this FieldsBuilder columns, string price) =>
        columns
            .Choice("lineType", Choices.LineType)
            .Field("lineObjectNumber", Lookups.ByLineType)
            .Important()
            .Field("description")
            .Important()
            .Field("quantity")
            .Important()
            .Field("unitOfMeasureCode", Lookups.Codes("unitsOfMeasure"))
            .Field(price)
            .Important()
            .Field("discountPercent")
            .Field("amountExcludingTax")
            .ReadOnly()
            .Important()
            .Total();

    public static LinesBuilder DocumentTotals(this LinesBuilder lines, string price)
    {
        lines
            .Default("lineType", "Item")
            .Estimate("amountExcludingTax", "quantity", price, "discountPercent");
        lines
            .Totals()
            .Field("discountAmount", caption: "invoiceDiscount")
            .Field("totalAmountExcludingTax")
            .ReadOnly()
            .Field("totalTaxAmount")
            .ReadOnly()
            .Field("totalAmountIncludingTax")
            .ReadOnly()
            .Important();
        return lines;
    }

    /// <summary>From what a posted document amounts to, to its entries in the books.</summary>
    public static LinesBuilder TotalLeadsToEntries(this LinesBuilder lines)
    {
        string[] posted = [.. Choices.InvoiceStatus.Members.Except(["Draft", ChoiceSet.Blank])];
        lines
            .Totals()
            .DrillDown(
                "generalLedgerEntries",
                "documentNumber eq '{number}'",
                new Condition("status", posted)
            );
        return lines;
    }

    public static PageBuilder DocumentFacts(this PageBuilder page, MirrorNames names) =>
        page.FactBox(FactBoxes.Party(names)).FactBox(FactBoxes.ItemOfLine);
}
