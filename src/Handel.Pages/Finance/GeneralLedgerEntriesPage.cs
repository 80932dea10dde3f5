using Handel.Pages.Description;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

internal sealed class GeneralLedgerEntriesPage()
    : PageDefinition("generalLedgerEntries", PageKind.List)
{
    private const string ByDimension =
        "shortcutDimension1Code eq '{shortcutDimension1Code}'"
        + " and shortcutDimension2Code eq '{shortcutDimension2Code}'"
        + " and dimensionCode eq '{dimensionCode}'"
        + " and dimensionValueCode eq '{dimensionValueCode}'";

    protected override void Describe(PageBuilder page)
    {
        page.From("generalLedgerEntries", ApiRoute.Trade, "entryNumber desc")
            .Opens("generalLedgerEntry")
            .Title("entryNumber", "description")
            .Search(everywhere: false, "documentNumber", "accountNumber", "description")
            .FindEntries("documentNumber");
        page.Request(ByDimension)
            .Shortcuts(most: 2)
            .Field("dimensionCode", Lookups.Dimensions)
            .Field("dimensionValueCode", Lookups.ValuesOf("dimensionCode"));
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .Field("accountNumber", Lookups.Accounts)
            .Important()
            .Field("description")
            .Field("debitAmount")
            .Important()
            .Field("creditAmount")
            .Important()
            .Shortcuts()
            .Field("entryNumber");
    }
}
