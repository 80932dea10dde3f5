using System.Diagnostics;
using System.Runtime.InteropServices;
using Npgsql;

namespace Handel.Data.Cluster;

/// <summary>
/// The database that Handel brings along: started when nobody runs it, joined when somebody does,
/// stopped by the last one who leaves.
/// </summary>
public sealed partial class EmbeddedPostgres : IAsyncDisposable
{
    internal const string Role = "handel";
    internal const int Port = 5432;

    private const string DatabaseName = "handel";
    private const int FastShutdown = 2; // SIGINT: end the sessions, keep the data
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly ClusterFolder files;
    private readonly FileStream stay;
    private bool left;

    private EmbeddedPostgres(ClusterFolder files, FileStream stay, bool wasRunning)
    {
        this.files = files;
        this.stay = stay;
        WasRunning = wasRunning;
    }

    /// <summary>True when another process had started it.</summary>
    public bool WasRunning { get; }

    public string ConnectionString => ConnectionStringFor(DatabaseName);

    public string ConnectionStringFor(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = files.SocketFolder,
            Port = Port,
            Username = Role,
            Database = database,
        }.ConnectionString;

    public static async Task<EmbeddedPostgres> Start(ClusterOptions options, CancellationToken ct)
    {
        var folder = new ClusterFolder(options.DataFolder);
        var account = await DatabaseAccount.ForThisProcess(ct);
        await ClusterFiles.PrepareFolders(folder, account, ct);

        await using var alone = await ClusterLock.Alone(folder.SwitchLock, ct);
        var use = ClusterLock.Shared(folder.UseLock);
        try
        {
            var wasRunning = Postmaster.Running(folder) is not null;
            if (wasRunning)
                await UntilReady(folder, process: null, ct);
            else
                await Launch(folder, account, options, ct);
            return new(folder, use, wasRunning);
        }
        catch
        {
            await use.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leave; the last one out switches the database off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (left)
            return;
        left = true;

        await using var alone = await ClusterLock.Alone(files.SwitchLock, CancellationToken.None);
        await stay.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await using var last = ClusterLock.TryAlone(files.UseLock);
        if (last is not null && Postmaster.Running(files) is { } running)
            await Stop(running);
        if (last is not null && Directory.Exists(files.SocketFolder))
            Directory.Delete(files.SocketFolder, recursive: true);
    }

    private static async Task Launch(
        ClusterFolder folder,
        DatabaseAccount? account,
        ClusterOptions options,
        CancellationToken ct
    )
    {
        var binaries = await PostgresBinaries.Find(folder, account, options.Progress, ct);
        var program = new ClusterProgram(binaries, account, options);
        await Postmaster.UntilAllEnded(folder, ct);
        if (!folder.IsMade)
            await ClusterFiles.Make(folder, program, ct);
        ClusterFiles.WriteAccess(folder, account);
        RemoveLeftovers(folder);

        using var process = program.Start(folder);
        await UntilReady(folder, process, ct);
        await EnsureDatabase(folder, ct);
    }

    // Left by a killed server. The numbers in them may belong to another program by now, and then
    // PostgreSQL would refuse to start; that no process of ours is left was made sure before.
    private static void RemoveLeftovers(ClusterFolder folder)
    {
        File.Delete(folder.PostmasterFile);
        File.Delete(Path.Combine(folder.SocketFolder, $".s.PGSQL.{Port}.lock"));
        File.Delete(Path.Combine(folder.SocketFolder, $".s.PGSQL.{Port}"));
    }

    private static async Task UntilReady(
        ClusterFolder folder,
        Process? process,
        CancellationToken ct
    )
    {
        var clock = Stopwatch.StartNew();
        while (Postmaster.Running(folder) is not { IsReady: true })
        {
            if (process is { HasExited: true } || clock.Elapsed > StartPatience)
                throw NotStarted(folder);
            await Task.Delay(Pause, ct);
        }
    }

    private static ClusterException NotStarted(ClusterFolder folder)
    {
        var said = File.Exists(folder.Log) ? File.ReadLines(folder.Log).TakeLast(5) : [];
        return new($"The database does not start. {folder.Log}: {string.Join(" | ", said)}");
    }

    private static async Task EnsureDatabase(ClusterFolder folder, CancellationToken ct)
    {
        var maintenance = new NpgsqlConnectionStringBuilder
        {
            Host = folder.SocketFolder,
            Port = Port,
            Username = Role,
            Database = "postgres",
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(ct);
        await using var find = new NpgsqlCommand(
            $"select 1 from pg_database where datname = '{DatabaseName}'",
            connection
        );
        if (await find.ExecuteScalarAsync(ct) is not null)
            return;
        await using var create = new NpgsqlCommand($"create database {DatabaseName}", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    private static async Task Stop(Postmaster running)
    {
        if (Kill(running.ProcessId, FastShutdown) != 0)
            return;
        var clock = Stopwatch.StartNew();
        while (Postmaster.IsAlive(running.ProcessId) && clock.Elapsed < StopPatience)
            await Task.Delay(Pause);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
