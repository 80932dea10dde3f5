using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Handel.Rules;

/// <summary>What a compiled project refers to, whatever its project file says.</summary>
internal static class MetadataGuards
{
    // The assemblies of the base library that do I/O, networks, processes and threads.
    private static readonly string[] ImpureAssemblies =
    [
        "System.Console",
        "System.Data.Common",
        "System.Diagnostics.Process",
        "System.IO.FileSystem",
        "System.IO.Pipes",
        "System.Net",
        "System.Threading.Tasks.Parallel",
    ];

    public static IEnumerable<Breach> FindImpureReferences(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var metadata = file.GetMetadataReader();
        var breaches = new List<Breach>();
        foreach (var handle in metadata.AssemblyReferences)
        {
            var reference = metadata.GetAssemblyReference(handle);
            var name = metadata.GetString(reference.Name);
            if (!IsPure(name))
                breaches.Add(new(Path.GetFileName(assemblyPath), 0, $"refers to {name}"));
        }
        return breaches;
    }

    private static bool IsPure(string name) =>
        LayoutGuards.PureProjects.Contains(name)
        || (
            name.StartsWith("System.", StringComparison.Ordinal)
            && !ImpureAssemblies.Any(impure =>
                name == impure || name.StartsWith($"{impure}.", StringComparison.Ordinal)
            )
        );
}
