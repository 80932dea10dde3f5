using System.Globalization;
using System.Linq.Expressions;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;

namespace Handel.Api.Engine;

/// <summary>Binds the names of a set to a source of rows. Every call adds one fact.</summary>
public sealed class Resource<TRow> : Resource
{
    private readonly Func<RequestScope, Pins, Task<IQueryable<TRow>>> source;

    internal Resource(
        SetShape shape,
        bool isFromContract,
        Func<RequestScope, Pins, Task<IQueryable<TRow>>> source
    )
        : base(shape, isFromContract) => this.source = source;

    internal override Type RowType => typeof(TRow);

    internal override async Task<IQueryable> Open(RequestScope scope, Pins pins) =>
        await source(scope, pins);

    /// <summary>A property and where its value is. <paramref name="access"/> and
    /// <paramref name="maxLength"/> declare it where the contract does not.</summary>
    public Resource<TRow> Field<T>(
        string name,
        Expression<Func<TRow, T>> value,
        Access access = Access.ReadOnly,
        int? maxLength = null
    ) => Bind(name, value, access, maxLength);

    /// <summary>
    /// A property that needs the request: a sub-query for the other half of a pair.
    /// </summary>
    public Resource<TRow> Field<T>(
        string name,
        Expression<Func<TRow, RequestScope, T>> value,
        Access access = Access.ReadOnly,
        int? maxLength = null
    ) => Bind(name, value, access, maxLength);

    /// <summary>
    /// An id that is computed from the row, both ways: filters on it stay in SQL.
    /// </summary>
    public Resource<TRow> DerivedId<T>(
        string name,
        Expression<Func<TRow, T>> value,
        Func<T, Guid> encode,
        Func<Guid, T?> decode
    )
        where T : struct =>
        Mapped(name, value, stored => encode(stored), wire => decode(wire) is { } t ? t : null);

    /// <summary>The same, where the company is part of the id.</summary>
    public Resource<TRow> DerivedId<T>(
        string name,
        Expression<Func<TRow, T>> value,
        Func<T, RequestScope, Guid> encode,
        Func<Guid, RequestScope, T?> decode
    )
        where T : struct
    {
        Add(
            new Field(Declare(ShapeOf(name, typeof(Guid), Access.ReadOnly, null)), value)
            {
                Encode = (stored, scope) => encode((T)stored!, scope),
                Decode = (wire, scope) =>
                    decode((Guid)wire, scope) is { } stored ? (stored, true) : (null, false),
            }
        );
        return this;
    }

    /// <summary>Declares that callers may write a property of the extension.</summary>
    public Resource<TRow> Writable<T>(string name)
    {
        Declare(ShapeOf(name, typeof(T), Access.ReadWrite, null));
        return this;
    }

    /// <summary>A value that is stored in another form than it is shown.</summary>
    public Resource<TRow> Mapped<TStored, TWire>(
        string name,
        Expression<Func<TRow, TStored>> value,
        Func<TStored, TWire> encode,
        Func<TWire, object?> decode
    )
    {
        Add(
            new Field(Declare(ShapeOf(name, typeof(TWire), Access.ReadOnly, null)), value)
            {
                Encode = (stored, _) => encode(Stored<TStored>(stored!)),
                Decode = (wire, _) =>
                    decode((TWire)wire) is { } stored ? (stored, true) : (null, false),
            }
        );
        return this;
    }

    /// <summary>
    /// An option shown as its caption in the language of the request (API-M-4).
    /// </summary>
    public Resource<TRow> Caption<T>(
        string name,
        Expression<Func<TRow, T>> value,
        Func<T, CultureInfo, string> caption
    )
        where T : struct, Enum
    {
        Add(
            new Field(Declare(ShapeOf(name, typeof(string), Access.ReadOnly, null)), value)
            {
                Encode = (stored, scope) =>
                    caption(
                        (T)
                            Enum.ToObject(
                                typeof(T),
                                Convert.ToInt32(stored, CultureInfo.InvariantCulture)
                            ),
                        scope.Language
                    ),
                Decode = (wire, scope) => FindCaption((string)wire, caption, scope.Language),
            }
        );
        return this;
    }

