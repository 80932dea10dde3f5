using Handel.App.Users;
using Handel.Data.Users;

namespace Handel.Server;

/// <summary>The one place where the parts are put together. A new part is a line here.</summary>
public static class Composition
{
    /// <summary>What every command needs, the server included.</summary>
    public static IServiceCollection AddHandel(
        this IServiceCollection services,
        string connectionString
    ) => services.AddUsers(connectionString);

    /// <summary>Bring every table up to this version; called before anything reads one.</summary>
    public static async Task Migrate(string connectionString, CancellationToken ct)
    {
        await UsersDatabase.Migrate(connectionString, ct);
    }

    /// <summary>The routes, beside the session that the host itself maps.</summary>
    public static void MapHandel(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
    }
}
