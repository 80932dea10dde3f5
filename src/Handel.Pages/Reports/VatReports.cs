using Handel.Pages.Description;
using Handel.Pages.Setup;

namespace Handel.Pages.Reports;

/// <summary>What VAT returns are made of, for any span of VAT dates (VST, ICP, INV-13).</summary>
internal static class VatReports
{
    public const string Entries = "taxEntries";
    public const string Dates = "taxReportingDate ge {dateFrom} and taxReportingDate le {dateTo}";

    public static IReadOnlyList<PageDefinition> All =>
        [
            new TaxStatementResultsPage(),
            new TaxReturnBoxesPage(),
            new EuSalesListPage(),
            new TaxReconciliationPage(),
            new TaxIdentifiersPage(),
        ];

    /// <summary>Which statement, for which days.</summary>
    public static FieldsBuilder Statement(this FieldsBuilder fields) =>
        fields.Field("statementName", VatPages.Statements, "taxStatement").Period();
}

/// <summary>A VAT statement worked out for a period; every amount leads to its entries.</summary>
internal sealed class TaxStatementResultsPage()
    : PageDefinition("taxStatementResults", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxStatementResults", ApiRoute.Trade)
            .Title("rowNumber", "description")
            .StrongWhen("type", "Row_x0020_Totaling", "Description")
            .BareWhen("type", "Description");
        page.Request(
                $"statementName eq '{{statementName}}' and {VatReports.Dates}"
                    + " and selection eq '{selection}'"
                    + " and periodSelection eq '{periodSelection}'"
            )
            .Statement()
            .Choice("selection", Choices.TaxSelection, "taxSelection")
            .Start("OpenAndClosed")
            .Choice("periodSelection", Choices.TaxReach, "taxReach")
            .Start("WithinPeriod");
        page.Columns()
            .Field("rowNumber")
            .Kind(FieldKind.Code)
            .Field("boxNumber")
            .Kind(FieldKind.Code)
            .Important()
            .Field("description")
            .Important()
            .Field("amount")
            .Important()
            .DrillDown(VatReports.Entries, "{filter}")
            .Field("declaredAmount")
            .Important()
            .Choice("type", Choices.TaxStatementLineType, "taxStatementLineType");
    }
}

/// <summary>The VAT return as its form: turnover and VAT beside each other (VST-04).</summary>
internal sealed class TaxReturnBoxesPage() : PageDefinition("taxReturnBoxes", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxReturnBoxes", ApiRoute.Trade)
            .Title("boxNumber", "description")
            .StrongWhen("heading", "true")
            .BareWhen("heading", "true");
        page.Request($"statementName eq '{{statementName}}' and {VatReports.Dates}").Statement();
        page.Columns()
            .Field("boxNumber")
            .Kind(FieldKind.Code)
            .Important()
            .Field("description")
            .Important()
            .Field("declaredTurnoverAmount")
            .Important()
            .DrillDown(VatReports.Entries, "{turnoverEntries}")
            .Field("declaredTaxAmount")
            .Important()
            .DrillDown(VatReports.Entries, "{taxAmountEntries}")
            .Field("turnoverAmount")
            .DrillDown(VatReports.Entries, "{turnoverEntries}")
            .Field("taxAmount")
            .DrillDown(VatReports.Entries, "{taxAmountEntries}");
    }
}

/// <summary>Supplies to other countries of the union, per customer (ICP-01, ICP-02).</summary>
internal sealed class EuSalesListPage() : PageDefinition("euSalesListLines", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("euSalesListLines", ApiRoute.Trade).Title("countryCode", "taxRegistrationNumber");
        page.Request(VatReports.Dates).Period();
        page.Columns()
            .Field("countryCode")
            .Important()
            .Field("taxRegistrationNumber")
            .Important()
            .Choice("supplyType", Choices.EuSupply)
            .Important()
            .Field("amount", caption: "suppliedAmount")
            .Important()
            .DrillDown(VatReports.Entries, "{filter}")
            .Field("declaredAmount")
            .Important();
    }
}

/// <summary>VAT accounts of the ledger against the VAT entries on them (INV-13).</summary>
internal sealed class TaxReconciliationPage()
    : PageDefinition("taxReconciliations", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxReconciliations", ApiRoute.Trade)
            .Title("accountNumber", "accountName")
            .Action(
                "accountEntries",
                action =>
                    action with
                    {
                        Shortcut = "Ctrl+F7",
                        Open = new(
                            "accountEntries",
                            "accountNumber={accountNumber}&dateFrom={dateFrom}&dateTo={dateTo}"
                        ),
                    }
            );
        page.Request(VatReports.Dates).Period();
        page.Columns()
            .Field("accountNumber")
            .Important()
            .Field("accountName")
            .Important()
            .Field("ledgerAmount")
            .Important()
            .Field("taxEntryAmount")
            .Important()
            .Field("differenceAmount")
            .Important();
    }
}

/// <summary>VAT identifiers: the rate of today, and the one that follows (VPS-01).</summary>
internal sealed class TaxIdentifiersPage() : PageDefinition("taxIdentifiers", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxIdentifiers", ApiRoute.Trade, "taxBusinessPostingGroup,taxIdentifier")
            .Title("taxBusinessPostingGroup", "taxIdentifier")
            .Action(
                "taxRates",
                action =>
                    action with
                    {
                        Open = new(
                            "taxRates",
                            "taxBusinessPostingGroup eq '{taxBusinessPostingGroup}'"
                                + " and taxIdentifier eq '{taxIdentifier}'"
                        ),
                    }
            );
        page.Columns()
            .Field("taxBusinessPostingGroup")
            .Important()
            .Field("taxIdentifier")
            .Important()
            .Field("taxPercent")
            .Important()
            .Field("nextStartingDate")
            .Field("nextTaxPercent")
            .Field("taxProductPostingGroups");
    }
}
