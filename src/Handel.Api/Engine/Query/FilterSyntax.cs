namespace Handel.Api.Engine.Query;

/// <summary>A <c>$filter</c> expression as written, before names have a meaning.</summary>
internal abstract record FilterNode;

internal enum CompareOperator
{
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
}

internal enum ArithmeticOperator
{
    Add,
    Sub,
    Mul,
    Div,
    Mod,
}

/// <summary>null, string, bool, decimal, Guid, DateOnly or DateTimeOffset.</summary>
internal sealed record Literal(object? Value) : FilterNode;

/// <summary>A property, or a property at the end of navigations.</summary>
internal sealed record PropertyPath(IReadOnlyList<string> Names) : FilterNode
{
    public PropertyPath(string name)
        : this([name]) { }
}

internal sealed record Comparison(CompareOperator Operator, FilterNode Left, FilterNode Right)
    : FilterNode;

internal sealed record Both(FilterNode Left, FilterNode Right) : FilterNode;

internal sealed record Either(FilterNode Left, FilterNode Right) : FilterNode;

internal sealed record Negation(FilterNode Operand) : FilterNode;

internal sealed record Arithmetic(ArithmeticOperator Operator, FilterNode Left, FilterNode Right)
    : FilterNode;

internal sealed record FunctionCall(string Name, IReadOnlyList<FilterNode> Arguments) : FilterNode;

internal sealed record OneOf(FilterNode Item, IReadOnlyList<FilterNode> Options) : FilterNode;

/// <summary><c>lines/any(l: l/quantity gt 1)</c>.</summary>
internal sealed record Quantifier(
    IReadOnlyList<string> Path,
    bool IsAll,
    string Variable,
    FilterNode? Body
) : FilterNode;
