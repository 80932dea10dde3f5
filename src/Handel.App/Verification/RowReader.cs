using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Handel.App.Verification;

/// <summary>
/// How a stored row becomes an entry again: columns and a compiled reader, taken from the mapping,
/// so that reading can never disagree with writing.
/// </summary>
internal sealed class RowReader<T>
{
    private RowReader(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        var properties = entity.GetProperties().ToList();
        Columns = [.. properties.Select(p => p.GetColumnName())];
        var reader = Expression.Parameter(typeof(CopyReader), "reader");
        var values = properties.Select(
            (p, i) => Expression.Bind(p.PropertyInfo!, Of(reader, p, i))
        );
        var row = Expression.MemberInit(Expression.New(typeof(T)), values);
        Read = Expression.Lambda<Func<CopyReader, T>>(row, reader).Compile();
    }

    public string Table { get; }
    public IReadOnlyList<string> Columns { get; }
    public Func<CopyReader, T> Read { get; }

    public static RowReader<T> Of(IModel model) => new(model.FindEntityType(typeof(T))!);

    private static Expression Of(ParameterExpression reader, IProperty property, int column)
    {
        var type = property.ClrType;
        var stored = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        Expression value =
            stored == typeof(string)
                ? Expression.Call(
                    reader,
                    nameof(CopyReader.ReadText),
                    null,
                    Expression.Constant(column)
                )
                : Expression.Call(reader, MethodOf(stored), null);
        return type == stored ? value : Expression.Convert(value, type);
    }

    private static string MethodOf(Type type) =>
        type switch
        {
            _ when type == typeof(int) => nameof(CopyReader.ReadInt32),
            _ when type == typeof(short) => nameof(CopyReader.ReadInt16),
            _ when type == typeof(bool) => nameof(CopyReader.ReadBoolean),
            _ when type == typeof(decimal) => nameof(CopyReader.ReadDecimal),
            _ when type == typeof(DateOnly) => nameof(CopyReader.ReadDate),
            _ when type == typeof(DateOnly?) => nameof(CopyReader.ReadDateOrNull),
            _ when type == typeof(Guid?) => nameof(CopyReader.ReadIdOrNull),
            _ when type == typeof(DateTimeOffset) => nameof(CopyReader.ReadInstant),
            _ when type == typeof(byte[]) => nameof(CopyReader.ReadBytes),
            _ => throw new NotSupportedException($"No reader for {type.Name}."),
        };
}
