using Handel.Pages.Description;
using Handel.Pages.Finance;
using Handel.Pages.Trade;

namespace Handel.Pages.Journals;

/// <summary>The batches of a kind of journal; one of them is opened to be filled.</summary>
internal sealed class JournalsPage(JournalKind kind) : PageDefinition(kind.List, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("journals", ApiRoute.Trade, "templateDisplayName,code")
            .Only($"templateType eq '{kind.Type}'")
            .Opens(kind.Id)
            .CanInsert()
            .Title("code", "displayName");
        page.Columns()
            .Field("templateDisplayName", caption: "journalTemplate")
            .Field("code", caption: "journalBatch")
            .Important()
            .Field("displayName")
            .Important()
            .Field("lineCount")
            .Important()
            .Field("balanceLCY")
            .Important()
            .Field("numberSeries")
            .Field("lastModifiedDateTime");
    }
}

/// <summary>A journal to be filled and posted: one page for all kinds of journal.</summary>
internal sealed class JournalPage(JournalKind kind) : PageDefinition(kind.Id, PageKind.Document)
{
    private const string Lines = "journalLines";

    protected override void Describe(PageBuilder page)
    {
        page.From("journals", ApiRoute.Trade).Title("code", "displayName").Editable();
        Post(page);
        Kept(page);
        if (kind.Pays)
            JournalSuggestions.On(page);
        if (kind.Registers)
            page.Action(
                "registerPayments",
                action =>
                    action with
                    {
                        Shortcut = "Ctrl+Alt+B",
                        Open = new(PaymentRegistrationPage.IdOf(kind), "record:{id}"),
                    }
            );
        page.Action("renumber", action => action with { Call = "renumber" });
        page.Action(
            "lineDimensions",
            action =>
                action with
                {
                    Shortcut = "Ctrl+Alt+L",
                    OfLine = true,
                    Open = new(DimensionSetPage.OfLine, $"parentSet={Lines}&parentId={{id}}"),
                }
        );
        if (kind.IsRecurring)
            Allocations(page);
        else
            Entries(page);
        Batch(page.Group("general"));
        page.Group("posting")
            .Field("numberSeries", Lookups.Codes("numberSeries", ApiRoute.Trade))
            .Field("postingNumberSeries", Lookups.Codes("numberSeries", ApiRoute.Trade))
            .Field("reasonCode", Lookups.Codes("reasonCodes", ApiRoute.Trade))
            .Field("suggestBalancingAmount");
        var lines = page.Lines(Lines, "journalId")
            .OrderedBy("lineNumber")
            .Balance("balanceLCY", "postingDate", "documentType", "documentNumber");
        Columns(lines.Columns());
    }

    private void Batch(FieldsBuilder general)
    {
        general
            .Field("code", caption: "journalBatch")
            .Important()
            .Mandatory()
            .Field("templateDisplayName", Lookups.Templates(kind.Type), "journalTemplate")
            .Important()
            .Mandatory()
            .Field("displayName");
        if (!kind.IsRecurring)
            general
                .Choice("balancingAccountType", JournalChoices.OwnAccountType)
                .Field(
                    "balancingAccountNumber",
                    Lookups.ByAccountType("balancingAccountType"),
                    "balancingAccount"
                );
    }

    private void Columns(FieldsBuilder columns)
    {
        if (kind.IsRecurring)
            columns
                .Choice("recurringMethod", JournalChoices.RecurringMethod)
                .Field("recurringFrequency");
        columns
            .Field("postingDate")
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Field("externalDocumentNumber")
            .Choice("accountType", JournalChoices.AccountType)
            .Field("accountNumber", Lookups.ByAccountType("accountType"), "journalAccount")
            .Important()
            .Field("description")
            .Field("debitAmount")
            .Field("creditAmount");
        if (!kind.IsRecurring)
            columns
                .Choice("balanceAccountType", JournalChoices.AccountType)
                .Field(
                    "balancingAccountNumber",
                    Lookups.ByAccountType("balanceAccountType"),
                    "balancingAccount"
                );
        kind.Columns(columns);
        columns
            .Field("salespersonCode", Lookups.Codes("salespeoplePurchasers"))
            .Field("documentDate")
            .Field("taxDate")
            .Field("amountLCY")
            .Shortcuts();
    }

    private static void Post(PageBuilder page)
    {
        page.Action(
            "post",
            action =>
                action with
                {
                    Call = "post",
                    Shortcut = "F9",
                    Primary = true,
                    Dialog = page.Ask(
                        "postJournal",
                        "previewPost",
                        ("postAll", []),
                        ("postValid", ["onlyValid"])
                    ),
                }
        );
        page.Action(
            "validate",
            action => action with { Call = "validate", Shortcut = "Ctrl+Alt+V" }
        );
        page.Action(
            "importLines",
            action =>
                action with
                {
                    Call = "importLines",
                    Dialog = page.AskFor(
                        "importLines",
                        null,
                        fields => fields.Field("fileContent").Mandatory(),
                        ("importAll", []),
                        ("importValid", ["onlyValid"])
                    ),
                }
        );
    }

    private static void Kept(PageBuilder page)
    {
        page.Action(
            "saveAsStandardJournal",
            action =>
                action with
                {
                    Call = "saveAsStandardJournal",
                    Dialog = page.AskFor(
                        "saveAsStandardJournal",
                        null,
                        fields => fields.Field("code").Mandatory().All("description", "withAmounts")
                    ),
                }
        );
        page.Action(
            "insertStandardJournal",
            action =>
                action with
                {
                    Call = "insertStandardJournal",
                    Dialog = page.AskFor(
                        "insertStandardJournal",
                        null,
                        fields => fields.Field("code", Lookups.StandardJournals).Mandatory()
                    ),
                }
        );
        page.Action(
            "insertPostedLines",
            action =>
                action with
                {
                    Call = "insertPostedLines",
                    Dialog = page.AskFor(
                        "insertPostedLines",
                        null,
                        fields =>
                            fields
                                .Field("registerNumber")
                                .Mandatory()
                                .All("postingDate", "reverseSign")
                    ),
                }
        );
    }

    private static void Entries(PageBuilder page) =>
        page.Action(
            "applyEntries",
            action =>
                action with
                {
                    Shortcut = "Alt+A",
                    OfLine = true,
                    Open = new(LineEntriesPage.PageId, "parentId={id}"),
                }
        );

    private static void Allocations(PageBuilder page) =>
        page.Action(
            "journalAllocations",
            action =>
                action with
                {
                    Shortcut = "Ctrl+Alt+A",
                    OfLine = true,
                    Open = new("journalAllocations", "journalLineId eq {id}"),
                }
        );
}
