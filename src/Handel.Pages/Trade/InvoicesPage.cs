using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Trade;

/// <summary>Invoices: drafts and posted ones in one list, told apart by views.</summary>
internal sealed class InvoicesPage(MirrorNames names)
    : PageDefinition(names.Invoices, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.Invoices, orderBy: "postingDate desc,number desc")
            .Opens(MirrorNames.CardOf(names.Invoices))
            .Title("number", names.PartyName)
            .CanInsert()
            .Search(everywhere: true, "number", names.PartyName, names.PartyNumber)
            .View("all", "")
            .View("drafts", "status eq 'Draft'")
            .View("posted", "status ne 'Draft' and status ne 'In Review'")
            .View("unpaid", "status eq 'Open'")
            .FindEntries();
        page.Columns()
            .Field("number")
            .Important()
            .Field(names.PartyNumber)
            .Field(names.PartyName)
            .Important()
            .All("postingDate", "dueDate", names.ExternalInvoiceNumber, "currencyCode")
            .Choice("status", Choices.InvoiceStatus)
            .Important()
            .Field("totalAmountExcludingTax")
            .Field("totalAmountIncludingTax")
            .Important();
    }
}
