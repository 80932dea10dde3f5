using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Dimensions;

/// <summary>
/// Held, until a transaction ends, by who numbers new sets and by who changes what sets consist of:
/// codes and the choice of global dimensions.
/// </summary>
public static class DimensionLock
{
    // Apart from other locks that are taken by number.
    private const int LockClass = 5202;

    public static Task Take(HandelDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({LockClass}, {db.CompanyNo})",
            ct
        );
}
