using System.Security.Claims;

namespace Handel.App.Users;

/// <summary>Who makes a request, as its claims say: no query is needed to know it.</summary>
public sealed record Caller
{
    public const string StampClaim = "handel:stamp";
    private const string DisplayNameClaim = "handel:displayName";
    private const string LanguageClaim = "handel:language";
    private const string MustChangePasswordClaim = "handel:mustChangePassword";

    public required Guid UserId { get; init; }

    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public bool MustChangePassword { get; init; }

    /// <summary>Changes with the password, so that cookies of before are worth nothing.</summary>
    public required string Stamp { get; init; }

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, UserId.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, Name));
        identity.AddClaim(new(DisplayNameClaim, DisplayName));
        identity.AddClaim(new(LanguageClaim, Language));
        identity.AddClaim(new(StampClaim, Stamp));
        if (MustChangePassword)
            identity.AddClaim(new(MustChangePasswordClaim, "true"));
        identity.AddClaims(Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        return new(identity);
    }

    /// <summary>Null for somebody who is not signed in.</summary>
    public static Caller? From(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            ? new Caller
            {
                UserId = userId,
                Name = principal.FindFirstValue(ClaimTypes.Name) ?? "",
                DisplayName = principal.FindFirstValue(DisplayNameClaim) ?? "",
                Language = principal.FindFirstValue(LanguageClaim) ?? "",
                Roles = [.. principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)],
                MustChangePassword = principal.HasClaim(MustChangePasswordClaim, "true"),
                Stamp = principal.FindFirstValue(StampClaim) ?? "",
            }
            : null;
}
