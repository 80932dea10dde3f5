namespace Handel.Ledgers.Reports;

/// <summary>
/// Account numbers and ranges of them, divided by bars: <c>1000..1999|2100</c> (COA-05).
/// </summary>
public sealed class AccountFilter
{
    private const string RangeSign = "..";

    private AccountFilter(IReadOnlyList<AccountRange> ranges) => Ranges = ranges;

    public IReadOnlyList<AccountRange> Ranges { get; }

    public static AccountFilter Nothing { get; } = new([]);

    public static AccountFilter Single(string no) => new([new(no, no)]);

    public bool Contains(string no) => Ranges.Any(range => range.Contains(no));

    /// <summary>Reads a filter; null where the text is none.</summary>
    public static AccountFilter? Read(string text)
    {
        var ranges = new List<AccountRange>();
        foreach (var part in text.Split('|', StringSplitOptions.TrimEntries))
        {
            if (part.Length == 0)
                return null;
            var ends = part.Split(RangeSign, StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || ends.Any(end => end.Contains('.', StringComparison.Ordinal)))
                return null;
            var range = new AccountRange(ends[0], ends[^1]);
            if (range.IsEmpty)
                return null;
            ranges.Add(range);
        }
        return new(ranges);
    }

    /// <summary>Reads what was checked when it was stored.</summary>
    public static AccountFilter Parse(string text) =>
        text.Length == 0
            ? Nothing
            : Read(text) ?? throw new FormatException($"'{text}' is no account filter.");

    public override string ToString() => string.Join('|', Ranges);
}

/// <summary>
/// Account numbers from one to another, in the order of their characters; a blank end is open.
/// </summary>
public readonly record struct AccountRange(string From, string To)
{
    public bool IsEmpty =>
        (From.Length == 0 && To.Length == 0)
        || (From.Length > 0 && To.Length > 0 && string.CompareOrdinal(From, To) > 0);

    public bool Contains(string no) =>
        string.CompareOrdinal(no, From) >= 0
        && (To.Length == 0 || string.CompareOrdinal(no, To) <= 0);

    public override string ToString() => From == To ? From : $"{From}..{To}";
}
