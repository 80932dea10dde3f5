using Handel.Pages.Description;

namespace Handel.Pages.Finance;

/// <summary>Who posted what, when: one row per posting.</summary>
internal sealed class GeneralLedgerRegistersPage()
    : PageDefinition("generalLedgerRegisters", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("generalLedgerRegisters", ApiRoute.Trade, "number desc")
            .Title("number", "userId")
            .Action(
                "ledgerEntries",
                action =>
                    action with
                    {
                        Shortcut = "Ctrl+F7",
                        Open = new(
                            "generalLedgerEntries",
                            "entryNumber ge {fromEntryNumber} and entryNumber le {toEntryNumber}"
                        ),
                    }
            );
        page.Columns()
            .Field("number")
            .Kind(FieldKind.Integer)
            .Important()
            .Field("creationDateTime")
            .Important()
            .All("sourceCode", "userId")
            .Field("fromEntryNumber")
            .Important()
            .Field("toEntryNumber")
            .Important();
    }
}