    /// <summary>Properties that Handel has nothing to say about: always empty.</summary>
    public Resource<TRow> Blank(params string[] names)
    {
        foreach (var name in names)
        {
            var shape = Declare(ShapeOf(name, typeof(string), Access.ReadOnly, null));
            var row = Expression.Parameter(typeof(TRow), "row");
            var body = Expression.Constant(WireValue.Empty(shape), WireValue.TypeOf(shape.Kind));
            Add(new Field(shape, Expression.Lambda(body, row)));
        }
        return this;
    }

    /// <summary>
    /// A property that callers pin by a filter and the source takes as a parameter.
    /// </summary>
    public Resource<TRow> Parameter<T>(string name, Expression<Func<TRow, T>> value)
    {
        Add(
            new Field(Declare(ShapeOf(name, typeof(T), Access.Filter, null)), value)
            {
                IsParameter = true,
            }
        );
        return this;
    }

    /// <summary>
    /// A value that joins rows to their parent where the contract has no property for it.
    /// </summary>
    public Resource<TRow> Hidden<T>(string name, Expression<Func<TRow, T>> value)
    {
        Add(new Field(ShapeOf(name, typeof(T), Access.Filter, null), value));
        return this;
    }

    /// <summary>What a navigation joins by where the contract does not say it.</summary>
    public Resource<TRow> Joins(string navigation, string here, string there)
    {
        Rejoin(navigation, new JoinPair(here, there));
        return this;
    }

    /// <summary>What changes when the row changes; shown as ETag (API-E-1).</summary>
    public Resource<TRow> ETag<T>(Expression<Func<TRow, T>> version)
    {
        Version = version;
        return this;
    }

    /// <summary>The same, where the version needs the request: a sub-query.</summary>
    public Resource<TRow> ETag<T>(Expression<Func<TRow, RequestScope, T>> version)
    {
        Version = version;
        return this;
    }

    /// <summary>
    /// A short way to that version of one row, null without the row: an action needs no more.
    /// </summary>
    public Resource<TRow> VersionBy(Func<RequestScope, Guid, Task<object?>> find)
    {
        FindVersion = find;
        return this;
    }

    /// <summary>
    /// The order of rows when the caller states none; the key always breaks ties.
    /// </summary>
    public Resource<TRow> OrderedBy(params string[] names)
    {
        Order = names;
        return this;
    }

    /// <summary>
    /// An order by what callers do not see, before any other: the lines of a report, a total last.
    /// </summary>
    public Resource<TRow> Ranked(Expression<Func<TRow, int>> rank)
    {
        Rank = rank;
        return this;
    }

    /// <summary>This set stands above companies.</summary>
    public Resource<TRow> AboveCompanies()
    {
        IsAboveCompanies = true;
        return this;
    }

    /// <summary>
    /// A navigation of the extension: joined by pairs (property here, property there).
    /// </summary>
    public Resource<TRow> Nav(
        string name,
        string entityType,
        bool isCollection,
        params (string Here, string There)[] on
    )
    {
        Declare(
            new NavigationShape(name, entityType, isCollection)
            {
                On = [.. on.Select(pair => new JoinPair(pair.Here, pair.There))],
            }
        );
        return this;
    }

    /// <summary>
    /// How a row is made from what the caller gave. The outcome names the new id.
    /// </summary>
    public Resource<TRow> Create(Func<RequestScope, Given, Task<WriteOutcome>> create)
    {
        CreateRow = create;
        return this;
    }

    /// <summary>These children come along in <see cref="Given.Children"/> of the parent's create;
    /// children of other navigations are created one by one after it.</summary>
    public Resource<TRow> CreatesWith(params string[] navigations)
    {
        HandledChildren.UnionWith(navigations);
        return this;
    }

    /// <summary>A caller may choose the id of a new row (API-V-4).</summary>
    public Resource<TRow> WithChosenId()
    {
        AcceptsId = true;
        return this;
    }

