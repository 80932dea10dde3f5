using Handel.Data;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Mirror;

/// <summary>What is open on a day.</summary>
internal sealed record OpenOnDay(DateOnly DueDate, decimal Amount);

/// <summary>
/// Figures of one side for the role centre. Amounts are LCY, what is usual positive.
/// </summary>
internal static class SideFigures
{
    public static IQueryable<TradeDocument> Drafts(
        this SideNames side,
        HandelDbContext db,
        DocumentKind kind
    )
    {
        var direction = side.Direction;
        return db.Documents.Where(d => d.Direction == direction && d.Kind == kind && !d.IsPosted);
    }

    public static Task<decimal> Overdue(
        this SideNames side,
        HandelDbContext db,
        DateOnly today,
        CancellationToken ct
    )
    {
        var direction = side.Direction;
        var sign = side.BalanceSign;
        return db
            .PartyEntries.Where(e => e.Direction == direction && e.IsOpen && e.DueDate < today)
            .SumAsync(e => sign * e.RemainingAmountLcy, ct);
    }

    public static async Task<Dictionary<(int Year, int Month), decimal>> Turnover(
        this SideNames side,
        HandelDbContext db,
        DateOnly from,
        CancellationToken ct
    )
    {
        var direction = side.Direction;
        var sums = await db
            .PartyEntries.Where(e => e.Direction == direction && e.PostingDate >= from)
            .GroupBy(e => new { e.PostingDate.Year, e.PostingDate.Month })
            .Select(month => new
            {
                month.Key.Year,
                month.Key.Month,
                Amount = month.Sum(e => e.TurnoverLcy),
            })
            .ToListAsync(ct);
        return sums.ToDictionary(
            row => (row.Year, row.Month),
            row => side.BalanceSign * row.Amount
        );
    }

    public static async Task<IReadOnlyList<OpenOnDay>> OpenByDueDate(
        this SideNames side,
        HandelDbContext db,
        CancellationToken ct
    )
    {
        var direction = side.Direction;
        var sign = side.BalanceSign;
        return await db
            .PartyEntries.Where(e => e.Direction == direction && e.IsOpen)
            .GroupBy(e => e.DueDate)
            .Select(day => new OpenOnDay(day.Key, day.Sum(e => sign * e.RemainingAmountLcy)))
            .ToListAsync(ct);
    }
}
