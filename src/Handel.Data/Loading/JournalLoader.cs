using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Loads journals with their lines: a fixed number of queries, however many (S10).
/// </summary>
public static class JournalLoader
{
    /// <summary>
    /// Holds the batches until the transaction ends: whoever changes a line holds its batch too, so
    /// what is posted is what stands there.
    /// </summary>
    public static Task Lock(
        HandelDbContext db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    ) =>
        ids.Count == 0
            ? Task.CompletedTask
            : db.Database.ExecuteSqlAsync(
                $"""
                SELECT 1 FROM journal_batch
                WHERE company_no = {db.CompanyNo} AND id = ANY({ids.ToArray()})
                ORDER BY id FOR UPDATE
                """,
                ct
            );

    public static async Task<IReadOnlyList<JournalDraft>> Load(
        HandelDbContext db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        if (ids.Count == 0)
            return [];
        var settings = await Settings(db, ids, ct);
        var lines = await db
            .JournalLines.AsNoTracking()
            .Where(line => ids.Contains(line.BatchId))
            .OrderBy(line => line.LineNo)
            .ToListAsync(ct);
        var byBatch = lines.ToLookup(line => line.BatchId);
        var allocations = await Allocations(db, settings, ct);
        return
        [
            .. settings.Select(of => new JournalDraft(of, [.. byBatch[of.Batch.Id]])
            {
                Allocations = allocations,
            }),
        ];
    }

    /// <summary>Batches with their templates; those that are gone are left out.</summary>
    public static async Task<IReadOnlyList<JournalSettings>> Settings(
        HandelDbContext db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var found = await (
            from batch in db.JournalBatches.AsNoTracking()
            join template in db.JournalTemplates.AsNoTracking()
                on batch.TemplateId equals template.Id
            where ids.Contains(batch.Id)
            select new { template, batch }
        ).ToListAsync(ct);
        return [.. found.Select(pair => new JournalSettings(pair.template, pair.batch))];
    }

    // Only recurring lines are allocated.
    private static async Task<ILookup<Guid, JournalAllocation>> Allocations(
        HandelDbContext db,
        IReadOnlyList<JournalSettings> settings,
        CancellationToken ct
    )
    {
        var recurring = settings.Where(of => of.IsRecurring).Select(of => of.Batch.Id).ToArray();
        var allocations =
            recurring.Length == 0
                ? []
                : await db
                    .JournalAllocations.AsNoTracking()
                    .Where(allocation =>
                        db.JournalLines.Any(line =>
                            recurring.Contains(line.BatchId) && line.Id == allocation.LineId
                        )
                    )
                    .ToListAsync(ct);
        return allocations.ToLookup(allocation => allocation.LineId);
    }
}
