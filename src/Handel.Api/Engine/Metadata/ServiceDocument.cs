using Handel.Api.Engine.Http;
using Handel.Api.Engine.Wire;

namespace Handel.Api.Engine.Metadata;

/// <summary>The list of entity sets at the root of a service (API-R-4).</summary>
internal static class ServiceDocument
{
    public static async Task Send(ApiRequest request)
    {
        await using var json = Reading.Begin(request, 200);
        json.WriteStartObject();
        json.WriteString(Names.Context, request.Scope.RootUrl + "/$metadata");
        json.WriteStartArray(Names.Value);
        foreach (var resource in request.Route.Resources)
        {
            json.WriteStartObject();
            json.WriteString("name", resource.Name);
            json.WriteString("kind", "EntitySet");
            json.WriteString("url", resource.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(request.Scope.Aborted);
    }
}
