using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handel.Rules;

/// <summary>
/// A switch over an enum in the core has no arm that gives a value to members nobody thought of.
/// An arm that throws is let through: the compiler asks for it for values without a name.
/// </summary>
internal static class EnumSwitchGuard
{
    public static IEnumerable<Breach> Find(SourceFile file)
    {
        if (!file.IsCore)
            yield break;
        foreach (var choice in file.All<SwitchExpressionSyntax>())
        {
            var rest = choice.Arms.FirstOrDefault(arm => arm.Pattern is DiscardPatternSyntax);
            var isOverEnum = choice.Arms.All(arm => arm == rest || IsEnumMember(arm.Pattern));
            if (rest is not null && isOverEnum && rest.Expression is not ThrowExpressionSyntax)
                yield return file.At(rest, "gives a value to unknown members of an enum");
        }
    }

    // Without types, a name with two parts that both start with a capital is taken for a member.
    private static bool IsEnumMember(PatternSyntax pattern) =>
        pattern switch
        {
            BinaryPatternSyntax both => IsEnumMember(both.Left) && IsEnumMember(both.Right),
            ParenthesizedPatternSyntax inner => IsEnumMember(inner.Pattern),
            ConstantPatternSyntax constant => constant.Expression
                is MemberAccessExpressionSyntax
                {
                    Expression: IdentifierNameSyntax type,
                    Name: var member
                }
                && char.IsUpper(type.Identifier.ValueText[0])
                && char.IsUpper(member.Identifier.ValueText[0])
                && type.Identifier.ValueText is not "ProblemCodes",
            _ => false,
        };
}
