using Handel.Data.Bulk;
using Handel.Ledgers.Journals;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>Journals with their lines, as a round trip is asked for them.</summary>
public sealed class JournalLoader
{
    private readonly Answer<JournalBatch> _batches = Answer<JournalBatch>.None;
    private readonly Answer<JournalTemplate> _templates = Answer<JournalTemplate>.None;
    private readonly Answer<JournalLine> _lines = Answer<JournalLine>.None;
    private readonly Answer<JournalAllocation> _allocations = Answer<JournalAllocation>.None;

    private JournalLoader(RoundTrip trip, Guid[] ids, FormattableString condition)
    {
        if (ids.Length == 0)
            return;
        var companyNo = trip.Context.CompanyNo;
        _batches = trip.Rows<JournalBatch>(condition);
        _templates = trip.Rows<JournalTemplate>(
            $"""
            id = ANY(ARRAY(SELECT template_id FROM journal_batch
                WHERE company_no = {companyNo} AND id = ANY({ids})))
            """
        );
        _lines = trip.Rows<JournalLine>($"batch_id = ANY({ids}) ORDER BY line_no");
        _allocations = trip.Rows<JournalAllocation>(
            $"""
            line_id = ANY(ARRAY(SELECT id FROM journal_line
                WHERE company_no = {companyNo} AND batch_id = ANY({ids})))
            """
        );
    }

    public static JournalLoader Ask(RoundTrip trip, Guid[] ids) =>
        new(trip, ids, $"id = ANY({ids})");

    /// <summary>
    /// For posting: holds the batches until the transaction ends. Whoever changes a line holds its
    /// batch too, so what is posted is what stands there.
    /// </summary>
    public static JournalLoader AskAndLock(RoundTrip trip, Guid[] ids) =>
        new(trip, ids, $"id = ANY({ids}) ORDER BY id FOR UPDATE");

    /// <summary>What was found, once the round trip is made; what is gone is left out.</summary>
    public IReadOnlyList<JournalDraft> Found()
    {
        var templates = _templates.Rows.ToDictionary(template => template.Id);
        var lines = _lines.Rows.ToLookup(line => line.BatchId);
        var allocations = _allocations.Rows.ToLookup(allocation => allocation.LineId);
        return
        [
            .. _batches
                .Rows.Where(batch => templates.ContainsKey(batch.TemplateId))
                .Select(batch => new JournalDraft(
                    new(templates[batch.TemplateId], batch),
                    [.. lines[batch.Id]]
                )
                {
                    Allocations = allocations,
                }),
        ];
    }

    /// <summary>Holds one batch until the transaction ends, to change its lines.</summary>
    public static Task Lock(HandelDbContext db, Guid id, CancellationToken ct)
    {
        var trip = new RoundTrip(db);
        trip.Rows<JournalBatch>($"id = {id} FOR UPDATE");
        return trip.Make(ct);
    }

    /// <summary>A batch with its template; null when it is gone.</summary>
    public static async Task<JournalSettings?> Settings(
        HandelDbContext db,
        Guid id,
        CancellationToken ct
    )
    {
        var found = await (
            from batch in db.JournalBatches.AsNoTracking()
            join template in db.JournalTemplates.AsNoTracking()
                on batch.TemplateId equals template.Id
            where batch.Id == id
            select new { template, batch }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.template, found.batch);
    }
}
