using Handel.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Ledger;

/// <summary>The row that makes several servers as correct as one (D2).</summary>
public static class LedgerLock
{
    /// <summary>
    /// Waits for the company's ledger and holds it until the transaction ends. What the same round
    /// trip asks after it is seen as it stands then.
    /// </summary>
    public static Answer<LedgerState> Take(RoundTrip trip) =>
        trip.Rows<LedgerState>($"true FOR UPDATE");

    /// <summary>The same in a round trip of its own.</summary>
    public static async Task<LedgerState> Take(HandelDbContext db, CancellationToken ct)
    {
        var trip = new RoundTrip(db);
        var state = Take(trip);
        await trip.Make(ct);
        return state.Rows.Single();
    }

    public static Answer<LedgerState> Read(RoundTrip trip) => trip.Rows<LedgerState>($"true");

    public static Task<LedgerState> Read(HandelDbContext db, CancellationToken ct) =>
        db.LedgerStates.AsNoTracking().SingleAsync(ct);
}
