using System.Linq.Expressions;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;

namespace Handel.Api.Engine;

/// <summary>
/// An entity set as data: its shape, its source, its fields, its writes, its actions. The engine
/// does the rest.
/// </summary>
public abstract class Resource
{
    private readonly Dictionary<string, Field> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FieldShape> shapes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NavigationShape> navigations = new(
        StringComparer.OrdinalIgnoreCase
    );

    private protected Resource(SetShape shape, bool isFromContract)
    {
        Shape = shape;
        IsFromContract = isFromContract;
        foreach (var field in shape.Fields)
            shapes[field.Name] = field;
        foreach (var navigation in shape.Navigations)
            navigations[navigation.Name] = navigation;
    }

    public const string ContractRoute = "/api/v2.0";
    public const string ExtensionRoute = "/api/handel/trade/v1.0";

    public SetShape Shape { get; private set; }
    public string Name => Shape.Name;
    internal bool IsFromContract { get; }

    /// <summary>
    /// Served without a company: companies themselves, subscriptions, routes.
    /// </summary>
    internal bool IsAboveCompanies { get; set; }
    internal LambdaExpression? Version { get; set; }
    internal Func<RequestScope, Guid, Task<object?>>? FindVersion { get; set; }
    internal IReadOnlyList<string> Order { get; set; } = [];

    /// <summary>Comes before <see cref="Order"/> where the caller states no order.</summary>
    internal LambdaExpression? Rank { get; set; }
    internal HashSet<string> HandledChildren { get; } = new(StringComparer.Ordinal);
    internal bool AcceptsId { get; set; }

