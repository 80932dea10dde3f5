using Handel.Data.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Handel.App.Users;

public static class UsersRegistration
{
    public const int SignInAttemptsMax = 5;
    public const int PasswordLengthMin = 10;
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    private const int HashIterations = 210_000;

    public static IServiceCollection AddUsers(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.AddUsersDatabase(connectionString);
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services
            .AddIdentityCore<User>(Rules)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<UsersDbContext>()
            .AddTokenProvider<AuthenticatorTokenProvider<User>>(
                TokenOptions.DefaultAuthenticatorProvider
            );
        services
            .AddSingleton<KnownKeys>()
            .AddScoped<Callers>()
            .AddScoped<SignIn>()
            .AddScoped<UserAccounts>()
            .AddScoped<AccessKeys>();

        services.AddDataProtection().SetApplicationName("Handel");
        services.Configure<KeyManagementOptions>(options =>
            options.XmlRepository = new CookieKeys(connectionString)
        );
        return services;
    }

    // Length is what makes a password strong; rules about signs make people write them down.
    private static void Rules(IdentityOptions options)
    {
        options.Password.RequiredLength = PasswordLengthMin;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = SignInAttemptsMax;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;
        options.Lockout.AllowedForNewUsers = true;
        // A colon ends the name in HTTP Basic.
        options.User.AllowedUserNameCharacters =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@+ ";
    }
}
