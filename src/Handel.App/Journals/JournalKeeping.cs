using Handel.Data;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Journals;

/// <summary>How posted lines come back into a journal (JNL-36).</summary>
public sealed record CopyBack(Guid PostedJournalId)
{
    /// <summary>Null keeps the dates of the lines.</summary>
    public DateOnly? PostingDate { get; init; }
    public bool IsSignReversed { get; init; }
}

/// <summary>
/// Lines that are kept under a code or after posting, and how they come back into a journal
/// (JNL-36, JNL-41); and what goes with a batch that is deleted.
/// </summary>
public sealed class JournalKeeping(JournalDesk desk)
{
    /// <summary>
    /// Saves the lines of a journal under a code of its template; a code that is there gets these
    /// lines instead.
    /// </summary>
    /// <param name="isWithAmounts">Amounts are kept, or typed each time.</param>
    public Task<JournalOutcome> SaveAsStandard(
        JournalRef journal,
        (string Code, string Description) named,
        bool isWithAmounts,
        CancellationToken ct = default
    ) =>
        desk.Change(
            journal,
            async open =>
            {
                var record = new RecordRef(StandardJournal.Entity, named.Code);
                if (named.Code.Length == 0)
                    return JournalOutcome.Refused(
                        new Problem(ProblemCodes.FieldEmpty, record, "code")
                    );
                var draft = await open.Load(ct);
                if (draft.Lines.Count == 0)
                    return JournalOutcome.Refused(
                        new Problem(ProblemCodes.NothingToPost, open.Settings.Record)
                    );
                var standard = await Standard(open, named, ct);
                await Empty(open.Db, standard.Id, ct);
                await open.Db.SaveChangesAsync(ct);
                var lines = JournalCopying.ToStandard(
                    draft.Lines,
                    standard,
                    isWithAmounts,
                    Guid.CreateVersion7
                );
                await open.Insert(lines, ct);
                return JournalOutcome.Done(lines);
            },
            ct
        );

    /// <summary>Puts the lines of a standard journal behind those that are there.</summary>
    public Task<JournalOutcome> InsertStandard(
        JournalRef journal,
        Guid standardId,
        CancellationToken ct = default
    ) =>
        desk.Change(
            journal,
            async open =>
            {
                var isThere = await open.Db.StandardJournals.AnyAsync(
                    standard =>
                        standard.Id == standardId
                        && standard.TemplateId == open.Settings.Template.Id,
                    ct
                );
                return isThere
                    ? await Insert(open, standardId, null, ct)
                    : Unknown(StandardJournal.Entity, standardId);
            },
            ct
        );

    /// <summary>Puts lines that were posted behind those that are there (JNL-36).</summary>
    public Task<JournalOutcome> InsertPosted(
        JournalRef journal,
        CopyBack copy,
        CancellationToken ct = default
    ) =>
        desk.Change(
            journal,
            async open =>
            {
                var isThere = await open.Db.PostedJournals.AnyAsync(
                    posted => posted.Id == copy.PostedJournalId,
                    ct
                );
                return isThere
                    ? await Insert(open, copy.PostedJournalId, copy, ct)
                    : Unknown(PostedJournal.Entity, copy.PostedJournalId);
            },
            ct
        );

    /// <summary>Deletes a batch with its lines (API-J-1).</summary>
    public Task<JournalOutcome> Delete(JournalRef journal, CancellationToken ct = default) =>
        desk.Change(
            journal,
            async open =>
            {
                await Empty(open.Db, journal.BatchId, ct);
                await open
                    .Db.JournalBatches.Where(batch => batch.Id == journal.BatchId)
                    .ExecuteDeleteAsync(ct);
                return JournalOutcome.Done();
            },
            ct
        );

    /// <summary>Removes the lines of a batch or standard journal.</summary>
    public static async Task Empty(HandelDbContext db, Guid pileId, CancellationToken ct)
    {
        await db
            .JournalAllocations.Where(allocation =>
                db.JournalLines.Any(line => line.BatchId == pileId && line.Id == allocation.LineId)
            )
            .ExecuteDeleteAsync(ct);
        await db.JournalLines.Where(line => line.BatchId == pileId).ExecuteDeleteAsync(ct);
    }

    private static async Task<JournalOutcome> Insert(
        OpenJournal open,
        Guid pileId,
        CopyBack? copy,
        CancellationToken ct
    )
    {
        var lines = await open
            .Db.JournalLines.AsNoTracking()
            .Where(line => line.BatchId == pileId)
            .OrderBy(line => line.LineNo)
            .ToListAsync(ct);
        var tail = await open.Tail(ct);
        var needs = new JournalEditNeeds();
        foreach (var line in lines)
            needs.Add(line, []);
        var context = await open.Context(needs, ct, tail);
        var proposed = JournalNewLine.Propose(context, Guid.Empty, 0);
        var copies = new List<JournalLine>(lines.Count);
        var outcome = JournalCopying.Into(
            context,
            lines,
            new JournalCopy
            {
                // A standard journal has no date of its own.
                PostingDate = copy is null ? proposed.PostingDate : copy.PostingDate,
                IsSignReversed = copy is { IsSignReversed: true },
                DocumentNo = open.Settings.NoSeries.Length > 0 ? proposed.DocumentNo : "",
                LastLineNo = tail.LastLineNo,
                NewId = Guid.CreateVersion7,
            },
            copies
        );
        if (outcome.IsRefused)
            return JournalOutcome.Refused(outcome.Problems);
        if (await open.Lines().CountAsync(ct) + copies.Count > JournalDraft.LinesMax)
            return JournalOutcome.Refused(
                new Problem(JournalCodes.TooManyLines, open.Settings.Record)
            );
        await open.Insert(copies, ct);
        return JournalOutcome.Done(copies) with { Notices = outcome.Notices };
    }

    private static async Task<StandardJournal> Standard(
        OpenJournal open,
        (string Code, string Description) named,
        CancellationToken ct
    )
    {
        var template = open.Settings.Template;
        var standard = await open
            .Db.StandardJournals.AsTracking()
            .SingleOrDefaultAsync(s => s.TemplateId == template.Id && s.Code == named.Code, ct);
        if (standard is null)
        {
            standard = new()
            {
                CompanyNo = template.CompanyNo,
                Id = Guid.CreateVersion7(),
                TemplateId = template.Id,
                Code = named.Code,
            };
            open.Db.Add(standard);
        }
        standard.Description = named.Description;
        return standard;
    }

    private static JournalOutcome Unknown(string entity, Guid id) =>
        JournalOutcome.Refused(
            new Problem(
                ProblemCodes.Unknown,
                new RecordRef(entity, "", Id: id),
                "id",
                id.ToString()
            )
        );
}
