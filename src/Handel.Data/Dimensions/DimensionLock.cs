using Handel.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Dimensions;

/// <summary>
/// Held, until a transaction ends, by who numbers new sets and by who changes what sets consist of:
/// dimensions, values, their codes and the choice of global dimensions.
/// </summary>
public static class DimensionLock
{
    // Apart from other locks that are taken by number.
    private const int LockClass = 5202;

    // How PostgreSQL lists a lock that is taken by two numbers.
    private const int ByTwoNumbers = 2;

    /// <summary>To number sets.</summary>
    internal static Task Take(HandelDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({LockClass}, {db.CompanyNo})",
            ct
        );

    /// <summary>
    /// To change dimensions. The ledger comes first, as it does where several requests are done
    /// together: nobody waits in a circle.
    /// </summary>
    public static async Task TakeToChange(HandelDbContext db, CancellationToken ct)
    {
        await LedgerLock.Take(db, ct);
        await Take(db, ct);
    }

    /// <summary>The transaction of this context has it already.</summary>
    internal static Task<bool> IsHeld(HandelDbContext db, CancellationToken ct) =>
        db
            .Database.SqlQuery<bool>(
                $"""
                SELECT EXISTS (
                    SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
                        AND pid = pg_backend_pid() AND objsubid = {ByTwoNumbers}
                        AND database = (SELECT oid FROM pg_database
                            WHERE datname = current_database())
                        AND classid::bigint = {LockClass} AND objid::bigint = {db.CompanyNo}
                ) AS "Value"
                """
            )
            .SingleAsync(ct);
}
