using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handel.Rules;

/// <summary>Sales and purchasing are written once (S4).</summary>
internal static partial class DirectionGuards
{
    private static readonly string[] Homes = ["Mirror", "Selling", "Buying"];

    /// <summary>Tests on a direction outside the folders that may know it.</summary>
    public static IEnumerable<Breach> FindBranches(SourceFile file)
    {
        var isFree =
            Homes.Any(file.IsIn) || file.Path.StartsWith("tests/", StringComparison.Ordinal);
        if (isFree)
            yield break;
        foreach (var node in file.Root.DescendantNodes())
        {
            var tested = node switch
            {
                BinaryExpressionSyntax pair when IsEquality(pair) => IsTest(pair),
                IsPatternExpressionSyntax test => MeansDirection(test.Expression)
                    && !IsNullTest(test.Pattern),
                SwitchStatementSyntax statement => MeansDirection(statement.Expression),
                SwitchExpressionSyntax expression => MeansDirection(expression.GoverningExpression),
                _ => false,
            };
            if (tested && !NamesOtherDirection(node))
                yield return file.At(node, "tests the direction of a document");
        }
    }

    /// <summary>Rule ids that a comment claims on both sides: the rule is not one-sided.</summary>
    public static IEnumerable<Breach> FindRulesWrittenTwice(IReadOnlyList<SourceFile> files)
    {
        var selling = files.Where(file => file.IsIn("Selling")).SelectMany(RuleComments);
        var buying = files.Where(file => file.IsIn("Buying")).SelectMany(RuleComments).ToList();
        foreach (var (rule, place) in selling)
        {
            var twin = buying.FirstOrDefault(other => other.Rule == rule);
            if (twin.Place is not null)
                yield return place with
                {
                    What = $"{rule} is also written in {twin.Place.Path}",
                };
        }
    }

    private static IEnumerable<(string Rule, Breach Place)> RuleComments(SourceFile file) =>
        from trivia in file.Root.DescendantTrivia()
        where trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
        let line = trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        from Match rule in RuleId().Matches(trivia.ToString())
        select (rule.Value, new Breach(file.Path, line, ""));

    private static bool IsEquality(BinaryExpressionSyntax pair) =>
        pair.Kind()
            is SyntaxKind.EqualsExpression
                or SyntaxKind.NotEqualsExpression
                or SyntaxKind.IsExpression;

    private static bool MeansDirection(ExpressionSyntax expression) =>
        expression switch
        {
            IdentifierNameSyntax name => IsDirection(name.Identifier),
            MemberAccessExpressionSyntax member => IsDirection(member.Name.Identifier)
                || member.Expression.ToString() is "Direction" or "Kernel.Direction",
            _ => false,
        };

    // Two rows that must be of one direction are matched, not told apart: that is a key, and the
    // same line serves both.
    private static bool IsTest(BinaryExpressionSyntax pair)
    {
        var isMatch = IsRowKey(pair.Left) && IsRowKey(pair.Right);
        return !isMatch && (MeansDirection(pair.Left) || MeansDirection(pair.Right));
    }

    private static bool IsRowKey(ExpressionSyntax side) =>
        MeansDirection(side)
        && side
            is not MemberAccessExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "Direction" }
            };

    // "is { } direction" asks whether there is one, not which.
    private static bool IsNullTest(PatternSyntax pattern) =>
        pattern
            is RecursivePatternSyntax { Type: null, PropertyPatternClause.Subpatterns.Count: 0 };

    // Rounding has directions too.
    private static bool NamesOtherDirection(SyntaxNode node) =>
        node.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText)
            .Any(name =>
                name != "Direction" && name.EndsWith("Direction", StringComparison.Ordinal)
            );

    private static bool IsDirection(SyntaxToken name) =>
        name.ValueText is "direction" or "Direction";

    [GeneratedRegex(@"\bTRD-[A-Z]+-\d+\b|\b[A-Z]{2,4}-\d{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex RuleId();
}
