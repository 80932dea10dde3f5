using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>Trial balance of a period; every amount leads to its entries.</summary>
internal sealed class TrialBalancePage() : PageDefinition("trialBalance", PageKind.Worksheet)
{
    private const string Entries = "generalLedgerEntries";
    private const string UpToDate = "accountNumber eq '{number}' and postingDate le {dateFilter}";

    protected override void Describe(PageBuilder page)
    {
        page.From("trialBalances").Title("number", "display");
        page.Request("dateFilter ge {dateFrom} and dateFilter le {dateTo}")
            .All("dateFrom", "dateTo");
        page.Columns()
            .Field("number")
            .Important()
            .Field("display")
            .Important()
            .Choice("accountType", Choices.AccountType)
            .Field("totalDebit")
            .DrillDown(Entries, UpToDate)
            .Field("totalCredit")
            .DrillDown(Entries, UpToDate)
            .Field("balanceAtDateDebit")
            .Important()
            .DrillDown(Entries, UpToDate)
            .Field("balanceAtDateCredit")
            .Important()
            .DrillDown(Entries, UpToDate);
    }
}
