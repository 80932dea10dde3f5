using System.Xml.Linq;

namespace Handel.Rules;

/// <summary>Dependencies point down (S6); the pure core needs only the runtime (S1).</summary>
internal static class LayoutGuards
{
    /// <summary>Height of each project; a reference goes to a lower one.</summary>
    private static readonly Dictionary<string, int> Heights = new()
    {
        ["Handel.Kernel"] = 0,
        ["Handel.Ledgers"] = 1,
        ["Handel.Trade"] = 2,
        ["Handel.Crm"] = 3,
        ["Handel.Exchange"] = 3,
        ["Handel.Data"] = 4,
        ["Handel.App"] = 5,
        ["Handel.Api"] = 6,
        ["Handel.Pages"] = 6,
        ["Handel.Server"] = 7,
    };

    private const int PureHeightMax = 3;

    public static readonly string[] PureProjects =
    [
        .. Heights.Where(pair => pair.Value <= PureHeightMax).Select(pair => pair.Key),
    ];

    /// <param name="path">Path of the project file, from the root.</param>
    /// <param name="xml">Its text.</param>
    public static IEnumerable<Breach> FindInProject(string path, string xml)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var project = XDocument.Parse(xml);
        if (!Heights.TryGetValue(name, out var height))
        {
            yield return new(path, 1, "is a project that the layout does not know");
            yield break;
        }

        foreach (var reference in Includes(project, "ProjectReference"))
        {
            var target = Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'));
            if (!Heights.TryGetValue(target, out var below) || below >= height)
                yield return new(path, 1, $"refers to {target}, which is not below it");
        }

        if (height > PureHeightMax)
            yield break;
        foreach (var kind in new[] { "PackageReference", "FrameworkReference", "Reference" })
        {
            foreach (var package in Includes(project, kind))
                yield return new(path, 1, $"is pure and refers to {package}");
        }
        if (project.Descendants("IsPure").All(element => element.Value != "true"))
            yield return new(path, 1, "belongs to the pure core and does not say IsPure");
    }

    private static IEnumerable<string> Includes(XDocument project, string kind) =>
        project
            .Descendants(kind)
            .Select(element => (string?)element.Attribute("Include") ?? "")
            .Where(include => include.Length > 0);
}
