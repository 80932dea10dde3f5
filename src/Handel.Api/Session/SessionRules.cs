using Handel.App.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.Api.Session;

/// <summary>
/// How a request says who makes it: the cookie of the pages, or a key in HTTP Basic.
/// </summary>
public static class SessionRules
{
    public const string CookieScheme = "Cookie";

    /// <summary>Asked for by pages on their own, however long nobody is at the desk.</summary>
    public const string StreamPath = "/api/handel/companies({id:guid})/events";

    private const string AnyScheme = "Any";
    private const string CookieName = "handel";
    private const string CheckedAt = "checked";
    private static readonly TimeSpan SessionTime = TimeSpan.FromHours(12);
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services
            .AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, options => options.ForwardDefaultSelector = Choose)
            .AddCookie(CookieScheme, DescribeCookie)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthentication>(
                BasicAuthentication.Scheme,
                null
            );

        // Nobody gets in by default; what is open to all says so itself.
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    // A program that sends nothing is told about Basic; a page with a dead cookie is not, or the
    // browser would show a password dialog of its own.
    private static string Choose(HttpContext http) =>
        http.Request.Headers.ContainsKey("Authorization")
        || !http.Request.Headers.ContainsKey(OwnPages.Header)
            && !http.Request.Cookies.ContainsKey(CookieName)
            ? BasicAuthentication.Scheme
            : CookieScheme;

    private static void DescribeCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = SessionTime;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = Recheck;
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew &= !IsStream(context.HttpContext);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Refusal.NotSignedIn.Write(context.HttpContext);
        };
        options.Events.OnRedirectToAccessDenied = context =>
            Refusal.NotAllowed.Write(context.HttpContext);
    }

    // Somebody who was disabled, got other roles or changed the password elsewhere: his cookie
    // learns it within a minute.
    private static async Task Recheck(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var last = context.Properties.GetString(CheckedAt);
        if (
            DateTimeOffset.TryParse(
                last,
                System.Globalization.CultureInfo.InvariantCulture,
                out var at
            )
            && now - at < CheckInterval
        )
            return;

        var claimed = Caller.From(context.Principal!);
        var current = claimed is null
            ? null
            : await services
                .GetRequiredService<Callers>()
                .Find(claimed.UserId, context.HttpContext.RequestAborted);
        if (current is null || current.Stamp != claimed!.Stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieScheme);
            return;
        }

        context.ReplacePrincipal(current.ToPrincipal(CookieScheme));
        MarkChecked(context.Properties, now);
        context.ShouldRenew = !IsStream(context.HttpContext);
    }

    // Looking on does not keep somebody signed in.
    private static bool IsStream(HttpContext http) =>
        http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: StreamPath };

    internal static void MarkChecked(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.SetString(
            CheckedAt,
            now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        );
}
