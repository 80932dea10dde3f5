using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>The amounts of customer ledger entries; those of vendors are their mirror.</summary>
internal sealed class DetailedEntriesPage(MirrorNames names)
    : PageDefinition(names.DetailEntries, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        var entry = $"{names.Party}LedgerEntryNumber";
        page.From(names.DetailEntries, ApiRoute.Trade, "entryNumber desc")
            .Title("entryNumber", "documentNumber")
            .Search(everywhere: false, "documentNumber", names.PartyNumber)
            .FindEntries("documentNumber");
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("entryType", Choices.PartyDetailType, "detailType")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Field(names.PartyNumber, Lookups.Parties(names.PartySet, names.Party))
            .Field("currencyCode")
            .Field("amount")
            .Important()
            .All("amountLCY", "unapplied")
            .Field(entry, caption: "ledgerEntryNumber")
            .Kind(FieldKind.Integer)
            .DrillDown(names.LedgerEntries, $"entryNumber eq {{{entry}}}")
            .Field("entryNumber");
    }
}
