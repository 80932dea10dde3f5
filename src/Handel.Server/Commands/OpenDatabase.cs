using System.CommandLine;
using Handel.Data.Cluster;

namespace Handel.Server.Commands;

/// <summary>
/// The database of a command, migrated: the one it was given, or the embedded one.
/// </summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private OpenDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
    }

    public string ConnectionString { get; }

    public static async Task<OpenDatabase> Open(ParseResult parsed, CancellationToken ct)
    {
        var given = parsed.GetValue(CommonOptions.Database);
        if (given is not null && parsed.GetResult(CommonOptions.Data) is { Implicit: false })
            throw new UsageException("Give --data or --database, not both.");

        var database = given is not null
            ? new OpenDatabase(given, embedded: null)
            : await Embedded(parsed.GetValue(CommonOptions.Data)!, ct);
        try
        {
            await Composition.Migrate(database.ConnectionString, ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<OpenDatabase> Embedded(string folder, CancellationToken ct)
    {
        var options = new ClusterOptions(folder) { Progress = Console.Error.WriteLine };
        var postgres = await EmbeddedPostgres.Start(options, ct);
        return new(postgres.ConnectionString, postgres);
    }
}
