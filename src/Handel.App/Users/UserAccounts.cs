using Handel.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace Handel.App.Users;

/// <summary>A refusal of a change to an account, in words for the user.</summary>
public sealed class AccountRefusedException(string message) : Exception(message);

/// <summary>Adds accounts and changes what their owners may change themselves.</summary>
public sealed class UserAccounts(
    UserManager<User> users,
    RoleManager<IdentityRole<Guid>> roles,
    KnownKeys known,
    TimeProvider clock
)
{
    public const string FirstUser = "admin";

    private const string Issuer = "Handel";

    /// <summary>The password is made up, and must be changed at the first sign-in.</summary>
    public async Task<string> Add(string name, string role)
    {
        if (!Roles.All.Contains(role))
            throw new AccountRefusedException(
                $"There is no role '{role}'; choose one of {string.Join(", ", Roles.All)}."
            );
        if (!await roles.RoleExistsAsync(role))
            Require(await roles.CreateAsync(new(role)));

        var password = Secrets.NewPassword();
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            DisplayName = name,
            MustChangePassword = true,
            CreatedAt = clock.GetUtcNow(),
        };
        Require(await users.CreateAsync(user, password));
        Require(await users.AddToRoleAsync(user, role));
        return password;
    }

    public async Task ChangePassword(Guid userId, string current, string next) =>
        await ChangePassword(await Get(userId), current, next);

    public async Task ChangePassword(string name, string current, string next) =>
        await ChangePassword(
            await users.FindByNameAsync(name)
                ?? throw new AccountRefusedException($"There is no user '{name}'."),
            current,
            next
        );

    private async Task ChangePassword(User user, string current, string next)
    {
        if (current == next)
            throw new AccountRefusedException("Choose a password that differs from the old one.");
        Require(await users.ChangePasswordAsync(user, current, next));
        user.MustChangePassword = false;
        Require(await users.UpdateAsync(user));
    }

    public async Task ChangeLanguage(Guid userId, string language)
    {
        if (language is not ("nl" or "en" or ""))
            throw new AccountRefusedException($"Handel does not speak '{language}': use nl or en.");
        var user = await Get(userId);
        user.Language = language;
        Require(await users.UpdateAsync(user));
    }

    /// <summary>A new key for an authenticator app; it counts once a code has proved it.</summary>
    public async Task<(string Key, string Uri)> BeginSecondFactor(Guid userId)
    {
        var user = await Get(userId);
        if (await users.GetTwoFactorEnabledAsync(user))
            throw new AccountRefusedException("The second factor is in use; switch it off first.");
        Require(await users.ResetAuthenticatorKeyAsync(user));
        var key = await users.GetAuthenticatorKeyAsync(user) ?? "";
        var label = Uri.EscapeDataString($"{Issuer}:{user.UserName}");
        return (key, $"otpauth://totp/{label}?secret={key}&issuer={Issuer}&digits=6");
    }

    public async Task ConfirmSecondFactor(Guid userId, string code)
    {
        var user = await Get(userId);
        var isRight = await users.VerifyTwoFactorTokenAsync(
            user,
            TokenOptions.DefaultAuthenticatorProvider,
            code.Replace(" ", "", StringComparison.Ordinal)
        );
        if (!isRight)
            throw new AccountRefusedException("That code is not right; take the one shown now.");
        Require(await users.SetTwoFactorEnabledAsync(user, true));
    }

    public async Task EndSecondFactor(Guid userId, string password)
    {
        var user = await Get(userId);
        if (!await users.CheckPasswordAsync(user, password))
            throw new AccountRefusedException("The password is not right.");
        Require(await users.SetTwoFactorEnabledAsync(user, false));
    }

    private async Task<User> Get(Guid userId) =>
        await users.FindByIdAsync(userId.ToString())
        ?? throw new AccountRefusedException("The account is gone.");

    private void Require(IdentityResult result)
    {
        known.Forget();
        if (!result.Succeeded)
            throw new AccountRefusedException(
                string.Join(" ", result.Errors.Select(error => error.Description))
            );
    }
}
