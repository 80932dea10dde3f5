using Handel.App.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handel.Api.Session;

public sealed record SignInRequest(string? User, string? Password, string? Code);

public sealed record LanguageChange(string? Language);

public sealed record PasswordChange(string? Current, string? Next);

public sealed record SecondFactorProof(string? Code);

public sealed record SecondFactorEnd(string? Password);

/// <summary>Who is signed in, as the pages need to know it.</summary>
public sealed record SessionView(
    string User,
    string DisplayName,
    IReadOnlyList<string> Roles,
    string Language
)
{
    public bool MustChangePassword { get; init; }
}

/// <summary>Signing in and out of the pages, and what users change about themselves.</summary>
public static class SessionEndpoints
{
    public const string Path = "/api/handel/session";

    /// <summary>The name of the rate limit that the host sets on sign-in.</summary>
    public const string SignInLimit = "sign-in";

    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, Enter).AllowAnonymous().RequireRateLimiting(SignInLimit);
        app.MapDelete(Path, (Delegate)Leave).AllowAnonymous();
        app.MapGet(Path, (HttpContext http) => View(Current(http)));
        app.MapPut(Path + "/language", ChangeLanguage);
        app.MapPut(Path + "/password", ChangePassword).RequireRateLimiting(SignInLimit);
        app.MapPost(Path + "/secondFactor", BeginSecondFactor);
        app.MapPut(Path + "/secondFactor", ConfirmSecondFactor).RequireRateLimiting(SignInLimit);
        app.MapDelete(Path + "/secondFactor", EndSecondFactor).RequireRateLimiting(SignInLimit);
    }

    private static async Task<IResult> Enter(SignInRequest request, SignIn signIn, HttpContext http)
    {
        var (outcome, userId) = await signIn.Try(
            request.User?.Trim() ?? "",
            request.Password ?? "",
            request.Code
        );
        return outcome switch
        {
            SignInOutcome.Welcome => await Seal(http, userId),
            SignInOutcome.NeedsCode => new Refused(Refusal.NeedsCode),
            SignInOutcome.NotRight => new Refused(Refusal.NotRight),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    private static async Task<IResult> Leave(HttpContext http)
    {
        await http.SignOutAsync(SessionRules.CookieScheme);
        return TypedResults.NoContent();
    }

    private static Task<IResult> ChangeLanguage(
        LanguageChange change,
        UserAccounts accounts,
        HttpContext http
    ) => Change(http, userId => accounts.ChangeLanguage(userId, change.Language ?? ""));

    private static Task<IResult> ChangePassword(
        PasswordChange change,
        UserAccounts accounts,
        HttpContext http
    ) =>
        Change(
            http,
            userId => accounts.ChangePassword(userId, change.Current ?? "", change.Next ?? "")
        );

    private static async Task<IResult> BeginSecondFactor(UserAccounts accounts, HttpContext http)
    {
        var key = "";
        var uri = "";
        var result = await Change(
            http,
            async userId => (key, uri) = await accounts.BeginSecondFactor(userId)
        );
        return key.Length > 0 ? TypedResults.Ok(new { key, uri }) : result;
    }

    private static Task<IResult> ConfirmSecondFactor(
        SecondFactorProof proof,
        UserAccounts accounts,
        HttpContext http
    ) => Change(http, userId => accounts.ConfirmSecondFactor(userId, proof.Code ?? ""));

    private static Task<IResult> EndSecondFactor(
        [Microsoft.AspNetCore.Mvc.FromBody] SecondFactorEnd end,
        UserAccounts accounts,
        HttpContext http
    ) => Change(http, userId => accounts.EndSecondFactor(userId, end.Password ?? ""));

    // A change of the account renews its stamp, so the cookie is sealed anew. Only the pages
    // change accounts: a key that leaked must not be able to take the account over.
    private static async Task<IResult> Change(HttpContext http, Func<Guid, Task> change)
    {
        if (http.User.Identity?.AuthenticationType != SessionRules.CookieScheme)
            return new Refused(Refusal.NotAllowed);
        var userId = Current(http).UserId;
        try
        {
            await change(userId);
        }
        catch (AccountRefusedException refused)
        {
            return new RefusedChange(refused.Message);
        }
        return await Seal(http, userId);
    }

    private static async Task<IResult> Seal(HttpContext http, Guid userId)
    {
        var callers = (Callers)http.RequestServices.GetService(typeof(Callers))!;
        var clock = (TimeProvider)http.RequestServices.GetService(typeof(TimeProvider))!;
        if (await callers.Find(userId, http.RequestAborted) is not { } caller)
            return new Refused(Refusal.NotRight);

        var properties = new AuthenticationProperties { IsPersistent = false };
        SessionRules.MarkChecked(properties, clock.GetUtcNow());
        await http.SignInAsync(
            SessionRules.CookieScheme,
            caller.ToPrincipal(SessionRules.CookieScheme),
            properties
        );
        return TypedResults.Ok(View(caller));
    }

    private static Caller Current(HttpContext http) =>
        Caller.From(http.User)
        ?? throw new InvalidOperationException("The endpoint is open to strangers.");

    private static SessionView View(Caller caller) =>
        new(caller.Name, caller.DisplayName, caller.Roles, caller.Language)
        {
            MustChangePassword = caller.MustChangePassword,
        };

    private sealed class Refused(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => refusal.Write(httpContext);
    }

    private sealed class RefusedChange(string message) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Refusal.Write(httpContext, "Application_DialogException", message);
    }
}
