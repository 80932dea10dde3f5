using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Setup;

/// <summary>What the company decided about selling, or buying: the one row of its setup.</summary>
internal sealed class TradeSetupPage(MirrorNames names)
    : PageDefinition(names.Setup, PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Setup, ApiRoute.Trade).Editable(insert: false, delete: false);
        page.Columns()
            .Choice("discountPosting", Choices.DiscountPosting)
            .Important()
            .Field("calculateInvoiceDiscount")
            .Important()
            .Field("calculateInvoiceDiscountPerTaxIdentifier")
            .All("invoiceRounding", "externalDocumentNumberMandatory")
            .All($"{names.Movement}OnInvoice", $"{names.ReturnMovement}OnCreditMemo")
            .All("exactCostReversingMandatory", "linkDocumentDateToPostingDate")
            .All("copyLineDescriptionToEntry", "allowMultiplePostingGroups")
            .Choice("postingGroupCheck", Choices.PostingGroupCheck);
    }
}
