using System.Globalization;
using Handel.App.Ledger;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Trade.Documents;

namespace Handel.App.Journals;

/// <summary>Post the lines of a journal batch (JNL-40).</summary>
public sealed record PostJournal(Guid BatchId) : ILedgerCommand
{
    /// <summary>
    /// As the caller saw the batch with its lines; null posts them as they stand.
    /// </summary>
    public int? Version { get; init; }
    public required string UserName { get; init; }

    /// <summary>Leaves the documents that have a problem, instead of refusing all.</summary>
    public bool IsValidOnly { get; init; }

    /// <summary>Lines of the batch as far as the caller knows, for the bound of a batch.</summary>
    public int LineCount { get; init; } = 1;

    public IReadOnlyList<Guid> Drafts => [];
    public IReadOnlyList<Guid> Journals => [BatchId];

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs)
    {
        if (drafts.FindJournal(BatchId) is { } journal)
            JournalNeeds.Add(needs, journal);
    }

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment) =>
        PlanWith(drafts, books, JournalPosting.Plan);

    /// <summary>The same where the lines are posted in another way.</summary>
    internal Plan PlanWith(
        DraftSet drafts,
        Books books,
        Func<JournalToPost, Books, JournalPlan> plan
    )
    {
        var journal = drafts.FindJournal(BatchId);
        // Two clients posted it at once, or one changed a line (API-N-4).
        if (journal is null || (Version is { } seen && journal.Batch.Version != seen))
        {
            var record =
                journal?.Settings.Record ?? new RecordRef(JournalBatch.Entity, "", Id: BatchId);
            return Trade.Documents.Plan.Refused([new(ProblemCodes.Concurrency, record)]);
        }
        return Trade.Documents.Plan.Of(plan(ToPost(journal, books.Setup), books));
    }

    /// <summary>Everything that stands in the way of the journal (JNL-40).</summary>
    public IReadOnlyList<Problem> Find(JournalDraft journal, Books books) =>
        JournalPosting.Find(ToPost(journal, books.Setup), books);

    private JournalToPost ToPost(JournalDraft journal, CompanySetup setup) =>
        new(journal)
        {
            UserDates = setup.PostingDatesOf(UserName),
            UserVatDates = setup.VatDatesOf(UserName),
            IsValidOnly = IsValidOnly,
            MonthNames = MonthNames(setup.Information.LanguageCode),
        };

    private static string[] MonthNames(string languageCode)
    {
        var language = CultureInfo.GetCultureInfo(languageCode is "nl" ? "nl" : "en");
        return language.DateTimeFormat.MonthNames[..^1];
    }
}
