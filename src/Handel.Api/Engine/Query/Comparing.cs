using System.Linq.Expressions;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>
/// Comparisons with the wire's idea of equality: null, empty and blank are one.
/// </summary>
internal static class Comparing
{
    public static Expression Make(CompareOperator op, Term left, Term right, RequestScope scope)
    {
        if (left.IsParameter || right.IsParameter)
            return Expression.Constant(true); // pinned: the source has taken it
        if (left.IsLiteral && !right.IsLiteral)
            return Make(Mirrored(op), right, left, scope);
        if (left.Field is { } field && right.IsLiteral && !IsFraction(left.Kind, right.Literal))
            return WithLiteral(op, left, (field, right.Literal), scope);
        if (left.Field is { Encode: not null } && right.Field is { Encode: not null })
            return Operate(op, left.AsOrder(), right.AsOrder());
        if (right.IsLiteral)
            right = Term.OfLiteral(
                Term.Fit(right.Literal, new FieldShape("", "", Numeric(left.Kind), Access.Filter))
            );
        var (a, b) = Unify(left.AsValue(scope), right.AsValue(scope));
        return Operate(op, a, b);
    }

    public static Expression MakeIn(Term item, IReadOnlyList<Term> options, RequestScope scope)
    {
        if (item.Field is not { } field || options.Any(option => !option.IsLiteral))
            return options
                .Select(option => Make(CompareOperator.Eq, item, option, scope))
                .Aggregate<Expression, Expression>(Expression.Constant(false), Expression.OrElse);
        var element = item.Expression!.Type;
        var values = new List<object?>();
        var empty = WireValue.Empty(field.Shape);
        var hasEmpty = false;
        foreach (var option in options)
        {
            var wire = Term.Fit(option.Literal, field.Shape);
            hasEmpty |= Equals(wire, empty);
            if (ToStored(field, wire, scope) is { IsKnown: true } known)
                values.Add(known.Stored);
        }
        var array = Array.CreateInstance(element, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(values[i], i);
        Expression found = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [element],
            Splice.Value(array, array.GetType()),
            item.Expression
        );
        return hasEmpty && Splice.IsNullable(element)
            ? Expression.OrElse(found, IsNull(item.Expression))
            : found;
    }

    public static Expression Operate(CompareOperator op, Expression left, Expression right)
    {
        var kind = op switch
        {
            CompareOperator.Eq => ExpressionType.Equal,
            CompareOperator.Ne => ExpressionType.NotEqual,
            CompareOperator.Gt => ExpressionType.GreaterThan,
            CompareOperator.Ge => ExpressionType.GreaterThanOrEqual,
            CompareOperator.Lt => ExpressionType.LessThan,
            CompareOperator.Le => ExpressionType.LessThanOrEqual,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
        if (op is CompareOperator.Eq or CompareOperator.Ne || HasOrder(left.Type))
            return Expression.MakeBinary(kind, left, right);
        var compare =
            left.Type == typeof(string)
                ? Expression.Call(typeof(string), nameof(string.Compare), null, left, right)
                : Expression.Call(left, nameof(IComparable.CompareTo), null, right);
        return Expression.MakeBinary(kind, compare, Expression.Constant(0));
    }

    public static RefusalException Mismatch(string at) =>
        new(ErrorCode.BadRequest, Text.FilterTypes, at);

    /// <summary>
    /// What the database holds for a wire value; unknown when no row can hold it.
    /// </summary>
    public static (object? Stored, bool IsKnown) ToStored(
        Field field,
        object? wire,
        RequestScope scope
    )
    {
        if (field.Decode is { } decode)
            return decode(wire!, scope);
        var type = Splice.Bare(field.StoredType);
        if (type.IsEnum)
            return (Enum.ToObject(type, wire!), true);
        if (wire is DateTimeOffset instant && type == typeof(DateTime))
            return (instant.UtcDateTime, true);
        if (wire is DateOnly date && type == typeof(DateTime))
            return (date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), true);
        if (wire is DateTimeOffset moment)
            return (moment.ToUniversalTime(), true);
        return (
            wire!.GetType() == type
                ? wire
                : Convert.ChangeType(wire, type, System.Globalization.CultureInfo.InvariantCulture),
            true
        );
    }

    private static Expression WithLiteral(
        CompareOperator op,
        Term left,
        (Field Field, object? Value) literal,
        RequestScope scope
    )
    {
        var field = literal.Field;
        var wire = Term.Fit(literal.Value, field.Shape);
        var isEmpty = Equals(wire, WireValue.Empty(field.Shape));
        var (stored, isKnown) = ToStored(field, wire, scope);
        var isEquality = op is CompareOperator.Eq or CompareOperator.Ne;
        var isNullable = Splice.IsNullable(left.Expression!.Type);
        if (!isKnown)
            return isEmpty && isNullable && isEquality
                ? Operate(op, left.Expression, Expression.Constant(null, left.Expression.Type))
                : Expression.Constant(op == CompareOperator.Ne);
        if (isEquality)
        {
            var type = left.Expression.Type;
            var same = Expression.Equal(left.Expression, Splice.Value(stored, type));
            var either =
                isEmpty && isNullable ? Expression.OrElse(same, IsNull(left.Expression)) : same;
            return op == CompareOperator.Eq ? either : Expression.Not(either);
        }
        var value = left.AsOrder();
        var limit = stored is Enum member
            ? Convert.ToInt32(member, System.Globalization.CultureInfo.InvariantCulture)
            : stored;
        return Operate(op, value, Splice.Value(limit, value.Type));
    }

    private static BinaryExpression IsNull(Expression value) =>
        Expression.Equal(value, Expression.Constant(null, value.Type));

    private static (Expression, Expression) Unify(Expression left, Expression right)
    {
        if (left.Type == right.Type)
            return (left, right);
        if (IsNumber(left.Type) && IsNumber(right.Type))
            return (AsDecimal(left), AsDecimal(right));
        throw Mismatch(left.Type.Name + ", " + right.Type.Name);
    }

    public static Expression AsDecimal(Expression value) =>
        value.Type == typeof(decimal) ? value : Expression.Convert(value, typeof(decimal));

    public static bool IsNumber(Type type) =>
        type == typeof(decimal)
        || type == typeof(int)
        || type == typeof(long)
        || type == typeof(short)
        || type == typeof(uint)
        || type == typeof(double);

    private static bool HasOrder(Type type) =>
        IsNumber(type)
        || type == typeof(DateOnly)
        || type == typeof(DateTime)
        || type == typeof(DateTimeOffset);

    private static bool IsFraction(EdmKind kind, object? literal) =>
        kind is EdmKind.Int32 or EdmKind.Int64
        && literal is decimal number
        && number != decimal.Truncate(number);

    private static EdmKind Numeric(EdmKind kind) =>
        kind is EdmKind.Int32 or EdmKind.Int64 or EdmKind.Enum ? EdmKind.Decimal : kind;

    private static CompareOperator Mirrored(CompareOperator op) =>
        op switch
        {
            CompareOperator.Eq or CompareOperator.Ne => op,
            CompareOperator.Gt => CompareOperator.Lt,
            CompareOperator.Ge => CompareOperator.Le,
            CompareOperator.Lt => CompareOperator.Gt,
            CompareOperator.Le => CompareOperator.Ge,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
}
