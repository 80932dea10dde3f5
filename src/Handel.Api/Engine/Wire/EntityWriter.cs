using System.Text.Json;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;

namespace Handel.Api.Engine.Wire;

/// <summary>How much of the OData annotations a caller wants.</summary>
internal enum MetadataLevel
{
    Minimal,
    None,
    Full,
}

/// <summary>Writes rows as JSON objects in the wire format of A3.</summary>
internal sealed class EntityWriter(Utf8JsonWriter json, MetadataLevel level, string baseUrl)
{
    public bool WritesLongsAsText { get; init; }

    public void Write(Layout layout, object?[] row, IReadOnlyList<Expanded> expanded)
    {
        json.WriteStartObject();
        WriteMembers(layout, row, expanded);
        json.WriteEndObject();
    }

    public void WriteMembers(Layout layout, object?[] row, IReadOnlyList<Expanded> expanded)
    {
        if (level == MetadataLevel.Full)
            WriteIdentity(layout, row);
        if (level != MetadataLevel.None && layout.ETag(row) is { } tag)
            json.WriteString(Names.ETag, tag);
        foreach (var cell in layout.Cells)
            if (cell.Field is null)
                WriteLinks(layout, row, cell.Shape);
            else
            {
                json.WritePropertyName(cell.Shape.Encoded);
                WriteValue(cell.Shape, layout.Wire(row, cell));
            }
        foreach (var navigation in expanded)
            WriteExpanded(navigation, layout, row);
    }

    public void WriteValue(FieldShape shape, object? value)
    {
        switch (shape.Kind)
        {
            case EdmKind.String:
                json.WriteStringValue((string)value!);
                break;
            case EdmKind.Guid:
                json.WriteStringValue((Guid)value!);
                break;
            case EdmKind.Decimal:
                json.WriteNumberValue(Trimmed((decimal)value!));
                break;
            case EdmKind.Int32:
                json.WriteNumberValue((int)value!);
                break;
            case EdmKind.Int64 when WritesLongsAsText:
                json.WriteStringValue(
                    ((long)value!).ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
                break;
            case EdmKind.Int64:
                json.WriteNumberValue((long)value!);
                break;
            case EdmKind.Boolean:
                json.WriteBooleanValue((bool)value!);
                break;
            case EdmKind.Date:
                WriteDate((DateOnly)value!);
                break;
            case EdmKind.DateTimeOffset:
                WriteInstant((DateTimeOffset)value!);
                break;
            case EdmKind.Enum:
                WriteMember(shape.Enum!, (int)value!);
                break;
            case EdmKind.Stream:
                break;
            case EdmKind.Complex:
                JsonSerializer.Serialize(json, value, ComplexValues.Options);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape));
        }
    }

    private void WriteMember(EnumShape members, int value)
    {
        if (members.NameOf(value) is { } name)
            json.WriteStringValue(name);
        else
            json.WriteStringValue(
                value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
    }

    private void WriteDate(DateOnly date)
    {
        Span<char> text = stackalloc char[10];
        date.TryFormat(text, out _, "yyyy-MM-dd", Invariant);
        json.WriteStringValue(text);
    }

    private void WriteInstant(DateTimeOffset instant)
    {
        Span<char> text = stackalloc char[32];
        var format =
            instant.UtcTicks % TimeSpan.TicksPerSecond == 0
                ? "yyyy-MM-ddTHH:mm:ssZ"
                : "yyyy-MM-ddTHH:mm:ss.fffZ";
        instant.UtcDateTime.TryFormat(text, out var length, format, Invariant);
        json.WriteStringValue(text[..length]);
    }

    // numeric(38,20) comes with its trailing zeros; clients expect 12.5.
    private static decimal Trimmed(decimal value) =>
        value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;

    private static System.Globalization.CultureInfo Invariant =>
        System.Globalization.CultureInfo.InvariantCulture;

    private void WriteLinks(Layout layout, object?[] row, FieldShape shape)
    {
        if (level == MetadataLevel.None)
            return;
        var link = $"{baseUrl}/{EntityPath.Of(layout, row)}/{shape.Name}";
        var media = layout.Resource.Media[shape.Name];
        if (media.Write is not null)
            json.WriteString(shape.Name + "@odata.mediaEditLink", link);
        json.WriteString(shape.Name + "@odata.mediaReadLink", link);
    }

    private void WriteIdentity(Layout layout, object?[] row)
    {
        var path = EntityPath.Of(layout, row);
        json.WriteString("@odata.type", "#" + layout.Resource.Shape.TypeName);
        json.WriteString("@odata.id", $"{baseUrl}/{path}");
        json.WriteString("@odata.editLink", path);
    }

    private void WriteExpanded(Expanded expanded, Layout layout, object?[] row)
    {
        var rows = expanded.Of(layout, row);
        json.WritePropertyName(expanded.Navigation.Encoded);
        if (!expanded.Navigation.IsCollection)
        {
            if (rows.Count == 0)
                json.WriteNullValue();
            else
                Write(expanded.Layout, rows[0], expanded.Below);
            return;
        }
        json.WriteStartArray();
        foreach (var child in expanded.Trim(rows))
            Write(expanded.Layout, child, expanded.Below);
        json.WriteEndArray();
    }
}

/// <summary>Member names that every entity carries, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText ETag = JsonEncodedText.Encode("@odata.etag");
    public static readonly JsonEncodedText Context = JsonEncodedText.Encode("@odata.context");
    public static readonly JsonEncodedText Count = JsonEncodedText.Encode("@odata.count");
    public static readonly JsonEncodedText NextLink = JsonEncodedText.Encode("@odata.nextLink");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
}

/// <summary>How values of complex types are serialised.</summary>
internal static class ComplexValues
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
    };
}

/// <summary>
/// The address of an entity below its company or service: <c>customers(id)</c>.
/// </summary>
internal static class EntityPath
{
    public static string Of(Layout layout, object?[] row)
    {
        var shape = layout.Resource.Shape;
        if (shape.Key.Count == 1)
            return $"{shape.Name}({Quoted(layout.Wire(row, shape.Key[0]))})";
        var parts = shape.Key.Select(name => $"{name}={Quoted(layout.Wire(row, name))}");
        return $"{shape.Name}({string.Join(',', parts)})";
    }

    private static string Quoted(object? value) =>
        value is string text
            ? "'" + Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal)) + "'"
            : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
}
