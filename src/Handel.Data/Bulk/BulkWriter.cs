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
        var shape = RowShape<T>.Of(context);
        var changed = properties.Select(Mapping.SnakeCase.From).ToList();
        var columns = shape
            .Columns.Where(c => shape.KeyColumns.Contains(c.Name) || changed.Contains(c.Name))
            .ToList();
        var sets = changed.Select(column => $"{column} = s.{column}");
        var keys = shape.KeyColumns.Select(key => $"t.{key} = s.{key}");
        var command =
            $"UPDATE {shape.Table} t SET {string.Join(", ", sets)} FROM {Rows(columns)}"
            + $" WHERE {string.Join(" AND ", keys)}";
        return Execute(command, columns, rows, ct);
    }

    /// <summary>Adds number columns to rows that exist and inserts the others.</summary>
    public Task Accumulate<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class => Merge(rows, Sum, ct);

    /// <summary>Inserts rows, or overwrites those that exist, found by their key.</summary>
    public Task Upsert<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class => Merge(rows, Overwrite, ct);

    private static string Sum(string table, string column) =>
        $"{column} = {table}.{column} + EXCLUDED.{column}";

    private static string Overwrite(string table, string column) => $"{column} = EXCLUDED.{column}";

    private Task Merge<T>(
        IReadOnlyCollection<T> rows,
        Func<string, string, string> set,
        CancellationToken ct
    )
        where T : class
    {
        var shape = RowShape<T>.Of(context);
        var names = shape.Columns.Select(column => column.Name).ToList();
        var sets = names.Except(shape.KeyColumns).Select(column => set(shape.Table, column));
        var command =
            $"INSERT INTO {shape.Table} ({string.Join(", ", names)})"
            + $" SELECT {string.Join(", ", names)} FROM {Rows(shape.Columns)}"
            + $" ON CONFLICT ({string.Join(", ", shape.KeyColumns)})"
            + $" DO UPDATE SET {string.Join(", ", sets)}";
        return Execute(command, shape.Columns, rows, ct);
    }

    // One array a column, all in one round trip: a staging table would cost several, and its
    // creation more than the update itself.
    private static string Rows<T>(IReadOnlyList<Column<T>> columns)
    {
        var arrays = Enumerable.Range(1, columns.Count).Select(place => $"${place}");
        var names = columns.Select(column => column.Name);
        return $"unnest({string.Join(", ", arrays)}) AS s({string.Join(", ", names)})";
    }

    private async Task Execute<T>(
        string sql,
        IReadOnlyList<Column<T>> columns,
        IReadOnlyCollection<T> rows,
        CancellationToken ct
    )
    {
        if (rows.Count == 0)
            return;
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var column in columns)
            command.Parameters.Add(column.Array(rows));
        await command.ExecuteNonQueryAsync(ct);
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
}
