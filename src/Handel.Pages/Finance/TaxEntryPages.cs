using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>
/// One VAT entry. What it reports may be corrected until it is declared: every entry of its
/// document follows (VDT-03, VEN-02).
/// </summary>
internal sealed class TaxEntryPage() : PageDefinition("taxEntry", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxEntries", ApiRoute.Trade)
            .Title("entryNumber", "documentNumber")
            .Editable(insert: false, delete: false)
            .EditableWhen("closed", "false")
            .FindEntries("documentNumber")
            .RelatedEntries()
            .Action(
                "taxCorrections",
                action =>
                    action with
                    {
                        Open = new("taxCorrections", "documentNumber eq '{documentNumber}'"),
                    }
            );
        page.Group("reported")
            .Field("taxReportingDate")
            .Important()
            .Field("taxRegistrationNumber")
            .Important()
            .Field("countryCode", Lookups.Codes("countriesRegions"))
            .Field("euThirdPartyTrade")
            .Kind(FieldKind.Boolean)
            .Field("closed")
            .ReadOnly()
            .Important();
        Posted(page.Group("posted"));
        Amounts(page.Group("amounts"));
    }

    private static void Posted(FieldsBuilder fields)
    {
        fields.Choice("type", Choices.TaxEntryType).ReadOnly();
        fields.Field("postingDate").ReadOnly().Field("documentDate").ReadOnly();
        fields.Choice("documentType", Choices.DocumentType).ReadOnly();
        fields.Field("documentNumber").ReadOnly().LeadsToDocument();
        foreach (
            var name in (string[])
                [
                    "externalDocumentNumber",
                    "billToPayToNumber",
                    "taxBusinessPostingGroup",
                    "taxProductPostingGroup",
                ]
        )
            fields.Field(name).ReadOnly();
        fields.Choice("calculationType", Choices.TaxCalculation).ReadOnly();
        fields.Field("euService").ReadOnly();
        fields.Field("entryNumber").ReadOnly();
        fields.Field("registerNumber").ReadOnly();
        fields
            .Field("closedByEntryNumber")
            .Kind(FieldKind.Integer)
            .ReadOnly()
            .DrillDown(
                "taxEntries",
                "entryNumber eq {closedByEntryNumber}",
                new Condition("closed", ["true"])
            );
    }

    private static void Amounts(FieldsBuilder fields)
    {
        fields.Field("base", caption: "taxBase").ReadOnly().Important();
        fields.Field("amount", caption: "taxAmount").ReadOnly().Important();
        fields.Field("taxPercent").ReadOnly();
        fields.Field("taxDifference").Kind(FieldKind.Amount).ReadOnly();
        fields.Field("taxBaseDiscountPercent").ReadOnly();
        fields.Field("baseBeforePaymentDiscount").Kind(FieldKind.Amount).ReadOnly();
        fields.Field("nonDeductibleTaxPercent").ReadOnly();
        fields.Field("nonDeductibleTaxBase").Kind(FieldKind.Amount).ReadOnly();
        fields.Field("nonDeductibleTaxAmount").ReadOnly();
        fields.Choice("unrealizedType", Choices.UnrealizedTax).ReadOnly();
        foreach (
            var name in (string[])
                [
                    "unrealizedTaxBase",
                    "unrealizedTaxAmount",
                    "remainingUnrealizedTaxBase",
                    "remainingUnrealizedTaxAmount",
                ]
        )
            fields.Field(name).Kind(FieldKind.Amount).ReadOnly();
        fields
            .Field("unrealizedTaxEntryNumber")
            .Kind(FieldKind.Integer)
            .ReadOnly()
            .DrillDown("taxEntries", "entryNumber eq {unrealizedTaxEntryNumber}");
    }
}

/// <summary>What was corrected of VAT entries, when and by whom (VEN-02).</summary>
internal sealed class TaxCorrectionsPage() : PageDefinition("taxCorrections", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxCorrections", ApiRoute.Trade, "entryNumber desc")
            .Title("entryNumber", "documentNumber")
            .Search(everywhere: false, "documentNumber")
            .FindEntries("documentNumber");
        page.Columns()
            .Field("creationDateTime")
            .Important()
            .Field("userId")
            .Important()
            .Field("documentNumber")
            .Important()
            .DrillDown("taxEntries", "documentNumber eq '{documentNumber}'")
            .Field("postingDate")
            .Field("taxReportingDateBefore")
            .Kind(FieldKind.Date)
            .Important()
            .Field("taxReportingDate")
            .Important()
            .All("taxRegistrationNumberBefore", "taxRegistrationNumber")
            .All("countryCodeBefore", "countryCode")
            .Field("euThirdPartyTradeBefore")
            .Kind(FieldKind.Boolean)
            .Field("euThirdPartyTrade")
            .Kind(FieldKind.Boolean)
            .All("entryNumber", "registerNumber");
    }
}

/// <summary>
/// VAT of one document, per group that is taxed together: the amount may be typed within the
/// difference that the setup allows (VAT-09).
/// </summary>
internal sealed class DocumentTaxLinesPage()
    : PageDefinition("documentTaxLines", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("documentTaxLines", ApiRoute.Trade, "taxIdentifier,sequence")
            .Title("documentNumber", "taxIdentifier")
            .Editable(insert: false, delete: false)
            .RereadsRows();
        page.Columns()
            .Field("taxIdentifier")
            .ReadOnly()
            .Important()
            .Choice("calculationType", Choices.TaxCalculation)
            .ReadOnly()
            .Field("taxPercent")
            .ReadOnly()
            .Important()
            .Field("lineAmount")
            .ReadOnly()
            .Field("invoiceDiscountAmount")
            .ReadOnly()
            .Field("taxBaseAmount")
            .ReadOnly()
            .Important()
            .Field("taxAmount")
            .Important()
            .Field("taxDifference")
            .Kind(FieldKind.Amount)
            .ReadOnly()
            .Field("amountIncludingTax")
            .Kind(FieldKind.Amount)
            .ReadOnly()
            .Important()
            .Field("nonDeductibleTaxPercent");
    }
}
