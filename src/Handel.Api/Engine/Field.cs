using System.Linq.Expressions;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;

namespace Handel.Api.Engine;

/// <summary>
/// A property bound to its source: an expression on the row, and two conversions.
/// </summary>
public sealed class Field
{
    private readonly LambdaExpression source;

    internal Field(FieldShape shape, LambdaExpression source)
    {
        Shape = shape;
        this.source = source;
        StoredType = source.ReturnType;
    }

    public FieldShape Shape { get; }
    public string Name => Shape.Name;
    internal Type StoredType { get; }

    /// <summary>
    /// From what the database holds to what clients see; null where they are the same.
    /// </summary>
    internal Func<object?, RequestScope, object?>? Encode { get; init; }

    /// <summary>
    /// The way back, for filters. The second value says whether there is a way.
    /// </summary>
    internal Func<object, RequestScope, (object? Stored, bool IsKnown)>? Decode { get; init; }

    /// <summary>
    /// A parameter is pinned by a filter and handed to the source (API-Q-11).
    /// </summary>
    internal bool IsParameter { get; init; }

    /// <summary>The same for every row: known without asking the database.</summary>
    internal bool IsConstant => source.Body is ConstantExpression;

    internal LambdaExpression SourceLambda => source;

    /// <summary>The value on this row, for this request.</summary>
    internal Expression On(Expression row, RequestScope scope) => Splice.Apply(source, row, scope);
}
