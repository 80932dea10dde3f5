using System.Globalization;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine;

/// <summary>
/// Values as clients see them: never null (API-W-7), one .NET type for each EDM kind, and the text
/// forms that are accepted for them.
/// </summary>
internal static class WireValue
{
    public static readonly DateTimeOffset NoInstant = DateTimeOffset.MinValue;

    public static Type TypeOf(EdmKind kind) =>
        kind switch
        {
            EdmKind.String => typeof(string),
            EdmKind.Guid => typeof(Guid),
            EdmKind.Decimal => typeof(decimal),
            EdmKind.Int32 or EdmKind.Enum => typeof(int),
            EdmKind.Int64 => typeof(long),
            EdmKind.Boolean => typeof(bool),
            EdmKind.Date => typeof(DateOnly),
            EdmKind.DateTimeOffset => typeof(DateTimeOffset),
            EdmKind.Stream or EdmKind.Complex => typeof(object),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static EdmKind KindOf(Type type) =>
        type.IsEnum ? EdmKind.Enum
        : type == typeof(Guid) ? EdmKind.Guid
        : type == typeof(decimal) ? EdmKind.Decimal
        : type == typeof(int) || type == typeof(short) ? EdmKind.Int32
        : type == typeof(long) || type == typeof(uint) ? EdmKind.Int64
        : type == typeof(bool) ? EdmKind.Boolean
        : type == typeof(DateOnly) ? EdmKind.Date
        : type == typeof(DateTimeOffset) || type == typeof(DateTime) ? EdmKind.DateTimeOffset
        : type == typeof(string) ? EdmKind.String
        : EdmKind.Complex;

    /// <summary>The contract's enum of that name, else the shape of the C# enum.</summary>
    public static EnumShape EnumOf(Type type) =>
        ApiContract.V2.Enums.TryGetValue(
            char.ToLowerInvariant(type.Name[0]) + type.Name[1..],
            out var known
        )
            ? known
            : EnumShape.From(type);

    public static object? Empty(FieldShape shape) =>
        shape.Kind switch
        {
            EdmKind.String => "",
            EdmKind.Guid => Guid.Empty,
            EdmKind.Decimal => 0m,
            EdmKind.Int32 => 0,
            EdmKind.Int64 => 0L,
            EdmKind.Boolean => false,
            EdmKind.Date => DateOnly.MinValue,
            EdmKind.DateTimeOffset => NoInstant,
            EdmKind.Enum => shape.Enum!.Parse(" ") ?? 0,
            EdmKind.Stream or EdmKind.Complex => null,
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };

    /// <summary>What the wire shows for what the database holds.</summary>
    public static object? From(Field field, object? stored, RequestScope scope)
    {
        if (field.Encode is { } encode)
            stored = stored is null ? null : encode(stored, scope);
        if (stored is null)
            return Empty(field.Shape);
        return field.Shape.Kind switch
        {
            EdmKind.Decimal when stored is not decimal => Convert.ToDecimal(stored, Invariant),
            EdmKind.Int32 or EdmKind.Enum when stored is not int => Convert.ToInt32(
                stored,
                Invariant
            ),
            EdmKind.Int64 when stored is not long => Convert.ToInt64(stored, Invariant),
            EdmKind.DateTimeOffset when stored is DateTime moment => new DateTimeOffset(
                DateTime.SpecifyKind(moment, DateTimeKind.Utc)
            ),
            EdmKind.Date when stored is DateTime day => DateOnly.FromDateTime(day),
            _ => stored,
        };
    }

    /// <summary>Reads a value of this kind from text; false when the text is none.</summary>
    public static bool TryParse(FieldShape shape, string text, out object? value)
    {
        value = shape.Kind switch
        {
            EdmKind.String => text,
            EdmKind.Guid => Guid.TryParse(text, out var id) ? id : null,
            EdmKind.Decimal => ParseDecimal(text),
            EdmKind.Int32 => ParseDecimal(text) is { } n && IsWhole(n, int.MinValue, int.MaxValue)
                ? (int)n
                : null,
            EdmKind.Int64 => ParseDecimal(text) is { } n && IsWhole(n, long.MinValue, long.MaxValue)
                ? (long)n
                : null,
            EdmKind.Boolean => bool.TryParse(text, out var flag) ? flag : null,
            EdmKind.Date => ParseDate(text),
            EdmKind.DateTimeOffset => ParseInstant(text),
            EdmKind.Enum => shape.Enum!.Parse(text),
            EdmKind.Stream or EdmKind.Complex => null,
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
        return value is not null;
    }

    public static decimal? ParseDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, Invariant, out var number) ? number : null;

    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var date)
            ? date
        : ParseInstant(text) is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime)
        : null;

    public static DateTimeOffset? ParseInstant(string text) =>
        text.Length >= 10
        && DateTimeOffset.TryParse(
            text,
            Invariant,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
            : null;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static bool IsWhole(decimal number, decimal least, decimal most) =>
        number == decimal.Truncate(number) && number >= least && number <= most;
}
