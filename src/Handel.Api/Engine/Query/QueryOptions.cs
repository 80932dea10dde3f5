using System.Globalization;

namespace Handel.Api.Engine.Query;

internal sealed record OrderItem(FilterNode Value, bool IsDescending);

internal sealed record ExpandItem(string Name, QueryOptions Options);

/// <summary>What a caller asks of a set (A7), read but not yet bound.</summary>
internal sealed record QueryOptions
{
    public static QueryOptions None { get; } = new();

    public FilterNode? Filter { get; init; }

    /// <summary>null selects everything.</summary>
    public IReadOnlyList<string>? Select { get; init; }
    public IReadOnlyList<ExpandItem> Expand { get; init; } = [];
    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];
    public int? Top { get; init; }
    public int Skip { get; init; }
    public bool WantsCount { get; init; }
    public string SkipToken { get; init; } = "";

    public static QueryOptions Parse(string queryString, ApiLimits limits)
    {
        if (queryString.Length > limits.QueryCharactersMax)
            throw new RefusalException(
                ErrorCode.QueryTooLong,
                Text.QueryTooLong,
                limits.QueryCharactersMax
            );
        var options = None;
        foreach (var (name, value) in Pairs(queryString))
            options = options.With(name, value, limits);
        return options;
    }

    /// <summary>Name and value of every option, decoded; a plus is a blank.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string queryString)
    {
        foreach (var part in queryString.TrimStart('?').Split('&'))
        {
            if (part.Length == 0)
                continue;
            var at = part.IndexOf('=', StringComparison.Ordinal);
            yield return at < 0
                ? (Decode(part), "")
                : (Decode(part[..at]), Decode(part[(at + 1)..]));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private QueryOptions With(string name, string value, ApiLimits limits)
    {
        var bare = name.TrimStart('$').ToLowerInvariant();
        return bare switch
        {
            "filter" => this with
            {
                Filter = And(Filter, FilterParser.Parse(value, limits.FilterDepthMax)),
            },
            "select" => this with { Select = ParseSelect(value) },
            "expand" => this with { Expand = Merge(Expand, ParseExpand(value, limits, 1)) },
            "orderby" => this with { OrderBy = ParseOrder(value, limits) },
            "top" => this with { Top = Number(name, value) },
            "skip" => this with { Skip = Number(name, value) },
            "count" => this with { WantsCount = Flag(name, value) },
            "skiptoken" => this with { SkipToken = value },
            "search" or "compute" or "apply" => throw Binder.NotSupported("$" + bare),
            "deltatoken" => throw new RefusalException([
                new ApiFault(ErrorCode.InvalidToken, Text.BadToken) { Status = 410 },
            ]),
            "format" or "schemaversion" or "version" or "tenant" => this,
            _ when name.StartsWith('$') => throw new RefusalException(
                ErrorCode.InvalidRequestUrl,
                Text.UnknownOption,
                name
            ),
            _ => this,
        };
    }

    public static FilterNode? And(FilterNode? left, FilterNode? right) =>
        left is null ? right
        : right is null ? left
        : new Both(left, right);

    private static List<string>? ParseSelect(string value)
    {
        var names = Split(value, ',').Select(name => name.Trim()).Where(n => n.Length > 0).ToList();
        return names.Contains("*") || names.Count == 0 ? null : names;
    }

    private static List<OrderItem> ParseOrder(string value, ApiLimits limits)
    {
        var items = new List<OrderItem>();
        foreach (var part in Split(value, ','))
        {
            var text = part.Trim();
            var isDescending = text.EndsWith(" desc", StringComparison.OrdinalIgnoreCase);
            if (isDescending)
                text = text[..^5];
            else if (text.EndsWith(" asc", StringComparison.OrdinalIgnoreCase))
                text = text[..^4];
            if (text.Length > 0)
                items.Add(new(FilterParser.Parse(text, limits.FilterDepthMax), isDescending));
        }
        return items;
    }

    private static List<ExpandItem> ParseExpand(string value, ApiLimits limits, int depth)
    {
        if (depth > limits.ExpandDepthMax)
            throw new RefusalException(ErrorCode.BadRequest, Text.BadOption, "$expand", value);
        var items = new List<ExpandItem>();
        foreach (var part in Split(value, ',').Where(part => part.Trim().Length > 0))
        {
            var text = part.Trim();
            var open = text.IndexOf('(', StringComparison.Ordinal);
            if (open >= 0 && !text.EndsWith(')'))
                throw new RefusalException(ErrorCode.BadRequest, Text.BadOption, "$expand", value);
            var path = (open < 0 ? text : text[..open]).Split('/');
            var options = open < 0 ? None : ParseNested(text[(open + 1)..^1], limits, depth);
            for (var i = path.Length - 1; i > 0; i--)
                options = None with { Expand = [new(path[i].Trim(), options)] };
            if (depth + path.Length - 1 > limits.ExpandDepthMax)
                throw new RefusalException(ErrorCode.BadRequest, Text.BadOption, "$expand", value);
            items = Merge(items, [new(path[0].Trim(), options)]);
        }
        return items;
    }

    private static QueryOptions ParseNested(string text, ApiLimits limits, int depth)
    {
        var options = None;
        foreach (var part in Split(text, ';').Where(part => part.Trim().Length > 0))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at < 0)
                throw new RefusalException(ErrorCode.BadRequest, Text.BadOption, "$expand", part);
            var (name, value) = (part[..at].Trim(), part[(at + 1)..].Trim());
            options = name.TrimStart('$').Equals("expand", StringComparison.OrdinalIgnoreCase)
                ? options with
                {
                    Expand = ParseExpand(value, limits, depth + 1),
                }
                : options.With(name, value, limits);
        }
        return options;
    }

    /// <summary><c>a/b,a/c</c> expands a once, with both below it.</summary>
    private static List<ExpandItem> Merge(
        IReadOnlyList<ExpandItem> known,
        IReadOnlyList<ExpandItem> added
    )
    {
        var merged = known.ToList();
        foreach (var item in added)
        {
            var at = merged.FindIndex(other => other.Name == item.Name);
            if (at < 0)
                merged.Add(item);
            else
            {
                var kept = merged[at].Options == None ? item.Options : merged[at].Options;
                var below = Merge(merged[at].Options.Expand, item.Options.Expand);
                merged[at] = new(item.Name, kept with { Expand = below });
            }
        }
        return merged;
    }

    /// <summary>Splits outside of quotes and parentheses.</summary>
    internal static IEnumerable<string> Split(string text, char by)
    {
        var (start, depth, isQuoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '\'';
            if (isQuoted)
                continue;
            depth += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (text[i] == by && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
        yield return text[start..];
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RefusalException(ErrorCode.BadRequest, Text.BadOption, name, value);

    private static bool Flag(string name, string value) =>
        bool.TryParse(value, out var flag)
            ? flag
            : throw new RefusalException(ErrorCode.BadRequest, Text.BadOption, name, value);
}
