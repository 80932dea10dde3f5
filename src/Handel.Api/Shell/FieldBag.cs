using System.Linq.Expressions;
using Handel.Api.Engine;

namespace Handel.Api.Shell;

/// <summary>
/// Binds what a set has of a list of properties that several sets share; what is left is blank.
/// </summary>
internal sealed class FieldBag<TRow>(Resource<TRow> resource)
{
    public FieldBag<TRow> Put<T>(string name, Expression<Func<TRow, T>> value)
    {
        if (IsWanted(name))
            resource.Field(name, value);
        return this;
    }

    public FieldBag<TRow> Put<T>(string name, Expression<Func<TRow, RequestScope, T>> value)
    {
        if (IsWanted(name))
            resource.Field(name, value);
        return this;
    }

    public FieldBag<TRow> Of<TThere, TValue>(
        string name,
        Expression<Func<TRow, string?>> here,
        There<TThere, TValue> there
    )
        where TThere : class
    {
        if (IsWanted(name))
            resource.Of(name, here, there);
        return this;
    }

    public Resource<TRow> Rest()
    {
        foreach (var field in resource.Shape.Fields)
            if (!resource.IsBound(field.Name))
                resource.Blank(field.Name);
        return resource;
    }

    private bool IsWanted(string name) =>
        !resource.IsBound(name) && resource.Shape.Fields.Any(field => field.Name == name);
}

/// <summary>Puts one expression behind another.</summary>
internal static class Compose
{
    public static Expression<Func<TRow, T>> Then<TRow, TPart, T>(
        this Expression<Func<TRow, TPart>> first,
        Expression<Func<TPart, T>> then
    ) =>
        Expression.Lambda<Func<TRow, T>>(
            new Swap(then.Parameters[0], first.Body).Visit(then.Body),
            first.Parameters
        );

    public static Expression<Func<TRow, RequestScope, T>> Then<TRow, TPart, T>(
        this Expression<Func<TRow, TPart>> first,
        Expression<Func<TPart, RequestScope, T>> then
    ) =>
        Expression.Lambda<Func<TRow, RequestScope, T>>(
            new Swap(then.Parameters[0], first.Body).Visit(then.Body),
            first.Parameters[0],
            then.Parameters[1]
        );

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : base.VisitParameter(node);
    }
}
