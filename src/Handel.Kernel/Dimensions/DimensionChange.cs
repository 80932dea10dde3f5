using Handel.Kernel.Problems;

namespace Handel.Kernel.Dimensions;

/// <summary>What happens to a dimension of a set.</summary>
public enum DimensionChangeKind : short
{
    /// <summary>It gets the value; a blank one takes it out.</summary>
    Set = 0,

    /// <summary>It comes in; it may not be there yet (API-DS-1).</summary>
    Add = 1,
}

/// <summary>One dimension of a set and its new value (DIM-12).</summary>
/// <param name="DimensionCode">Blank where <see cref="ShortcutNo"/> says which.</param>
/// <param name="ValueCode">Blank takes the dimension out of the set.</param>
public sealed record DimensionChange(string DimensionCode, string ValueCode)
{
    public DimensionChangeKind Kind { get; init; }

    /// <summary>1 and 2 are the global dimensions, 3 to 8 the other shortcuts; else 0.</summary>
    public int ShortcutNo { get; init; }

    public static DimensionChange OfShortcut(int no, string valueCode) =>
        new("", valueCode) { ShortcutNo = no };

    /// <summary>The change with the dimension of its shortcut filled in.</summary>
    public DimensionChange Resolve(DimensionRules rules) =>
        ShortcutNo == 0 ? this : this with { DimensionCode = rules.ShortcutCode(ShortcutNo) };

    /// <summary>Why a user may not make this change to a set, or null.</summary>
    /// <param name="set">The set before.</param>
    /// <param name="at">Whose set it is.</param>
    /// <param name="rules">What the company set up.</param>
    public Problem? Find(DimensionSet set, RecordRef at, DimensionRules rules)
    {
        var rule = BrokenRule(set, rules);
        return rule.Length == 0
            ? null
            : DimensionChecks.Wrong(at, (rule, DimensionCode, ValueCode), rules);
    }

    private string BrokenRule(DimensionSet set, DimensionRules rules)
    {
        if (ValueCode.Length == 0)
            return "";
        if (rules.Dimensions.GetValueOrDefault(DimensionCode) is not { } dimension)
            return "dimensionUnknown";
        if (Kind == DimensionChangeKind.Add && set[DimensionCode].Length > 0)
            return "dimensionTwice";
        if (dimension.IsBlocked)
            return "dimensionBlocked";
        return rules.Values.GetValueOrDefault((DimensionCode, ValueCode)) switch
        {
            null => "valueUnknown",
            { IsPostable: false } => "valueBlocked",
            _ => "",
        };
    }
}
