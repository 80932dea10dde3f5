using Handel.Pages.Description;

namespace Handel.Pages.Journals;

/// <summary>Journals that are kept to be inserted again, or to look back (JNL-36, JNL-41).
/// </summary>
internal static class KeptJournalPages
{
    public static IEnumerable<PageDefinition> All =>
        [new StandardJournalsPage(), new PostedJournalsPage(), .. Lines];

    private static IEnumerable<PageDefinition> Lines =>
        [new KeptLinesPage("standardJournalLines"), new KeptLinesPage("postedJournalLines")];
}

/// <summary>Lines that are saved under a code.</summary>
internal sealed class StandardJournalsPage() : PageDefinition("standardJournals", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("standardJournals", ApiRoute.Trade, "templateName,code")
            .Title("code", "description")
            .Search(everywhere: false, "code", "description");
        page.Columns()
            .Field("templateName", caption: "journalTemplate")
            .Field("code")
            .Important()
            .Field("description")
            .Important()
            .Field("lineCount")
            .DrillDown("standardJournalLines", "standardJournalId eq {id}")
            .Important()
            .Field("lastModifiedDateTime");
    }
}

/// <summary>Journals as they were posted.</summary>
internal sealed class PostedJournalsPage() : PageDefinition("postedJournals", PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("postedJournals", ApiRoute.Trade, "registerNumber desc")
            .Title("registerNumber", "journalBatchName")
            .Search(everywhere: false, "journalBatchName", "userId");
        page.Columns()
            .Field("registerNumber")
            .DrillDown("generalLedgerRegisters", "number eq {registerNumber}")
            .Important()
            .Field("creationDateTime")
            .Important()
            .Field("templateName", caption: "journalTemplate")
            .Field("journalBatchName")
            .Important()
            .Field("userId")
            .Field("lineCount")
            .DrillDown("postedJournalLines", "postedJournalId eq {id}")
            .Important();
    }
}

/// <summary>The lines of a journal that is kept.</summary>
internal sealed class KeptLinesPage(string set) : PageDefinition(set, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(Id, ApiRoute.Trade, "lineNumber").Title("lineNumber", "description");
        page.Columns()
            .Field("postingDate")
            .Important()
            .Choice("documentType", Choices.DocumentType)
            .Field("documentNumber")
            .Important()
            .Field("externalDocumentNumber")
            .Choice("accountType", JournalChoices.OwnAccountType)
            .Field("accountNumber", caption: "journalAccount")
            .Important()
            .Field("description")
            .Field("currencyCode")
            .Field("amount")
            .Important()
            .Field("amountLCY")
            .Choice("balanceAccountType", JournalChoices.OwnAccountType)
            .Field("balancingAccountNumber", caption: "balancingAccount")
            .Field("taxCode");
    }
}
