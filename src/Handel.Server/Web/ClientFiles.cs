using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Handel.Server.Web;

/// <summary>The built client: files as they are, its one page for every other address.</summary>
internal static class ClientFiles
{
    private const string Page = "index.html";

    /// <summary>
    /// Published: beside the program. In a checkout: client/dist, some folders up.
    /// </summary>
    public static string? Find()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "client");
        if (File.Exists(Path.Combine(published, Page)))
            return published;

        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var built = Path.Combine(folder.FullName, "client", "dist");
            if (File.Exists(Path.Combine(built, Page)))
                return built;
        }
        return null;
    }

    /// <summary>
    /// Before sign-in is asked for: the page that signs a person in is made of these files.
    /// </summary>
    public static void UseClientFiles(this WebApplication app, string? folder)
    {
        if (folder is null)
            return;
        var files = new PhysicalFileProvider(folder);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Age });
    }

    /// <summary>Any other address that is not a file's is a page of the client.</summary>
    public static void MapClientPages(this WebApplication app, string? folder)
    {
        if (folder is null)
            return;
        app.MapFallback(
                "{*path:nonfile}",
                http => http.Response.SendFileAsync(PageOf(http, folder), http.RequestAborted)
            )
            .AllowAnonymous();
    }

    /// <summary>A person gets the page, a program the state of the server. API-A-6.</summary>
    public static void MapRoot(this WebApplication app, string? folder) =>
        app.MapGet(
                "/",
                async http =>
                {
                    if (folder is not null && Accepts(http, "text/html"))
                        await http.Response.SendFileAsync(
                            PageOf(http, folder),
                            http.RequestAborted
                        );
                    else
                        await http.Response.WriteAsJsonAsync(
                            new { status = "ok", product = "Handel" },
                            http.RequestAborted
                        );
                }
            )
            .AllowAnonymous();

    private static bool Accepts(HttpContext http, string type) =>
        http.Request.Headers.Accept.ToString().Contains(type, StringComparison.OrdinalIgnoreCase);

    private static string PageOf(HttpContext http, string folder)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        return Path.Combine(folder, Page);
    }

    // Names under assets/ contain a hash of their content: they never change.
    private static void Age(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext context) =>
        context.Context.Response.Headers[HeaderNames.CacheControl] =
            context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                ? "public, max-age=31536000, immutable"
                : "no-cache";
}
