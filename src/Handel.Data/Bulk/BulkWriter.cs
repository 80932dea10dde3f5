using Npgsql;

namespace Handel.Data.Bulk;

/// <summary>
/// Writes rows with the round trip, whose maker sends them: a few of a table one by one, many by
/// COPY ahead of all else.
/// </summary>
public sealed class BulkWriter(RoundTrip trip)
{
    /// <summary>
    /// From here on a COPY costs less than a command a row. Measured with 2 to 80 rows: arrays in
    /// one command are never the cheapest.
    /// </summary>
    private const int CopyRowsMin = 4;

    /// <summary>Gathered before the socket is touched.</summary>
    private const int CopyBytesMax = 60 * 1024;

    private readonly CopyBuffer _copy = new();

    /// <summary>Inserts rows, as they are when the trip is made.</summary>
    public void Insert<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        var shape = RowShape<T>.Of(trip.Context);
        if (rows.Count >= CopyRowsMin)
        {
            trip.Copy((connection, ct) => Copy(connection, shape, rows, ct));
            return;
        }
        foreach (var row in rows)
            trip.Add(shape.InsertCommand, shape.Columns.Select(column => column.Scalar(row)));
    }

    /// <summary>Overwrites the named columns of rows that exist; found by their key.</summary>
    public void Update<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var shape = RowShape<T>.Of(trip.Context);
        var changed = properties.Select(Mapping.SnakeCase.From).ToList();
        var columns = shape
            .Columns.Where(c => shape.KeyColumns.Contains(c.Name) || changed.Contains(c.Name))
            .ToList();
        var sets = changed.Select(column => $"{column} = s.{column}");
        var keys = shape.KeyColumns.Select(key => $"t.{key} = s.{key}");
        Add(
            $"UPDATE {shape.Table} t SET {string.Join(", ", sets)}"
                + $" FROM {RowShape<T>.Unnest(columns)} WHERE {string.Join(" AND ", keys)}",
            columns,
            rows
        );
    }

    /// <summary>Adds number columns to rows that exist and inserts the others.</summary>
    public void Accumulate<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        var shape = RowShape<T>.Of(trip.Context);
        var merge = shape.MergeCommand(name => $"{shape.Table}.{name} + EXCLUDED.{name}");
        Add(merge, shape.Columns, rows);
    }

    /// <summary>Inserts rows, or overwrites those that exist, found by their key.</summary>
    public void Upsert<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        var shape = RowShape<T>.Of(trip.Context);
        Add(shape.MergeCommand(name => $"EXCLUDED.{name}"), shape.Columns, rows);
    }

    private void Add<T>(
        string command,
        IReadOnlyList<Column<T>> columns,
        IReadOnlyCollection<T> rows
    )
    {
        if (rows.Count > 0)
            trip.Add(command, columns.Select(column => column.Array(rows)));
    }

    private async Task Copy<T>(
        NpgsqlConnection connection,
        RowShape<T> shape,
        IReadOnlyCollection<T> rows,
        CancellationToken ct
    )
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(shape.CopyCommand, ct);
        _copy.Clear();
        _copy.Begin();
        foreach (var row in rows)
        {
            _copy.BeginRow(shape.Columns.Count);
            foreach (var column in shape.Columns)
                column.Write(_copy, row);
            if (_copy.Length < CopyBytesMax)
                continue;
            await stream.WriteAsync(_copy.Written, ct);
            _copy.Clear();
        }
        _copy.End();
        await stream.WriteAsync(_copy.Written, ct);
    }
}
