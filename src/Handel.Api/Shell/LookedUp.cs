using System.Linq.Expressions;
using Handel.Api.Engine;

namespace Handel.Api.Shell;

/// <summary>Properties whose value stands in another table: a sub-query by code.</summary>
internal static class LookedUp
{
    /// <summary>The value of the row there whose key is the code here; empty without one.</summary>
    public static Resource<TRow> Of<TRow, TThere, TValue>(
        this Resource<TRow> resource,
        string name,
        Expression<Func<TRow, string?>> here,
        There<TThere, TValue> there
    )
        where TThere : class
    {
        var row = here.Parameters[0];
        var scope = Expression.Parameter(typeof(RequestScope), "scope");
        var source = Expression.Invoke(Expression.Constant(there.Rows), scope);
        var same = Expression.Lambda<Func<TThere, bool>>(
            Expression.Equal(there.Key.Body, here.Body),
            there.Key.Parameters
        );
        var where = Call(nameof(Queryable.Where), [typeof(TThere)], source, Expression.Quote(same));
        var values = Call(
            nameof(Queryable.Select),
            [typeof(TThere), typeof(TValue)],
            where,
            Expression.Quote(there.Value)
        );
        var first = Call(nameof(Queryable.FirstOrDefault), [typeof(TValue)], values);
        return resource.Field(
            name,
            Expression.Lambda<Func<TRow, RequestScope, TValue>>(first, row, scope)
        );
    }

    private static MethodCallExpression Call(
        string method,
        Type[] types,
        params Expression[] arguments
    ) => Expression.Call(typeof(Queryable), method, types, arguments);
}

/// <summary>Another table: its rows, the code they are known by, the value wanted.</summary>
internal sealed record There<TRow, TValue>(
    Expression<Func<TRow, string>> Key,
    Expression<Func<TRow, TValue>> Value
)
    where TRow : class
{
    public Func<RequestScope, IQueryable<TRow>> Rows { get; init; } = scope => scope.Rows<TRow>();
}
