using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Handel.Pages.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Handel.Pages;

/// <summary>
/// May this user see this page? The use cases check again; this only spares dead ends.
/// </summary>
public delegate bool MayOpenPage(ClaimsPrincipal user, Page page);

/// <summary><c>GET /api/handel/pages</c>: menu and pages in the language of the request.</summary>
public static class PageEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Bodies by their language and visible pages; there are few different ones.</summary>
    private static readonly ConcurrentDictionary<string, (byte[] Body, string Tag)> Built = new();
    private const int BuiltMax = 256;

    public static IEndpointConventionBuilder MapHandelPages(
        this IEndpointRouteBuilder endpoints,
        MayOpenPage mayOpen
    ) =>
        endpoints
            .MapGet("/api/handel/pages", (HttpContext http) => Answer(http, mayOpen))
            .RequireAuthorization();

    private static IResult Answer(HttpContext http, MayOpenPage mayOpen)
    {
        var captions = Captions.For(LanguageOf(http.Request));
        var pages = PageCatalog.Build(captions, page => mayOpen(http.User, page));
        var (body, tag) = BodyOf(pages);
        http.Response.Headers[HeaderNames.Vary] = "Accept-Language, Cookie, Authorization";
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return Results.Bytes(
            body,
            "application/json; charset=utf-8",
            entityTag: new EntityTagHeaderValue(tag)
        );
    }

    private static (byte[] Body, string Tag) BodyOf(PageSet pages)
    {
        var key = $"{pages.Language}:{string.Join(',', pages.Pages.Select(page => page.Id))}";
        if (Built.Count >= BuiltMax)
            Built.Clear();
        return Built.GetOrAdd(
            key,
            _ =>
            {
                var body = JsonSerializer.SerializeToUtf8Bytes(pages, Json);
                return (body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
            }
        );
    }

    /// <summary>The first language of the request that has captions.</summary>
    private static string LanguageOf(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Captions.Languages.Contains, Captions.Languages[0]);
}
