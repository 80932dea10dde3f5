using System.Data;
using Handel.Data;
using Npgsql;

namespace Handel.App.Verification;

/// <summary>
/// One state of the database, seen through as many connections as there are ledgers to read side by
/// side. Postings go on meanwhile; nothing of them is seen.
/// </summary>
internal sealed class BooksSnapshot : IAsyncDisposable
{
    private const string SumsMemory = "64MB";

    private readonly NpgsqlDataSource _source;
    private readonly string _name;
    private readonly List<NpgsqlConnection> _connections = [];

    private BooksSnapshot(NpgsqlDataSource source, NpgsqlConnection first, string name)
    {
        _source = source;
        _name = name;
        First = first;
        _connections.Add(first);
    }

    /// <summary>The connection that holds the snapshot.</summary>
    public NpgsqlConnection First { get; }

    public static async Task<BooksSnapshot> Take(HandelDatabase database, CancellationToken ct)
    {
        var first = await Begin(database.Source, ct);
        await Execute(first, "SET TRANSACTION READ ONLY", ct);
        await using var command = new NpgsqlCommand("SELECT pg_export_snapshot()", first);
        var name = (string)(await command.ExecuteScalarAsync(ct))!;
        return new(database.Source, first, name);
    }

    /// <summary>A connection that sees the same state, to stream a table by its key.</summary>
    public async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        var connection = await Join(ct);
        // Keys are in order already: a sort would read the whole ledger before the first row.
        await Execute(connection, "SET LOCAL enable_sort = off", ct);
        return connection;
    }

    /// <summary>A connection that sees the same state, to ask for sums.</summary>
    public async Task<NpgsqlConnection> OpenForSums(CancellationToken ct)
    {
        var connection = await Join(ct);
        await Execute(connection, $"SET LOCAL work_mem = '{SumsMemory}'", ct);
        // Every check reads whole ledgers, and no estimate of grouped rows may talk the planner
        // into comparing each with each: 210,000 value entries took nine minutes that way.
        await Execute(connection, "SET LOCAL enable_nestloop = off", ct);
        return connection;
    }

    private async Task<NpgsqlConnection> Join(CancellationToken ct)
    {
        var connection = await Begin(_source, ct);
        lock (_connections)
            _connections.Add(connection);
        await Execute(connection, "SET TRANSACTION READ ONLY", ct);
        await Execute(connection, $"SET TRANSACTION SNAPSHOT '{_name}'", ct);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
    }

    private static async Task<NpgsqlConnection> Begin(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        return connection;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
