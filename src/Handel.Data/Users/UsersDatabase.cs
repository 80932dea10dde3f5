using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Handel.Data.Users;

public static class UsersDatabase
{
    private const string History = "migration";

    public static IServiceCollection AddUsersDatabase(
        this IServiceCollection services,
        string connectionString
    ) => services.AddDbContextPool<UsersDbContext>(options => Use(options, connectionString));

    /// <summary>Bring the tables of the users up to this version.</summary>
    public static async Task Migrate(string connectionString, CancellationToken ct)
    {
        var history = $"{UsersDbContext.Schema}.{History}";
        if (await DatabaseVersion.IsCurrent<UsersDbContext>(connectionString, history, ct))
            return;

        var options = new DbContextOptionsBuilder<UsersDbContext>();
        Use(options, connectionString);
        await using var database = new UsersDbContext(options.Options);
        await database.Database.MigrateAsync(ct);
    }

    /// <summary>Asked at every start, so without the model of the accounts.</summary>
    public static async Task<bool> HasUsers(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var find = new NpgsqlCommand(
            $"select exists (select from {UsersDbContext.Schema}.account)",
            connection
        );
        return await find.ExecuteScalarAsync(ct) is true;
    }

    // Looking up who calls is quick: a few connections serve everybody, and others wait.
    private const int ConnectionsMax = 16;
    private const int WaitSeconds = 60;

    /// <summary>Parsed and planned once a connection: every request asks the same.</summary>
    private const int StatementsPreparedMax = 20;

    private static void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                MaxPoolSize = ConnectionsMax,
                Timeout = WaitSeconds,
                MaxAutoPrepare = StatementsPreparedMax,
                AutoPrepareMinUsages = 2,
                // No session keeps a setting, a lock or a table of its own.
                NoResetOnClose = true,
            }.ConnectionString,
            postgres => postgres.MigrationsHistoryTable(History, UsersDbContext.Schema)
        );

    /// <summary>For the tool that writes migrations; it never connects.</summary>
    internal sealed class ForTools : IDesignTimeDbContextFactory<UsersDbContext>
    {
        public UsersDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<UsersDbContext>();
            Use(options, "Host=localhost");
            return new(options.Options);
        }
    }
}
