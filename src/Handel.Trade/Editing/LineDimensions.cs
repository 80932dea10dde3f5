using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// Dimensions of a line: the header's, then those of what is sold or bought and of its location;
/// without priorities the header's win (DIM-06).
/// </summary>
internal static class LineDimensions
{
    /// <summary>Another item or account: everything is defaulted anew.</summary>
    public static void FromObject(LineChoice at)
    {
        if (!at.Edit.Dimensions.Rules.IsEmpty)
            Take(at, Defaults(at, ObjectEntity(at.Line)));
    }

    /// <summary>Another location: what it changes is changed, what was typed stays.</summary>
    public static void MoveTo(LineChoice at, string locationCode)
    {
        if (at.Edit.Dimensions.Rules.IsEmpty || at.Line.No.Length == 0)
        {
            at.Line.LocationCode = locationCode;
            return;
        }
        var before = Defaults(at, DimensionEntities.Locations);
        at.Line.LocationCode = locationCode;
        var now = at.Edit.Dimensions.Sets[at.Line.DimensionSetId];
        Take(at, now.FollowChange(before, Defaults(at, DimensionEntities.Locations)));
    }

    public static void Change(LineChoice at, IReadOnlyList<DimensionChange> changes)
    {
        var record = Mirror.RecordOf(at.Document, at.Line);
        var set = at.Edit.Dimensions.Sets[at.Line.DimensionSetId];
        if (HeaderDimensions.Changed(at.Edit, record, set, changes) is { } changed)
            Take(at, changed);
    }

    /// <summary>Records of a line that have default dimensions and rules for them.</summary>
    public static IEnumerable<RecordRef> SourcesOf(TradeLine line)
    {
        if (line.No.Length > 0 && ObjectEntity(line) is { Length: > 0 } entity)
            yield return new(entity, line.No);
        if (line.LocationCode.Length > 0)
            yield return new(DimensionEntities.Locations, line.LocationCode);
    }

    private static DimensionSet Defaults(LineChoice at, string edited)
    {
        var edit = at.Edit;
        var sources = SourcesOf(at.Line).OrderBy(source => source.Entity != edited);
        return edit.Dimensions.Rules.Combine(
            new(
                edit.Dimensions.Sets[at.Document.DimensionSetId],
                edit.Mirror.PartyEntity,
                [.. sources]
            ),
            edit.Mirror.SourceCode
        );
    }

    private static void Take(LineChoice at, DimensionSet set) =>
        at.Line.DimensionSetId = at.Edit.Dimensions.Sets.IdOf(set);

    private static string ObjectEntity(TradeLine line) =>
        line.Type switch
        {
            LineType.Item => DimensionEntities.Items,
            LineType.GlAccount => DimensionEntities.Accounts,
            LineType.Comment or LineType.Resource or LineType.Charge => "",
            _ => throw new InvalidOperationException($"Unknown line type: {line.Type}."),
        };
}
