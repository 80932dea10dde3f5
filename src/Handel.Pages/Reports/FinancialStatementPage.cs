using Handel.Pages.Description;

namespace Handel.Pages.Reports;

/// <summary>
/// An account schedule worked out for a period, beside another period and the year so far. The
/// balance sheet and the income statement are the same page with another schedule to start with.
/// </summary>
internal sealed class FinancialStatementPage(string id, string schedule)
    : PageDefinition(id, PageKind.Worksheet)
{
    private const string Entries = "generalLedgerEntries";

    protected override void Describe(PageBuilder page)
    {
        page.From("accountScheduleFigures", ApiRoute.Trade)
            .Title("rowCode", "description")
            .StrongWhen("rowType", "Heading", "Formula")
            .BareWhen("rowType", "Heading", "Spacer");
        page.Request(
                "scheduleCode eq '{scheduleCode}' and "
                    + ReportQuestions.DateFilter
                    + " and comparison eq '{comparison}'"
            )
            .Field("scheduleCode", Lookups.Codes("accountSchedules", ApiRoute.Trade))
            .Mandatory()
            .Start(schedule)
            .Period()
            .Field("comparison")
            .Start("-1Y");
        // It has no figures of its own: it says which days the columns are.
        page.Summary("accountScheduleColumns");
        page.Columns()
            .Field("description")
            .Important()
            .IndentBy("indentation")
            .Field("amount")
            .Important()
            .CaptionFrom("periodLabel")
            .DrillDown(Entries, "{periodEntries}")
            .Field("comparedAmount")
            .CaptionFrom("comparedLabel")
            .DrillDown(Entries, "{comparedEntries}")
            .Field("yearToDateAmount")
            .DrillDown(Entries, "{yearToDateEntries}")
            .Field("rowCode");
    }
}
