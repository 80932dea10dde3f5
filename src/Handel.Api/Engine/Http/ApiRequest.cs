using Handel.Api.Engine.Query;
using Handel.Api.Engine.Wire;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine.Http;

/// <summary>One request on its way through the engine.</summary>
internal sealed record ApiRequest(
    HttpContext Http,
    ApiRoute Route,
    ApiHost Host,
    RequestScope Scope
)
{
    public required Negotiated Accept { get; init; }
    public required QueryOptions Options { get; init; }

    /// <summary>The path below the service root as the caller wrote it.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Whether the company stands in the path, and so belongs in links (API-W-2).
    /// </summary>
    public bool HasCompanyInPath { get; init; }

    public Binder Binder => field ??= new Binder(Route, Scope);

    /// <summary>
    /// What stands before a set in links: the root, and the company where it was given.
    /// </summary>
    public string SetUrl =>
        HasCompanyInPath ? $"{Scope.RootUrl}/companies({Scope.Company.Id})" : Scope.RootUrl;

    public string ContextUrl =>
        $"{Scope.RootUrl}/$metadata#" + (HasCompanyInPath ? $"companies({Scope.Company.Id})/" : "");

    public HttpResponse Response => Http.Response;

    public async Task Permit(Resource resource, Operation operation)
    {
        if (!await Host.IsAllowed(Scope, resource, operation))
            throw new RefusalException(ErrorCode.RequestDenied, Text.RequestDenied, resource.Name);
    }
}
