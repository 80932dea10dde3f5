using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Query;

/// <summary>Reads the filter grammar of API-Q-2: small, lenient, bounded in depth.</summary>
internal sealed class FilterParser
{
    private readonly Tokens tokens;
    private readonly int depthMax;
    private int depth;

    private FilterParser(string text, int depthMax)
    {
        tokens = new Tokens(text);
        this.depthMax = depthMax;
    }

    public static FilterNode Parse(string text, int depthMax)
    {
        var parser = new FilterParser(text, depthMax);
        var node = parser.ReadOr();
        if (!parser.tokens.AtEnd)
            throw parser.Unexpected();
        return node;
    }

    private FilterNode ReadOr()
    {
        if (++depth > depthMax)
            throw new RefusalException(ErrorCode.BadRequest, Text.FilterTooDeep, depthMax);
        var left = ReadAnd();
        while (tokens.TakeWord("or"))
            left = new Either(left, ReadAnd());
        depth--;
        return left;
    }

    private FilterNode ReadAnd()
    {
        var left = ReadNot();
        while (tokens.TakeWord("and"))
            left = new Both(left, ReadNot());
        return left;
    }

    private FilterNode ReadNot()
    {
        if (!tokens.TakeWord("not"))
            return ReadComparison();
        if (++depth > depthMax)
            throw new RefusalException(ErrorCode.BadRequest, Text.FilterTooDeep, depthMax);
        var operand = ReadNot();
        depth--;
        return new Negation(operand);
    }

    private FilterNode ReadComparison()
    {
        var left = ReadSum();
        foreach (var comparison in Enum.GetValues<CompareOperator>())
            if (tokens.TakeWord(comparison.ToString()))
                return new Comparison(comparison, left, ReadSum());
        return tokens.TakeWord("in") ? new OneOf(left, ReadList()) : left;
    }

    private FilterNode ReadSum()
    {
        var left = ReadProduct();
        while (true)
            if (tokens.TakeWord("add"))
                left = new Arithmetic(ArithmeticOperator.Add, left, ReadProduct());
            else if (tokens.TakeWord("sub"))
                left = new Arithmetic(ArithmeticOperator.Sub, left, ReadProduct());
            else
                return left;
    }

    private FilterNode ReadProduct()
    {
        var left = ReadPrimary();
        while (true)
            if (tokens.TakeWord("mul"))
                left = new Arithmetic(ArithmeticOperator.Mul, left, ReadPrimary());
            else if (tokens.TakeWord("div") || tokens.TakeWord("divby"))
                left = new Arithmetic(ArithmeticOperator.Div, left, ReadPrimary());
            else if (tokens.TakeWord("mod"))
                left = new Arithmetic(ArithmeticOperator.Mod, left, ReadPrimary());
            else
                return left;
    }

    private FilterNode ReadPrimary()
    {
        if (tokens.Take('('))
        {
            var inner = ReadOr();
            Expect(')');
            return inner;
        }
        var token = tokens.Next() ?? throw Unexpected();
        if (token.IsQuoted)
            return new Literal(token.Text);
        if (token.Text.Length == 1 && "(),:".Contains(token.Text[0], StringComparison.Ordinal))
            throw Unexpected();
        if (tokens.PeekQuoted)
            return new Literal(tokens.Next()!.Value.Text); // Microsoft.NAV.itemType'Inventory'
        if (LiteralOf(token.Text) is { } literal)
            return literal;
        var names = token.Text.Split('/');
        if (!tokens.Take('('))
            return new PropertyPath(names);
        return names.Length > 1 && names[^1] is "any" or "all"
            ? ReadQuantifier(names)
            : new FunctionCall(token.Text, ReadArguments());
    }

    private Quantifier ReadQuantifier(string[] names)
    {
        var isAll = names[^1] == "all";
        if (tokens.Take(')'))
            return new(names[..^1], isAll, "", null);
        var variable = (tokens.Next() ?? throw Unexpected()).Text;
        Expect(':');
        var body = ReadOr();
        Expect(')');
        return new(names[..^1], isAll, variable, body);
    }

    private List<FilterNode> ReadList()
    {
        Expect('(');
        return ReadArguments();
    }

    private List<FilterNode> ReadArguments()
    {
        var arguments = new List<FilterNode>();
        if (tokens.Take(')'))
            return arguments;
        do arguments.Add(ReadOr());
        while (tokens.Take(','));
        Expect(')');
        return arguments;
    }

    /// <summary>A literal without quotes, or null when the word is a name.</summary>
    internal static Literal? LiteralOf(string word)
    {
        if (word is "null")
            return new(null);
        if (word is "true" or "false")
            return new(word == "true");
        if (word.Length == 36 && Guid.TryParse(word, out var id))
            return new(id);
        if (word.Length == 0 || !(char.IsAsciiDigit(word[0]) || word[0] is '-' or '+' or '.'))
            return null;
        if (word.Length == 10 && word[4] == '-')
            return WireValue.ParseDate(word) is { } date ? new(date) : throw NoLiteral(word);
        if (word.Length > 10 && word[4] == '-')
            return WireValue.ParseInstant(word) is { } instant
                ? new(instant)
                : throw NoLiteral(word);
        var number = word.TrimEnd('M', 'm', 'L', 'd', 'D', 'f', 'F');
        return WireValue.ParseDecimal(number) is { } value ? new(value) : throw NoLiteral(word);
    }

    private static RefusalException NoLiteral(string word) =>
        new(ErrorCode.BadRequest, Text.FilterSyntax, word, 0);

    private void Expect(char c)
    {
        if (!tokens.Take(c))
            throw Unexpected();
    }

    private RefusalException Unexpected() =>
        new(ErrorCode.BadRequest, Text.FilterSyntax, tokens.Rest, tokens.Position);
}
