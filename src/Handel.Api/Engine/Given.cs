using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine;

/// <summary>One property that the caller gave, checked and in its .NET type.</summary>
/// <param name="Name">The canonical property name.</param>
/// <param name="Value">
/// string, Guid, decimal, int, long, bool, DateOnly, DateTimeOffset; an enum member is its number.
/// </param>
public sealed record GivenValue(string Name, object Value);

/// <summary>
/// What a caller gave in a body: its properties in the service's order (API-V-2), and the children
/// of a deep insert by navigation name.
/// </summary>
public sealed class Given
{
    private readonly Dictionary<string, object> byName;

    public Given(IReadOnlyList<GivenValue> values)
    {
        Values = values;
        byName = values.ToDictionary(value => value.Name, value => value.Value, Names);
    }

    private static StringComparer Names => StringComparer.OrdinalIgnoreCase;

    public static Given Nothing { get; } = new([]);

    public IReadOnlyList<GivenValue> Values { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<Given>> Children { get; init; } =
        new Dictionary<string, IReadOnlyList<Given>>();

    /// <summary>
    /// The version inside the <c>If-Match</c> header; null for <c>*</c> or none.
    /// </summary>
    public string? Version { get; init; }

    public bool Has(string name) => byName.ContainsKey(name);

    public string? Text(string name) => byName.GetValueOrDefault(name) as string;

    /// <summary>A value of a complex type, as it was written.</summary>
    public System.Text.Json.JsonElement? Json(string name) =>
        byName.GetValueOrDefault(name) as System.Text.Json.JsonElement?;

    public Guid? Id(string name) => Value<Guid>(name);

    /// <summary>The value, or null when it was not given.</summary>
    public T? Value<T>(string name)
        where T : struct =>
        !byName.TryGetValue(name, out var value) ? null
        : typeof(T).IsEnum ? (T)Enum.ToObject(typeof(T), value)
        : (T)value;

    public IReadOnlyList<Given> ChildrenOf(string navigation) =>
        Children.TryGetValue(navigation, out var children) ? children : [];
}