    /// <summary>Properties of the parent within which the key is unique.</summary>
    internal IReadOnlyList<string> Within { get; set; } = [];
    internal Func<RequestScope, Given, Task<WriteOutcome>>? CreateRow { get; set; }
    internal Func<RequestScope, Guid, Given, Task<WriteOutcome>>? UpdateRow { get; set; }
    internal Func<RequestScope, Guid, Given, Task<WriteOutcome>>? DeleteRow { get; set; }
    internal Dictionary<string, ResourceAction> Actions { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, MediaHandlers> Media { get; } = new(StringComparer.Ordinal);

    /// <summary>Records that actions answer with; declared in <c>$metadata</c>.</summary>
    internal List<Type> ComplexTypes { get; } = [];
    internal abstract Type RowType { get; }

    /// <summary>The rows of the company, before any filter of the caller.</summary>
    internal abstract Task<IQueryable> Open(RequestScope scope, Pins pins);

    /// <summary>The property has a source already.</summary>
    public bool IsBound(string name) => fields.ContainsKey(name) || Media.ContainsKey(name);

    /// <summary>The contract or the extension has a navigation of that name.</summary>
    public bool HasNavigation(string name) => navigations.ContainsKey(name);

    internal Field? Find(string name) => fields.GetValueOrDefault(name);

    internal FieldShape? FindShape(string name) => shapes.GetValueOrDefault(name);

    internal NavigationShape? FindNavigation(string name) => navigations.GetValueOrDefault(name);

    internal IReadOnlyList<Field> Columns { get; private set; } = [];

    /// <summary>
    /// A set of the published v2.0 contract, with EF Core or other queryable rows.
    /// </summary>
    public static Resource<TRow> Of<TRow>(
        string set,
        Func<RequestScope, IQueryable<TRow>> source
    ) =>
        new(
            ApiContract.V2.Sets[(ContractRoute, set)],
            true,
            (scope, _) => Task.FromResult(source(scope))
        );

    /// <summary>
    /// The same, where what the filter demands helps to find the rows.
    /// </summary>
    public static Resource<TRow> Of<TRow>(
        string set,
        Func<RequestScope, Pins, Task<IQueryable<TRow>>> source
    ) => new(ApiContract.V2.Sets[(ContractRoute, set)], true, source);

    /// <summary>
    /// A set of the contract whose rows are computed for the filter's parameters.
    /// </summary>
    public static Resource<TRow> Computed<TRow>(
        string set,
        Func<RequestScope, Pins, Task<IReadOnlyList<TRow>>> source
    ) =>
        new(
            ApiContract.V2.Sets[(ContractRoute, set)],
            true,
            async (scope, pins) => (await source(scope, pins)).AsQueryable()
        );

    /// <summary>
    /// A set of the extension route. Its fields are declared in C#; with <paramref name="like"/>
    /// it begins as a copy of a set of the contract (API-X0-3).
    /// </summary>
    public static Resource<TRow> Extension<TRow>(
        string set,
        string entityType,
        Func<RequestScope, IQueryable<TRow>> source,
        string like = ""
    ) => ExtensionQuery(set, entityType, (scope, _) => Task.FromResult(source(scope)), like);

    /// <summary>
    /// A set of the extension route whose rows are a query that depends on the filter's parameters.
    /// </summary>
    public static Resource<TRow> ExtensionQuery<TRow>(
        string set,
        string entityType,
        Func<RequestScope, Pins, Task<IQueryable<TRow>>> source,
        string like = ""
    ) => new(ExtensionShape(set, entityType, like), false, source);

    /// <summary>A set of the extension route whose rows are computed.</summary>
    public static Resource<TRow> ExtensionComputed<TRow>(
        string set,
        string entityType,
        Func<RequestScope, Pins, Task<IReadOnlyList<TRow>>> source,
        string like = ""
    ) =>
        new(
            ExtensionShape(set, entityType, like),
            false,
            async (scope, pins) => (await source(scope, pins)).AsQueryable()
        );

    private static SetShape ExtensionShape(string set, string entityType, string like) =>
        like.Length == 0
            ? new SetShape(set, entityType, ExtensionRoute)
            : ApiContract.V2.Sets[(ContractRoute, like)] with
            {
                Name = set,
                EntityType = entityType,
                Route = ExtensionRoute,
                // The extension has actions of its own, with parameters (C1).
                Actions = [],
            };

    private protected void Add(Field field)
    {
        if (!fields.TryAdd(field.Name, field))
            throw new InvalidOperationException($"{Name}: {field.Name} is bound twice");
    }

    private protected FieldShape Declare(FieldShape declared)
    {
        if (shapes.TryGetValue(declared.Name, out var known))
            return known;
        if (IsFromContract)
            throw new InvalidOperationException($"{Name}: no {declared.Name} in the contract");
        Shape = Shape with { Fields = [.. Shape.Fields, declared] };
        return shapes[declared.Name] = declared;
    }

    private protected void Declare(NavigationShape navigation)
    {
        Shape = Shape with { Navigations = [.. Shape.Navigations, navigation] };
        navigations[navigation.Name] = navigation;
    }

    private protected void Rejoin(string name, JoinPair on)
    {
        var joined = navigations[name] with { On = [on] };
        var all = Shape.Navigations.Select(known => known.Name == name ? joined : known);
        Shape = Shape with { Navigations = [.. all] };
        navigations[name] = joined;
    }

    private protected void Declare(ActionShape action) =>
        Shape = Shape with { Actions = [.. Shape.Actions, action] };

    /// <summary>Called once by the catalogue: everything promised must be bound.</summary>
    internal void Seal()
    {
        var open = Shape
            .Fields.Where(field =>
                !fields.ContainsKey(field.Name) && !Media.ContainsKey(field.Name)
            )
            .Select(field => field.Name)
            .Concat(Shape.Actions.Where(a => !Actions.ContainsKey(a.Name)).Select(a => a.Name))
            .ToList();
        if (open.Count > 0)
            throw new InvalidOperationException($"{Name}: not bound: {string.Join(", ", open)}");
        Shape = Shape with
        {
            CanInsert = CreateRow is not null,
            CanUpdate = UpdateRow is not null,
            CanDelete = DeleteRow is not null,
        };
        Columns =
        [
            .. Shape.Fields.Where(f => fields.ContainsKey(f.Name)).Select(f => fields[f.Name]),
        ];
        if (Order.Count == 0)
            Order = [.. DefaultOrders.Where(fields.ContainsKey).Take(1)];
    }

    // API-Q-8: the key of the underlying data.
    private static readonly string[] DefaultOrders = ["number", "entryNumber", "sequence", "code"];
}
