using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Bulk;

/// <summary>
/// Writes many rows at once over one connection, inside the transaction that is open on it.
/// </summary>
public sealed class BulkWriter(HandelDbContext context)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)context.Database.GetDbConnection();

    /// <summary>Inserts rows by COPY; no row, no round trip.</summary>
    public async Task Insert<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var shape = RowShape<T>.Of(context);
        await Copy(shape, shape.CopyCommand, rows, ct);
    }

    /// <summary>Overwrites the named columns of rows that exist; found by their key.</summary>
    public Task Update<T>(
        IReadOnlyCollection<T> rows,
        IReadOnlyCollection<string> properties,
        CancellationToken ct = default
    )
        where T : class
    {
        var columns = properties.Select(Mapping.SnakeCase.From).ToHashSet();
        return Merge(rows, shape => UpdateCommand(shape, columns), ct);
    }

    /// <summary>Adds the named number columns to rows that exist and inserts the others.</summary>
    public Task Accumulate<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class => Merge(rows, shape => OnConflict(shape, Sum), ct);

    /// <summary>Inserts rows, or overwrites those that exist, found by their key.</summary>
    public Task Upsert<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class => Merge(rows, shape => OnConflict(shape, Overwrite), ct);

    private static string Sum(string table, string column) =>
        $"{column} = {table}.{column} + EXCLUDED.{column}";

    private static string Overwrite(string table, string column) => $"{column} = EXCLUDED.{column}";

    private async Task Merge<T>(
        IReadOnlyCollection<T> rows,
        Func<RowShape<T>, string> command,
        CancellationToken ct
    )
        where T : class
    {
        if (rows.Count == 0)
            return;
        var shape = RowShape<T>.Of(context);
        var staging = $"staging_{shape.Table}";
        await Execute(
            $"CREATE TEMP TABLE IF NOT EXISTS {staging} (LIKE {shape.Table}) ON COMMIT DELETE ROWS;"
                + $" TRUNCATE {staging}",
            ct
        );
        await Copy(shape, shape.CopyCommand.Replace(shape.Table, staging, Ordinal), rows, ct);
        await Execute(command(shape), ct);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static string UpdateCommand<T>(RowShape<T> shape, HashSet<string> columns)
    {
        var sets = columns.Select(column => $"{column} = s.{column}");
        var keys = shape.KeyColumns.Select(key => $"t.{key} = s.{key}");
        return $"UPDATE {shape.Table} t SET {string.Join(", ", sets)}"
            + $" FROM staging_{shape.Table} s WHERE {string.Join(" AND ", keys)}";
    }

    private static string OnConflict<T>(RowShape<T> shape, Func<string, string, string> set)
    {
        var names = shape.Columns.Select(c => c.Name).ToList();
        var sets = names.Except(shape.KeyColumns).Select(column => set(shape.Table, column));
        return $"INSERT INTO {shape.Table} ({string.Join(", ", names)})"
            + $" SELECT {string.Join(", ", names)} FROM staging_{shape.Table}"
            + $" ON CONFLICT ({string.Join(", ", shape.KeyColumns)})"
            + $" DO UPDATE SET {string.Join(", ", sets)}";
    }

    private async Task Copy<T>(
        RowShape<T> shape,
        string command,
        IReadOnlyCollection<T> rows,
        CancellationToken ct
    )
    {
        await using var importer = await Connection.BeginBinaryImportAsync(command, ct);
        foreach (var row in rows)
        {
            // The synchronous calls fill a buffer; only a full buffer touches the socket.
            importer.StartRow();
            foreach (var column in shape.Columns)
                column.Write(importer, row);
        }
        await importer.CompleteAsync(ct);
    }

    private async Task Execute(string sql, CancellationToken ct)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
