using System.Text.Json;

namespace Handel.Api.Engine.Contract;

/// <summary>
/// The published inventory of the v2.0 API: names, types, order, keys, enums, access.
/// </summary>
public sealed class ApiContract
{
    private const int TierServedMax = 2;

    private ApiContract(JsonElement root)
    {
        foreach (var entry in root.GetProperty("enums").EnumerateObject())
            Enums[entry.Name] = new(entry.Name, entry.Value.EnumerateArray().Select(ReadMember));
        foreach (var set in root.GetProperty("entitySets").EnumerateArray())
            if (set.GetProperty("tier").GetInt32() <= TierServedMax)
            {
                var shape = ReadSet(set);
                Sets[(shape.Route, shape.Name)] = shape;
            }
    }

    public static ApiContract V2 { get; } = Load();

    public Dictionary<string, EnumShape> Enums { get; } = new(StringComparer.Ordinal);
    public Dictionary<(string Route, string Name), SetShape> Sets { get; } = [];

    private static ApiContract Load()
    {
        using var stream = typeof(ApiContract).Assembly.GetManifestResourceStream(
            "Handel.Api.Contract.api-v2.json"
        )!;
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement);
    }

    private static EnumShape.Member ReadMember(JsonElement member) =>
        new(Text(member, "name"), member.GetProperty("value").GetInt32(), Text(member, "caption"));

    private SetShape ReadSet(JsonElement set) =>
        new(Text(set, "name"), Text(set, "entityType"), Text(set, "route"))
        {
            Key = Texts(set, "key"),
            Fields = [.. set.GetProperty("fields").EnumerateArray().Select(ReadField)],
            Navigations =
            [
                .. set.GetProperty("navigation").EnumerateArray().Select(ReadNavigation),
            ],
            Actions = [.. set.GetProperty("actions").EnumerateArray().Select(ReadAction)],
            RequiresFilter = Texts(set, "requiresFilter"),
            CanInsert = Flag(set, "insert"),
            CanUpdate = Flag(set, "update"),
            CanDelete = Flag(set, "delete"),
            CanSort = Flag(set, "sortable"),
            HasETag = Flag(set, "etag"),
        };

    private static ActionShape ReadAction(JsonElement action) => new(Text(action, "name"));

    private FieldShape ReadField(JsonElement field)
    {
        var type = Text(field, "type");
        var shape = new FieldShape(Text(field, "name"), type, KindOf(type), ReadAccess(field))
        {
            MaxLength = field.TryGetProperty("maxLength", out var length)
                ? length.GetInt32()
                : null,
            IsNullable =
                !field.TryGetProperty("nullable", out var nullable) || nullable.GetBoolean(),
            IsLanguageDependent = Flag(field, "languageDependent"),
        };
        return shape.Kind == EdmKind.Enum
            ? shape with
            {
                Enum = Enums[type["Microsoft.NAV.".Length..]],
            }
            : shape;
    }

    internal static EdmKind KindOf(string type) =>
        type switch
        {
            "Edm.String" => EdmKind.String,
            "Edm.Guid" => EdmKind.Guid,
            "Edm.Decimal" => EdmKind.Decimal,
            "Edm.Int32" => EdmKind.Int32,
            "Edm.Int64" => EdmKind.Int64,
            "Edm.Boolean" => EdmKind.Boolean,
            "Edm.Date" => EdmKind.Date,
            "Edm.DateTimeOffset" => EdmKind.DateTimeOffset,
            "Edm.Stream" => EdmKind.Stream,
            _ => type.StartsWith("Collection(", StringComparison.Ordinal)
                ? EdmKind.Complex
                : EdmKind.Enum,
        };

    private static Access ReadAccess(JsonElement field) =>
        Text(field, "access") switch
        {
            "rw" => Access.ReadWrite,
            "post" => Access.PostOnly,
            "patch" => Access.PatchOnly,
            "ignored" => Access.Ignored,
            "media" => Access.Media,
            "filter" => Access.Filter,
            _ => Access.ReadOnly,
        };

    private static NavigationShape ReadNavigation(JsonElement navigation) =>
        new(
            Text(navigation, "name"),
            Text(navigation, "type"),
            navigation.GetProperty("collection").GetBoolean()
        )
        {
            On =
            [
                .. navigation
                    .GetProperty("on")
                    .EnumerateArray()
                    .Select(pair => new JoinPair(pair[0].GetString()!, pair[1].GetString()!)),
            ],
            Fixed = navigation.TryGetProperty("fixed", out var pins)
                ?
                [
                    .. pins.EnumerateObject()
                        .Select(pin => KeyValuePair.Create(pin.Name, pin.Value.GetString()!)),
                ]
                : [],
            Partner = Text(navigation, "partner"),
            IsBidirectional = Flag(navigation, "bidirectional"),
        };

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static bool Flag(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.GetBoolean();

    private static string[] Texts(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : [];
}
