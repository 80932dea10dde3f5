using System.Linq.Expressions;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>
/// Gives a filter its meaning: names become expressions on a row that SQL can run.
/// </summary>
internal sealed class Binder(ApiRoute route, RequestScope scope)
{
    private readonly Dictionary<string, (Resource Resource, Expression Row)> variables = [];

    public RequestScope Scope => scope;

    public Expression Predicate(FilterNode node, Resource resource, Expression row) =>
        node switch
        {
            Both both => Expression.AndAlso(
                Predicate(both.Left, resource, row),
                Predicate(both.Right, resource, row)
            ),
            Either either => Expression.OrElse(
                Predicate(either.Left, resource, row),
                Predicate(either.Right, resource, row)
            ),
            Negation negation => Expression.Not(Predicate(negation.Operand, resource, row)),
            Comparison comparison => Comparing.Make(
                comparison.Operator,
                Bind(comparison.Left, resource, row),
                Bind(comparison.Right, resource, row),
                scope
            ),
            OneOf list => Comparing.MakeIn(
                Bind(list.Item, resource, row),
                [.. list.Options.Select(option => Bind(option, resource, row))],
                scope
            ),
            Quantifier quantifier => Quantified(quantifier, resource, row),
            _ => Truth(Bind(node, resource, row), node),
        };

    public Term Bind(FilterNode node, Resource resource, Expression row) =>
        node switch
        {
            Literal literal => Term.OfLiteral(literal.Value),
            PropertyPath path => Path(path.Names, resource, row),
            FunctionCall call => Functions.Make(
                call.Name,
                [.. call.Arguments.Select(argument => Bind(argument, resource, row))],
                scope
            ),
            Arithmetic sum => Functions.Calculate(
                sum.Operator,
                Bind(sum.Left, resource, row),
                Bind(sum.Right, resource, row)
            ),
            _ => Term.Of(Predicate(node, resource, row), EdmKind.Boolean),
        };

    private Term Path(IReadOnlyList<string> names, Resource resource, Expression row)
    {
        if (names.Count > 1 && variables.TryGetValue(names[0], out var variable))
            return Path([.. names.Skip(1)], variable.Resource, variable.Row);
        if (names.Count == 1)
        {
            var field = resource.Find(names[0]) ?? throw UnknownProperty(names[0], resource);
            return field.IsParameter
                ? Term.OfParameter(field)
                : Term.Of(field, field.On(row, scope));
        }
        var (navigation, target) = Navigate(names[0], resource);
        var inner = Expression.Parameter(target.RowType, "t" + names.Count);
        var rows = Related(navigation, (resource, row), (target, inner));
        var last = Path([.. names.Skip(1)], target, inner);
        var expression = last.Expression ?? throw NotSupported(string.Join('/', names));
        var lifted = Expression.Convert(expression, Splice.Lifted(expression.Type));
        var value = Linq.First(Linq.Select(rows, Expression.Lambda(lifted, inner)));
        return last.Field is { } end ? Term.Of(end, value) : Term.Of(value, last.Kind);
    }

    /// <summary>
    /// The rows of the other end: joined by the constraint, pinned by its constants.
    /// </summary>
    private Expression Related(
        NavigationShape navigation,
        (Resource Resource, Expression Row) here,
        (Resource Resource, ParameterExpression Row) there
    )
    {
        var open = there.Resource.Open(scope, Pins.None);
        if (!open.IsCompletedSuccessfully || navigation.On.Count == 0)
            throw NotSupported(navigation.Name);
        Expression? join = null;
        foreach (var pair in navigation.On)
        {
            var equal = Comparing.Make(
                CompareOperator.Eq,
                Path([pair.There], there.Resource, there.Row),
                Path([pair.Here], here.Resource, here.Row),
                scope
            );
            join = join is null ? equal : Expression.AndAlso(join, equal);
        }
        foreach (var pin in navigation.Fixed.Where(pin => there.Resource.Find(pin.Key) is not null))
            join = Expression.AndAlso(
                join!,
                Comparing.Make(
                    CompareOperator.Eq,
                    Path([pin.Key], there.Resource, there.Row),
                    Term.OfLiteral(pin.Value),
                    scope
                )
            );
        return Linq.Where(open.Result.Expression, Expression.Lambda(join!, there.Row));
    }

    private Expression Quantified(Quantifier quantifier, Resource resource, Expression row)
    {
        if (quantifier.Path.Count != 1)
            throw NotSupported(string.Join('/', quantifier.Path));
        var (navigation, target) = Navigate(quantifier.Path[0], resource);
        var inner = Expression.Parameter(target.RowType, "q");
        var rows = Related(navigation, (resource, row), (target, inner));
        if (quantifier.Body is null)
            return Linq.Any(rows);
        variables[quantifier.Variable] = (target, inner);
        var body = Predicate(quantifier.Body, resource, row);
        variables.Remove(quantifier.Variable);
        var wanted = Expression.Lambda(quantifier.IsAll ? Expression.Not(body) : body, inner);
        var any = Linq.Any(Linq.Where(rows, wanted));
        return quantifier.IsAll ? Expression.Not(any) : any;
    }

    private (NavigationShape, Resource) Navigate(string name, Resource resource)
    {
        var navigation = resource.FindNavigation(name) ?? throw UnknownProperty(name, resource);
        return (navigation, route.ByType(navigation.Type) ?? throw UnknownProperty(name, resource));
    }

    private Expression Truth(Term term, FilterNode node)
    {
        if (term.IsLiteral)
            return term.Literal is bool flag
                ? Expression.Constant(flag)
                : throw Comparing.Mismatch(node.ToString());
        return term.Kind == EdmKind.Boolean
            ? term.AsValue(scope)
            : throw Comparing.Mismatch(term.Field?.Name ?? "");
    }

    internal static RefusalException UnknownProperty(string name, Resource resource) =>
        new(ErrorCode.BadRequest, Text.UnknownProperty, name, resource.Shape.TypeName);

    internal static RefusalException NotSupported(string what) =>
        new(ErrorCode.MethodNotImplemented, Text.NotImplemented, what);
}
