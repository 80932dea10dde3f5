using Handel.Kernel.Problems;

namespace Handel.Kernel.Dimensions;

/// <summary>The dimension rules of a company, as posting reads them.</summary>
public sealed record DimensionRules(
    IReadOnlyDictionary<string, Dimension> Dimensions,
    IReadOnlyDictionary<(string Dimension, string Value), DimensionValue> Values,
    IReadOnlyList<DimensionCombination> Combinations,
    DefaultDimensions Defaults
);

/// <summary>What posting checks of a set of dimensions (DIM-08, DIM-09).</summary>
public static class DimensionChecks
{
    /// <summary>All problems of a set on a document or line that names these records.</summary>
    /// <param name="set">The set of the header or the line.</param>
    /// <param name="at">The header or line, which the problems name.</param>
    /// <param name="accounts">Its accounts: party, item, G/L account, salesperson, ...</param>
    /// <param name="rules">What the company set up.</param>
    public static List<Problem> Find(
        DimensionSet set,
        RecordRef at,
        IEnumerable<RecordRef> accounts,
        DimensionRules rules
    ) =>
        [
            .. FindBlocked(set, at, rules),
            .. FindCombined(set, at, rules),
            .. accounts.SelectMany(account => FindAgainst(set, at, account, rules.Defaults)),
        ];

    private static IEnumerable<Problem> FindBlocked(
        DimensionSet set,
        RecordRef at,
        DimensionRules rules
    )
    {
        foreach (var (code, valueCode) in set.Values)
        {
            var dimension = rules.Dimensions.GetValueOrDefault(code);
            var value = rules.Values.GetValueOrDefault((code, valueCode));
            if (dimension is null or { IsBlocked: true })
                yield return Wrong(at, "dimensionBlocked", code, valueCode);
            else if (value is null or { IsPostable: false })
                yield return Wrong(at, "valueBlocked", code, valueCode);
        }
    }

    private static IEnumerable<Problem> FindCombined(
        DimensionSet set,
        RecordRef at,
        DimensionRules rules
    )
    {
        foreach (var pair in rules.Combinations)
        {
            var (first, second) = (set[pair.FirstCode], set[pair.SecondCode]);
            if (first.Length == 0 || second.Length == 0)
                continue;
            var isBlocked = pair.Rule switch
            {
                CombinationRule.None => false,
                CombinationRule.Limited => pair.BlockedPairs.Contains(new(first, second)),
                CombinationRule.Blocked => true,
                _ => throw new InvalidOperationException($"Unknown rule: {pair.Rule}."),
            };
            if (isBlocked)
                yield return Wrong(at, "combinationBlocked", pair.FirstCode, first) with
                {
                    Args = new Dictionary<string, string>
                    {
                        ["rule"] = "combinationBlocked",
                        ["dimension"] = pair.FirstCode,
                        ["value"] = first,
                        ["otherDimension"] = pair.SecondCode,
                        ["otherValue"] = second,
                    },
                };
        }
    }

    private static IEnumerable<Problem> FindAgainst(
        DimensionSet set,
        RecordRef at,
        RecordRef account,
        DefaultDimensions defaults
    )
    {
        foreach (var line in defaults.For(account))
        {
            var value = set[line.DimensionCode];
            if (BrokenRule(line, value) is not { } rule)
                continue;
            yield return Wrong(at, rule, line.DimensionCode, value) with
            {
                Args = new Dictionary<string, string>
                {
                    ["rule"] = rule,
                    ["dimension"] = line.DimensionCode,
                    ["value"] = value,
                    ["required"] = line.ValueCode,
                    ["allowed"] = line.AllowedValuesFilter,
                    ["entity"] = account.Entity,
                    ["account"] = account.No,
                },
                MendedAt = account,
            };
        }
    }

    // DIM-04
    private static string? BrokenRule(DefaultDimension line, string value)
    {
        var isAllowed = value.Length == 0 || Allows(line.AllowedValuesFilter, value);
        return line.ValuePosting switch
        {
            ValuePosting.None => isAllowed ? null : "valueNotAllowed",
            ValuePosting.CodeMandatory when value.Length == 0 => "codeMandatory",
            ValuePosting.CodeMandatory => isAllowed ? null : "valueNotAllowed",
            ValuePosting.SameCode => value == line.ValueCode ? null : "sameCode",
            ValuePosting.NoCode => value.Length == 0 ? null : "noCode",
            _ => throw new InvalidOperationException($"Unknown rule: {line.ValuePosting}."),
        };
    }

    private static bool Allows(string filter, string value) =>
        filter.Length == 0 || filter.Split('|', StringSplitOptions.TrimEntries).Contains(value);

    private static Problem Wrong(RecordRef at, string rule, string dimension, string value) =>
        new(ProblemCodes.Dimension, at, "dimensionSetLines", value)
        {
            Args = new Dictionary<string, string>
            {
                ["rule"] = rule,
                ["dimension"] = dimension,
                ["value"] = value,
            },
        };
}
