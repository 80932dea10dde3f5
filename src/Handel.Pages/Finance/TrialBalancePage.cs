using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>Trial balance of a period; every amount leads to its entries.</summary>
internal sealed class TrialBalancePage() : PageDefinition("trialBalance", PageKind.Worksheet)
{
    private const string Entries = "generalLedgerEntries";
    private const string UpToDate = "{entriesFilter}";

    private const string Asked =
        "dateFilter ge {dateFrom} and dateFilter le {dateTo}"
        + " and shortcutDimension1Code eq '{shortcutDimension1Code}'"
        + " and shortcutDimension2Code eq '{shortcutDimension2Code}'";

    protected override void Describe(PageBuilder page)
    {
        page.From("trialBalances", ApiRoute.Trade).Title("number", "display");
        page.Request(Asked).All("dateFrom", "dateTo").Shortcuts(most: 2);
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
