using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>What customers owe; what we owe vendors is its mirror.</summary>
internal sealed class PartyLedgerEntriesPage(MirrorNames names)
    : PageDefinition(names.LedgerEntries, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.LedgerEntries, ApiRoute.Trade, "entryNumber desc")
            .Opens(names.LedgerEntry)
            .Title("entryNumber", "description")
            .Search(everywhere: false, "documentNumber", names.PartyNumber, "description")
            .View("all", "")
            .View("open", "open eq true")
            .Settlement(names)
            .FindEntries("documentNumber")
            .RelatedEntries()
            .Action(
                "detailedEntries",
                action =>
                    action with
                    {
                        Open = new(
                            names.DetailEntries,
                            $"{names.Party}LedgerEntryNumber eq {{entryNumber}}"
                        ),
                    }
            );
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .LeadsToDocument()
            .Field(names.PartyNumber, Lookups.Parties(names.PartySet, names.Party))
            .Field("description")
            .All("currencyCode", "amount")
            .Field("remainingAmount")
            .Important()
            .All("amountLCY", "remainingAmountLCY", "dueDate", "externalDocumentNumber")
            .Field("open")
            .Field("registerNumber")
            .DrillDown("generalLedgerRegisters", "number eq {registerNumber}")
            .Field("entryNumber");
    }
}
