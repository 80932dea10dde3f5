using Handel.Pages.Description;

namespace Handel.Pages.Reports;

/// <summary>VAT by period: base and amount per rate, each with its entries behind it.</summary>
internal sealed class TaxByPeriodPage() : PageDefinition("taxByPeriod", PageKind.Worksheet)
{
    private const string Entries =
        "taxBusinessPostingGroup eq '{taxBusinessPostingGroup}'"
        + " and taxProductPostingGroup eq '{taxProductPostingGroup}'"
        + " and taxReportingDate ge {dateFrom} and taxReportingDate le {dateTo}"
        + " and type eq '{type}'";

    protected override void Describe(PageBuilder page)
    {
        page.From("taxEntryTotals", ApiRoute.Trade).Title("type", "taxProductPostingGroup");
        page.Request(ReportQuestions.DateFilter).Period();
        page.Summary("taxPeriodTotals")
            .Choice("type", Choices.TaxEntryType)
            .Field("base", caption: "taxBase")
            .Field("amount", caption: "taxAmount")
            .Field("count");
        page.Columns()
            .Choice("type", Choices.TaxEntryType)
            .Important()
            .All("taxBusinessPostingGroup", "taxProductPostingGroup", "taxPercent")
            .Choice("calculationType", Choices.TaxCalculation)
            .Field("base", caption: "taxBase")
            .Important()
            .DrillDown("taxEntries", Entries)
            .Field("amount", caption: "taxAmount")
            .Important()
            .DrillDown("taxEntries", Entries)
            .Field("count");
    }
}
