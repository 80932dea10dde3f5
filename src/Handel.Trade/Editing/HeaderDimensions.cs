using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// Dimensions of a header: defaults of the party that owes or is owed, the salesperson and the
/// location; typed ones; and whether lines follow (DIM-06, DIM-07, X-07).
/// </summary>
internal static class HeaderDimensions
{
    /// <summary>Another party: everything is defaulted anew.</summary>
    public static void FromParty(Edit edit)
    {
        if (!edit.Dimensions.Rules.IsEmpty)
            Take(edit, Defaults(edit, edit.Mirror.PartyEntity));
    }

    /// <summary>What the defaults come to, those of the field just edited first.</summary>
    public static DimensionSet Defaults(Edit edit, string edited)
    {
        var document = edit.Document;
        var sources = new[]
        {
            new RecordRef(edit.Mirror.PartyEntity, document.BillToNo),
            new RecordRef(DimensionEntities.Salespeople, document.SalespersonCode),
            new RecordRef(DimensionEntities.Locations, document.LocationCode),
        }
            .Where(source => source.No.Length > 0)
            .OrderBy(source => source.Entity != edited);
        return edit.Dimensions.Rules.Combine(
            new(DimensionSet.Empty, edit.Mirror.PartyEntity, [.. sources]),
            edit.Mirror.SourceCode
        );
    }

    /// <summary>
    /// After another salesperson or location: what these changed is changed, what was typed for
    /// other dimensions stays.
    /// </summary>
    /// <param name="before">The defaults before the field was edited.</param>
    public static void Follow(Edit edit, string edited, DimensionSet before)
    {
        var now = edit.Dimensions.Sets[edit.Document.DimensionSetId];
        Take(edit, now.FollowChange(before, Defaults(edit, edited)));
    }

    public static void Change(Edit edit, IReadOnlyList<DimensionChange> changes)
    {
        var at = Mirror.RecordOf(edit.Document);
        var set = edit.Dimensions.Sets[edit.Document.DimensionSetId];
        if (Changed(edit, at, set, changes) is { } changed)
            Take(edit, changed);
    }

    /// <summary>The set after changes that a user may make; else the reasons are told.</summary>
    public static DimensionSet? Changed(
        Edit edit,
        RecordRef at,
        DimensionSet set,
        IReadOnlyList<DimensionChange> changes
    )
    {
        var rules = edit.Dimensions.Rules;
        var isRefused = false;
        foreach (var change in changes.Select(change => change.Resolve(rules)))
        {
            // A shortcut that no dimension is chosen for has nothing to say.
            if (change is { DimensionCode: "", ValueCode: "" })
                continue;
            if (change.Find(set, at, rules) is { } problem)
            {
                edit.Refuse(problem);
                isRefused = true;
            }
            else
                set = set.With(change.DimensionCode, change.ValueCode);
        }
        return isRefused ? null : set;
    }

    private static void Take(Edit edit, DimensionSet set)
    {
        var document = edit.Document;
        var sets = edit.Dimensions.Sets;
        var before = sets[document.DimensionSetId];
        document.DimensionSetId = sets.IdOf(set);
        if (!edit.UpdatesLineDimensions || set.Equals(before))
            return;
        foreach (var line in document.Lines)
        {
            var followed = sets[line.DimensionSetId].FollowChange(before, set);
            line.DimensionSetId = sets.IdOf(followed);
            if (HeaderRules.IsHandled(line))
                edit.Notice(edit.Line(EditCodes.DimensionsOfHandled, (line, LineField.Dimensions)));
        }
    }
}
