namespace Handel.Rules;

/// <summary>The files of this repository that the guards read.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>C# that people write, in <c>src</c> and <c>tests</c>.</summary>
    public static readonly IReadOnlyList<SourceFile> Sources =
    [
        .. FilesUnder("src", "*.cs")
            .Concat(FilesUnder("tests", "*.cs"))
            .Where(path => !IsGenerated(path))
            .Select(path => SourceFile.Of(path, File.ReadAllText(Path.Combine(Root, path)))),
    ];

    /// <summary>Paths below a folder, from the root, with forward slashes.</summary>
    public static IEnumerable<string> FilesUnder(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static bool IsGenerated(string path) =>
        path.Contains("/Migrations/", StringComparison.Ordinal)
        || path.EndsWith(".g.cs", StringComparison.Ordinal)
        || path.EndsWith(".Designer.cs", StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Handel.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Handel.slnx is not above the tests.");
    }
}
