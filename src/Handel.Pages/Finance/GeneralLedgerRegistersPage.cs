using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>
/// Who posted what, when: one row per posting, with the way to its entries in every ledger
/// (AUD-01).
/// </summary>
internal sealed class GeneralLedgerRegistersPage()
    : PageDefinition("generalLedgerRegisters", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("generalLedgerRegisters", ApiRoute.Trade, "number desc")
            .Opens("generalLedgerRegister")
            .Title("number", "userId")
            .Search(everywhere: false, "documentNumber", "userId")
            .FindEntries("documentNumber");
        var columns = page.Columns()
            .Field("number")
            .Kind(FieldKind.Integer)
            .Important()
            .Field("creationDateTime")
            .Important()
            .All("postingDate", "documentNumber", "sourceCode", "userId", "journalBatchName")
            .Field("reversed")
            .Field("debitAmount");
        Entries(columns, ("", "entryCount"), "generalLedgerEntries");
        columns.Important();
        Entries(columns, ("Tax", "taxEntryCount"), "taxEntries");
        foreach (var names in MirrorNames.Both)
        {
            var ledger = names.PartyWord;
            Entries(columns, (ledger, $"{names.Party}EntryCount"), names.LedgerEntries);
            Entries(
                columns,
                ($"{ledger}Detail", $"{names.Party}DetailEntryCount"),
                names.DetailEntries
            );
        }
        Entries(columns, ("Bank", "bankEntryCount"), "bankAccountLedgerEntries");
        Entries(columns, ("Item", "itemEntryCount"), "itemLedgerEntries");
        Entries(columns, ("Value", "valueEntryCount"), "valueEntries");
    }

    private static void Entries(
        FieldsBuilder columns,
        (string Name, string Count) ledger,
        string page
    ) =>
        columns
            .Field(ledger.Count)
            .Kind(FieldKind.Integer)
            .DrillDown(
                page,
                $"entryNumber ge {{from{ledger.Name}EntryNumber}}"
                    + $" and entryNumber le {{to{ledger.Name}EntryNumber}}"
            );
}
