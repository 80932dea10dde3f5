using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Reports;

/// <summary>Customers by their figures in a period; vendors are the mirror (BAL-02).</summary>
internal sealed class PartyStatisticsPage(MirrorNames names)
    : PageDefinition(names.Statistics, PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Statistics, ApiRoute.Trade, "number")
            .Opens(names.Party)
            .Title("number", "displayName");
        page.Request($"{ReportQuestions.DateFilter} and number eq '{{{names.PartyNumber}}}'")
            .Period()
            .Party(names);
        page.Columns()
            .Field("number")
            .Important()
            .Field("displayName")
            .Important()
            .Field("balance")
            .Important()
            .DrillDown(
                names.LedgerEntries,
                $"{names.PartyNumber} eq '{{number}}' and open eq true"
            );
        Figures(page.Columns());
    }

    /// <summary>What is told of a party besides its balance.</summary>
    public static FieldsBuilder Figures(FieldsBuilder fields) =>
        fields
            .Field("balanceDue")
            .Field("overdueEntryCount")
            .Kind(FieldKind.Integer)
            .Field("oldestDueDate")
            .All("turnoverAmount", "paymentAmount")
            .Field("averageCollectionDays")
            .Kind(FieldKind.Quantity);
}
