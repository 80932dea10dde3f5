using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.App;
using Handel.App.Operations;
using Handel.App.Users;
using Handel.App.Verification;
using Handel.Data;
using Handel.Data.Users;
using Handel.Pages;

namespace Handel.Server;

/// <summary>The one place where the parts are put together. A new part is a line here.</summary>
public static class Composition
{
    private const string History = "public.\"__EFMigrationsHistory\"";

    /// <summary>What every command needs, the server included.</summary>
    public static IServiceCollection AddHandel(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.AddUsers(connectionString);
        services.AddHandelApp(connectionString);
        services.AddHandelApi();
        services.AddSingleton<FindSheetPage>(SheetPages.Find);
        services.AddSingleton<IOperation<BooksVerification>, VerifyBooks>();
        return services;
    }

    /// <summary>Bring every table up to this version; called before anything reads one.</summary>
    public static async Task Migrate(string connectionString, CancellationToken ct)
    {
        await UsersDatabase.Migrate(connectionString, ct);
        if (await DatabaseVersion.IsCurrent<HandelDbContext>(connectionString, History, ct))
            return;
        await using var database = new HandelDatabase(connectionString);
        await database.Migrate(ct);
    }

    /// <summary>The routes, beside the session that the host itself maps.</summary>
    public static void MapHandel(this IEndpointRouteBuilder routes)
    {
        routes.MapHandelResources();
        routes.MapHandelPages((_, _) => true);
    }
}
