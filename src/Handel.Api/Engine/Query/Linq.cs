using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Handel.Api.Engine.Query;

/// <summary>
/// The few calls of <see cref="Queryable"/> that are made without knowing the row type.
/// </summary>
internal static class Linq
{
    public static Expression Where(Expression rows, LambdaExpression predicate) =>
        Call(nameof(Queryable.Where), [ElementOf(rows)], rows, Expression.Quote(predicate));

    public static Expression Select(Expression rows, LambdaExpression projection) =>
        Call(
            nameof(Queryable.Select),
            [ElementOf(rows), projection.ReturnType],
            rows,
            Expression.Quote(projection)
        );

    public static Expression First(Expression rows) =>
        Call(nameof(Queryable.FirstOrDefault), [ElementOf(rows)], rows);

    public static Expression Any(Expression rows) =>
        Call(nameof(Queryable.Any), [ElementOf(rows)], rows);

    public static Expression Skip(Expression rows, int count) =>
        Call(nameof(Queryable.Skip), [ElementOf(rows)], rows, Splice.Value(count, typeof(int)));

    public static Expression Take(Expression rows, int count) =>
        Call(nameof(Queryable.Take), [ElementOf(rows)], rows, Splice.Value(count, typeof(int)));

    public static Expression Order(
        Expression rows,
        LambdaExpression by,
        bool isFirst,
        bool isDescending
    )
    {
        var method = (isFirst, isDescending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            (false, true) => nameof(Queryable.ThenByDescending),
        };
        return Call(method, [ElementOf(rows), by.ReturnType], rows, Expression.Quote(by));
    }

    public static async Task<long> Count(
        IQueryProvider provider,
        Expression rows,
        CancellationToken aborted
    )
    {
        var count = Call(nameof(Queryable.LongCount), [ElementOf(rows)], rows);
        return provider is IAsyncQueryProvider database
            ? await database.ExecuteAsync<Task<long>>(count, aborted)
            : provider.Execute<long>(count);
    }

    /// <summary>Rows one by one, as the database sends them.</summary>
    public static IAsyncEnumerable<object?[]> Stream(IQueryProvider provider, Expression rows)
    {
        var query = provider.CreateQuery<object?[]>(rows);
        return query as IAsyncEnumerable<object?[]> ?? query.ToAsyncEnumerable();
    }

    private static Type ElementOf(Expression rows) =>
        rows
            .Type.GetInterfaces()
            .Append(rows.Type)
            .First(type =>
                type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>)
            )
            .GetGenericArguments()[0];

    private static MethodCallExpression Call(
        string method,
        Type[] types,
        params Expression[] arguments
    ) => Expression.Call(typeof(Queryable), method, types, arguments);
}
