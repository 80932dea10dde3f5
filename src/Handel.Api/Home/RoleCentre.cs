using Handel.Api.Mirror;
using Handel.Data;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Home;

/// <summary>A figure of the role centre.</summary>
public sealed record CueValue(string Id, decimal Value);

/// <summary>A line or a row of bars.</summary>
public sealed record ChartSeries(string Id, IReadOnlyList<decimal> Values);

/// <summary>A chart: categories along it, a value per category in each series.</summary>
public sealed record ChartFigures(
    string Id,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series
);

/// <summary>What waits, and how the months went.</summary>
public sealed record RoleCentreFigures(
    IReadOnlyList<CueValue> Cues,
    IReadOnlyList<ChartFigures> Charts
);

/// <summary>
/// Counts and sums of the role centre, each from an index or a kept balance (D6).
/// </summary>
internal sealed class RoleCentre(HandelDbContext db, DateOnly today)
{
    private const int MonthsShown = 12;

    public async Task<RoleCentreFigures> Read(CancellationToken ct)
    {
        var cues = new List<CueValue>();
        foreach (var side in SideNames.Both)
        {
            var orders = side.Drafts(db, DocumentKind.Order);
            var isOpen = orders.Where(d => d.Status == DocumentStatus.Open);
            var isReleased = orders.Where(d => d.Status == DocumentStatus.Released);
            var invoices = side.Drafts(db, DocumentKind.Invoice);
            cues.Add(new($"{side.Area}OrdersOpen", await isOpen.CountAsync(ct)));
            cues.Add(new($"{side.Area}OrdersReleased", await isReleased.CountAsync(ct)));
            cues.Add(new($"{side.Area}InvoicesDraft", await invoices.CountAsync(ct)));
            cues.Add(new($"{side.Party}Overdue", await side.Overdue(db, today, ct)));
        }
        return new(cues, [await Turnover(ct), await Aged(ct)]);
    }

    // Excluding VAT, as the ledgers of customers and vendors have it.
    private async Task<ChartFigures> Turnover(CancellationToken ct)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        var months = Enumerable.Range(0, MonthsShown).Select(first.AddMonths).ToList();
        var series = new List<ChartSeries>();
        foreach (var side in SideNames.Both)
        {
            var sums = await side.Turnover(db, first, ct);
            series.Add(
                new(
                    side.Area,
                    [.. months.Select(month => sums.GetValueOrDefault((month.Year, month.Month)))]
                )
            );
        }
        return new("salesAndPurchases", [.. months.Select(month => $"{month:yyyy-MM}")], series);
    }

    // Not due, then by thirty days.
    private async Task<ChartFigures> Aged(CancellationToken ct)
    {
        int[] ages = [0, 30, 60, 90];
        var open = await SideNames.Sale.OpenByDueDate(db, ct);
        decimal Between(int? from, int? to) =>
            open.Where(row =>
                    (from is null || today.DayNumber - row.DueDate.DayNumber > from)
                    && (to is null || today.DayNumber - row.DueDate.DayNumber <= to)
                )
                .Sum(row => row.Amount);
        return new(
            "agedReceivables",
            ["0", "1-30", "31-60", "61-90", "90+"],
            [
                new(
                    "receivables",
                    [
                        Between(null, ages[0]),
                        Between(ages[0], ages[1]),
                        Between(ages[1], ages[2]),
                        Between(ages[2], ages[3]),
                        Between(ages[3], null),
                    ]
                ),
            ]
        );
    }
}
