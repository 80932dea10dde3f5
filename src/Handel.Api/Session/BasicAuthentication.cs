using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Handel.App.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Handel.Api.Session;

/// <summary>
/// HTTP Basic with a user name and a web service access key. API-A-3: never the password, and
/// never over a wire that others can read.
/// </summary>
internal sealed class BasicAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Callers callers
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Basic";

    private const int HeaderLengthMax = 1024;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (!IsPrivate(Context))
            return AuthenticateResult.Fail("Basic is accepted over HTTPS only.");
        if (Read(header) is not { } sent)
            return AuthenticateResult.Fail("The header is not Basic.");

        var caller = await callers.FindByKey(sent.User, sent.Key, Context.RequestAborted);
        return caller is null
            ? AuthenticateResult.Fail("The key is not known.")
            : AuthenticateResult.Success(new(caller.ToPrincipal(Scheme), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = new([
            "Bearer",
            "Basic realm=\"Handel\", charset=\"UTF-8\"",
        ]);
        return Refusal.NotSignedIn.Write(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refusal.NotAllowed.Write(Context);

    private static bool IsPrivate(HttpContext http) =>
        http.Request.IsHttps
        || http.Connection.RemoteIpAddress is not { } address
        || IPAddress.IsLoopback(address);

    private static (string User, string Key)? Read(string header)
    {
        if (header.Length > HeaderLengthMax)
            return null;
        var bytes = new byte[HeaderLengthMax];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length))
            return null;

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : text[(colon + 1)..];
        return key.Length == Secrets.AccessKeyLength ? (text[..colon], key) : null;
    }
}