    /// <summary>
    /// The key tells rows apart below one parent only: rows are reached through it, and writes are
    /// given these properties of the parent (API-DS-1).
    /// </summary>
    public Resource<TRow> KeyedWithin(params string[] names)
    {
        Within = names;
        return this;
    }

    public Resource<TRow> Update(Func<RequestScope, Guid, Given, Task<WriteOutcome>> update)
    {
        UpdateRow = update;
        return this;
    }

    /// <summary>
    /// How a row is deleted; what is given is only <see cref="Given.Version"/>.
    /// </summary>
    public Resource<TRow> Delete(Func<RequestScope, Guid, Given, Task<WriteOutcome>> delete)
    {
        DeleteRow = delete;
        return this;
    }

    /// <summary>A bound action of the contract.</summary>
    public Resource<TRow> Action(
        string name,
        Func<RequestScope, Guid, Given, Task<ActionOutcome>> run
    ) => Action(new ActionShape(name), run);

    /// <summary>A bound action with parameters, of the extension.</summary>
    public Resource<TRow> Action(
        ActionShape shape,
        Func<RequestScope, Guid, Given, Task<ActionOutcome>> run
    )
    {
        if (Shape.Actions.All(known => known.Name != shape.Name))
            Declare(shape);
        Actions.Add(shape.Name, new(shape, run));
        return this;
    }

    /// <summary>
    /// An action of the extension that a contract set answers to without listing it (A18.7).
    /// </summary>
    public Resource<TRow> Unlisted(
        ActionShape shape,
        Func<RequestScope, Guid, Given, Task<ActionOutcome>> run
    )
    {
        Actions.Add(shape.Name, new(shape, run));
        return this;
    }

    /// <summary>
    /// A bound action of the extension that answers with a value of a record type.
    /// </summary>
    public Resource<TRow> Action<TReply>(
        ActionShape shape,
        Func<RequestScope, Guid, Given, Task<ActionOutcome>> run
    )
    {
        ComplexTypes.Add(typeof(TReply));
        return Action(
            shape with
            {
                ReturnType = Metadata.ComplexTypes.NameOf(typeof(TReply)),
            },
            run
        );
    }

    /// <summary>
    /// How an action that posts answers a request whose posting was done before.
    /// </summary>
    public Resource<TRow> Repeats(string action, Func<RequestScope, Task<ActionOutcome?>> repeated)
    {
        Actions[action] = Actions[action] with { Repeated = repeated };
        return this;
    }

    /// <summary>A stream property.</summary>
    public Resource<TRow> Stream(string name, MediaHandlers handlers)
    {
        Declare(new FieldShape(name, "Edm.Stream", EdmKind.Stream, Access.Media));
        Media.Add(name, handlers);
        return this;
    }

    private Resource<TRow> Bind(string name, LambdaExpression value, Access access, int? maxLength)
    {
        Add(new Field(Declare(ShapeOf(name, value.ReturnType, access, maxLength)), value));
        return this;
    }

    // Enums are fetched as their numbers.
    private static T Stored<T>(object stored) =>
        typeof(T).IsEnum ? (T)Enum.ToObject(typeof(T), stored) : (T)stored;

    private static FieldShape ShapeOf(string name, Type type, Access access, int? maxLength)
    {
        var bare = Splice.Bare(type);
        var kind = WireValue.KindOf(bare);
        var shape = kind == EdmKind.Enum ? WireValue.EnumOf(bare) : null;
        return new(name, shape?.TypeName ?? "Edm." + kind, kind, access)
        {
            Enum = shape,
            MaxLength = maxLength,
        };
    }

    private static (object? Stored, bool IsKnown) FindCaption<T>(
        string text,
        Func<T, CultureInfo, string> caption,
        CultureInfo language
    )
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
            if (string.Equals(caption(member, language), text, StringComparison.OrdinalIgnoreCase))
                return (member, true);
        return (null, false);
    }
}
