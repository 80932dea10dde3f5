using System.Linq.Expressions;

namespace Handel.Api.Engine.Query;

/// <summary>A page of a set: one SQL statement, rows as they come.</summary>
internal sealed class RowReader
{
    private readonly IQueryProvider provider;
    private readonly Expression matching;
    private readonly RequestScope scope;
    private readonly QueryOptions options;
    private readonly Keyset? keyset;
    private readonly int? topLeft;

    private RowReader(IQueryable rows, Layout layout, QueryOptions options, Binder binder)
    {
        this.options = options;
        scope = binder.Scope;
        provider = rows.Provider;
        Layout = layout;
        matching = options.Filter is null
            ? rows.Expression
            : Linq.Where(
                rows.Expression,
                Expression.Lambda(
                    binder.Predicate(options.Filter, layout.Resource, layout.Row),
                    layout.Row
                )
            );
        keyset = new Keyset(layout, options, binder);
        topLeft = options.Top;
        Ordered = keyset.Order(matching, layout.Row);
        if (options.SkipToken.Length > 0)
        {
            var (after, rest) = keyset.Read(options.SkipToken);
            topLeft = rest;
            var from = Linq.Where(matching, Expression.Lambda(after, layout.Row));
            Ordered = keyset.Order(from, layout.Row);
        }
        else if (options.Skip > 0)
            Ordered = Linq.Skip(Ordered, options.Skip);
    }

    public Layout Layout { get; }

    private Expression Ordered { get; }

    public static async Task<RowReader> Open(Layout layout, QueryOptions options, Binder binder)
    {
        var pins = Pins.Of(options.Filter);
        var rows = await layout.Resource.Open(binder.Scope, pins);
        return new(rows, layout, options, binder);
    }

    public Task<long> Count() => Linq.Count(provider, matching, scope.Aborted);

    /// <summary>
    /// At most <paramref name="pageRows"/> rows, and one more if there is another page.
    /// </summary>
    public IAsyncEnumerable<object?[]> Page(int pageRows) =>
        Linq.Stream(provider, Linq.Select(Linq.Take(Ordered, Wanted(pageRows)), Layout.Projection));

    public IAsyncEnumerable<object?[]> All() =>
        Linq.Stream(provider, Linq.Select(Ordered, Layout.Projection));

    public async Task<object?[]?> Single()
    {
        var one = Linq.Select(Linq.Take(matching, 1), Layout.Projection);
        await foreach (var row in Linq.Stream(provider, one).WithCancellation(scope.Aborted))
            return row;
        return null;
    }

    /// <summary>Rows of this page, and whether the one after it has been asked for.</summary>
    public int RowsOf(int pageRows) => Math.Min(pageRows, topLeft ?? int.MaxValue);

    public string Token(object?[] last, int shown) =>
        keyset!.Token(last, topLeft is { } top ? top - shown : null);

    private int Wanted(int pageRows) => topLeft <= pageRows ? topLeft.Value : pageRows + 1;
}
