using System.Globalization;

namespace Handel.Kernel.Numbering;

/// <summary>
/// A number as text: a prefix, the last group of digits that counts, and what follows (NOS-04).
/// </summary>
/// <param name="Prefix">Everything before the last group of digits.</param>
/// <param name="Digits">The last group of digits, leading zeros included.</param>
/// <param name="Suffix">Everything after it.</param>
public readonly record struct NumberText(string Prefix, string Digits, string Suffix)
{
    public const int LengthMax = 20;

    private Int128 Count => Int128.Parse(Digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Splits a number, or null when it has no digit or is too long.</summary>
    public static NumberText? Split(string number)
    {
        var end = number.Length;
        while (end > 0 && !char.IsAsciiDigit(number[end - 1]))
            end--;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(number[start - 1]))
            start--;
        return start == end || number.Length > LengthMax
            ? null
            : new NumberText(number[..start], number[start..end], number[end..]);
    }

    /// <summary>The number that follows: zeros are kept, the group grows when it must. Null when
    /// nothing counts in it or it would grow beyond 20 characters.</summary>
    public static string? Increment(string number, int by)
    {
        if (Split(number) is not { } text)
            return null;
        var count = (text.Count + by).ToString(CultureInfo.InvariantCulture);
        var grown = text.Prefix + count.PadLeft(text.Digits.Length, '0') + text.Suffix;
        return grown.Length <= LengthMax ? grown : null;
    }

    /// <summary>The number of this form that counts so many.</summary>
    public string With(long count) =>
        Prefix + count.ToString(CultureInfo.InvariantCulture).PadLeft(Digits.Length, '0') + Suffix;

    /// <summary>
    /// Orders two numbers of one series by what they count, so 99 comes before 100.
    /// </summary>
    public static int Compare(string number, string other) =>
        Split(number) is { } left && Split(other) is { } right && left.IsAlike(right)
            ? left.Count.CompareTo(right.Count)
            : string.CompareOrdinal(number, other);

    /// <summary>Whether two numbers differ in nothing but what they count.</summary>
    public bool IsAlike(NumberText other) => Prefix == other.Prefix && Suffix == other.Suffix;
}
