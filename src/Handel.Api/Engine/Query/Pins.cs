namespace Handel.Api.Engine.Query;

/// <summary>
/// What the filter demands of every row: the simple comparisons that must all hold.
/// </summary>
public sealed class Pins
{
    private readonly List<(string Name, CompareOperator Operator, object? Value)> pins = [];
    private readonly Dictionary<string, List<object?>> lists = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public static Pins None { get; } = new();

    internal static Pins Of(FilterNode? filter)
    {
        var found = new Pins();
        if (filter is not null)
            found.Collect(filter);
        return found;
    }

    /// <summary>The filter restricts this property, in whatever way.</summary>
    public bool Has(string name) => names.Contains(name);

    /// <summary>The value that the property must equal, or null.</summary>
    public string? Text(string name) => Equal(name)?.ToString();

    public Guid? Id(string name) =>
        Equal(name) switch
        {
            Guid id => id,
            string text when Guid.TryParse(text, out var id) => id,
            _ => null,
        };

    /// <summary>The ids of which the property must equal one; empty when it is free.</summary>
    public IReadOnlyList<Guid> Ids(string name)
    {
        if (Id(name) is { } id)
            return [id];
        return lists.TryGetValue(name, out var values) ? [.. values.OfType<Guid>()] : [];
    }

    public DateOnly? Date(string name) => Equal(name) is { } value ? DateOf(value) : null;

    /// <summary>
    /// The first and the last date that the filter lets through; null is open.
    /// </summary>
    public (DateOnly? From, DateOnly? To) DateRange(string name)
    {
        (DateOnly? From, DateOnly? To) range = (null, null);
        foreach (var pin in pins.Where(pin => Same(pin.Name, name)))
        {
            if (DateOf(pin.Value) is not { } date)
                continue;
            range = pin.Operator switch
            {
                CompareOperator.Eq => (date, date),
                CompareOperator.Ge => (date, range.To),
                CompareOperator.Gt => (date.AddDays(1), range.To),
                CompareOperator.Le => (range.From, date),
                CompareOperator.Lt => (range.From, date.AddDays(-1)),
                CompareOperator.Ne => range,
                _ => throw new InvalidOperationException(),
            };
        }
        return range;
    }

    private static DateOnly? DateOf(object? value) =>
        value switch
        {
            DateOnly date => date,
            DateTimeOffset instant => DateOnly.FromDateTime(instant.UtcDateTime),
            string text => WireValue.ParseDate(text),
            _ => null,
        };

    private object? Equal(string name) =>
        pins.Find(pin => Same(pin.Name, name) && pin.Operator == CompareOperator.Eq).Value;

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private void Collect(FilterNode node)
    {
        if (node is Both both)
        {
            Collect(both.Left);
            Collect(both.Right);
        }
        else if (node is Comparison { Left: PropertyPath { Names: [var name] } } comparison)
        {
            names.Add(name);
            if (comparison.Right is Literal literal)
                pins.Add((name, comparison.Operator, literal.Value));
        }
        else if (node is OneOf { Item: PropertyPath { Names: [var item] } } list)
        {
            names.Add(item);
            if (list.Options.All(option => option is Literal))
                lists[item] = [.. list.Options.Select(option => ((Literal)option).Value)];
        }
    }
}
