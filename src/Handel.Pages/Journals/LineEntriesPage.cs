using Handel.Pages.Description;

namespace Handel.Pages.Journals;

/// <summary>
/// The open entries that a journal line may settle: tick what it pays, all or part of it (JNL-50).
/// </summary>
internal sealed class LineEntriesPage() : PageDefinition(PageId, PageKind.Worksheet)
{
    public const string PageId = "journalLineEntries";

    protected override void Describe(PageBuilder page)
    {
        page.From("journalLines({parentId})/journalLineEntries", ApiRoute.Trade)
            .Title("documentNumber")
            .Editable(insert: false, delete: false)
            .RereadsRows();
        page.Columns()
            .Field("applied", caption: "applies")
            .Important()
            .Field("amountToApply")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .ReadOnly()
            .Field("documentNumber")
            .ReadOnly()
            .Field("externalDocumentNumber")
            .ReadOnly()
            .Field("dueDate")
            .ReadOnly()
            .Field("remainingAmount")
            .ReadOnly()
            .Field("currencyCode")
            .ReadOnly()
            .Field("paymentDiscountDate")
            .ReadOnly()
            .Field("discountAmount", caption: "possibleDiscountAmount")
            .ReadOnly()
            .Field("postingDate")
            .ReadOnly()
            .Field("description")
            .ReadOnly()
            .Field("onHold")
            .ReadOnly()
            .Field("appliesToId")
            .ReadOnly();
    }
}
