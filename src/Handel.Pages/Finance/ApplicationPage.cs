using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Finance;

/// <summary>
/// Apply an entry to open entries of the same party (APP-04..06): mark them, see at once what comes
/// of it, post. The client asks the preview after every change.
/// </summary>
internal sealed class ApplicationPage(MirrorNames names)
    : PageDefinition(names.Application, PageKind.Application)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.LedgerEntries, ApiRoute.Trade).Title("documentNumber", names.PartyName);
        page.Group("general")
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Field("postingDate")
            .Field("currencyCode")
            .Field("remainingAmount")
            .Important();
        page.Request("")
            .Field("postingDate", caption: "applicationDate")
            .Field("documentNumber")
            .Field("appliesToId")
            .Choice("acceptTolerance", Choices.Acceptance)
            .Start("company")
            .Choice("acceptLateDiscount", Choices.Acceptance)
            .Start("company");
        Candidates(page.Lines(names.Candidates, "applyingEntryNumber").ReadOnly("candidates"));
        page.Action(
                "apply",
                action => action with { Call = "apply", Shortcut = "F9", Primary = true }
            )
            .Action("previewApply", action => action with { Call = "previewApply" })
            .Action("oldestFirst", action => action with { Shortcut = "Alt+O" })
            .Action("markEntries", action => action with { Shortcut = "Alt+M" });
    }

    private static void Candidates(LinesBuilder lines)
    {
        lines
            .Columns()
            .All("applies", "amountToApply")
            .Choice("documentType", Choices.DocumentType)
            .All("documentNumber", "dueDate", "remainingAmount", "paymentDiscountDate")
            .Field("discountAmount", caption: "possibleDiscountAmount")
            .Field("maxPaymentTolerance")
            .Choice("acceptTolerance", Choices.Acceptance)
            .Choice("acceptLateDiscount", Choices.Acceptance)
            .All("currencyCode", "postingDate")
            .All("externalDocumentNumber", "onHold", "appliesToId");
        lines
            .Totals()
            .Field("appliedAmount")
            .Field("discountAmount", caption: "paymentDiscountAmount")
            .Field("toleranceAmount")
            .Field("roundingAmount")
            .Field("remainingAmount")
            .Important();
    }
}
