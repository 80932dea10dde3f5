using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Handel.Api.Engine.Contract;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine.Metadata;

/// <summary>
/// The CSDL of a route (A2): written from the shapes of its resources, once. Generated clients are
/// built from it, so names, order and types are those of the contract.
/// </summary>
internal sealed class Csdl
{
    private const string Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private const string Edm = "http://docs.oasis-open.org/odata/ns/edm";
    private const string Namespace = "Microsoft.NAV";
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<
        ApiRoute,
        (byte[] Xml, string Tag)[]
    > Written = [];

    private readonly XmlWriter xml;
    private readonly ApiRoute route;

    private Csdl(XmlWriter xml, ApiRoute route)
    {
        this.xml = xml;
        this.route = route;
    }

    public static async Task Send(HttpContext http, ApiRoute route)
    {
        var (document, tag) = Written.GetValue(route, of => [WithTag(Write(of))])[0];
        http.Response.ContentType = "application/xml";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, max-age=300";
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = 304;
            return;
        }
        http.Response.ContentLength = document.Length;
        await http.Response.Body.WriteAsync(document, http.RequestAborted);
    }

    internal static byte[] Write(ApiRoute route)
    {
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true };
        using (var writer = XmlWriter.Create(buffer, settings))
            new Csdl(writer, route).WriteDocument();
        return buffer.ToArray();
    }

    private static (byte[], string) WithTag(byte[] xml) =>
        (xml, "W/\"" + Convert.ToBase64String(SHA256.HashData(xml), 0, 12) + "\"");

    private void WriteDocument()
    {
        xml.WriteStartElement("edmx", "Edmx", Edmx);
        xml.WriteAttributeString("Version", "4.0");
        xml.WriteStartElement("DataServices", Edmx);
        xml.WriteStartElement("Schema", Edm);
        xml.WriteAttributeString("Namespace", Namespace);
        foreach (var resource in route.Resources)
            WriteType(resource);
        WriteEnums();
        ComplexTypes.Write(this, xml, route);
        foreach (var resource in route.Resources)
            WriteActions(resource);
        WriteContainer();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteType(Resource resource)
    {
        var shape = resource.Shape;
        Start("EntityType", ("Name", shape.EntityType));
        Start("Key");
        foreach (var key in shape.Key)
            Empty("PropertyRef", ("Name", key));
        xml.WriteEndElement();
        foreach (var field in shape.Fields)
            WriteProperty(field);
        foreach (var (navigation, target) in route.Navigations(resource))
            WriteNavigation(resource, navigation, target);
        if (shape.EntityType == "company")
            WriteCompanySets(shape);
        xml.WriteEndElement();
    }

    private void WriteProperty(FieldShape field)
    {
        Start("Property", ("Name", field.Name), ("Type", field.Type));
        if (!field.IsNullable)
            xml.WriteAttributeString("Nullable", "false");
        if (field.MaxLength is { } length)
            xml.WriteAttributeString("MaxLength", XmlConvert.ToString(length));
        if (field.Kind == EdmKind.Decimal)
            xml.WriteAttributeString("Scale", "Variable");
        if (field.IsLanguageDependent)
            Annotation("Org.OData.Core.V1.IsLanguageDependent", "Bool", "true");
        xml.WriteEndElement();
    }

    private void WriteNavigation(Resource resource, NavigationShape navigation, Resource target)
    {
        var type = $"{Namespace}.{navigation.Type}";
        Start(
            "NavigationProperty",
            ("Name", navigation.Name),
            ("Type", navigation.IsCollection ? $"Collection({type})" : type),
            ("ContainsTarget", "true")
        );
        if (IsServed(target, navigation.Partner))
            xml.WriteAttributeString("Partner", navigation.Partner);
        foreach (var pair in navigation.On.Where(pair => Exists(pair, resource, target)))
            Empty(
                "ReferentialConstraint",
                ("Property", pair.Here),
                ("ReferencedProperty", pair.There)
            );
        if (navigation.IsBidirectional)
            Annotation("Microsoft.NAV.IsBidirectionalPartnerNavigation", "Bool", "true");
        xml.WriteEndElement();
    }

    private bool IsServed(Resource target, string partner) =>
        partner.Length > 0
        && target.FindNavigation(partner) is { } back
        && route.ByType(back.Type) is not null;

    private static bool Exists(JoinPair pair, Resource here, Resource there) =>
        here.FindShape(pair.Here) is not null && there.FindShape(pair.There) is not null;

    /// <summary>
    /// A company contains every set below it, whether the contract named it or not.
    /// </summary>
    private void WriteCompanySets(SetShape company)
    {
        var named = company.Navigations.Select(navigation => navigation.Name).ToHashSet();
        foreach (var resource in route.Resources)
            if (!resource.IsAboveCompanies && !named.Contains(resource.Name))
                Empty(
                    "NavigationProperty",
                    ("Name", resource.Name),
                    ("Type", $"Collection({resource.Shape.TypeName})"),
                    ("ContainsTarget", "true")
                );
    }

    private void WriteEnums()
    {
        var enums = route
            .Resources.SelectMany(resource => resource.Shape.Fields)
            .Select(field => field.Enum)
            .OfType<EnumShape>()
            .DistinctBy(shape => shape.Name)
            .OrderBy(shape => shape.Name, StringComparer.Ordinal);
        foreach (var shape in enums)
        {
            Start("EnumType", ("Name", shape.Name));
            foreach (var member in shape.Members)
                Empty(
                    "Member",
                    ("Name", member.Name),
                    ("Value", XmlConvert.ToString(member.Value))
                );
            xml.WriteEndElement();
        }
    }

    private void WriteActions(Resource resource)
    {
        foreach (var action in resource.Shape.Actions)
        {
            Start("Action", ("Name", action.Name), ("IsBound", "true"));
            Empty("Parameter", ("Name", "bindingParameter"), ("Type", resource.Shape.TypeName));
            foreach (var parameter in action.Parameters)
                Empty("Parameter", ("Name", parameter.Name), ("Type", parameter.Type));
            if (action.ReturnType.Length > 0)
                Empty("ReturnType", ("Type", action.ReturnType));
            xml.WriteEndElement();
        }
    }

    private void WriteContainer()
    {
        Start("EntityContainer", ("Name", "NAV"));
        foreach (var resource in route.Resources)
        {
            var shape = resource.Shape;
            Start("EntitySet", ("Name", shape.Name), ("EntityType", shape.TypeName));
            Capability("ChangeTracking", "Supported", false);
            Capability("DeleteRestrictions", "Deletable", shape.CanDelete);
            Capability("InsertRestrictions", "Insertable", shape.CanInsert);
            Capability("UpdateRestrictions", "Updatable", shape.CanUpdate);
            Capability("SortRestrictions", "Sortable", shape.CanSort);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Capability(string name, string property, bool value)
    {
        Start("Annotation", ("Term", "Org.OData.Capabilities.V1." + name));
        Start("Record");
        Empty("PropertyValue", ("Property", property), ("Bool", XmlConvert.ToString(value)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Annotation(string term, string kind, string value) =>
        Empty("Annotation", ("Term", term), (kind, value));

    internal void Empty(string name, params (string Name, string Value)[] attributes)
    {
        Start(name, attributes);
        xml.WriteEndElement();
    }

    internal void Start(string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Edm);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
    }
}
