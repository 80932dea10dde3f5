using System.Text.Json;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Engine.Wire;

namespace Handel.Api.Engine.Http;

/// <summary>POST of an entity with what is nested in it (A9): all or nothing.</summary>
internal sealed class Inserting(ApiRequest request)
{
    public async Task<Guid> Run(Address address, JsonElement json)
    {
        var plan = await Read(address.Resource, json, address.Implied, ("", 1));
        if (!plan.NeedsTransaction)
            return await Insert(plan);
        var id = Guid.Empty;
        await request.Host.Transaction(
            request.Scope,
            async () =>
            {
                id = await Insert(plan);
                return true;
            }
        );
        return id;
    }

    private async Task<InsertPlan> Read(
        Resource resource,
        JsonElement json,
        IReadOnlyList<GivenValue> implied,
        (string Prefix, int Depth) at
    )
    {
        if (resource.CreateRow is null)
            throw new RefusalException(ErrorCode.InvalidOperation, Text.ReadOnly, at.Prefix, "");
        await request.Permit(resource, Operation.Insert);
        try
        {
            var body = new BodyReader(resource, true, _ => null).Read(json);
            var plan = new InsertPlan(resource, at.Prefix, Merge(body.Values, implied));
            foreach (var (navigation, url) in body.Binds)
                plan.Values.AddRange(await Bind(navigation, url));
            foreach (var (navigation, nested) in body.Nested)
                await ReadNested(plan, navigation, nested, at);
            return plan;
        }
        catch (RefusalException e) when (e.TargetPrefix.Length == 0 && at.Prefix.Length > 0)
        {
            throw new RefusalException(e.Faults)
            {
                Problems = e.Problems,
                TargetPrefix = at.Prefix,
            };
        }
    }

    private async Task ReadNested(
        InsertPlan plan,
        NavigationShape navigation,
        JsonElement json,
        (string Prefix, int Depth) at
    )
    {
        if (request.Route.ByType(navigation.Type) is not { } target)
            throw Binder.UnknownProperty(navigation.Name, plan.Resource);
        if (at.Depth >= request.Host.Limits.InsertDepthMax)
            throw new RefusalException(
                ErrorCode.BadRequest,
                Text.InsertTooDeep,
                navigation.Name,
                request.Host.Limits.InsertDepthMax
            );
        if (json.ValueKind == JsonValueKind.Null)
            return;
        if (json.ValueKind != JsonValueKind.Array)
        {
            var prefix = $"{at.Prefix}{navigation.Name}.";
            var one = await Read(target, json, [], (prefix, at.Depth + 1));
            plan.Nested.Add((navigation, [one]));
            return;
        }
        var (children, index) = (new List<InsertPlan>(), 0);
        foreach (var item in json.EnumerateArray())
        {
            var prefix = $"{at.Prefix}{navigation.Name}[{index++}].";
            children.Add(await Read(target, item, [], (prefix, at.Depth + 1)));
        }
        plan.Nested.Add((navigation, children));
    }

    private async Task<Guid> Insert(InsertPlan plan)
    {
        foreach (var (navigation, nested) in plan.Nested.Where(n => !n.Navigation.IsCollection))
            plan.Values.AddRange(await InsertReferenced(navigation, nested[0]));
        var outcome = await plan.Resource.CreateRow!(request.Scope, plan.ToGiven());
        Refusals.Throw(outcome.Fault, outcome.Problems, plan.Prefix);
        foreach (var (navigation, children) in plan.OwnChildren())
            await InsertChildren(plan.Resource, outcome.Id, navigation, children);
        return outcome.Id;
    }

    private async Task<IEnumerable<GivenValue>> InsertReferenced(
        NavigationShape navigation,
        InsertPlan plan
    )
    {
        var id = await Insert(plan);
        var values = await Values(plan.Resource, id, navigation.On.Select(pair => pair.There));
        return navigation.On.Select((pair, i) => new GivenValue(pair.Here, values[i]));
    }

