namespace Handel.Pages.Finance;

/// <summary>Accounting periods and where fiscal years begin (COM-07).</summary>
internal sealed class AccountingPeriodsPage()
    : PageDefinition("accountingPeriods", Description.PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("accountingPeriods", orderBy: "startingDate desc").Title("startingDate", "name");
        page.Columns()
            .Field("startingDate")
            .Important()
            .Field("name")
            .Important()
            .Field("newFiscalYear")
            .Important()
            .All("closed", "dateLocked");
    }
}
