using System.Globalization;
using System.Resources;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Session;

/// <summary>Why somebody does not get in; each has a code of A6 and a text in resources.</summary>
public sealed record Refusal(int Status, string Code, string Text)
{
    public static readonly Refusal NotRight = new(
        StatusCodes.Status401Unauthorized,
        "Authentication_InvalidCredentials",
        nameof(NotRight)
    );

    public static readonly Refusal NeedsCode = NotRight with
    {
        Code = "Authentication_CodeRequired",
        Text = nameof(NeedsCode),
    };

    public static readonly Refusal NotSignedIn = NotRight with { Text = nameof(NotSignedIn) };

    public static readonly Refusal NotAllowed = new(
        StatusCodes.Status403Forbidden,
        "Authorization_RequestDenied",
        nameof(NotAllowed)
    );

    public static readonly Refusal MustChangePassword = NotAllowed with
    {
        Code = "Authorization_PasswordChangeRequired",
        Text = nameof(MustChangePassword),
    };

    public static readonly Refusal ForeignPage = NotAllowed with { Text = nameof(ForeignPage) };

    public static readonly Refusal TooMany = new(
        StatusCodes.Status429TooManyRequests,
        "Application_TooManyRequests",
        nameof(TooMany)
    );

    public static readonly Refusal TooManySignIns = TooMany with { Text = nameof(TooManySignIns) };

    public static readonly Refusal NotFound = new(
        StatusCodes.Status404NotFound,
        "BadRequest_NotFound",
        nameof(NotFound)
    );

    public static readonly Refusal Unexpected = new(
        StatusCodes.Status500InternalServerError,
        "Internal_ServerError",
        nameof(Unexpected)
    );

    private static readonly ResourceManager Texts = new(
        "Handel.Api.Session.Refusals",
        typeof(Refusal).Assembly
    );

    public Task Write(HttpContext http) =>
        Write(http, Texts.GetString(Text, CultureInfo.CurrentUICulture) ?? Code);

    /// <summary>A refusal with words of its own, for a request that was understood.</summary>
    public static Task Write(HttpContext http, string code, string message) =>
        new Refusal(StatusCodes.Status400BadRequest, code, "").Write(http, message);

    private async Task Write(HttpContext http, string message)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", Code);
        json.WriteString("message", $"{message}  CorrelationId:  {http.TraceIdentifier}.");
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }
}
