using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handel.Rules;

/// <summary>Names and comments that say what they mean.</summary>
internal static partial class WordingGuards
{
    private static readonly string[] NeverWords = ["Manager", "Helper", "Util", "Utils", "Dto"];

    // As a first word these mean something: BaseCalendar, ServiceCharge.
    private static readonly string[] NeverLastWords = ["Service", "Processor", "Base"];

    public static IEnumerable<Breach> FindEmptyNames(SourceFile file)
    {
        foreach (var type in file.All<BaseTypeDeclarationSyntax>())
        {
            var name = type.Identifier.ValueText;
            var words = Words().Matches(name).Select(word => word.Value).ToList();
            var last = words.LastOrDefault("");
            var isCommand = type is InterfaceDeclarationSyntax && last == "Command";
            if (words.Any(NeverWords.Contains) || NeverLastWords.Contains(last))
                yield return file.At(type.Identifier, $"{name} is named by an empty word");
            else if (isCommand && name != "ILedgerCommand")
                yield return file.At(type.Identifier, $"{name} is ceremony");
        }
    }

    public static IEnumerable<Breach> FindLooseTodos(SourceFile file)
    {
        foreach (var trivia in file.Root.DescendantTrivia(descendIntoTrivia: true))
        {
            var isComment =
                trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
            var text = trivia.ToString();
            if (isComment && Todo().IsMatch(text) && !IssueNo().IsMatch(text))
            {
                var line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return new(file.Path, line, "a TODO without an issue number");
            }
        }
    }

    [GeneratedRegex("[A-Z][a-z]*", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"\bTODO\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Todo();

    [GeneratedRegex(@"#\d+", RegexOptions.NonBacktracking)]
    private static partial Regex IssueNo();
}
