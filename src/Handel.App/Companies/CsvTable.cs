using CsvHelper;

namespace Handel.App.Companies;

/// <summary>
/// Tables that travel in the assembly, one folder below the type that reads them.
/// </summary>
internal static class CsvTable
{
    /// <summary>Rows in turn; each is to be read before the next one is asked for.</summary>
    public static IEnumerable<CsvReader> Rows<TBeside>(string name, string folder = "")
    {
        var type = typeof(TBeside);
        var resource = $"{type.Namespace}.{folder}{name}.csv";
        var stream =
            type.Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        using var csv = CsvReader.Create(stream);
        csv.ReadHeader();
        while (csv.Read())
            yield return csv;
    }
}
