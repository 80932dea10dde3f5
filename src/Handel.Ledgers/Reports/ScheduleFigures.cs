using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Reports;

/// <summary>
/// The amounts of a schedule in one column: one per row, in the order of the rows.
/// </summary>
public sealed class ScheduleFigures
{
    private readonly IReadOnlyList<AccountScheduleLine> _lines;
    private readonly Dictionary<string, int> _places;
    private readonly decimal?[] _figures;

    private ScheduleFigures(IReadOnlyList<AccountScheduleLine> lines)
    {
        _lines = lines;
        _places = ScheduleChecks.PlacesOf(lines);
        _figures = new decimal?[lines.Count];
    }

    /// <param name="lines">Rows without problems, in the order of their line numbers.</param>
    /// <param name="chart">The chart of accounts in the order of its numbers.</param>
    /// <param name="totals">What the accounts did in the period of the column. LCY.</param>
    public static IReadOnlyList<decimal> Of(
        IReadOnlyList<AccountScheduleLine> lines,
        IReadOnlyList<GlAccount> chart,
        AccountTotals totals
    )
    {
        var figures = new ScheduleFigures(lines);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind != ScheduleRowKind.Formula)
                figures._figures[i] = Signed(lines[i], AmountOf(lines[i], chart, totals));
        return [.. Enumerable.Range(0, lines.Count).Select(figures.At)];
    }

    private static decimal AmountOf(
        AccountScheduleLine line,
        IReadOnlyList<GlAccount> chart,
        AccountTotals totals
    )
    {
        var sums = totals.Of(ScheduleAccounts.Of(line, chart) ?? AccountFilter.Nothing);
        return line.Amount switch
        {
            ScheduleAmount.NetChange => sums.NetChange,
            ScheduleAmount.ClosingBalance => sums.Closing,
            ScheduleAmount.OpeningBalance => sums.Opening,
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };
    }

    // A formula adds what is shown: a reader can check it with a pencil.
    private decimal At(int place)
    {
        if (_figures[place] is { } known)
            return known;
        var line = _lines[place];
        // Rows that name each other are refused when they are stored; a row that is being
        // computed counts for nothing, so that no reader waits for ever.
        _figures[place] = 0m;
        var formula = ScheduleFormula.Read(line.Totaling);
        var value = Signed(line, formula?.Evaluate(SumOf) ?? 0m);
        _figures[place] = value;
        return value;
    }

    private decimal SumOf(RowReference rows) =>
        ScheduleChecks.Rows(rows, _places).Sum(place => At(place));

    private static decimal Signed(AccountScheduleLine line, decimal amount) =>
        line.IsOppositeSign ? -amount : amount;
}
