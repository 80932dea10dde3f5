using System.Buffers.Text;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>
/// The order of a page and where the last one ended: values of the order and the key, so that
/// inserts and deletes between two pages neither skip nor repeat a row (API-P-2).
/// </summary>
internal sealed class Keyset
{
    private readonly List<(Expression Value, bool IsDescending, int Place)> terms = [];

    public Keyset(Layout layout, QueryOptions options, Binder binder)
    {
        var named =
            options.OrderBy.Count > 0
                ? options.OrderBy
                :
                [
                    .. layout.Resource.Order.Select(name => new OrderItem(
                        new PropertyPath(name),
                        false
                    )),
                ];
        if (options.OrderBy.Count == 0 && layout.Resource.Rank is { } rank)
        {
            var place = Splice.Apply(rank, layout.Row, binder.Scope);
            Add(layout, Term.Of(place, EdmKind.Int32), isDescending: false);
        }
        foreach (var item in named)
            Add(layout, binder.Bind(item.Value, layout.Resource, layout.Row), item.IsDescending);
        foreach (var key in layout.Resource.Shape.Key)
            Add(layout, binder.Bind(new PropertyPath(key), layout.Resource, layout.Row), false);
    }

    private void Add(Layout layout, Term term, bool isDescending)
    {
        var value = term.AsOrder();
        terms.Add((value, isDescending, layout.Append(value)));
    }

    public Expression Order(Expression rows, ParameterExpression row)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var by = Expression.Lambda(terms[i].Value, row);
            rows = Linq.Order(rows, by, i == 0, terms[i].IsDescending);
        }
        return rows;
    }

    /// <summary>
    /// Where the next page begins, and how many rows of <c>$top</c> are still wanted.
    /// </summary>
    public string Token(object?[] last, int? rest)
    {
        var values = terms.Select(term => last[term.Place]).Append(rest);
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));
    }

    /// <summary>The rows after the token, in this order.</summary>
    public (Expression After, int? TopLeft) Read(string token)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(token));
            var values = document.RootElement;
            if (values.GetArrayLength() != terms.Count + 1)
                throw Bad();
            Expression? after = null;
            for (var i = terms.Count - 1; i >= 0; i--)
            {
                var (value, isDescending, _) = terms[i];
                var limit = Splice.Value(values[i].Deserialize(value.Type), value.Type);
                var op = isDescending ? CompareOperator.Lt : CompareOperator.Gt;
                var beyond = Comparing.Operate(op, value, limit);
                after = after is null
                    ? beyond
                    : Expression.OrElse(
                        beyond,
                        Expression.AndAlso(Expression.Equal(value, limit), after)
                    );
            }
            var rest = values[terms.Count];
            return (
                Bounded(after!, values),
                rest.ValueKind == JsonValueKind.Null ? null : rest.GetInt32()
            );
        }
        catch (Exception e)
            when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw Bad();
        }
    }

    // What follows a row is not before its first value: said apart, an index can begin there.
    private BinaryExpression Bounded(Expression after, JsonElement values)
    {
        var (value, isDescending, _) = terms[0];
        var limit = Splice.Value(values[0].Deserialize(value.Type), value.Type);
        var op = isDescending ? CompareOperator.Le : CompareOperator.Ge;
        return Expression.AndAlso(Comparing.Operate(op, value, limit), after);
    }

    private static RefusalException Bad() => new(ErrorCode.InvalidToken, Text.BadToken);
}
