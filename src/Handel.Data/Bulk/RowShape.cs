using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Handel.Data.Bulk;

/// <summary>
/// How the rows of a type are read and written in bulk: table, columns, compiled readers and
/// writers, taken from the mapping once, so that this and the rest of the program never disagree.
/// </summary>
internal sealed class RowShape<T>
{
    private static readonly ConcurrentDictionary<IModel, RowShape<T>> Shapes = new();

    // Some rows are only written.
    private readonly Lazy<Func<NpgsqlDataReader, T>> _read;
    private readonly string _mergeCommand;

    private RowShape(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        Columns = [.. ColumnsOf(entity, row => row)];
        KeyColumns = [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];
        _read = new(() => RowReading.Of<T>(entity));

        var names = string.Join(", ", Columns.Select(column => column.Name));
        SelectCommand = $"SELECT {string.Join(", ", Columns.Select(c => $"t.{c.Name}"))} FROM";
        CopyCommand = $"COPY {Table} ({names}) FROM STDIN (FORMAT BINARY)";
        InsertCommand = $"INSERT INTO {Table} ({names}) VALUES ({Places(Columns.Count)})";
        _mergeCommand =
            $"INSERT INTO {Table} ({names}) SELECT {names} FROM {Unnest(Columns)}"
            + $" ON CONFLICT ({string.Join(", ", KeyColumns)}) DO UPDATE SET ";
    }

    public string Table { get; }
    public IReadOnlyList<Column<T>> Columns { get; }

    /// <summary>All columns, up to FROM; the rows are called t there.</summary>
    public string SelectCommand { get; }
    public string CopyCommand { get; }

    /// <summary>Of one row, with one value a column.</summary>
    public string InsertCommand { get; }

    /// <summary>Makes a row of what <see cref="SelectCommand"/> answers.</summary>
    public Func<NpgsqlDataReader, T> Read => _read.Value;
    public IReadOnlyList<string> KeyColumns { get; }

    /// <summary>
    /// Inserts rows given as arrays; what happens to those that exist is said column by column.
    /// </summary>
    public string MergeCommand(Func<string, string> set)
    {
        var others = Columns.Select(column => column.Name).Except(KeyColumns);
        return _mergeCommand + string.Join(", ", others.Select(name => $"{name} = {set(name)}"));
    }

    /// <summary>
    /// Arrays as rows: a staging table would cost several round trips, and its creation more than
    /// the command itself.
    /// </summary>
    public static string Unnest(IReadOnlyList<Column<T>> columns)
    {
        var names = columns.Select(column => column.Name);
        return $"unnest({Places(columns.Count)}) AS s({string.Join(", ", names)})";
    }

    private static string Places(int count) =>
        string.Join(", ", Enumerable.Range(1, count).Select(place => $"${place}"));

    public static RowShape<T> Of(DbContext context) =>
        Shapes.GetOrAdd(context.Model, model => new(model.FindEntityType(typeof(T))!));

    private static IEnumerable<Column<T>> ColumnsOf(
        ITypeBase type,
        Func<Expression, Expression> path
    )
    {
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyInfo is { } info)
                yield return Column<T>.Of(property, info, path);
        }
        foreach (var complex in type.GetComplexProperties())
        {
            Expression Inner(Expression row) =>
                Expression.Property(path(row), complex.PropertyInfo!);
            foreach (var column in ColumnsOf(complex.ComplexType, Inner))
                yield return column;
        }
    }
}
