using System.Diagnostics;
using System.Globalization;
using Handel.Data.Cluster;
using Handel.Server;
using Npgsql;

namespace Handel.Testing;

/// <summary>
/// The one PostgreSQL of a test process, with a migrated template. Nobody needs it directly:
/// take a <see cref="TestDatabase"/>.
/// </summary>
internal sealed class TestCluster
{
    public const string Template = "template_handel";

    private const string FolderPrefix = "handel-test-";
    private static readonly Lazy<Task<TestCluster>> Shared = new(Start);
    private readonly EmbeddedPostgres engine;

    private TestCluster(EmbeddedPostgres engine) => this.engine = engine;

    public static Task<TestCluster> Get() => Shared.Value;

    public string ConnectionStringFor(string database) => engine.ConnectionStringFor(database);

    /// <summary>
    /// Cloning needs the template to itself, so clones are made one after the other.
    /// </summary>
    public SemaphoreSlim OneClone { get; } = new(1);

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringFor("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestCluster> Start()
    {
        RemoveAbandoned();
        var folder = Path.Combine(
            Path.GetTempPath(),
            $"{FolderPrefix}{Environment.ProcessId}-{Guid.NewGuid():N}"[..28]
        );
        var postgres = await EmbeddedPostgres.Start(
            new(folder) { IsDurable = false },
            CancellationToken.None
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Task.Run(async () => await postgres.DisposeAsync()).Wait();
            Directory.Delete(folder, recursive: true);
        };

        var cluster = new TestCluster(postgres);
        await cluster.Execute($"create database {Template}");
        await Composition.Migrate(cluster.ConnectionStringFor(Template), CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        return cluster;
    }

    // Of test runs that were killed: their process is gone, their database may still run.
    private static void RemoveAbandoned()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var owner = Path.GetFileName(folder)[FolderPrefix.Length..].Split('-')[0];
            if (Directory.Exists($"/proc/{owner}"))
                continue;
            try
            {
                KillDatabase(Path.Combine(folder, "postgres", "postmaster.pid"));
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                // Another test process is removing it at this moment, or it is another user's.
                Console.Error.WriteLine($"Left {folder}: {busy.Message}");
            }
        }
    }

    private static void KillDatabase(string postmasterFile)
    {
        if (!File.Exists(postmasterFile))
            return;
        var id = int.Parse(File.ReadLines(postmasterFile).First(), CultureInfo.InvariantCulture);
        try
        {
            using var process = Process.GetProcessById(id);
            if (process.ProcessName == "postgres")
                process.Kill();
            process.WaitForExit(2000);
        }
        catch (ArgumentException)
        {
            return; // It has ended by itself.
        }
    }
}
