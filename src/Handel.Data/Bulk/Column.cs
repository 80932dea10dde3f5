using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Handel.Data.Bulk;

/// <summary>
/// One column of a table: how a row writes it to a COPY or gives it to a command, and how many
/// rows give it as an array.
/// </summary>
internal sealed record Column<T>(
    string Name,
    Action<CopyBuffer, T> Write,
    Func<T, NpgsqlParameter> Scalar,
    Func<IReadOnlyCollection<T>, NpgsqlParameter> Array
)
{
    private static readonly MethodInfo Make = typeof(Column<T>).GetMethod(
        nameof(Made),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>The column of a property, which is found in a row by a path.</summary>
    public static Column<T> Of(
        IProperty property,
        PropertyInfo info,
        Func<Expression, Expression> path
    )
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression value = Expression.Property(path(row), info);
        if (value.Type.IsEnum)
            value = Expression.Convert(value, Enum.GetUnderlyingType(value.Type));
        var copy = Expression.Parameter(typeof(CopyBuffer), "copy");
        var write = Expression.Lambda(WriteOf(copy, value), copy, row).Compile();
        var read = Expression.Lambda(value, row).Compile();
        return (Column<T>)
            Make.MakeGenericMethod(value.Type)
                .Invoke(null, [property.GetColumnName(), write, read])!;
    }

    private static Column<T> Made<TValue>(
        string name,
        Action<CopyBuffer, T> write,
        Func<T, TValue> read
    )
    {
        var type = DatabaseType(Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue));
        return new(
            name,
            write,
            row => new NpgsqlParameter
            {
                Value = read(row) is { } value ? value : DBNull.Value,
                NpgsqlDbType = type,
            },
            rows => new NpgsqlParameter<TValue[]>
            {
                TypedValue = [.. rows.Select(read)],
                NpgsqlDbType = NpgsqlDbType.Array | type,
            }
        );
    }

    private static Expression WriteOf(ParameterExpression copy, Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Call(copy, nameof(CopyBuffer.Write), null, value)
            : Expression.IfThenElse(
                Expression.Property(value, "HasValue"),
                WriteOf(copy, Expression.Property(value, "Value")),
                Expression.Call(copy, nameof(CopyBuffer.WriteNull), null)
            );

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
