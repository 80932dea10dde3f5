using System.Linq.Expressions;
using System.Text;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>
/// Which values of a row are fetched, and at which place in the fetched array.
/// </summary>
internal sealed class Layout
{
    private const int Nowhere = -1;
    private readonly List<Expression> slots = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Binder binder;
    private readonly int versionAt = -1;

    public Layout(Resource resource, QueryOptions options, ApiRoute route, Binder binder)
    {
        this.binder = binder;
        Resource = resource;
        Row = Expression.Parameter(resource.RowType, "row");
        Shown = [.. ShownOf(resource, options, route)];
        Cells =
        [
            .. Shown.Select(shape =>
                resource.Find(shape.Name) is { } field
                    ? new Cell(shape, field, Place(shape.Name))
                    : new Cell(shape, null, Nowhere)
            ),
        ];
        foreach (var key in resource.Shape.Key)
            Place(key);
        if (resource.Shape.HasETag && VersionOf(resource) is { } version)
            versionAt = Append(Splice.Apply(version, Row, binder.Scope));
    }

    public Resource Resource { get; }
    public ParameterExpression Row { get; }

    /// <summary>The properties that go into the body, in the contract's order.</summary>
    public IReadOnlyList<FieldShape> Shown { get; }

    /// <summary>The same, with their places; a stream has no field.</summary>
    public Cell[] Cells { get; }

    /// <summary>One array per row: every value once, boxed.</summary>
    public LambdaExpression Projection =>
        Expression.Lambda(
            Expression.NewArrayInit(
                typeof(object),
                slots.Select(slot => Expression.Convert(slot, typeof(object)))
            ),
            Row
        );

    /// <summary>Makes sure that a property is fetched, shown or not.</summary>
    public int Place(string name)
    {
        var field = Resource.Find(name) ?? throw Binder.UnknownProperty(name, Resource);
        if (places.TryGetValue(field.Name, out var place))
            return place;
        if (field.IsConstant)
            return places[field.Name] = Nowhere;
        var value = field.On(Row, binder.Scope);
        var bare = Splice.Bare(value.Type);
        if (bare.IsEnum)
            value = Expression.Convert(
                value,
                Splice.IsNullable(value.Type) ? typeof(int?) : typeof(int)
            );
        return places[field.Name] = Append(value);
    }

    public int Append(Expression value)
    {
        slots.Add(value);
        return slots.Count - 1;
    }

    /// <summary>The value of a property as clients see it.</summary>
    public object? Wire(object?[] row, string name)
    {
        var field = Resource.Find(name)!;
        return Wire(row, new Cell(field.Shape, field, Place(name)));
    }

    public object? Wire(object?[] row, in Cell cell) =>
        WireValue.From(cell.Field!, cell.Place == Nowhere ? null : row[cell.Place], binder.Scope);

    public string? ETag(object?[] row) =>
        !Resource.Shape.HasETag ? null
        : versionAt < 0 ? Query.ETag.Of("0")
        : Query.ETag.Of(row[versionAt]);

    private static LambdaExpression? VersionOf(Resource resource)
    {
        if (resource.Version is { } version)
            return version;
        if (resource.Find("lastModifiedDateTime") is not { } stamp)
            return null;
        var row = Expression.Parameter(resource.RowType);
        var scope = Expression.Parameter(typeof(RequestScope));
        return stamp.SourceLambda.Parameters.Count == 1
            ? stamp.SourceLambda
            : Expression.Lambda(Expression.Invoke(stamp.SourceLambda, row, scope), row, scope);
    }

    private static IEnumerable<FieldShape> ShownOf(
        Resource resource,
        QueryOptions options,
        ApiRoute route
    )
    {
        var all = resource.Shape.Fields.Where(field => field.Access != Access.Filter);
        if (options.Select is not { } names)
            return all;
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var isNavigation =
                resource.FindNavigation(name) is { } navigation
                && route.ByType(navigation.Type) is not null;
            if (resource.FindShape(name) is null && !isNavigation)
                throw Binder.UnknownProperty(name, resource);
            wanted.Add(name);
        }
        return all.Where(field => wanted.Contains(field.Name));
    }
}

/// <summary>A shown property and the place of its value in a fetched row.</summary>
internal readonly record struct Cell(FieldShape Shape, Field? Field, int Place);

/// <summary>Entity tags: opaque to clients, the row's version to us (API-E-1).</summary>
internal static class ETag
{
    public static string Of(object? version)
    {
        var text = version switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            DateTimeOffset instant => instant.UtcTicks.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            DateTime moment => moment.Ticks.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => Convert.ToString(version, System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
        return "W/\"" + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + "\"";
    }

    /// <summary>The version inside a tag, or null when it is not a tag of ours.</summary>
    public static string? VersionIn(string tag)
    {
        var text = tag.Trim();
        if (text.StartsWith("W/", StringComparison.Ordinal))
            text = text[2..];
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
            return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text[1..^1], bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
