using Handel.Pages.Description;

namespace Handel.Pages.Journals;

/// <summary>
/// Open documents below a journal of receipts or payments: ticked as paid, and posted one by one or
/// as one payment (PRG).
/// </summary>
internal sealed class PaymentRegistrationPage(JournalKind kind)
    : PageDefinition(IdOf(kind), PageKind.Document)
{
    public static string IdOf(JournalKind kind) =>
        kind.Pays ? "registerPayments" : "registerReceipts";

    protected override void Describe(PageBuilder page)
    {
        // The journal itself is set up on its own page: only what is ticked changes here.
        page.From("journals", ApiRoute.Trade)
            .Title("code", "displayName")
            .Editable(insert: false, delete: false)
            .EditableWhen("templateType", "");
        Post(page);
        page.Group("general")
            .Field("code", caption: "journalBatch")
            .Important()
            .Choice("balancingAccountType", JournalChoices.OwnAccountType)
            .Field("balancingAccountNumber", caption: "balancingAccount")
            .Field("numberSeries")
            .Field("lineCount");
        var lines = page.Lines("paymentRegistrationLines", "journalId")
            .Called("openDocuments")
            .OrderedBy("dueDate");
        lines
            .Columns()
            .Field("paymentMade")
            .EvenReleased()
            .Field("accountNumber")
            .Field("accountName", caption: "displayName")
            .Choice("documentType", Choices.DocumentType)
            .All("documentNumber", "dueDate", "remainingAmount")
            .Field("paymentDate")
            .EvenReleased()
            .Field("paymentAmount", caption: "amountPaid")
            .EvenReleased()
            .Choice("warning", JournalChoices.RegistrationWarning)
            .Field("paymentDiscountDate")
            .EvenReleased()
            .All("remainingAfterDiscountAmount", "currencyCode")
            .Field("externalDocumentNumber")
            .EvenReleased();
    }

    private void Post(PageBuilder page)
    {
        page.Action(
            "postPayments",
            action =>
                action with
                {
                    Call = "post",
                    Shortcut = "F9",
                    Primary = true,
                    Dialog = page.Ask("postPayments", "previewPost", ("postPayments", [])),
                }
        );
        page.Action(
            "postLumpPayment",
            action =>
                action with
                {
                    Call = "postLumpPayment",
                    Shortcut = "Shift+F9",
                    Dialog = page.Ask(
                        "postLumpPayment",
                        "previewLumpPayment",
                        ("postLumpPayment", [])
                    ),
                }
        );
        page.Action(
            "documentSearch",
            action => action with { Shortcut = "Ctrl+Alt+F", Open = new("documentSearch", "") }
        );
        page.Action("openJournal", action => action with { Open = new(kind.Id, "record:{id}") });
    }
}
