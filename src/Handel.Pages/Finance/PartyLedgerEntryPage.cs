using Handel.Pages.Description;
using Handel.Pages.Mirror;
using Handel.Pages.Trade;

namespace Handel.Pages.Finance;

/// <summary>
/// One customer or vendor entry: what was posted, what may still be changed, and who changed it
/// (ENT-20, AUD-06).
/// </summary>
internal sealed class PartyLedgerEntryPage(MirrorNames names)
    : PageDefinition(names.LedgerEntry, PageKind.Card)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(names.LedgerEntries, ApiRoute.Trade)
            .Title("documentNumber", names.PartyName)
            .Editable(insert: false, delete: false)
            .EditableWhen("open", "true")
            .Settlement(names)
            .FindEntries("documentNumber")
            .RelatedEntries();
        page.Group("general").Entry(names);
        page.Group("settlement")
            .Field("dueDate")
            .Important()
            .All("paymentDiscountDate", "paymentDiscountToleranceDate")
            .Field("originalPaymentDiscountPossible")
            .ReadOnly()
            .All("remainingPaymentDiscountPossible", "maxPaymentTolerance")
            .Field("onHold")
            .EvenReleased()
            .All("appliesToId", "amountToApply")
            .Field("paymentMethodCode", Lookups.Codes("paymentMethods"))
            .Field("messageToRecipient")
            .EvenReleased()
            .Field("promisedPayDate")
            .EvenReleased()
            .Field("disputeStatus")
            .EvenReleased()
            .Field("paymentReference")
            .EvenReleased();
        page.Lines(names.EntryEdits, $"{names.Party}LedgerEntryId")
            .ReadOnly("log", "number desc")
            .Columns()
            .Field("changedDateTime")
            .Important()
            .Field("userId")
            .Important()
            .Choice("field", Choices.EntryField, "changedField")
            .Important()
            .Field("oldValue")
            .Field("newValue")
            .Important();
    }
}

/// <summary>What was posted of an entry, on every page that shows one.</summary>
internal static class PartyEntryFields
{
    public static FieldsBuilder Entry(this FieldsBuilder fields, MirrorNames names) =>
        fields
            .Field("entryNumber")
            .ReadOnly()
            .Choice("documentType", Choices.DocumentType)
            .ReadOnly()
            .Important()
            .Field("documentNumber")
            .ReadOnly()
            .Important()
            .Field("externalDocumentNumber")
            .ReadOnly()
            .Field(names.PartyNumber, Lookups.Parties(names.PartySet, names.Party))
            .ReadOnly()
            .Field(names.PartyName)
            .ReadOnly()
            .Field("postingDate")
            .ReadOnly()
            .Important()
            .Field("description")
            .ReadOnly()
            .Field("currencyCode")
            .ReadOnly()
            .Field("amount")
            .ReadOnly()
            .Important()
            .Field("remainingAmount")
            .ReadOnly()
            .Important()
            .Field("open")
            .ReadOnly()
            .Field("closedAtDate")
            .ReadOnly();
}
