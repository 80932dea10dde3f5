using Microsoft.AspNetCore.Identity;

namespace Handel.Data.Users;

/// <summary>A person or program that may come in.</summary>
public sealed class User : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";

    /// <summary>Language of pages and messages: nl or en; empty follows the browser.</summary>
    public string Language { get; set; } = "";

    /// <summary>
    /// The password was chosen by somebody else: nothing works until it is changed.
    /// </summary>
    public bool MustChangePassword { get; set; }

    public bool IsDisabled { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
