using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Setup;

namespace Handel.Pages.Parties;

/// <summary>The card of a customer; that of a vendor is its mirror.</summary>
internal sealed class PartyPage(MirrorNames names) : PageDefinition(names.Party, PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        // The API v2.0 lacks the code of the invoice discount terms.
        page.From(names.PartySet, ApiRoute.Trade).Title("number", "displayName").Editable();
        General(page.Group("general"));
        page.Group("address")
            .All("addressLine1", "addressLine2", "postalCode", "city")
            .Field("country", Lookups.Codes("countriesRegions"))
            .All("phoneNumber", "email", "website");
        var payment = page.Group("payment")
            .Field("currencyCode", Lookups.Codes("currencies"))
            .Field("paymentTermsId", Lookups.ById("paymentTerms"), "paymentTerms")
            .Field("paymentMethodId", Lookups.ById("paymentMethods"), "paymentMethod")
            .Field("invoiceDiscountCode")
            .Field("taxRegistrationNumber")
            .Field("iban")
            .Kind(FieldKind.Code)
            .Field("bic")
            .Kind(FieldKind.Code)
            .All([.. names.PartyExtras]);
        foreach (var (field, set, caption) in names.PartyTerms)
            payment.Field(field, Lookups.ById(set), caption);
        PostingGroups(page.Group("postingGroups"));
        page.FactBox(FactBoxes.Statistics(names)).FactBox(FactBoxes.NumberChecks);
        NewDocument(page, "newOrder", names.Orders, "Alt+O");
        NewDocument(page, "newInvoice", names.Invoices, "Alt+I");
        page.Action(
            "invoiceDiscounts",
            action =>
                action with
                {
                    Open = new(names.InvoiceDiscounts, "code eq '{invoiceDiscountCode}'"),
                }
        );
        Entries(page);
        Ways(page);
    }

    private void Ways(PageBuilder page)
    {
        page.DefaultDimensions(names.PartySet);
        Reports(page);
    }

    private void Reports(PageBuilder page) =>
        page.Action(
                names.Statement,
                action =>
                    action with
                    {
                        Open = new(names.Statement, names.PartyNumber + "={number}"),
                    }
            )
            .Action(
                "agedEntries",
                action =>
                    action with
                    {
                        Open = new(names.AgedEntries, names.PartyNumber + "={number}"),
                    }
            );

    /// <summary>All entries, and those that are open to be applied.</summary>
    private void Entries(PageBuilder page)
    {
        page.Action(
            "ledgerEntries",
            action =>
                action with
                {
                    Shortcut = "Ctrl+F7",
                    Open = new(names.LedgerEntries, $"{names.PartyNumber} eq '{{number}}'"),
                }
        );
        page.Action(
            "applyEntries",
            action =>
                action with
                {
                    Open = new(
                        names.LedgerEntries,
                        $"{names.PartyNumber} eq '{{number}}' and open eq true"
                    ),
                }
        );
    }

    private void PostingGroups(FieldsBuilder groups) =>
        groups
            .Field(
                "generalBusinessPostingGroup",
                Lookups.Codes("generalBusinessPostingGroups", ApiRoute.Trade)
            )
            .Ask("updateTaxGroup")
            .Field(
                "taxBusinessPostingGroup",
                Lookups.Codes("taxBusinessPostingGroups", ApiRoute.Trade)
            )
            .Field(names.PostingGroup, Lookups.Codes(names.PostingGroups, ApiRoute.Trade))
            .Field("allowMultiplePostingGroups");

    private void General(FieldsBuilder general)
    {
        general.Field("number").Important().Field("displayName").Important().Mandatory();
        if (names.PartyHasType)
            general.Choice("type", Choices.ContactType);
        general
            .Choice("blocked", names.Blocked)
            .Field(names.BalanceField)
            .ReadOnly()
            .Important()
            .DrillDown(
                names.LedgerEntries,
                $"{names.PartyNumber} eq '{{number}}' and open eq true"
            );
    }

    private void NewDocument(PageBuilder page, string id, string set, string shortcut) =>
        page.Action(
            id,
            action =>
                action with
                {
                    Shortcut = shortcut,
                    Open = new(MirrorNames.CardOf(set), $"new:{names.PartyNumber}={{number}}"),
                }
        );
}
