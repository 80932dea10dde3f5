using System.Linq.Expressions;

namespace Handel.Api.Engine.Query;

/// <summary>Puts a row and a request into a lambda in place of its parameters.</summary>
internal static class Splice
{
    public static Expression Apply(LambdaExpression lambda, Expression row, RequestScope scope)
    {
        var body = new Swap(lambda.Parameters[0], row).Visit(lambda.Body);
        return lambda.Parameters.Count == 1
            ? body
            : new Swap(lambda.Parameters[1], Expression.Constant(scope)).Visit(body);
    }

    /// <summary>
    /// A value that becomes a parameter of the SQL statement, never a part of its text.
    /// </summary>
    public static Expression Value(object? value, Type type)
    {
        var box = Activator.CreateInstance(typeof(Held<>).MakeGenericType(type), value);
        return Expression.Field(Expression.Constant(box), nameof(Held<int>.Value));
    }

    public static bool IsNullable(Type type) =>
        !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    public static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static Type Lifted(Type type) =>
        IsNullable(type) ? type : typeof(Nullable<>).MakeGenericType(type);

    internal sealed class Held<T>(T value)
    {
        public readonly T Value = value;
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : base.VisitParameter(node);
    }
}
