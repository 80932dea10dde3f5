using System.Globalization;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Words that stand for the date in numbers and texts of recurring lines (JNL-41): %1 day, %2 week,
/// %3 number of the month, %4 its name, %5 the period with its year.
/// </summary>
public static class DateWords
{
    /// <param name="monthNames">Twelve, in the language of the company.</param>
    public static string Fill(string text, DateOnly date, IReadOnlyList<string> monthNames)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var month = monthNames[date.Month - 1];
        var week = ISOWeek.GetWeekOfYear(date.ToDateTime(default));
        return text.Replace("%1", Text(date.Day), StringComparison.Ordinal)
            .Replace("%2", Text(week), StringComparison.Ordinal)
            .Replace("%3", Text(date.Month), StringComparison.Ordinal)
            .Replace("%4", month, StringComparison.Ordinal)
            .Replace("%5", $"{month} {Text(date.Year)}", StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
