using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Finance;

/// <summary>
/// Undo the last application of an entry (UNA-01): what it was applied to, the entries that would
/// arise, then the posting.
/// </summary>
internal sealed class UnapplicationPage(MirrorNames names)
    : PageDefinition(names.Unapplication, PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.LedgerEntries, ApiRoute.Trade).Title("documentNumber", names.PartyName);
        page.Group("general").Entry(names);
        page.Lines(names.AppliedEntries, $"{names.Party}LedgerEntryId")
            .ReadOnly("applications")
            .Columns()
            .Applied(names);
        page.Action(
            "unapply",
            action =>
                action with
                {
                    Call = "unapply",
                    Shortcut = "F9",
                    Primary = true,
                    Dialog = page.AskFor(
                        "unapply",
                        "previewUnapply",
                        fields =>
                            fields
                                .Field("postingDate", caption: "applicationDate")
                                .Field("documentNumber")
                    ),
                }
        );
        page.Apply(names).AppliedEntries(names);
    }
}

/// <summary>The entries that an entry was applied to.</summary>
internal sealed class AppliedEntriesPage(MirrorNames names)
    : PageDefinition(names.AppliedEntries, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.AppliedEntries, ApiRoute.Trade)
            .Title("appliedDocumentNumber")
            .Action(
                "ledgerEntry",
                action => action with { Open = new(names.LedgerEntry, "record:{appliedEntryId}") }
            );
        page.Columns().Applied(names);
    }
}

/// <summary>One application as a row.</summary>
internal static class AppliedFields
{
    public static FieldsBuilder Applied(this FieldsBuilder columns, MirrorNames names) =>
        columns
            .Field("postingDate", caption: "applicationDate")
            .Important()
            .Choice("appliedDocumentType", Choices.DocumentType, "documentType")
            .Field("appliedDocumentNumber")
            .Important()
            .DrillDown(names.LedgerEntry, "record:{appliedEntryId}")
            .Field("appliedAmount")
            .Important()
            .Field("discountAmount", caption: "paymentDiscountAmount")
            .Field("lastApplication")
            .Important()
            .All("unapplied", "toleranceAmount", "roundingAmount", "remainingAmount")
            .All("currencyCode", "externalDocumentNumber")
            .Field("documentNumber", caption: "applicationNumber")
            .Field("registerNumber")
            .DrillDown("generalLedgerRegisters", "number eq {registerNumber}");
}
