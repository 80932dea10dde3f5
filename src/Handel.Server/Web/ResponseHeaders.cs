namespace Handel.Server.Web;

/// <summary>What every answer carries.</summary>
internal static class ResponseHeaders
{
    // Fluent UI and AG Grid write style elements, Perspective compiles WebAssembly; no script
    // runs that was not served as a file.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        + "frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    public static void UseResponseHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                // The correlation id of API-W-14 and of every error body.
                http.TraceIdentifier = Guid.CreateVersion7().ToString();
                var headers = http.Response.Headers;
                headers["request-id"] = http.TraceIdentifier;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return next(http);
            }
        );
}
