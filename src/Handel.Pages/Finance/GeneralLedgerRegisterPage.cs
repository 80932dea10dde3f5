using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>One posting: its entries, and the way to undo it (AUD-01, REV-01).</summary>
internal sealed class GeneralLedgerRegisterPage()
    : PageDefinition("generalLedgerRegister", PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("generalLedgerRegisters", ApiRoute.Trade).Title("number", "documentNumber");
        page.Action(
            "ledgerEntries",
            action =>
                action with
                {
                    Shortcut = "Ctrl+F7",
                    Primary = true,
                    Open = new("generalLedgerEntries", "registerNumber eq {number}"),
                }
        );
        page.Reverse("reverse").FindEntries("documentNumber");
        page.Group("general")
            .Field("number")
            .Kind(FieldKind.Integer)
            .Important()
            .Field("creationDateTime")
            .Important()
            .Field("postingDate")
            .Field("documentNumber")
            .Important()
            .All("sourceCode", "userId")
            .Field("journalBatchName")
            .Field("debitAmount")
            .Important()
            .Field("entryCount")
            .Kind(FieldKind.Integer)
            .DrillDown("generalLedgerEntries", "registerNumber eq {number}")
            .Field("reversed")
            .Field("reversedByNumber")
            .DrillDown("generalLedgerRegisters", "number eq {reversedByNumber}")
            .Single()
            .Field("reversesNumber")
            .DrillDown("generalLedgerRegisters", "number eq {reversesNumber}")
            .Single();
    }
}

/// <summary>Undoing what a journal posted, from wherever it is looked at (REV-01).</summary>
internal static class ReverseAction
{
    public static PageBuilder Reverse(this PageBuilder page, string call) =>
        page.Action(
            "reverse",
            action =>
                action with
                {
                    Call = call,
                    Shortcut = "Ctrl+Alt+R",
                    Dialog = page.AskFor(
                        "reverse",
                        $"preview{char.ToUpperInvariant(call[0])}{call[1..]}",
                        fields => fields.All("postingDate", "description"),
                        ("reverseTransaction", []),
                        ("reverseJournal", ["wholeJournal"])
                    ),
                    When = new Condition("reversed", ["false"]),
                }
        );
}
