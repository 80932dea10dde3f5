using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>Credit memos, drafts and posted ones.</summary>
internal sealed class CreditMemosPage(MirrorNames names)
    : PageDefinition(names.CreditMemos, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.CreditMemos, orderBy: "postingDate desc,number desc")
            .Opens(MirrorNames.CardOf(names.CreditMemos))
            .Title("number", names.PartyName)
            .CanInsert()
            .Search(everywhere: true, "number", names.PartyName, names.PartyNumber)
            .View("all", "")
            .View("drafts", "status eq 'Draft'")
            .View("posted", "status ne 'Draft' and status ne 'In Review'")
            .FindEntries();
        page.Columns()
            .Field("number")
            .Important()
            .Field(names.PartyNumber)
            .Field(names.PartyName)
            .Important()
            .All("postingDate", "invoiceNumber", "currencyCode")
            .Choice("status", Choices.InvoiceStatus)
            .Important()
            .Field("totalAmountExcludingTax")
            .Field("totalAmountIncludingTax")
            .Important();
    }
}
