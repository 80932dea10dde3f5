using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Handel.Data.Bulk;

/// <summary>
/// Compiles how a row is made from the columns of its table, in the order of the mapping.
/// </summary>
internal static class RowReading
{
    public static Func<NpgsqlDataReader, T> Of<T>(IEntityType entity)
    {
        var reader = Expression.Parameter(typeof(NpgsqlDataReader), "reader");
        var place = 0;
        return Expression
            .Lambda<Func<NpgsqlDataReader, T>>(Made(entity, reader, ref place), reader)
            .Compile();
    }

    private static MemberInitExpression Made(
        ITypeBase type,
        ParameterExpression reader,
        ref int place
    )
    {
        var bindings = new List<MemberBinding>();
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyInfo is { } info)
                bindings.Add(Expression.Bind(info, Value(reader, place++, info.PropertyType)));
        }
        foreach (var complex in type.GetComplexProperties())
        {
            var inner = Made(complex.ComplexType, reader, ref place);
            bindings.Add(Expression.Bind(complex.PropertyInfo!, inner));
        }
        return Expression.MemberInit(Expression.New(type.ClrType), bindings);
    }

    private static Expression Value(ParameterExpression reader, int place, Type type)
    {
        var at = Expression.Constant(place);
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Expression.Condition(
                Expression.Call(reader, nameof(NpgsqlDataReader.IsDBNull), null, at),
                Expression.Default(type),
                Expression.Convert(Value(reader, place, inner), type)
            );
        }
        var stored = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        var value = Expression.Call(reader, nameof(NpgsqlDataReader.GetFieldValue), [stored], at);
        return stored == type ? value : Expression.Convert(value, type);
    }
}
