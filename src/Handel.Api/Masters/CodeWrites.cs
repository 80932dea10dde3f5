using System.Linq.Expressions;
using Handel.Api.Shell;

namespace Handel.Api.Masters;

/// <summary>Writes of a table whose rows are known by a code, unique in the company.</summary>
internal sealed class CodeWrites<TRow>
    where TRow : class, new()
{
    public CodeWrites(string set, Expression<Func<TRow, string>> code, Action<TRow, string> write)
    {
        var read = code.Compile();
        Writes = new RowWrites<TRow>(set)
            .Key("code", read, (edit, value) => edit.Db.Set<TRow>().Where(Same(code, value)))
            .Set("code", write);
    }

    public RowWrites<TRow> Writes { get; }

    private static Expression<Func<TRow, bool>> Same(
        Expression<Func<TRow, string>> code,
        string value
    ) =>
        Expression.Lambda<Func<TRow, bool>>(
            Expression.Equal(code.Body, Expression.Constant(value)),
            code.Parameters
        );
}
