using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handel.Rules;

/// <summary>A C# file, parsed; or a sample that a test made up.</summary>
internal sealed record SourceFile(string Path, string[] Lines, CompilationUnitSyntax Root)
{
    private static readonly string[] CoreProjects =
    [
        "Handel.Kernel",
        "Handel.Ledgers",
        "Handel.Trade",
        "Handel.Crm",
        "Handel.Exchange",
    ];

    /// <summary>Whether it belongs to the pure core.</summary>
    public bool IsCore =>
        CoreProjects.Any(name => Path.StartsWith($"src/{name}/", StringComparison.Ordinal));

    public static SourceFile Of(string path, string text)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var root = CSharpSyntaxTree.ParseText(text, options).GetCompilationUnitRoot();
        return new SourceFile(path, text.TrimEnd('\n').Split('\n'), root);
    }

    /// <summary>Whether a folder on its path has this name.</summary>
    public bool IsIn(string folder) => Path.Split('/').SkipLast(1).Contains(folder);

    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    public Breach At(SyntaxNodeOrToken node, string what) => new(Path, LineOf(node), what);

    public static int LineOf(SyntaxNodeOrToken node) =>
        (node.GetLocation()?.GetLineSpan().StartLinePosition.Line ?? 0) + 1;
}

/// <summary>Where a rule is broken, and how.</summary>
internal sealed record Breach(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line} {What}";
}
