using System.Globalization;

namespace Handel.Kernel.Dates;

/// <summary>Reads the terms of a date formula (DF-01).</summary>
internal static class DateFormulaText
{
    /// <summary>The terms, none for a blank text, or null where the text is no formula.</summary>
    public static List<DateTerm>? Read(string text, string language)
    {
        var typed = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (typed.Length > DateFormula.LengthMax)
            return null;

        var terms = new List<DateTerm>();
        var rest = typed.AsSpan();
        while (rest.Length > 0)
        {
            var isSigned = rest[0] is '+' or '-';
            var isNegative = rest[0] == '-';
            if (terms.Count == DateFormula.TermsMax || (terms.Count > 0 && !isSigned))
                return null;
            rest = isSigned ? rest[1..] : rest;

            var length = rest.IndexOfAny('+', '-') is var next && next < 0 ? rest.Length : next;
            if (ReadTerm(rest[..length], isNegative, language) is not { } term)
                return null;
            terms.Add(term);
            rest = rest[length..];
        }
        return terms;
    }

    private static DateTerm? ReadTerm(ReadOnlySpan<char> text, bool isNegative, string language)
    {
        foreach (var letters in DateFormulaLetters.InOrder(language))
        {
            if (ReadTerm(text, letters) is { } term)
                return term with { IsNegative = isNegative };
        }
        return null;
    }

    private static DateTerm? ReadTerm(ReadOnlySpan<char> text, DateFormulaLetters letters)
    {
        foreach (var unit in Enum.GetValues<DateUnit>())
        {
            var letter = letters.Letter(unit);
            if (text.SequenceEqual(letters.Current + letter))
                return Known(DateTermKind.Period, 0, unit);
            if (text.EndsWith(letter) && ReadNumber(text[..^letter.Length]) is { } count)
                return Known(DateTermKind.Shift, count, unit);
            if (text.StartsWith(letter) && ReadNumber(text[letter.Length..]) is { } day)
                return Known(DateTermKind.NextDay, day, unit);
        }
        return null;
    }

    // DF-03: a weekday is only valid as WDn. DF-04: a period by its number is refused (O-04).
    private static DateTerm? Known(DateTermKind kind, int number, DateUnit unit)
    {
        var isValid = kind switch
        {
            DateTermKind.None => false,
            DateTermKind.Shift or DateTermKind.Period => unit != DateUnit.Weekday,
            DateTermKind.NextDay => number >= 1 && number <= DayMax(unit),
            _ => throw new InvalidOperationException($"Unknown kind: {kind}."),
        };
        return isValid ? new DateTerm(kind, false, number, unit) : null;
    }

    private static int DayMax(DateUnit unit) =>
        unit switch
        {
            DateUnit.Day => 31,
            DateUnit.Weekday => 7,
            DateUnit.Week or DateUnit.Month or DateUnit.Quarter or DateUnit.Year => 0,
            _ => throw new InvalidOperationException($"Unknown unit: {unit}."),
        };

    private static int? ReadNumber(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= DateFormula.NumberMax
            ? number
            : null;
}
