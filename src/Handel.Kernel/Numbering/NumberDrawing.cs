using System.Globalization;
using Handel.Kernel.Problems;

namespace Handel.Kernel.Numbering;

/// <summary>How a series gives its next number (NOS-03 to NOS-07).</summary>
internal static class NumberDrawing
{
    public static NumberDraw Next(NumberSeries series, DateOnly date)
    {
        if (LineFor(series, date) is not { } line)
            return Refused(series, ProblemCodes.NumberSeries, "lines", date);

        var isBackInDate = line.LastDateUsed is { } lastDate && date < lastDate;
        if (series.DateOrder && isBackInDate)
            return Refused(series, ProblemCodes.DateOrder, "dateOrder", date);

        var number = Following(line);
        if (number is null)
            return Refused(series, ProblemCodes.NumberFormat, "lastNoUsed", date);
        if (IsBeyondEnd(line, number))
            return Refused(series, ProblemCodes.NumberSeries, "endingNo", date);

        var moved = series.Copy();
        var counter = moved.Lines[series.Lines.IndexOf(line)];
        counter.LastNoUsed = number;
        counter.LastDateUsed = date;
        counter.Open = !IsUsedUp(counter);
        return new NumberDraw(number, moved, line.LineNo, null)
        {
            Warning = WarningFor(series, line, number),
        };
    }

    public static NumberDraw NextFree(
        NumberSeries series,
        DateOnly date,
        Func<string, bool> isTaken
    )
    {
        var draw = Next(series, date);
        for (var skips = 0; draw.Problem is null && isTaken(draw.Number); skips++)
        {
            if (skips == NumberSeries.SkipsMax)
                return Refused(series, ProblemCodes.NumberUsed, "lastNoUsed", date);
            draw = Next(draw.Series, date);
        }
        return draw.Problem is null ? draw : draw with { Series = series };
    }

    // NOS-03: only the lines with the latest start count, even when they are full.
    private static NumberSeriesLine? LineFor(NumberSeries series, DateOnly date)
    {
        var started = series.Lines.Where(line => (line.StartingDate ?? date) <= date).ToList();
        if (started.Count == 0)
            return null;
        var latest = started.Max(line => line.StartingDate ?? DateOnly.MinValue);
        return started
            .Where(line => line.Open && (line.StartingDate ?? DateOnly.MinValue) == latest)
            .MinBy(line => line.LineNo);
    }

    private static string? Following(NumberSeriesLine line)
    {
        if (line.LastNoUsed.Length > 0)
            return NumberText.Increment(line.LastNoUsed, line.IncrementBy);
        return line.StartingNo.Length > 0 ? line.StartingNo : null;
    }

    private static bool IsBeyondEnd(NumberSeriesLine line, string number) =>
        line.EndingNo.Length > 0 && NumberText.Compare(number, line.EndingNo) > 0;

    // NOS-07
    internal static bool IsUsedUp(NumberSeriesLine line) =>
        line.EndingNo.Length > 0
        && (
            NumberText.Compare(line.LastNoUsed, line.EndingNo) >= 0
            || Following(line) is not { } following
            || IsBeyondEnd(line, following)
        );

    private static Problem? WarningFor(NumberSeries series, NumberSeriesLine line, string number) =>
        line.WarningNo.Length > 0 && NumberText.Compare(number, line.WarningNo) >= 0
            ? new Problem(
                ProblemCodes.NumbersRunOut,
                new RecordRef(NumberSeries.Entity, series.Code, line.LineNo),
                "warningNo",
                number
            )
            : null;

    private static NumberDraw Refused(
        NumberSeries series,
        string code,
        string field,
        DateOnly date
    ) =>
        new(
            "",
            series,
            0,
            new Problem(code, new RecordRef(NumberSeries.Entity, series.Code), field)
            {
                Args = new Dictionary<string, string>
                {
                    ["series"] = series.Code,
                    ["date"] = date.ToString("O", CultureInfo.InvariantCulture),
                },
            }
        );
}
