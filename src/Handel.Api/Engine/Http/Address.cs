using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;

namespace Handel.Api.Engine.Http;

/// <summary>
/// What a path leads to: rows of a resource, one row, a property of it, an action.
/// </summary>
internal sealed record Address(Resource Resource)
{
    /// <summary>The key and the parents of the path, as a filter.</summary>
    public FilterNode? Filter { get; init; }

    /// <summary>A key or a to-one navigation: the address of one row.</summary>
    public bool IsEntity { get; init; }

    /// <summary>A to-one navigation without a target is 204, a key without a row 404.</summary>
    public bool MayBeAbsent { get; init; }

    public bool IsBelowParent { get; init; }

    /// <summary>The id, when nothing else leads to the row.</summary>
    public Guid? PlainId =>
        Filter is Comparison { Right: Literal { Value: Guid id } } && !IsBelowParent ? id : null;
    public FieldShape? Property { get; init; }
    public ResourceAction? Action { get; init; }
    public bool WantsCount { get; init; }
    public bool WantsRawValue { get; init; }

    /// <summary>What the parents imply for a new row below them (API-D-3).</summary>
    public IReadOnlyList<GivenValue> Implied { get; init; } = [];
}

/// <summary>Walks a path, one query for every parent on the way (API-R-7).</summary>
internal static class Addresses
{
    public static async Task<Address> Find(ApiRequest request, IReadOnlyList<Segment> path)
    {
        if (path.Count > request.Host.Limits.PathDepthMax)
            throw Unknown(path[^1]);
        var first = path[0];
        var resource = request.Route.ByName(first.Name) ?? throw Unknown(first);
        var address = Keyed(new Address(resource), first);
        foreach (var segment in path.Skip(1))
            address = await Step(request, address, segment);
        return address;
    }

    private static async Task<Address> Step(ApiRequest request, Address address, Segment segment)
    {
        var resource = address.Resource;
        if (address.WantsCount || address.WantsRawValue || address.Action is not null)
            throw Unknown(segment);
        if (segment.Name == "$count" && !address.IsEntity)
            return address with { WantsCount = true };
        if (segment.Name == "$value" && address.Property is not null)
            return address with { WantsRawValue = true };
        if (segment.Name == "$ref")
            throw Binder.NotSupported("$ref");
        if (!address.IsEntity || address.Property is not null)
            throw Unknown(segment);
        if (resource.FindNavigation(segment.Name) is { } navigation)
            if (request.Route.ByType(navigation.Type) is { } target)
                return Keyed(await Follow(request, address, navigation, target), segment);
        if (resource.FindShape(segment.Name) is { Access: not Access.Filter } property)
            return address with { Property = property };
        const string Namespace = "Microsoft.NAV.";
        var name = segment.Name.StartsWith(Namespace, StringComparison.Ordinal)
            ? segment.Name[Namespace.Length..]
            : segment.Name;
        return resource.Actions.TryGetValue(name, out var action)
            ? address with
            {
                Action = action,
            }
            : throw Unknown(segment);
    }

    private static Address Keyed(Address address, Segment segment) =>
        segment.Key is null
            ? address
            : address with
            {
                Filter = QueryOptions.And(address.Filter, segment.KeyFilter(address.Resource)),
                IsEntity = true,
                MayBeAbsent = false,
            };

    private static async Task<Address> Follow(
        ApiRequest request,
        Address parent,
        NavigationShape navigation,
        Resource target
    )
    {
        var found = await Rows.Find(
            request,
            parent,
            QueryOptions.None with
            {
                Select = [.. navigation.On.Select(pair => pair.Here)],
            }
        );
        var (layout, row) =
            found ?? throw new RefusalException(ErrorCode.RecordNotFound, Text.RowNotFound);
        FilterNode? filter = Expander.Fixed(navigation);
        var implied = new List<GivenValue>();
        foreach (var pair in navigation.On)
        {
            var value = layout.Wire(row, pair.Here)!;
            implied.Add(new(pair.There, value));
            filter = QueryOptions.And(
                filter,
                new Comparison(CompareOperator.Eq, new PropertyPath(pair.There), new Literal(value))
            );
        }
        foreach (var pin in navigation.Fixed)
            if (target.FindShape(pin.Key) is { } shape)
                implied.Add(new(shape.Name, Term.Fit(pin.Value, shape)!));
        return new(target)
        {
            Filter = filter,
            IsEntity = !navigation.IsCollection,
            MayBeAbsent = !navigation.IsCollection,
            IsBelowParent = true,
            Implied = implied,
        };
    }

    private static RefusalException Unknown(Segment segment) =>
        new(ErrorCode.ResourceNotFound, Text.SegmentNotFound, segment.Name);
}

/// <summary>Finds the one row of an address.</summary>
internal static class Rows
{
    public static async Task<(Layout Layout, object?[] Row)?> Find(
        ApiRequest request,
        Address address,
        QueryOptions options
    )
    {
        var layout = new Layout(address.Resource, options, request.Route, request.Binder);
        foreach (var name in options.Select ?? [])
            if (address.Resource.Find(name) is not null)
                layout.Place(name);
        new Expander(request.Route, request.Binder, request.Host.Limits).Prepare(
            layout,
            options.Expand
        );
        var row = await Read(request, address, layout);
        return row is null ? null : (layout, row);
    }

    public static async Task<object?[]?> Read(ApiRequest request, Address address, Layout layout)
    {
        var options = QueryOptions.None with { Filter = address.Filter };
        var reader = await RowReader.Open(layout, options, request.Binder);
        return await reader.Single();
    }
}
