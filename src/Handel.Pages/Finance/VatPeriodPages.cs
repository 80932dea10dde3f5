using Handel.Pages.Description;
using Handel.Pages.Setup;
using Action = Handel.Pages.Description.Action;

namespace Handel.Pages.Finance;

/// <summary>Return periods with their status: what is declared, and what still waits.</summary>
internal sealed class TaxReturnPeriodsPage() : PageDefinition("taxReturnPeriods", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("taxReturnPeriods", ApiRoute.Trade, "startDate desc")
            .Opens("taxReturnPeriod")
            .Title("description")
            .CanInsert()
            .View("all", "")
            .View("notClosed", "status ne 'Closed'");
        page.Columns()
            .Field("description")
            .Important()
            .Field("startDate")
            .Important()
            .Field("endDate")
            .Important()
            .Field("dueDate", caption: "returnDueDate")
            .Choice("status", Choices.TaxPeriodStatus)
            .Important()
            .Field("openEntries", caption: "openTaxEntries")
            .Kind(FieldKind.Integer)
            .Field("statementName", caption: "taxStatement")
            .Field("settlementDocumentNumber");
    }
}

/// <summary>
/// One return period: its statement, its settlement, and the way from open to closed (VDT-05,
/// VST-05).
/// </summary>
internal sealed class TaxReturnPeriodPage() : PageDefinition("taxReturnPeriod", PageKind.Card)
{
    private const string Span = "dateFrom={startDate}&dateTo={endDate}";
    private static readonly string[] NotClosed = ["Open", "Released"];

    protected override void Describe(PageBuilder page)
    {
        page.From("taxReturnPeriods", ApiRoute.Trade)
            .Title("description")
            .Editable()
            .EditableWhen("status", NotClosed)
            .FactBox(TieOut);
        page.Group("general")
            .Field("startDate")
            .Important()
            .Mandatory()
            .Field("endDate")
            .Important()
            .Mandatory()
            .Field("description")
            .Field("dueDate", caption: "returnDueDate")
            .Choice("status", Choices.TaxPeriodStatus)
            .ReadOnly()
            .Important()
            .Field("statementName", VatPages.Statements, "taxStatement")
            .Field("openEntries", caption: "openTaxEntries")
            .Kind(FieldKind.Integer)
            .ReadOnly()
            .DrillDown(
                "taxEntries",
                "closed eq false and taxReportingDate ge {startDate}"
                    + " and taxReportingDate le {endDate}"
            );
        page.Group("settlement")
            .Field("settlementAccount", Lookups.PostingAccounts)
            .Field("settlementPostingDate")
            .Field("settlementDocumentNumber")
            .DrillDown("generalLedgerEntries", "documentNumber eq '{settlementDocumentNumber}'");
        Steps(page);
        Ways(page);
    }

    private static void Steps(PageBuilder page)
    {
        page.Action(
            "settleTax",
            action =>
                action with
                {
                    Call = "postSettlement",
                    Shortcut = "F9",
                    Primary = true,
                    Dialog = page.Ask("settleTax", "previewSettlement", ("settleTax", [])),
                    When = new Condition("status", NotClosed),
                }
        );
        Step(page, "release", ("release", "Ctrl+F9"), "Open");
        Step(page, "reopen", ("reopen", "Ctrl+Shift+F9"), "Released");
        page.Action(
            "closePeriod",
            action =>
                action with
                {
                    Call = "close",
                    Dialog = page.Ask("closePeriod", null, ("closePeriod", [])),
                    When = new Condition("status", NotClosed),
                }
        );
        page.Action("createNext", action => action with { Call = "createNext" });
    }

    private static void Step(
        PageBuilder page,
        string id,
        (string Call, string Keys) what,
        string status
    ) =>
        page.Action(
            id,
            action =>
                action with
                {
                    Call = what.Call,
                    Shortcut = what.Keys,
                    When = new Condition("status", [status]),
                }
        );

    private static void Ways(PageBuilder page)
    {
        Way(page, "taxReturnBoxes", $"statementName={{statementName}}&{Span}");
        Way(page, "taxStatementResults", $"statementName={{statementName}}&{Span}");
        Way(page, "euSalesListLines", Span);
        Way(page, "taxReconciliations", Span);
        page.Action("statementFile", action => action with { File = "statementContent" })
            .Action("euSalesFile", action => action with { File = "euSalesListContent" });
    }

    private static void Way(PageBuilder page, string to, string answers) =>
        page.Action(to, action => action with { Open = new(to, answers) });

    /// <summary>The EU sales list beside the box that it must equal (ICP-03).</summary>
    private static FactBoxDefinition TieOut { get; } =
        new(
            "euSalesTieOut",
            new Source(ApiRoute.Trade, "euSalesTieOuts"),
            "id eq {id}",
            fields =>
                fields
                    .All("goodsAmount", "servicesAmount", "triangularAmount", "listAmount")
                    .All("boxAmount", "differenceAmount")
        );
}
