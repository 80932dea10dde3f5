using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handel.Rules;

/// <summary>Files, lines and functions that fit a reader's eye.</summary>
internal static class SizeGuards
{
    public const int FileLinesMax = 400;
    public const int LineColumnsMax = 100;
    public const int FunctionLinesMax = 60;
    public const int ParametersMax = 4;

    public static IEnumerable<Breach> FindLongFiles(SourceFile file)
    {
        if (file.Lines.Length > FileLinesMax)
            yield return new(file.Path, 1, $"has {file.Lines.Length} lines");
    }

    public static IEnumerable<Breach> FindLongLines(SourceFile file)
    {
        for (var index = 0; index < file.Lines.Length; index++)
        {
            var columns = file.Lines[index].TrimEnd('\r').Length;
            if (columns > LineColumnsMax)
                yield return new(file.Path, index + 1, $"has {columns} columns");
        }
    }

    /// <summary>Counts from the name to the end, so that attributes and tables are free.</summary>
    public static IEnumerable<Breach> FindLongFunctions(SourceFile file)
    {
        foreach (var (node, name, _) in Functions(file))
        {
            var last = node.GetLocation().GetLineSpan().EndLinePosition.Line + 1;
            var lines = last - SourceFile.LineOf(name) + 1;
            if (lines > FunctionLinesMax)
                yield return file.At(name, $"{name.ValueText} has {lines} lines");
        }
    }

    public static IEnumerable<Breach> FindManyParameters(SourceFile file)
    {
        foreach (var (node, name, parameters) in Functions(file))
        {
            var count = parameters?.Parameters.Count ?? 0;
            if (count > ParametersMax && !IsGivenItsParameters(node))
                yield return file.At(name, $"{name.ValueText} has {count} parameters");
        }
    }

    private static IEnumerable<(SyntaxNode, SyntaxToken, ParameterListSyntax?)> Functions(
        SourceFile file
    )
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    yield return (method, method.Identifier, method.ParameterList);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    yield return (constructor, constructor.Identifier, constructor.ParameterList);
                    break;
                case LocalFunctionStatementSyntax local:
                    yield return (local, local.Identifier, local.ParameterList);
                    break;
                case AccessorDeclarationSyntax accessor:
                    yield return (accessor, accessor.Keyword, null);
                    break;
            }
        }
    }

    // The parameters of an override are not its choice; those of a theory are columns of a table.
    private static bool IsGivenItsParameters(SyntaxNode node) =>
        node is MethodDeclarationSyntax method
        && (
            method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            || method
                .AttributeLists.SelectMany(list => list.Attributes)
                .Any(attribute => attribute.Name.ToString() == "Theory")
        );
}
