using Handel.Data;
using Handel.Data.Bulk;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;

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
internal sealed class JournalWriter(HandelDbContext db)
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

    private readonly BulkWriter _bulk = new(db);

    public async Task Write(BatchResult batch, CancellationToken ct)
    {
        await BankEntries(batch, ct);
        await Undone(batch, ct);
        foreach (var journal in batch.Journals)
        {
            await Lines(journal, ct);
            await Archive(journal, ct);
            await Batch(journal.Left, ct);
        }
    }

    private async Task BankEntries(BatchResult batch, CancellationToken ct)
    {
        var changes = batch.Books.BankEntries.Changes;
        var made = batch
            .Postings.SelectMany(posting => posting.BankEntries)
            .Select(entry => changes.GetValueOrDefault(entry.EntryNo, entry))
            .ToList();
        if (made.Count == 0 && changes.Count == 0)
            return;
        var madeNos = made.Select(entry => entry.EntryNo).ToHashSet();
        await _bulk.Insert(made, ct);
        await _bulk.Update(
            [.. changes.Values.Where(entry => !madeNos.Contains(entry.EntryNo))],
            BankEntryStates,
            ct
        );
    }

    // REV-03: a register says which one undid it.
    private Task Undone(BatchResult batch, CancellationToken ct) =>
        _bulk.Update(
            [.. batch.Books.Registers.Changes.Values.Select(posted => posted.Register)],
            [nameof(GlRegister.ReversedByRegisterNo)],
            ct
        );

    private async Task Lines(PostedJournalLines journal, CancellationToken ct)
    {
        var removed = journal.Plan.Removed.Select(line => line.Id).ToArray();
        if (removed.Length > 0)
        {
            await db
                .JournalLines.Where(line =>
                    line.BatchId == journal.Left.Id && removed.Contains(line.Id)
                )
                .ExecuteDeleteAsync(ct);
        }
        foreach (var line in journal.Plan.MovedOn)
            line.ModifiedAt = journal.Left.ModifiedAt;
        await _bulk.Upsert(journal.Plan.MovedOn, ct);
        db.Touch(nameof(JournalLine));
    }

    private async Task Archive(PostedJournalLines journal, CancellationToken ct)
    {
        if (journal.Archive is not { } archive)
            return;
        await _bulk.Insert([archive], ct);
        await _bulk.Insert(journal.Plan.Archived, ct);
        db.Touch(nameof(PostedJournal));
    }

    // A name that another batch has taken by now is left as it was.
    private async Task Batch(JournalBatch left, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE journal_batch b SET version = {left.Version}, modified_at = {left.ModifiedAt},
                name = CASE WHEN EXISTS (SELECT 1 FROM journal_batch o
                    WHERE o.company_no = b.company_no AND o.template_id = b.template_id
                        AND o.name = {left.Name} AND o.id <> b.id) THEN b.name ELSE {left.Name} END
            WHERE b.company_no = {db.CompanyNo} AND b.id = {left.Id}
            """,
            ct
        );
        db.Touch(nameof(JournalBatch));
    }
}
