using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>What was corrected of the dimensions of ledger entries, by whom (DIM-13).</summary>
internal sealed class DimensionCorrectionsPage()
    : PageDefinition("dimensionCorrections", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("dimensionCorrections", ApiRoute.Trade, "registerNumber desc")
            .Opens("dimensionCorrection")
            .Title("registerNumber");
        page.Columns()
            .Field("creationDateTime")
            .Important()
            .Field("userId")
            .Important()
            .All("accountNumber", "documentNumber")
            .Field("amount")
            .Important()
            .Field("entryNumber")
            .All("reversalEntryNumber", "newEntryNumber", "registerNumber")
            .Field("undone");
    }
}

/// <summary>One correction; it is taken back as a whole.</summary>
internal sealed class DimensionCorrectionPage()
    : PageDefinition("dimensionCorrection", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("dimensionCorrections", ApiRoute.Trade).Title("registerNumber", "accountNumber");
        page.Group("general")
            .Field("creationDateTime")
            .Important()
            .Field("userId")
            .Important()
            .Field("accountNumber", Lookups.Accounts)
            .All("documentNumber", "amount")
            .Field("entryNumber")
            .DrillDown("generalLedgerEntries", "entryNumber eq {entryNumber}")
            .Field("reversalEntryNumber")
            .Field("newEntryNumber")
            .DrillDown("generalLedgerEntries", "entryNumber eq {newEntryNumber}")
            .All("registerNumber", "undoesRegisterNumber", "undone");
        page.Action(
            "undo",
            action =>
                action with
                {
                    Call = "undo",
                    Dialog = page.Ask("undoCorrection", null, ("undoCorrection", [])),
                    When = new Condition("undone", ["false"]),
                }
        );
    }
}
