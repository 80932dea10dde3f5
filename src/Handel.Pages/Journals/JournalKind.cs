using Handel.Pages.Description;

namespace Handel.Pages.Journals;

/// <summary>What differs between the journals that users know: data, not pages (D10).</summary>
/// <param name="Id">The page of one journal; its list has an s behind it.</param>
/// <param name="Type">The type of its templates, as on the wire.</param>
/// <param name="Columns">Columns that it has beside those of all.</param>
internal sealed record JournalKind(string Id, string Type, Action<FieldsBuilder> Columns)
{
    public string List => $"{Id}s";

    /// <summary>Its lines recur: no balancing account, no posting into the past.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Vendors are paid here: payments are suggested.</summary>
    public bool Pays { get; init; }

    /// <summary>Open documents are ticked as paid.</summary>
    public bool Registers { get; init; }

    public static IReadOnlyList<JournalKind> All { get; } =
    [
        new(
            "generalJournal",
            "General",
            columns =>
                Tax(columns)
                    .Field("currencyCode", Lookups.Codes("currencies"))
                    .Field("reasonCode", Lookups.Codes("reasonCodes", ApiRoute.Trade))
                    .Field("correction")
                    .Field("comment")
        ),
        new(
            "paymentJournal",
            "Payments",
            columns =>
                Applies(columns)
                    .Field("recipientBankAccount")
                    .Field("messageToRecipient")
                    .Field("paymentReference")
                    .Field("paymentMethodCode", Lookups.Codes("paymentMethods"))
                    .Field("exportedToPaymentFile")
                    .ReadOnly()
        )
        {
            Pays = true,
            Registers = true,
        },
        new("cashReceiptJournal", "Cash_x0020_Receipts", columns => Applies(columns))
        {
            Registers = true,
        },
        new(
            "recurringJournal",
            "Recurring",
            columns => Tax(columns).Field("expirationDate").Field("comment")
        )
        {
            IsRecurring = true,
        },
    ];

    private static FieldsBuilder Tax(FieldsBuilder columns) =>
        columns
            .Choice("generalPostingType", JournalChoices.PostingType)
            .Field(
                "taxBusinessPostingGroup",
                Lookups.Codes("taxBusinessPostingGroups", ApiRoute.Trade)
            )
            .Field("taxCode", Lookups.Codes("taxProductPostingGroups", ApiRoute.Trade))
            .Field("taxAmount");

    private static FieldsBuilder Applies(FieldsBuilder columns) =>
        columns
            .Choice("appliesToDocumentType", Choices.DocumentType)
            .Field("appliesToDocumentNumber", Lookups.OpenDocuments)
            .Field("appliesToId")
            .Field("currencyCode", Lookups.Codes("currencies"))
            .Field("dueDate");
}
