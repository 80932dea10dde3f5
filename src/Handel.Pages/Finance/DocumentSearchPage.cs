using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Finance;

/// <summary>
/// Which document was paid: by part of its number, by its amount, or both. A row leads to the
/// document, posted or not (PRG-07).
/// </summary>
internal sealed class DocumentSearchPage() : PageDefinition("documentSearch", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("documentSearchResults", ApiRoute.Trade).Title("tableName");
        page.Request(
                "documentNumber eq '{documentNumber}' and searchAmount eq {searchAmount}"
                    + " and tolerancePercent eq {tolerancePercent}"
            )
            .Field("documentNumber", caption: "partOfDocumentNumber")
            .All("searchAmount", "tolerancePercent");
        page.Columns()
            .SetName("tableName", [.. MirrorNames.Both.SelectMany(Sets)])
            .Field("foundNumber", caption: "documentNumber")
            .Important()
            .DrillDown("{entitySet}", "{filter}")
            .Single()
            .Field("displayName")
            .Important()
            .Field("amount")
            .Important()
            .All("currencyCode", "postingDate", "posted", "partyNumber");
    }

    private static IEnumerable<string> Sets(MirrorNames names) =>
        [names.Orders, names.Invoices, names.CreditMemos, names.LedgerEntries];
}
