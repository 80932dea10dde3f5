namespace Handel.Kernel;

/// <summary>
/// Codes that a setup names in one field: single ones and ranges, divided by bars, for example
/// <c>1000..1999|2100</c> (COA-05). Codes compare by their characters.
/// </summary>
public static class CodeFilter
{
    private const string RangeSign = "..";

    /// <summary>A blank filter lets nothing through.</summary>
    public static bool Covers(string filter, string code) =>
        filter.Length > 0 && Parts(filter).Any(part => IsIn(part, code));

    /// <summary>A blank filter lets everything through.</summary>
    public static bool Allows(string filter, string code) =>
        filter.Length == 0 || Covers(filter, code);

    /// <summary>Single codes and ranges; an open end of a range is blank.</summary>
    public static IEnumerable<(string From, string To)> Parts(string filter)
    {
        foreach (var part in filter.Split('|', StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf(RangeSign, StringComparison.Ordinal);
            yield return at < 0 ? (part, part) : (part[..at], part[(at + RangeSign.Length)..]);
        }
    }

    private static bool IsIn((string From, string To) part, string code) =>
        string.CompareOrdinal(code, part.From) >= 0
        && (part.To.Length == 0 || string.CompareOrdinal(code, part.To) <= 0);
}