    private async Task InsertChildren(
        Resource parent,
        Guid id,
        NavigationShape navigation,
        IReadOnlyList<InsertPlan> children
    )
    {
        var values = await Values(parent, id, navigation.On.Select(pair => pair.Here));
        var implied = navigation
            .On.Select((pair, i) => new GivenValue(pair.There, values[i]))
            .ToList();
        foreach (var child in children)
        {
            foreach (var pin in navigation.Fixed)
                if (child.Resource.FindShape(pin.Key) is { } shape)
                    implied.Add(new(shape.Name, Term.Fit(pin.Value, shape)!));
            var whole = Merge(child.Values, implied);
            child.Values.Clear();
            child.Values.AddRange(whole);
            await Insert(child);
        }
    }

    /// <summary>
    /// What the parent implies; the caller may repeat it, not contradict it (API-D-3).
    /// </summary>
    private static List<GivenValue> Merge(
        IReadOnlyList<GivenValue> given,
        IReadOnlyList<GivenValue> implied
    )
    {
        var merged = implied.DistinctBy(value => value.Name).ToList();
        foreach (var value in given)
        {
            var known = implied.FirstOrDefault(other => other.Name == value.Name);
            if (known is null)
                merged.Add(value);
            else if (!Equals(known.Value, value.Value) && !IsEmpty(value.Value))
                throw new RefusalException([
                    new ApiFault(ErrorCode.BadRequest, Text.ParentDiffers, value.Name, value.Value)
                    {
                        Target = value.Name,
                    },
                ]);
        }
        return merged;
    }

    private static bool IsEmpty(object value) => Equals(value, "") || Equals(value, Guid.Empty);

    /// <summary>
    /// <c>"customer@odata.bind": "customers(id)"</c> writes the foreign key (API-D-4).
    /// </summary>
    public async Task<IEnumerable<GivenValue>> Bind(NavigationShape navigation, string url)
    {
        var path = Segment.Parse(url[(url.LastIndexOf('/') + 1)..]);
        var address = await Addresses.Find(request, path);
        var options = QueryOptions.None with { Select = [.. navigation.On.Select(p => p.There)] };
        var found = await Rows.Find(request, address, options);
        var (layout, row) =
            found ?? throw new RefusalException(ErrorCode.RecordNotFound, Text.RowNotFound);
        return navigation.On.Select(p => new GivenValue(p.Here, layout.Wire(row, p.There)!));
    }

    private async Task<IReadOnlyList<object>> Values(
        Resource resource,
        Guid id,
        IEnumerable<string> names
    )
    {
        var options = QueryOptions.None with { Select = [.. names] };
        var found = await Rows.Find(request, Writing.ById(resource, id), options);
        var (layout, row) =
            found ?? throw new RefusalException(ErrorCode.RecordNotFound, Text.RowNotFound);
        return [.. options.Select!.Select(name => layout.Wire(row, name)!)];
    }

    /// <summary>An entity to be made, read and checked, with what is nested in it.</summary>
    private sealed record InsertPlan(Resource Resource, string Prefix, List<GivenValue> Values)
    {
        public List<(NavigationShape Navigation, IReadOnlyList<InsertPlan> Plans)> Nested { get; } =
        [];

        public bool NeedsTransaction =>
            Nested.Any(n => !n.Navigation.IsCollection) || OwnChildren().Any();

        public IEnumerable<(NavigationShape, IReadOnlyList<InsertPlan>)> OwnChildren() =>
            Nested.Where(n =>
                n.Navigation.IsCollection && !Resource.HandledChildren.Contains(n.Navigation.Name)
            );

        /// <summary>
        /// Values in the service's order (API-V-2), with the children it takes along.
        /// </summary>
        public Given ToGiven()
        {
            var order = Resource.Shape.Fields.Select((f, i) => (f.Name, i)).ToDictionary();
            var values = Values
                .DistinctBy(v => v.Name)
                .OrderBy(v => order.GetValueOrDefault(v.Name));
            return new([.. values])
            {
                Children = Nested
                    .Where(n => Resource.HandledChildren.Contains(n.Navigation.Name))
                    .ToDictionary(
                        n => n.Navigation.Name,
                        n => (IReadOnlyList<Given>)[.. n.Plans.Select(plan => plan.ToGiven())]
                    ),
            };
        }
    }
}
