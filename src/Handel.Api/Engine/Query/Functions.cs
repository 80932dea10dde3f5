using System.Linq.Expressions;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>The functions and the arithmetic of API-Q-2.</summary>
internal static class Functions
{
    public static Term Make(string name, IReadOnlyList<Term> args, RequestScope scope)
    {
        var lower = name.ToLowerInvariant();
        return lower switch
        {
            "startswith" => Match(nameof(string.StartsWith), args, scope),
            "endswith" => Match(nameof(string.EndsWith), args, scope),
            "contains" => Match(nameof(string.Contains), args, scope),
            "indexof" => Term.Of(
                Call(TextOf(args, 0, scope), nameof(string.IndexOf), TextOf(args, 1, scope)),
                EdmKind.Int32
            ),
            "length" => Term.Of(
                Expression.Property(TextOf(args, 0, scope), nameof(string.Length)),
                EdmKind.Int32
            ),
            "substring" => Substring(args, scope),
            "concat" => Term.Of(
                Expression.Call(
                    typeof(string).GetMethod(
                        nameof(string.Concat),
                        [typeof(string), typeof(string)]
                    )!,
                    TextOf(args, 0, scope),
                    TextOf(args, 1, scope)
                ),
                EdmKind.String
            ),
            "trim" => Change(nameof(string.Trim), args, scope),
            "tolower" => Change(nameof(string.ToLower), args, scope),
            "toupper" => Change(nameof(string.ToUpper), args, scope),
            "year" or "month" or "day" or "hour" or "minute" or "second" => Part(
                char.ToUpperInvariant(lower[0]) + lower[1..],
                Argument(args, 0).AsValue(scope),
                name
            ),
            "date" => DateOf(Argument(args, 0).AsValue(scope)),
            "now" => Term.OfLiteral(TimeProvider.System.GetUtcNow()),
            "round" or "floor" or "ceiling" => Rounded(lower, args, scope),
            _ => throw Binder.NotSupported(name),
        };
    }

    public static Term Calculate(ArithmeticOperator op, Term left, Term right)
    {
        var kind = op switch
        {
            ArithmeticOperator.Add => ExpressionType.Add,
            ArithmeticOperator.Sub => ExpressionType.Subtract,
            ArithmeticOperator.Mul => ExpressionType.Multiply,
            ArithmeticOperator.Div => ExpressionType.Divide,
            ArithmeticOperator.Mod => ExpressionType.Modulo,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
        var (a, b) = (NumberOf(left), NumberOf(right));
        return Term.Of(Expression.MakeBinary(kind, a, b), EdmKind.Decimal);
    }

    private static Expression NumberOf(Term term)
    {
        var value =
            term.IsLiteral && term.Literal is decimal number
                ? Splice.Value(number, typeof(decimal))
                : term.AsOrder();
        return term.Field?.Encode is null && Comparing.IsNumber(value.Type)
            ? Comparing.AsDecimal(value)
            : throw Comparing.Mismatch(term.Field?.Name ?? "");
    }

    private static Term Match(string method, IReadOnlyList<Term> args, RequestScope scope)
    {
        var needle = Argument(args, 1);
        if (args[0].Field is { Shape.IsCode: true } && needle.Literal is string text)
            needle = Term.OfLiteral(text.ToUpperInvariant());
        return Term.Of(
            Call(TextOf(args, 0, scope), method, TextOf([needle], 0, scope)),
            EdmKind.Boolean
        );
    }

    private static Term Substring(IReadOnlyList<Term> args, RequestScope scope)
    {
        var numbers = args.Skip(1)
            .Select(arg => Expression.Convert(arg.AsValue(scope), typeof(int)))
            .ToArray();
        if (numbers.Length is not (1 or 2))
            throw Comparing.Mismatch("substring");
        var method = typeof(string).GetMethod(
            nameof(string.Substring),
            [.. numbers.Select(_ => typeof(int))]
        )!;
        return Term.Of(Expression.Call(TextOf(args, 0, scope), method, numbers), EdmKind.String);
    }

    private static Term Change(string method, IReadOnlyList<Term> args, RequestScope scope) =>
        Term.Of(
            Expression.Call(TextOf(args, 0, scope), typeof(string).GetMethod(method, [])!),
            EdmKind.String
        );

    private static Term Part(string part, Expression value, string name) =>
        value.Type.GetProperty(part) is { } property
            ? Term.Of(Expression.Property(value, property), EdmKind.Int32)
            : throw Comparing.Mismatch(name);

    private static Term DateOf(Expression value)
    {
        if (value.Type == typeof(DateOnly))
            return Term.Of(value, EdmKind.Date);
        var moment =
            value.Type == typeof(DateTimeOffset)
                ? Expression.Property(value, nameof(DateTimeOffset.UtcDateTime))
                : value;
        return moment.Type == typeof(DateTime)
            ? Term.Of(
                Expression.Call(typeof(DateOnly), nameof(DateOnly.FromDateTime), null, moment),
                EdmKind.Date
            )
            : throw Comparing.Mismatch("date");
    }

    private static Term Rounded(string name, IReadOnlyList<Term> args, RequestScope scope)
    {
        var value = Argument(args, 0).AsValue(scope);
        if (!Comparing.IsNumber(value.Type))
            throw Comparing.Mismatch(name);
        var method = char.ToUpperInvariant(name[0]) + name[1..];
        return Term.Of(
            Expression.Call(typeof(Math), method, null, Comparing.AsDecimal(value)),
            EdmKind.Decimal
        );
    }

    private static MethodCallExpression Call(Expression text, string method, Expression other) =>
        Expression.Call(text, typeof(string).GetMethod(method, [typeof(string)])!, other);

    private static Expression TextOf(IReadOnlyList<Term> args, int index, RequestScope scope)
    {
        var value = Argument(args, index).AsValue(scope);
        return value.Type == typeof(string)
            ? value
            : throw Comparing.Mismatch(args[index].Field?.Name ?? "");
    }

    private static Term Argument(IReadOnlyList<Term> args, int index) =>
        index < args.Count ? args[index] : throw Comparing.Mismatch("()");
}
