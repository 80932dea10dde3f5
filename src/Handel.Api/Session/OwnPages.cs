using Handel.App.Users;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Session;

/// <summary>
/// What a cookie may do: write only for Handel's own pages, and nothing at all before a password
/// that somebody else chose has been changed.
/// </summary>
public static class OwnPages
{
    /// <summary>A page of another site cannot send this header, so it needs no token.</summary>
    public const string Header = "X-Handel-Client";

    private const StringComparison Anyhow = StringComparison.OrdinalIgnoreCase;

    public static void UseOwnPagesOnly(this IApplicationBuilder app) =>
        app.Use((http, next) => Check(http) is { } refusal ? refusal.Write(http) : next(http));

    private static Refusal? Check(HttpContext http)
    {
        var path = http.Request.Path;
        var isSession = path.StartsWithSegments(SessionEndpoints.Path, Anyhow);
        var isCookie = http.User.Identity?.AuthenticationType == SessionRules.CookieScheme;
        if ((isCookie || isSession) && IsWrite(http) && !http.Request.Headers.ContainsKey(Header))
            return Refusal.ForeignPage;

        return isCookie && !isSession && IsApi(path) && Caller.From(http.User)!.MustChangePassword
            ? Refusal.MustChangePassword
            : null;
    }

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments("/api", Anyhow) || path.StartsWithSegments("/v2.0", Anyhow);

    private static bool IsWrite(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method)
        && !HttpMethods.IsHead(http.Request.Method)
        && !HttpMethods.IsOptions(http.Request.Method);
}
