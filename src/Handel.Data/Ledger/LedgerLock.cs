using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Ledger;

/// <summary>The row that makes several servers as correct as one (D2).</summary>
public static class LedgerLock
{
    /// <summary>Waits for the company's ledger and holds it until the transaction ends.</summary>
    public static Task<LedgerState> Take(HandelDbContext db, CancellationToken ct) =>
        db
            .LedgerStates.FromSql(
                $"SELECT * FROM ledger_state WHERE company_no = {db.CompanyNo} FOR UPDATE"
            )
            .IgnoreQueryFilters()
            .AsNoTracking()
            .SingleAsync(ct);

    public static Task<LedgerState> Read(HandelDbContext db, CancellationToken ct) =>
        db.LedgerStates.AsNoTracking().SingleAsync(ct);
}
