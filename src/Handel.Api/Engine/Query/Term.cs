using System.Globalization;
using System.Linq.Expressions;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>A side of a comparison: a property, a computed value or a literal.</summary>
internal sealed record Term(Expression? Expression, EdmKind Kind, Field? Field, object? Literal)
{
    public bool IsLiteral => Expression is null && !IsParameter;
    public bool IsParameter => Field is { IsParameter: true };

    public static Term OfLiteral(object? value) => new(null, KindOf(value), null, value);

    public static Term OfParameter(Field field) => new(null, field.Shape.Kind, field, null);

    public static Term Of(Expression expression, EdmKind kind) => new(expression, kind, null, null);

    public static Term Of(Field field, Expression expression) =>
        new(expression, field.Shape.Kind, field, null);

    /// <summary>
    /// The value as clients see it: empty instead of null, numbers instead of members.
    /// </summary>
    public Expression AsValue(RequestScope scope)
    {
        if (IsLiteral)
            return Literal is null
                ? throw Comparing.Mismatch("null")
                : Splice.Value(Literal, Literal.GetType());
        if (Field is { Encode: not null } mapped)
            throw Binder.NotSupported(mapped.Name);
        return IsParameter ? throw Binder.NotSupported(Field!.Name) : Filled(Bare(Expression!));
    }

    /// <summary>
    /// The stored value in a form that SQL can order: no null, enums by number.
    /// </summary>
    public Expression AsOrder() => Filled(Bare(Expression ?? throw Comparing.Mismatch("")));

    private static Expression Bare(Expression value)
    {
        var bare = Splice.Bare(value.Type);
        if (!bare.IsEnum)
            return value;
        var number = Splice.IsNullable(value.Type) ? typeof(int?) : typeof(int);
        return System.Linq.Expressions.Expression.Convert(value, number);
    }

    private static Expression Filled(Expression value)
    {
        if (!Splice.IsNullable(value.Type))
            return value;
        object empty =
            value.Type == typeof(string) ? "" : Activator.CreateInstance(Splice.Bare(value.Type))!;
        return System.Linq.Expressions.Expression.Coalesce(
            value,
            System.Linq.Expressions.Expression.Constant(empty)
        );
    }

    private static EdmKind KindOf(object? value) =>
        value is null ? EdmKind.Complex : WireValue.KindOf(value.GetType());

    /// <summary>The literal in the wire type of a property (API-Q-2, API-Q-3).</summary>
    public static object? Fit(object? literal, FieldShape shape)
    {
        if (literal is null)
            return WireValue.Empty(shape);
        var text = literal switch
        {
            string given => given,
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(literal, CultureInfo.InvariantCulture)!,
        };
        if (shape.Kind == EdmKind.String)
            return shape.IsCode ? text.Trim().ToUpperInvariant() : text;
        if (WireValue.TryParse(shape, text, out var value))
            return value;
        throw shape.Enum is { } members
            ? new RefusalException(
                ErrorCode.Unknown,
                Text.BadEnum,
                text,
                shape.Name,
                string.Join(", ", members.Members.Select(member => member.Name))
            )
            : new RefusalException(
                ErrorCode.BadRequest,
                Text.BadValue,
                shape.Name,
                text,
                shape.Type
            );
    }
}
