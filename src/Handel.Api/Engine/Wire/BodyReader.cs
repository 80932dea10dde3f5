using System.Text.Json;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;

namespace Handel.Api.Engine.Wire;

/// <summary>
/// A body as read: values in service order, nested entities, references by address.
/// </summary>
internal sealed record Body(
    List<GivenValue> Values,
    List<(NavigationShape Navigation, JsonElement Json)> Nested,
    List<(NavigationShape Navigation, string Url)> Binds
);

/// <summary>
/// Reads and checks a JSON object against a resource (API-W-3..10); finds all faults.
/// </summary>
internal sealed class BodyReader(Resource resource, bool isNew, Func<string, object?> stored)
{
    private readonly List<ApiFault> faults = [];

    public Body Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new RefusalException(ErrorCode.BadRequest, Text.BadJson, json.ValueKind);
        var values = new Dictionary<string, (FieldShape Shape, JsonElement Json)>();
        var body = new Body([], [], []);
        foreach (var member in json.EnumerateObject())
            Sort(member, values, body);
        foreach (var shape in resource.Shape.Fields)
            if (values.TryGetValue(shape.Name, out var given))
                Take(shape, given.Json, body.Values);
        return faults.Count == 0 ? body : throw new RefusalException(faults);
    }

    /// <summary>Names in the body that may only repeat what is stored (API-W-9).</summary>
    public static IReadOnlyList<string> Unwritable(Resource resource, JsonElement json) =>
        json.ValueKind != JsonValueKind.Object
            ? []
            :
            [
                .. json.EnumerateObject()
                    .Select(member => resource.FindShape(member.Name))
                    .Where(shape => shape is not null && !MayWrite(shape, false))
                    .Select(shape => shape!.Name)
                    .Where(name => resource.Find(name) is not null),
            ];

    private void Sort(
        JsonProperty member,
        Dictionary<string, (FieldShape, JsonElement)> values,
        Body body
    )
    {
        var name = member.Name;
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && name[at..] == "@odata.bind")
            AddBind(name[..at], member.Value, body);
        else if (at >= 0)
            return; // other annotations say nothing that is written
        else if (resource.FindShape(name) is { } shape)
            values[shape.Name] = (shape, member.Value);
        else if (resource.FindNavigation(name) is { } navigation)
        {
            if (isNew)
                body.Nested.Add((navigation, member.Value));
            else
                faults.Add(
                    new(ErrorCode.InvalidOperation, Text.DeepUpdate, name) { Target = name }
                );
        }
        else
            Unknown(name);
    }

    private void AddBind(string name, JsonElement value, Body body)
    {
        if (resource.FindNavigation(name) is { IsCollection: false } navigation)
            body.Binds.Add((navigation, value.ToString()));
        else
            Unknown(name);
    }

    private void Unknown(string name) =>
        faults.Add(
            new(ErrorCode.BadRequest, Text.UnknownProperty, name, resource.Shape.TypeName)
            {
                Target = name,
            }
        );

    private void Take(FieldShape shape, JsonElement json, List<GivenValue> values)
    {
        if (shape.Access == Access.Ignored || IsStamp(shape.Name))
            return;
        var isChosenId = isNew && resource.AcceptsId && shape.Name == resource.Shape.Key[0];
        var mayWrite = isChosenId || MayWrite(shape, isNew);
        var value = ValueOf(json, shape);
        if (value is null)
            return;
        if (mayWrite)
            values.Add(new(shape.Name, value));
        else if (isNew || !Equals(value, stored(shape.Name)))
            faults.Add(
                new(ErrorCode.InvalidOperation, Text.ReadOnly, shape.Name, resource.Shape.TypeName)
                {
                    Target = shape.Name,
                }
            );
    }

    private static bool MayWrite(FieldShape shape, bool isNew) =>
        shape.Access switch
        {
            Access.ReadWrite => true,
            Access.PostOnly => isNew,
            Access.PatchOnly => !isNew,
            Access.ReadOnly or Access.Ignored or Access.Media or Access.Filter => false,
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };

    // A whole entity that was read may be sent back.
    private static bool IsStamp(string name) =>
        name is "lastModifiedDateTime" or "systemModifiedAt" or "lastModfiedDateTime";

    private object? ValueOf(JsonElement json, FieldShape shape)
    {
        var (value, fault) = JsonValue.Read(json, shape);
        if (fault is not null)
            faults.Add(fault with { Target = shape.Name });
        return fault is null ? value : null;
    }
}

/// <summary>One JSON value in the wire type of a property, or what is wrong with it.</summary>
internal static class JsonValue
{
    public static (object? Value, ApiFault? Fault) Read(JsonElement json, FieldShape shape)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return OfNull(shape);
        var isText = json.ValueKind == JsonValueKind.String;
        var fits = shape.Kind switch
        {
            EdmKind.Decimal or EdmKind.Int32 or EdmKind.Int64 => isText
                || json.ValueKind == JsonValueKind.Number,
            EdmKind.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            EdmKind.Enum => isText || json.ValueKind == JsonValueKind.Number,
            EdmKind.String or EdmKind.Guid or EdmKind.Date or EdmKind.DateTimeOffset => isText,
            EdmKind.Complex => true,
            EdmKind.Stream => false,
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
        if (shape.Kind == EdmKind.Complex)
            return (json.Clone(), null);
        var text = json.ToString();
        if (!fits)
            return (null, Misfit(ErrorCode.BadRequest, shape, text));
        if (shape.Kind == EdmKind.String)
            return OfText(text, shape);
        if (WireValue.TryParse(shape, text, out var value))
            return (value, null);
        return (
            null,
            shape.Enum is null ? Misfit(CodeOf(shape), shape, text) : NoMember(shape, text)
        );
    }

    private static (object?, ApiFault?) OfText(string text, FieldShape shape)
    {
        if (shape.IsCode)
            text = text.Trim().ToUpperInvariant();
        return text.Length <= (shape.MaxLength ?? int.MaxValue)
            ? (text, null)
            : (
                null,
                new(
                    ErrorCode.StringExceededLength,
                    Text.StringTooLong,
                    shape.Name,
                    shape.MaxLength!,
                    text,
                    text.Length
                )
            );
    }

    private static (object?, ApiFault?) OfNull(FieldShape shape) =>
        shape.Kind switch
        {
            EdmKind.String or EdmKind.Guid or EdmKind.Date or EdmKind.DateTimeOffset => (
                WireValue.Empty(shape),
                null
            ),
            EdmKind.Enum when shape.Enum!.Parse(" ") is { } blank => (blank, null),
            _ => (null, new(ErrorCode.BadRequest, Text.NullValue, shape.Name)),
        };

    private static ApiFault NoMember(FieldShape shape, string text) =>
        new(
            ErrorCode.Unknown,
            Text.BadEnum,
            text,
            shape.Name,
            string.Join(", ", shape.Enum!.Members.Select(member => member.Name))
        );

    private static ApiFault Misfit(string code, FieldShape shape, string text) =>
        new(code, Text.BadValue, shape.Name, text, shape.Type);

    private static string CodeOf(FieldShape shape) =>
        shape.Kind == EdmKind.Guid ? ErrorCode.InvalidGuid : ErrorCode.BadRequest;
}
