using System.Collections;
using System.Reflection;
using System.Xml;
using Handel.Api.Engine.Contract;

namespace Handel.Api.Engine.Metadata;

/// <summary>
/// The complex types that properties of a route use, as C# records or in the contract.
/// </summary>
internal static class ComplexTypes
{
    public static void Write(Csdl csdl, XmlWriter xml, ApiRoute route)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in route.Resources)
        foreach (var type in resource.ComplexTypes)
            Write(csdl, xml, type, written);
    }

    /// <summary>The EDM type of a .NET type, of a list of it, or of a record.</summary>
    public static string NameOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (ElementOf(bare) is { } element)
            return $"Collection({NameOf(element)})";
        var kind = WireValue.KindOf(bare);
        return kind switch
        {
            EdmKind.Enum => WireValue.EnumOf(bare).TypeName,
            EdmKind.Complex => "Microsoft.NAV." + Camel(bare.Name),
            EdmKind.String
            or EdmKind.Guid
            or EdmKind.Decimal
            or EdmKind.Int32
            or EdmKind.Int64
            or EdmKind.Boolean
            or EdmKind.Date
            or EdmKind.DateTimeOffset
            or EdmKind.Stream => "Edm." + kind,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }

    private static void Write(Csdl csdl, XmlWriter xml, Type type, HashSet<string> written)
    {
        if (!written.Add(Camel(type.Name)))
            return;
        csdl.Start("ComplexType", ("Name", Camel(type.Name)));
        var below = new List<Type>();
        foreach (var property in Properties(type))
        {
            csdl.Empty(
                "Property",
                ("Name", Camel(property.Name)),
                ("Type", NameOf(property.PropertyType))
            );
            var element = ElementOf(property.PropertyType) ?? property.PropertyType;
            if (WireValue.KindOf(Nullable.GetUnderlyingType(element) ?? element) == EdmKind.Complex)
                below.Add(element);
        }
        xml.WriteEndElement();
        foreach (var next in below)
            Write(csdl, xml, next, written);
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0);

    private static Type? ElementOf(Type type) =>
        type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType ? type.GetGenericArguments()[^1]
        : null;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
