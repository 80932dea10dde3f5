using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine;

/// <summary>All resources, by route. Adding is done once, at start.</summary>
public sealed class ApiCatalog
{
    private readonly Dictionary<string, ApiRoute> routes = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<ApiRoute> Routes => routes.Values;

    public ApiCatalog Add(params Resource[] resources)
    {
        foreach (var resource in resources)
            Route(resource.Shape.Route).Add(resource);
        return this;
    }

    private ApiRoute Route(string path) =>
        routes.TryGetValue(path, out var route) ? route : routes[path] = new(path);
}

/// <summary>One service: a root address and its entity sets.</summary>
public sealed class ApiRoute(string path)
{
    private readonly SortedDictionary<string, Resource> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resource> byType = new(StringComparer.Ordinal);

    public string Path { get; } = path;
    public IReadOnlyCollection<Resource> Resources => byName.Values;

    internal void Add(Resource resource)
    {
        resource.Seal();
        byName.Add(resource.Name, resource);
        byType.Add(resource.Shape.EntityType, resource);
    }

    internal Resource? ByType(string entityType) => byType.GetValueOrDefault(entityType);

    /// <summary>Exact spelling first, then another case (API-R-6).</summary>
    internal Resource? ByName(string name) =>
        byName.TryGetValue(name, out var exact)
            ? exact
            : byName.Values.SingleOrDefault(resource =>
                resource.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>The navigations of a resource whose other end is served too.</summary>
    internal IEnumerable<(NavigationShape Shape, Resource Target)> Navigations(Resource resource) =>
        resource
            .Shape.Navigations.Select(shape => (shape, ByType(shape.Type)!))
            .Where(pair => pair.Item2 is not null);
}
