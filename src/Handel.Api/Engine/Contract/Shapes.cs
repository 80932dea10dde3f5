using System.Text.Json;

namespace Handel.Api.Engine.Contract;

/// <summary>The EDM type families that the wire format distinguishes (API-W-4..8).</summary>
public enum EdmKind
{
    String,
    Guid,
    Decimal,
    Int32,
    Int64,
    Boolean,
    Date,
    DateTimeOffset,
    Enum,
    Stream,
    Complex,
}

/// <summary>Who may write a property, and when.</summary>
public enum Access
{
    ReadOnly,
    ReadWrite,
    PostOnly,
    PatchOnly,

    /// <summary>Accepted in a body without effect.</summary>
    Ignored,

    /// <summary>A binary stream, written at its own address.</summary>
    Media,

    /// <summary>Usable in <c>$filter</c> only.</summary>
    Filter,
}

/// <summary>One property of an entity type as clients see it.</summary>
public sealed record FieldShape(string Name, string Type, EdmKind Kind, Access Access)
{
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name);
    public int? MaxLength { get; init; }
    public bool IsNullable { get; init; } = true;
    public bool IsLanguageDependent { get; init; }
    public EnumShape? Enum { get; init; }

    /// <summary>
    /// Numbers and codes: upper case, trimmed, compared without regard to case (API-Q-3).
    /// </summary>
    public bool IsCode { get; init; } = Kind == EdmKind.String && CodeNames.Contains(Name);
}

/// <summary>One pair of the referential constraint of a navigation.</summary>
public sealed record JoinPair(string Here, string There);

/// <summary>
/// A navigation: the other type, the pairs that join it, constants that pin it.
/// </summary>
public sealed record NavigationShape(string Name, string Type, bool IsCollection)
{
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name);
    public IReadOnlyList<JoinPair> On { get; init; } = [];
    public IReadOnlyList<KeyValuePair<string, string>> Fixed { get; init; } = [];
    public string Partner { get; init; } = "";
    public bool IsBidirectional { get; init; }
}

/// <summary>A bound action's name and parameters in order.</summary>
public sealed record ActionShape(string Name)
{
    public IReadOnlyList<ParameterShape> Parameters { get; init; } = [];
    public string ReturnType { get; init; } = "";
}

/// <summary>A parameter of an action; an optional one may be left out of the body.</summary>
public sealed record ParameterShape(string Name, string Type, bool IsOptional)
{
    /// <summary>
    /// A parameter of a .NET type: a value, an enum, a record or a list of them.
    /// </summary>
    public static ParameterShape Of<T>(string name, bool isOptional = true)
    {
        var bare = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return new(name, Metadata.ComplexTypes.NameOf(bare), isOptional)
        {
            Members = bare.IsEnum ? WireValue.EnumOf(bare) : null,
        };
    }

    internal EnumShape? Members { get; private init; }

    internal FieldShape Shape =>
        new(Name, Type, KindOf(Type, Members), Access.ReadWrite) { Enum = Members };

    private static EdmKind KindOf(string type, EnumShape? members) =>
        ApiContract.KindOf(type) is var kind && kind == EdmKind.Enum && members is null
            ? EdmKind.Complex
            : kind;
}

/// <summary>An entity set with its entity type.</summary>
public sealed record SetShape(string Name, string EntityType, string Route)
{
    public IReadOnlyList<string> Key { get; init; } = ["id"];
    public IReadOnlyList<FieldShape> Fields { get; init; } = [];
    public IReadOnlyList<NavigationShape> Navigations { get; init; } = [];
    public IReadOnlyList<ActionShape> Actions { get; init; } = [];
    public IReadOnlyList<string> RequiresFilter { get; init; } = [];
    public bool CanInsert { get; init; }
    public bool CanUpdate { get; init; }
    public bool CanDelete { get; init; }
    public bool CanSort { get; init; } = true;
    public bool HasETag { get; init; } = true;

    public string TypeName => "Microsoft.NAV." + EntityType;
}

/// <summary>Which string properties hold numbers and codes rather than text.</summary>
internal static class CodeNames
{
    private static readonly string[] Text = ["phone", "fax", "registration", "bankaccount", "gtin"];
    private static readonly string[] Endings = ["Code", "Number", "Country", "salesperson"];

    public static bool Contains(string name) =>
        name is "number" or "code" or "country" or "salesperson" or "purchaser"
        || (
            Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            && !Text.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
        );
}
