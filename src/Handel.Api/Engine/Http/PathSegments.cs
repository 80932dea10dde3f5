using Handel.Api.Engine.Query;

namespace Handel.Api.Engine.Http;

/// <summary>One step of an address: a name and, in parentheses, a key.</summary>
internal sealed record Segment(string Name, string? Key)
{
    /// <summary>
    /// Splits at slashes outside of quotes; <c>%2F</c> in a key stays a character.
    /// </summary>
    public static List<Segment> Parse(string path)
    {
        var segments = new List<Segment>();
        foreach (var part in QueryOptions.Split(path.Trim('/'), '/'))
        {
            if (part.Length == 0)
                continue;
            var text = part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
            var open = text.IndexOf('(', StringComparison.Ordinal);
            if (open < 0)
                segments.Add(new(text, null));
            else if (text.EndsWith(')'))
                segments.Add(new(text[..open], text[(open + 1)..^1]));
            else
                throw new RefusalException(ErrorCode.InvalidRequestUrl, Text.BadKey, text, "");
        }
        return segments;
    }

    /// <summary>
    /// The key as a filter (API-R-5): <c>guid</c>, <c>'text'</c> or named parts.
    /// </summary>
    public FilterNode KeyFilter(Resource resource)
    {
        FilterNode? filter = null;
        var parts = QueryOptions.Split(Key!, ',').Select(part => part.Trim()).ToList();
        foreach (var part in parts)
        {
            var at = part.StartsWith('\'') ? -1 : part.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? resource.Shape.Key[0] : part[..at].Trim();
            filter = QueryOptions.And(filter, Equal(resource, name, part[(at + 1)..].Trim()));
        }
        var isWhole = parts.Count == resource.Shape.Key.Count;
        return isWhole && filter is not null ? filter : throw BadKey(resource);
    }

    private Comparison Equal(Resource resource, string name, string text)
    {
        if (resource.FindShape(name) is not { } shape || !resource.Shape.Key.Contains(shape.Name))
            throw BadKey(resource);
        var isQuoted = text.Length > 1 && text[0] == '\'' && text[^1] == '\'';
        var bare = isQuoted ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : text;
        if (!WireValue.TryParse(shape, bare, out var value))
            throw BadKey(resource);
        return new(CompareOperator.Eq, new PropertyPath(name), new Literal(value));
    }

    private RefusalException BadKey(Resource resource) =>
        new(ErrorCode.InvalidRequestUrl, Text.BadKey, Key!, resource.Name);
}
