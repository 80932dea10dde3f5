using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>The values that join a child to its parents.</summary>
internal readonly record struct JoinKey(object? First, object? Second, object? Third);

/// <summary>A navigation with the rows of all parents, fetched by one query.</summary>
internal sealed class Expanded(NavigationShape navigation, Layout layout, QueryOptions options)
{
    public NavigationShape Navigation { get; } = navigation;
    public Layout Layout { get; } = layout;
    public Dictionary<JoinKey, List<object?[]>> Rows { get; } = [];
    public IReadOnlyList<Expanded> Below { get; set; } = [];

    public IReadOnlyList<object?[]> Of(Layout parent, object?[] row) =>
        Rows.TryGetValue(KeyOf(parent, row, pair => pair.Here), out var rows) ? rows : [];

    /// <summary>$top and $skip count the children of one parent.</summary>
    public IEnumerable<object?[]> Trim(IReadOnlyList<object?[]> rows) =>
        rows.Skip(options.Skip).Take(options.Top ?? int.MaxValue);

    public JoinKey KeyOf(Layout of, object?[] row, Func<JoinPair, string> side)
    {
        var on = Navigation.On;
        return new(
            of.Wire(row, side(on[0])),
            on.Count > 1 ? of.Wire(row, side(on[1])) : null,
            on.Count > 2 ? of.Wire(row, side(on[2])) : null
        );
    }
}

/// <summary>
/// Fetches expanded navigations: one query for each, whatever the number of parents.
/// </summary>
internal sealed class Expander(ApiRoute route, Binder binder, ApiLimits limits)
{
    /// <summary>Parents must fetch the properties that join them to their children.</summary>
    public void Prepare(Layout parent, IReadOnlyList<ExpandItem> items)
    {
        foreach (var item in items)
        foreach (var pair in Find(parent.Resource, item.Name).Shape.On)
            parent.Place(pair.Here);
    }

    public async Task<IReadOnlyList<Expanded>> Load(
        Layout parent,
        IReadOnlyList<object?[]> rows,
        IReadOnlyList<ExpandItem> items
    )
    {
        var loaded = new List<Expanded>();
        foreach (var item in items)
            loaded.Add(await Load(parent, rows, item));
        return loaded;
    }

    private async Task<Expanded> Load(Layout parent, IReadOnlyList<object?[]> rows, ExpandItem item)
    {
        var (navigation, target) = Find(parent.Resource, item.Name);
        var layout = new Layout(target, item.Options, route, binder);
        var expanded = new Expanded(navigation, layout, item.Options);
        foreach (var pair in navigation.On)
            layout.Place(pair.There);
        Prepare(layout, item.Options.Expand);
        var children = new List<object?[]>();
        if (rows.Count > 0 && navigation.On.Count > 0)
        {
            var options = item.Options with
            {
                Filter = QueryOptions.And(Join(parent, rows, navigation), item.Options.Filter),
                Top = null,
                Skip = 0,
            };
            var reader = await RowReader.Open(layout, options, binder);
            await foreach (
                var child in reader
                    .Page(limits.ExpandedRowsMax)
                    .WithCancellation(binder.Scope.Aborted)
            )
                Keep(expanded, child, children, item);
        }
        expanded.Below = await Load(layout, children, item.Options.Expand);
        return expanded;
    }

    private void Keep(Expanded expanded, object?[] child, List<object?[]> all, ExpandItem item)
    {
        var key = expanded.KeyOf(expanded.Layout, child, pair => pair.There);
        if (!expanded.Rows.TryGetValue(key, out var rows))
            expanded.Rows[key] = rows = [];
        rows.Add(child);
        all.Add(child);
        if (all.Count > limits.ExpandedRowsMax)
            throw new RefusalException(
                ErrorCode.BadRequest,
                Text.TooManyRows,
                limits.ExpandedRowsMax,
                item.Name
            );
    }

    private (NavigationShape Shape, Resource Target) Find(Resource resource, string name)
    {
        if (
            resource.FindNavigation(name) is { } navigation
            && route.ByType(navigation.Type) is { } target
        )
            return (navigation, target);
        throw Binder.UnknownProperty(name, resource);
    }

    private static FilterNode Join(
        Layout parent,
        IReadOnlyList<object?[]> rows,
        NavigationShape navigation
    )
    {
        FilterNode? filter = null;
        foreach (var pair in navigation.On)
        {
            var values = rows.Select(row => parent.Wire(row, pair.Here))
                .Distinct()
                .Select(value => (FilterNode)new Literal(value))
                .ToList();
            filter = QueryOptions.And(filter, new OneOf(new PropertyPath(pair.There), values));
        }
        return QueryOptions.And(filter, Fixed(navigation))!;
    }

    /// <summary>The constants that pin the other end to this kind of parent.</summary>
    public static FilterNode? Fixed(NavigationShape navigation) =>
        navigation
            .Fixed.Where(pin => !pin.Key.Contains(' ', StringComparison.Ordinal))
            .Aggregate(
                (FilterNode?)null,
                (filter, pin) =>
                    QueryOptions.And(
                        filter,
                        new Comparison(
                            CompareOperator.Eq,
                            new PropertyPath(pin.Key),
                            new Literal(pin.Value)
                        )
                    )
            );
}
