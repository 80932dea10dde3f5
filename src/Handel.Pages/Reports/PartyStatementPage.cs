using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Trade;

namespace Handel.Pages.Reports;

/// <summary>
/// The account of a customer over a period, per currency, with what is overdue (STM-01); that of a
/// vendor is its mirror.
/// </summary>
internal sealed class PartyStatementPage(MirrorNames names)
    : PageDefinition(names.Statement, PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From($"{names.Party}StatementLines", ApiRoute.Trade)
            .Title("documentNumber", "description")
            .StrongWhen("lineType", "OpeningBalance", "ClosingBalance")
            .FindEntries("documentNumber");
        page.Request(
                $"{names.PartyNumber} eq '{{{names.PartyNumber}}}' and {ReportQuestions.DateFilter}"
                    + " and periodLength eq '{periodLength}'"
            )
            .Party(names)
            .Mandatory()
            .Period()
            .Field("periodLength")
            .Start("30D");
        page.Summary($"{names.Party}StatementBalances")
            .All("currencyCode", "openingBalance", "closingBalance", "overdueAmount")
            .AgedColumns();
        page.Columns()
            .Choice("lineType", Choices.StatementLineType, "statementLineType")
            .Important()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .DrillDown(names.LedgerEntries, "documentNumber eq '{documentNumber}'")
            .Field("description")
            .Choice("detailType", Choices.PartyDetailType)
            .All("dueDate", "currencyCode")
            .Field("amount")
            .Important()
            .All("appliedAmount", "remainingAmount")
            .Field("balance")
            .Important();
    }
}
