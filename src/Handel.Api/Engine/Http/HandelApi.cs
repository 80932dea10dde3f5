using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.Api.Engine.Http;

/// <summary>Puts the catalogue on the wire.</summary>
public static class HandelApi
{
    /// <summary>
    /// Maps every route of the catalogue, with its aliases (API-R-1), behind authorisation.
    /// Needs an <see cref="ApiHost"/> in the services.
    /// </summary>
    public static IEndpointConventionBuilder MapHandelApi(
        this IEndpointRouteBuilder endpoints,
        ApiCatalog catalog
    )
    {
        var host = endpoints.ServiceProvider.GetRequiredService<ApiHost>();
        var group = endpoints.MapGroup("");
        foreach (var route in catalog.Routes)
        {
            var endpoint = new ApiEndpoint(route, host);
            foreach (var alias in Aliases(route.Path))
            {
                group.Map(alias, endpoint.Handle);
                group.Map(alias + "/{**path}", endpoint.Handle);
            }
        }
        foreach (var rest in Elsewhere)
            group.Map(rest, new ApiEndpoint(null, host).Handle);
        return group.RequireAuthorization();
    }

    private static readonly string[] Elsewhere =
    [
        "/api/{**path}",
        "/v2.0/{environment}/api/{**path}",
        "/v2.0/{tenant}/{environment}/api/{**path}",
    ];

    private static string[] Aliases(string path) =>
        [path, "/v2.0/{environment}" + path, "/v2.0/{tenant}/{environment}" + path];
}
