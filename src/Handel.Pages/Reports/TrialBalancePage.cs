using Handel.Pages.Description;

namespace Handel.Pages.Reports;

/// <summary>Trial balance of a period; every amount leads to its entries.</summary>
internal sealed class TrialBalancePage() : PageDefinition("trialBalance", PageKind.Worksheet)
{
    private const string Entries = "generalLedgerEntries";

    protected override void Describe(PageBuilder page)
    {
        page.From("accountBalances", ApiRoute.Trade)
            .Opens("account")
            .Title("number", "displayName")
            .StrongWhen("accountType", "Heading", "Total", "Begin_x002D_Total", "End_x002D_Total")
            .BareWhen("accountType", "Heading", "Begin_x002D_Total")
            .AccountEntries();
        page.Request($"{ReportQuestions.DateFilter} and {ReportQuestions.ByDimension}")
            .Period()
            .Dimensions();
        page.Summary("accountBalanceTotals").All("debitAmount", "creditAmount").Field("difference");
        page.Columns()
            .Field("number")
            .Important()
            .Field("displayName")
            .Important()
            .IndentBy("indentation")
            .Field("openingBalance")
            .DrillDown(Entries, "{openingEntries}")
            .Field("debitAmount")
            .DrillDown(Entries, "{periodEntries}")
            .Field("creditAmount")
            .DrillDown(Entries, "{periodEntries}")
            .Field("netChange")
            .DrillDown(Entries, "{periodEntries}")
            .Field("closingBalance")
            .Important()
            .DrillDown(Entries, "{closingEntries}");
    }
}
