using Handel.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace Handel.App.Users;

public enum SignInOutcome
{
    Welcome,
    NotRight,
    NeedsCode,
}

/// <summary>
/// Password, second factor and lockout. Refusals do not say which part was wrong.
/// </summary>
public sealed class SignIn(UserManager<User> users)
{
    // The work that a wrong password costs, done for unknown names too: time tells nothing.
    private static readonly Lazy<(User User, string Hash)> Nobody = new(() =>
    {
        var user = new User();
        return (user, new PasswordHasher<User>().HashPassword(user, Secrets.NewPassword()));
    });

    public async Task<(SignInOutcome Outcome, Guid UserId)> Try(
        string name,
        string password,
        string? code
    )
    {
        if (await users.FindByNameAsync(name) is not { IsDisabled: false } user)
        {
            users.PasswordHasher.VerifyHashedPassword(
                Nobody.Value.User,
                Nobody.Value.Hash,
                password
            );
            return (SignInOutcome.NotRight, default);
        }

        var isRight = await users.CheckPasswordAsync(user, password);
        if (await users.IsLockedOutAsync(user))
            return (SignInOutcome.NotRight, default);
        if (!isRight)
            return await Failed(user);

        if (await users.GetTwoFactorEnabledAsync(user))
        {
            if (string.IsNullOrWhiteSpace(code))
                return (SignInOutcome.NeedsCode, default);
            if (!await IsCodeRight(user, code))
                return await Failed(user);
        }

        await users.ResetAccessFailedCountAsync(user);
        return (SignInOutcome.Welcome, user.Id);
    }

    private async Task<(SignInOutcome, Guid)> Failed(User user)
    {
        await users.AccessFailedAsync(user);
        return (SignInOutcome.NotRight, default);
    }

    private Task<bool> IsCodeRight(User user, string code) =>
        users.VerifyTwoFactorTokenAsync(
            user,
            TokenOptions.DefaultAuthenticatorProvider,
            code.Replace(" ", "", StringComparison.Ordinal)
        );
}
