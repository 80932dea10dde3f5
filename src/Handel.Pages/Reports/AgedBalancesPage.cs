using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Reports;

/// <summary>
/// Aged receivables on any day, held against the control accounts; aged payables are the mirror.
/// </summary>
internal sealed class AgedBalancesPage(MirrorNames names)
    : PageDefinition(names.AgedBalances, PageKind.Worksheet)
{
    private string Question => "agedAsOfDate={asOfDate}&" + names.PartyNumber + "={number}";

    protected override void Describe(PageBuilder page)
    {
        page.From(names.AgedBalances, ApiRoute.Trade)
            .Title("number", "displayName")
            .Action(
                "agedEntries",
                action => action with { Open = new(names.AgedEntries, Question) }
            )
            .Action(
                names.Statement,
                action =>
                    action with
                    {
                        Open = new(
                            names.Statement,
                            names.PartyNumber + "={number}&dateTo={asOfDate}"
                        ),
                    }
            );
        page.Request(
                $"{ReportQuestions.Ageing} and amountsIn eq '{{amountsIn}}'"
                    + $" and {names.PartyNumber} eq '{{{names.PartyNumber}}}'"
            )
            .Aged()
            .Choice("amountsIn", Choices.AmountsIn)
            .Start("LCY")
            .Party(names);
        page.Summary($"aged{names.PartyWord}Totals")
            .AgedColumns()
            .Field("balance")
            .Field("controlBalance")
            .Field("difference");
        page.Columns()
            .Field("number")
            .Important()
            .DrillDown(names.AgedEntries, Question)
            .Field("displayName")
            .Important()
            .Field("currencyCode")
            .Field("balance")
            .Important()
            .DrillDown(names.AgedEntries, Question)
            .AgedColumns();
    }
}
