using Handel.Data;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Ledger;

/// <summary>Loads drafts with their lines, for posting with their rows locked.</summary>
internal static class DraftLoader
{
    public static async Task<DraftSet> LockAndLoad(
        HandelDbContext db,
        IReadOnlyList<Guid> ids,
        CancellationToken ct
    )
    {
        if (ids.Count > 0)
        {
            // In one order for everybody, so that writers of two drafts never wait in a circle.
            await db.Database.ExecuteSqlAsync(
                $"""
                SELECT 1 FROM trade_document
                WHERE company_no = {db.CompanyNo} AND id = ANY({ids.ToArray()})
                ORDER BY id FOR UPDATE
                """,
                ct
            );
        }
        return await Load(db, ids, ct);
    }

    public static async Task<DraftSet> Load(
        HandelDbContext db,
        IReadOnlyList<Guid> ids,
        CancellationToken ct
    )
    {
        if (ids.Count == 0)
            return new DraftSet([]);
        var documents = await db
            .Documents.AsNoTracking()
            .Where(document => ids.Contains(document.Id))
            .Include(document => document.Lines.OrderBy(line => line.LineNo))
            .AsSplitQuery()
            .ToListAsync(ct);
        return new DraftSet(documents);
    }
}
