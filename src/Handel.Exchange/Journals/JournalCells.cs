using System.Globalization;
using System.Text.RegularExpressions;
using Handel.Ledgers.Journals;

namespace Handel.Exchange.Journals;

/// <summary>
/// Cells as values of fields. A number or date that could be read in two ways is read as the
/// language of the file writes it, and never guessed.
/// </summary>
internal sealed partial class JournalCells(string language)
{
    private const decimal NumberMax = 1_000_000_000_000m;

    private static readonly string[] DutchDates = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy"];
    private static readonly string[] EnglishDates = ["d/M/yyyy", "d MMM yyyy"];

    private static readonly string[] Yes = ["ja", "yes", "true", "waar", "1", "x"];
    private static readonly string[] No = ["nee", "no", "false", "onwaar", "0"];

    private bool IsDutch => language == "nl";

    /// <summary>The value as an edit takes it, or the code of what is wrong with it.</summary>
    public (object? Value, string Code) Read(JournalField field, object cell)
    {
        var text = Text(cell).Trim();
        if (text.Length == 0)
            return ("", "");
        if (JournalColumns.WordsOf(field) is { } words)
            return words.TryGetValue(text, out var word) ? (word, "") : Wrong;
        if (JournalColumns.IsDate(field))
            return cell is DateOnly date ? (date, "")
                : DateOf(text) is { } written ? (written, "")
                : Wrong;
        if (JournalColumns.IsNumber(field))
            return
                (cell as decimal? ?? NumberOf(text)) is { } number && Math.Abs(number) <= NumberMax
                ? (number, "")
                : Wrong;
        if (field == JournalField.IsCorrection)
            return FlagOf(cell, text) is { } flag ? (flag, "") : Wrong;
        if (text.Length > JournalColumns.LengthOf(field) || text.Any(char.IsControl))
            return (null, ImportCodes.TooLong);
        return (JournalColumns.IsFree(field) ? text : text.ToUpperInvariant(), "");
    }

    public static string Text(object? cell) =>
        cell switch
        {
            null => "",
            string text => text,
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };

    private static (object? Value, string Code) Wrong => (null, ImportCodes.Value);

    private static bool? FlagOf(object cell, string text) =>
        cell as bool?
        ?? (
            Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? true
            : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? false
            : null
        );

    private DateOnly? DateOf(string text)
    {
        var forms = IsDutch ? DutchDates : EnglishDates;
        return DateOnly.TryParseExact(
            text,
            ["yyyy-MM-dd", .. forms],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;
    }

    // 1.234 is a thousand and more in Dutch; 1234.56 can be nothing but a point.
    private decimal? NumberOf(string text)
    {
        var bare = IsDutch ? Dutch(text) : English(text);
        bare ??= Plain().IsMatch(text) ? text : null;
        return
            bare is not null
            && decimal.TryParse(
                bare,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? number
            : null;
    }

    private static string? Dutch(string text) =>
        DutchNumber().IsMatch(text)
            ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : null;

    private static string? English(string text) =>
        EnglishNumber().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : null;

    [GeneratedRegex(
        @"^[-+]?(\d{1,3}(\.\d{3})+|\d{1,15})(,\d{1,10})?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DutchNumber();

    [GeneratedRegex(
        @"^[-+]?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d{1,10})?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EnglishNumber();

    [GeneratedRegex(
        @"^[-+]?\d{1,15}(\.\d{1,10})?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Plain();
}
