using Handel.Kernel.Problems;

namespace Handel.Kernel.Dimensions;

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
            .. accounts.SelectMany(account => FindAgainst(set, at, account, rules)),
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
                yield return Wrong(at, ("dimensionBlocked", code, valueCode), rules);
            else if (value is null or { IsPostable: false })
                yield return Wrong(at, ("valueBlocked", code, valueCode), rules);
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
                CombinationRule.Limited => pair.BlockedPairs.Exists(blocked =>
                    blocked.FirstValue == first && blocked.SecondValue == second
                ),
                CombinationRule.Blocked => true,
                _ => throw new InvalidOperationException($"Unknown rule: {pair.Rule}."),
            };
            if (isBlocked)
                yield return Wrong(at, ("combinationBlocked", pair.FirstCode, first), rules) with
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

    /// <summary>What one account has against a set (DIM-04, DIM-09).</summary>
    /// <param name="set">The set of the line or entry on the account.</param>
    /// <param name="at">The record that the problems name.</param>
    /// <param name="account">The account: also one that a posting rule chose.</param>
    /// <param name="rules">What the company set up.</param>
    public static IEnumerable<Problem> FindAgainst(
        DimensionSet set,
        RecordRef at,
        RecordRef account,
        DimensionRules rules
    )
    {
        foreach (var line in rules.Defaults.For(account).Where(line => line.IsRule))
        {
            var value = set[line.DimensionCode];
            if (BrokenRule(line, value) is not { } rule)
                continue;
            yield return Wrong(at, (rule, line.DimensionCode, value), rules) with
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
            ValuePosting.SameCode when value == line.ValueCode => null,
            ValuePosting.SameCode => line.ValueCode.Length > 0 ? "sameCode" : "noCode",
            ValuePosting.NoCode => value.Length == 0 ? null : "noCode",
            _ => throw new InvalidOperationException($"Unknown rule: {line.ValuePosting}."),
        };
    }

    private static bool Allows(string filter, string value) =>
        filter.Length == 0 || filter.Split('|', StringSplitOptions.TrimEntries).Contains(value);

    internal static Problem Wrong(
        RecordRef at,
        (string Rule, string Dimension, string Value) what,
        DimensionRules rules
    ) =>
        new(ProblemCodes.Dimension, at, rules.FieldOf(what.Dimension), what.Value)
        {
            Args = new Dictionary<string, string>
            {
                ["rule"] = what.Rule,
                ["dimension"] = what.Dimension,
                ["value"] = what.Value,
            },
        };
}
