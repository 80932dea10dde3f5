using Handel.Data;
using Handel.Data.Bulk;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;

namespace Handel.App.Ledger;

/// <summary>
/// A journal that was posted, with the lines that are kept to look back (JNL-36).
/// </summary>
internal sealed record PostedJournalLines(
    JournalPlan Plan,
    JournalBatch Left,
    PostedJournal? Archive
)
{
    public static PostedJournalLines Of(JournalPlan plan, string userName, DateTimeOffset postedAt)
    {
        var left = plan.Left(postedAt).Batch;
        if (plan.Archived.Count == 0)
            return new(plan, left, null);
        var (template, batch) = plan.Journal!.Settings;
        var archive = new PostedJournal
        {
            CompanyNo = batch.CompanyNo,
            Id = Guid.CreateVersion7(),
            TemplateId = template.Id,
            TemplateName = template.Name,
            BatchName = batch.Name,
            RegisterNo = plan.FirstRegisterNo,
            UserName = userName,
            PostedAt = postedAt,
        };
        foreach (var line in plan.Archived)
        {
            line.Id = Guid.CreateVersion7();
            line.BatchId = archive.Id;
        }
        return new(plan, left, archive);
    }
}

/// <summary>
/// Writes what a batch did to journals, banks and registers that were undone.
/// </summary>
internal sealed class JournalWriter(RoundTrip trip, BulkWriter bulk)
{
    private static readonly string[] BankEntryStates =
    [
        nameof(BankEntry.RemainingAmount),
        nameof(BankEntry.IsOpen),
        nameof(BankEntry.StatementStatus),
        nameof(BankEntry.StatementNo),
        nameof(BankEntry.StatementLineNo),
        nameof(BankEntry.IsReversed),
    ];

    private readonly HandelDbContext _db = trip.Context;

    public void Write(BatchResult batch)
    {
        BankEntries(batch);
        Undone(batch);
        foreach (var journal in batch.Journals)
        {
            Lines(journal);
            Archive(journal);
            Batch(journal.Left);
        }
    }

    private void BankEntries(BatchResult batch)
    {
        var changes = batch.Books.BankEntries.Changes;
        var made = batch
            .Postings.SelectMany(posting => posting.BankEntries)
            .Select(entry => changes.GetValueOrDefault(entry.EntryNo, entry))
            .ToList();
        var madeNos = made.Select(entry => entry.EntryNo).ToHashSet();
        bulk.Insert(made);
        bulk.Update(
            [.. changes.Values.Where(entry => !madeNos.Contains(entry.EntryNo))],
            BankEntryStates
        );
    }

    // REV-03: a register says which one undid it.
    private void Undone(BatchResult batch) =>
        bulk.Update(
            [.. batch.Books.Registers.Changes.Values.Select(posted => posted.Register)],
            [nameof(GlRegister.ReversedByRegisterNo)]
        );

    private void Lines(PostedJournalLines journal)
    {
        var removed = journal.Plan.Removed.Select(line => line.Id).ToArray();
        if (removed.Length > 0)
            trip.Do(
                $"""
                DELETE FROM journal_line WHERE company_no = {_db.CompanyNo}
                    AND batch_id = {journal.Left.Id} AND id = ANY({removed})
                """
            );
        foreach (var line in journal.Plan.MovedOn)
            line.ModifiedAt = journal.Left.ModifiedAt;
        bulk.Upsert(journal.Plan.MovedOn);
        _db.Touch(nameof(JournalLine));
    }

    private void Archive(PostedJournalLines journal)
    {
        if (journal.Archive is not { } archive)
            return;
        bulk.Insert([archive]);
        bulk.Insert(journal.Plan.Archived);
        _db.Touch(nameof(PostedJournal));
    }

    // A name that another batch has taken by now is left as it was.
    private void Batch(JournalBatch left)
    {
        trip.Do(
            $"""
            UPDATE journal_batch b SET version = {left.Version}, modified_at = {left.ModifiedAt},
                name = CASE WHEN EXISTS (SELECT 1 FROM journal_batch o
                    WHERE o.company_no = b.company_no AND o.template_id = b.template_id
                        AND o.name = {left.Name} AND o.id <> b.id) THEN b.name ELSE {left.Name} END
            WHERE b.company_no = {_db.CompanyNo} AND b.id = {left.Id}
            """
        );
        _db.Touch(nameof(JournalBatch));
    }
}
