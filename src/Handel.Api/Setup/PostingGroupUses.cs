using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Reports;
using Handel.Api.Shell;
using Handel.Data.Reports;

namespace Handel.Api.Setup;

/// <summary>Where a posting group is used: cards, documents, setup and entries (PG-11).</summary>
internal static class PostingGroupUses
{
    private const string Set = "groupSet";
    private const string Code = "groupCode";

    private static readonly Dictionary<string, GroupKind> Groups = new(StringComparer.Ordinal)
    {
        ["generalBusinessPostingGroups"] = new("gen_bus_posting_group"),
        ["generalProductPostingGroups"] = new("gen_prod_posting_group"),
        ["taxBusinessPostingGroups"] = new("vat_bus_posting_group"),
        ["taxProductPostingGroups"] = new("vat_prod_posting_group"),
        ["taxAreas"] = new("vat_bus_posting_group"),
        ["taxGroups"] = new("vat_prod_posting_group"),
        ["inventoryPostingGroups"] = new("inventory_posting_group"),
        [SideNames.Sale.PostingGroups] = OfSide(SideNames.Sale),
        [SideNames.Purchase.PostingGroups] = OfSide(SideNames.Purchase),
    };

    private static GroupKind OfSide(SideNames side) => new("posting_group", (short)side.Direction);

    /// <summary>
    /// A group stays while a card, a document, setup or an entry names it (PG-11). One name is
    /// enough, so the tables are asked together.
    /// </summary>
    public static RowWrites<TRow> NamedNowhere<TRow>(
        this RowWrites<TRow> writes,
        Func<TRow, string> code
    )
        where TRow : class, new() =>
        writes.UsedWhere(async edit =>
        {
            var (db, kind) = (edit.Db, Groups[edit.Set]);
            var uses = await GroupUses.Of(db, kind, code(edit.Row), edit.Scope.Aborted);
            return uses.Count > 0;
        });

    public static Resource Create() =>
        Resource
            .ExtensionComputed<GroupUse>("postingGroupUses", "postingGroupUse", Rows)
            .Field("id", u => RowId.Of(u.Table, u.Field))
            .Field("tableName", u => u.Table)
            .Field("count", u => u.Count)
            .Field("fieldName", u => u.Field)
            .Parameter(Set, u => u.Table)
            .Parameter(Code, u => u.Field)
            .OrderedBy("tableName", "fieldName");

    private static async Task<IReadOnlyList<GroupUse>> Rows(RequestScope scope, Pins pins) =>
        Groups.TryGetValue(pins.Text(Set) ?? "", out var kind)
        && pins.Code(Code) is { Length: > 0 } code
            ? await GroupUses.Of(scope.Db(), kind, code, scope.Aborted)
            : [];
}
