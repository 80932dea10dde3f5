using Handel.Data;
using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Documents;

/// <summary>A number that was drawn, or why there is none.</summary>
public sealed record DrawnNumber(string No, Problem? Problem);

/// <summary>
/// Draws numbers for drafts and cards, inside the transaction that stores them: the counter moves
/// with the row or not at all (NUM-06).
/// </summary>
public sealed class DraftNumbers(HandelDbContext db)
{
    /// <summary>How many taken numbers are stepped over before the series is called full.</summary>
    private const int TakenMax = 100;

    public async Task<DrawnNumber> Draw(
        string seriesCode,
        DateOnly date,
        Func<string, CancellationToken, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var trip = new RoundTrip(db);
        NumberLock.Take(trip, [seriesCode]);
        await trip.Make(ct);
        var series = await db
            .NumberSeries.AsNoTracking()
            .Include(s => s.Lines)
            .SingleOrDefaultAsync(s => s.Code == seriesCode, ct);
        if (series is null)
        {
            var record = new RecordRef(NumberSeries.Entity, seriesCode);
            return new("", NumberSeries.NotChosen(record, "code"));
        }
        for (var tries = 0; tries < TakenMax; tries++)
        {
            var draw = series.Next(date);
            if (draw.Problem is not null)
                return new("", draw.Problem);
            series = draw.Series;
            if (await isTaken(draw.Number, ct))
                continue;
            await Keep(series, draw.LineNo, ct);
            return new(draw.Number, null);
        }
        var full = new RecordRef(NumberSeries.Entity, seriesCode);
        return new("", new Problem(ProblemCodes.NumberUsed, full, "lastNoUsed"));
    }

    private Task<int> Keep(NumberSeries series, int lineNo, CancellationToken ct)
    {
        var line = series.Lines.Single(line => line.LineNo == lineNo);
        db.Touch(nameof(NumberSeriesLine));
        return db.Set<NumberSeriesLine>()
            .Where(row => row.SeriesCode == series.Code && row.LineNo == lineNo)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(r => r.LastNoUsed, line.LastNoUsed)
                        .SetProperty(r => r.LastDateUsed, line.LastDateUsed)
                        .SetProperty(r => r.Open, line.Open),
                ct
            );
    }
}
