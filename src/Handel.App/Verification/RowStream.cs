using Handel.Kernel;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Handel.App.Verification;

/// <summary>
/// Which rows of a table: those of a company, and of one direction where it has two.
/// </summary>
internal readonly record struct RowScope(int CompanyNo, Direction? Direction);

/// <summary>The rows of one table in the order of their numbers, one at a time.</summary>
internal sealed class RowStream<T> : IDisposable
    where T : class
{
    private readonly RowReader<T> _rows;
    private readonly CopyReader _reader;

    private RowStream(RowReader<T> rows, CopyReader reader)
    {
        _rows = rows;
        _reader = reader;
    }

    public string Table => _rows.Table;

    /// <summary>The row that the stream stands on, or null behind the last one.</summary>
    public T? Current { get; private set; }

    public static async Task<RowStream<T>> Open(
        BooksSnapshot snapshot,
        IModel model,
        RowScope scope,
        CancellationToken ct
    )
    {
        var rows = RowReader<T>.Of(model);
        var key = model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties[^1].Name;
        var order = rows.Columns.Single(column =>
            column
                .Replace("_", "", StringComparison.Ordinal)
                .Equals(key, StringComparison.OrdinalIgnoreCase)
        );
        var side = scope.Direction is { } direction ? $" AND direction = {(short)direction}" : "";
        var connection = await snapshot.Open(ct);
        var stream = await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {string.Join(", ", rows.Columns)} FROM {rows.Table}"
                + $" WHERE company_no = {scope.CompanyNo}{side} ORDER BY {order})"
                + " TO STDOUT (FORMAT BINARY)",
            ct
        );
        var opened = new RowStream<T>(rows, new CopyReader(stream, rows.Columns.Count));
        opened.MoveNext();
        return opened;
    }

    public void MoveNext() => Current = _reader.NextRow() ? _rows.Read(_reader) : null;

    public void Dispose() => _reader.Dispose();
}
