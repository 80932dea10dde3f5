using System.Xml.Linq;

namespace Handel.Rules;

/// <summary>What can be read in English can be read in Dutch, and the other way round.</summary>
internal static class CaptionGuards
{
    private static readonly string[] Languages = ["en", "nl"];

    /// <summary>A file without a language in its name counts as English.</summary>
    /// <param name="files">Paths of resource files and their text.</param>
    public static IEnumerable<Breach> FindUntranslated(IEnumerable<(string Path, string Xml)> files)
    {
        foreach (var group in files.GroupBy(file => Split(file.Path).Name))
        {
            var keys = group.ToDictionary(
                file => Split(file.Path).Language,
                file => Keys(file.Xml).ToHashSet()
            );
            var all = keys.Values.SelectMany(key => key).Distinct().Order(StringComparer.Ordinal);
            foreach (var key in all)
            {
                foreach (var language in Languages.Where(code => !Has(keys, code, key)))
                    yield return new(group.Key, 0, $"{key} is missing in {language}");
            }
        }
    }

    private static bool Has(Dictionary<string, HashSet<string>> keys, string code, string key) =>
        keys.TryGetValue(code, out var known) && known.Contains(key);

    private static (string Name, string Language) Split(string path)
    {
        var name = path[..^".resx".Length];
        var dot = name.LastIndexOf('.');
        return dot > 0 && Languages.Contains(name[(dot + 1)..])
            ? (name[..dot], name[(dot + 1)..])
            : (name, "en");
    }

    private static IEnumerable<string> Keys(string xml) =>
        XDocument.Parse(xml).Descendants("data").Select(data => (string)data.Attribute("name")!);
}
