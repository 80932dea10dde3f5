using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Reports;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Kernel;

namespace Handel.Api.Setup;

/// <summary>Where a posting group is used: cards, documents, setup and entries (PG-11).</summary>
internal static class PostingGroupUses
{
    private const string Set = "groupSet";
    private const string Code = "groupCode";

    private static readonly Dictionary<string, (string Column, Direction? Direction)> Groups = new(
        StringComparer.Ordinal
    )
    {
        ["generalBusinessPostingGroups"] = ("gen_bus_posting_group", null),
        ["generalProductPostingGroups"] = ("gen_prod_posting_group", null),
        ["taxBusinessPostingGroups"] = ("vat_bus_posting_group", null),
        ["taxProductPostingGroups"] = ("vat_prod_posting_group", null),
        ["inventoryPostingGroups"] = ("inventory_posting_group", null),
        [SideNames.Sale.PostingGroups] = ("posting_group", SideNames.Sale.Direction),
        [SideNames.Purchase.PostingGroups] = ("posting_group", SideNames.Purchase.Direction),
    };

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
        Groups.TryGetValue(pins.Text(Set) ?? "", out var group)
        && pins.Code(Code) is { Length: > 0 } code
            ? await GroupUses.Of(scope.Db(), group, code, scope.Aborted)
            : [];
}
