using System.Globalization;
using Handel.App.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.Api.Session;

/// <summary>
/// How often one user may ask (A15), said with every answer of the API. Each server counts for
/// itself.
/// </summary>
public static class RequestLimit
{
    private const StringComparison Anyhow = StringComparison.OrdinalIgnoreCase;

    public static void UseRequestLimit(this IApplicationBuilder app, int requestsMax)
    {
        if (requestsMax == 0)
            return;
        var rates = new RequestRates(
            requestsMax,
            app.ApplicationServices.GetRequiredService<TimeProvider>()
        );
        app.Use(
            (http, next) =>
                IsApi(http.Request.Path) && Caller.From(http.User) is { } caller
                    ? Count(http, next, (rates.Count($"{caller.UserId}"), requestsMax))
                    : next(http)
        );
    }

    private static Task Count(HttpContext http, RequestDelegate next, (RateLeft Left, int Max) rate)
    {
        var headers = http.Response.Headers;
        var reset = Number((int)Math.Ceiling(rate.Left.Reset.TotalSeconds));
        headers["RateLimit-Limit"] = Number(rate.Max);
        headers["RateLimit-Remaining"] = Number(Math.Max(0, rate.Left.Remaining));
        headers["RateLimit-Reset"] = reset;
        if (rate.Left.Remaining >= 0)
            return next(http);
        headers.RetryAfter = reset;
        return Refusal.TooMany.Write(http);
    }

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments("/api", Anyhow) || path.StartsWithSegments("/v2.0", Anyhow);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
