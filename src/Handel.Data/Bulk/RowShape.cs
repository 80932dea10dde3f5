using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Handel.Data.Bulk;

/// <summary>
/// One column of a table: how a row writes it to a COPY, and how many rows make it an array.
/// </summary>
internal sealed record Column<T>(
    string Name,
    Action<NpgsqlBinaryImporter, T> Write,
    Func<IReadOnlyCollection<T>, NpgsqlParameter> Array
);

/// <summary>
/// How the rows of a type are read and written in bulk: table, columns, compiled readers and
/// writers, taken from the mapping once, so that this and the rest of the program never disagree.
/// </summary>
internal sealed class RowShape<T>
{
    private static readonly ConcurrentDictionary<IModel, RowShape<T>> Shapes = new();

    private RowShape(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        Columns = [.. ColumnsOf(entity, row => row)];
        KeyColumns = [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];
        Read = RowReading.Of<T>(entity);

        var names = string.Join(", ", Columns.Select(column => column.Name));
        SelectCommand = $"SELECT {names} FROM {Table} t";
        CopyCommand = $"COPY {Table} ({names}) FROM STDIN (FORMAT BINARY)";
        InsertCommand = $"INSERT INTO {Table} ({names}) SELECT {names} FROM {Unnest(Columns)}";
        var others = Columns.Select(column => column.Name).Except(KeyColumns).ToList();
        var merge = $"{InsertCommand} ON CONFLICT ({string.Join(", ", KeyColumns)}) DO UPDATE SET ";
        AccumulateCommand =
            merge
            + string.Join(
                ", ",
                others.Select(name => $"{name} = {Table}.{name} + EXCLUDED.{name}")
            );
        UpsertCommand =
            merge + string.Join(", ", others.Select(name => $"{name} = EXCLUDED.{name}"));
    }

    public string Table { get; }
    public IReadOnlyList<Column<T>> Columns { get; }
    public string SelectCommand { get; }
    public string CopyCommand { get; }

    // These three take one array a column.
    public string InsertCommand { get; }
    public string AccumulateCommand { get; }
    public string UpsertCommand { get; }

    /// <summary>Makes a row of what <see cref="SelectCommand"/> answers.</summary>
    public Func<NpgsqlDataReader, T> Read { get; }
    public IReadOnlyList<string> KeyColumns { get; }

    /// <summary>
    /// Arrays as rows: a staging table would cost several round trips, and its creation more than
    /// the command itself.
    /// </summary>
    public static string Unnest(IReadOnlyList<Column<T>> columns)
    {
        var arrays = Enumerable.Range(1, columns.Count).Select(place => $"${place}");
        var names = columns.Select(column => column.Name);
        return $"unnest({string.Join(", ", arrays)}) AS s({string.Join(", ", names)})";
    }

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
                yield return ColumnOf(property, info, path);
        }
        foreach (var complex in type.GetComplexProperties())
        {
            Expression Inner(Expression row) =>
                Expression.Property(path(row), complex.PropertyInfo!);
            foreach (var column in ColumnsOf(complex.ComplexType, Inner))
                yield return column;
        }
    }

    private static Column<T> ColumnOf(
        IProperty property,
        PropertyInfo info,
        Func<Expression, Expression> path
    )
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter), "importer");
        var row = Expression.Parameter(typeof(T), "row");
        var value = Expression.Property(path(row), info);
        var write = Expression.Lambda<Action<NpgsqlBinaryImporter, T>>(
            WriteOf(importer, value),
            importer,
            row
        );
        return new(property.GetColumnName(), write.Compile(), ArrayOf(row, value));
    }

    private static Func<IReadOnlyCollection<T>, NpgsqlParameter> ArrayOf(
        ParameterExpression row,
        Expression value
    )
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (type.IsEnum)
            value = Expression.Convert(value, type = Enum.GetUnderlyingType(type));
        var getter = Expression.Lambda(value, row).Compile();
        return (Func<IReadOnlyCollection<T>, NpgsqlParameter>)
            ArrayMethod.MakeGenericMethod(value.Type).Invoke(null, [getter, DatabaseType(type)])!;
    }

    private static readonly MethodInfo ArrayMethod = typeof(RowShape<T>).GetMethod(
        nameof(ArrayOfColumn),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static Func<IReadOnlyCollection<T>, NpgsqlParameter> ArrayOfColumn<TValue>(
        Func<T, TValue> getter,
        NpgsqlDbType type
    ) =>
        rows => new NpgsqlParameter<TValue[]>
        {
            TypedValue = [.. rows.Select(getter)],
            NpgsqlDbType = NpgsqlDbType.Array | type,
        };

    private static Expression WriteOf(ParameterExpression importer, Expression value)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (type != value.Type)
        {
            return Expression.IfThenElse(
                Expression.Property(value, "HasValue"),
                WriteOf(importer, Expression.Property(value, "Value")),
                Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), null)
            );
        }
        if (type.IsEnum)
        {
            type = Enum.GetUnderlyingType(type);
            value = Expression.Convert(value, type);
        }
        return Expression.Call(
            importer,
            nameof(NpgsqlBinaryImporter.Write),
            [type],
            value,
            Expression.Constant(DatabaseType(type))
        );
    }

    private static NpgsqlDbType DatabaseType(Type type) =>
        type switch
        {
            _ when type == typeof(int) => NpgsqlDbType.Integer,
            _ when type == typeof(short) => NpgsqlDbType.Smallint,
            _ when type == typeof(long) => NpgsqlDbType.Bigint,
            _ when type == typeof(bool) => NpgsqlDbType.Boolean,
            _ when type == typeof(string) => NpgsqlDbType.Varchar,
            _ when type == typeof(decimal) => NpgsqlDbType.Numeric,
            _ when type == typeof(DateOnly) => NpgsqlDbType.Date,
            _ when type == typeof(Guid) => NpgsqlDbType.Uuid,
            _ when type == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
            _ when type == typeof(byte[]) => NpgsqlDbType.Bytea,
            _ => throw new NotSupportedException($"No bulk writer for {type.Name}."),
        };
}
