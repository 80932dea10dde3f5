using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Handel.Data.Reports;

/// <summary>A table that names a posting group (PG-11).</summary>
/// <param name="Table">Where it is named.</param>
/// <param name="Field">Column that names it.</param>
/// <param name="Count">Rows, as far as <see cref="GroupUses.CountMax"/>.</param>
public sealed record GroupUse(string Table, string Field, int Count);

/// <summary>How columns that name a kind of posting group are recognised.</summary>
/// <param name="Ending">Last words of the columns: <c>gen_bus_posting_group</c>.</param>
/// <param name="Side">Of the group, where customers and vendors each have theirs.</param>
public sealed record GroupKind(string Ending, short? Side = null);

/// <summary>
/// Where a posting group is used. Found in the model, so that a new field is found too.
/// </summary>
public static class GroupUses
{
    /// <summary>More rows than this are not counted: it is used, and a lot.</summary>
    public const int CountMax = 1000;

    /// <summary>Tables of the groups themselves.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "party_posting_group",
        "bank_posting_group",
        "bank_account",
    };

    /// <param name="db">Of the company.</param>
    /// <param name="kind">What kind of group it is.</param>
    /// <param name="code">The group.</param>
    public static async Task<IReadOnlyList<GroupUse>> Of(
        HandelDbContext db,
        GroupKind kind,
        string code,
        CancellationToken ct
    )
    {
        var selects = db
            .Model.GetEntityTypes()
            .Where(entity => entity.GetTableName() is { } table && !Own.Contains(table))
            .SelectMany(entity => Selects(entity, kind));
        var sql = string.Join(" UNION ALL ", selects);
        var found = await db
            .Database.SqlQueryRaw<GroupUse>(
                sql,
                new NpgsqlParameter("company", db.CompanyNo),
                new NpgsqlParameter("code", code),
                new NpgsqlParameter("side", kind.Side ?? 0)
            )
            .ToListAsync(ct);
        return
        [
            .. found
                .Where(use => use.Count > 0)
                .OrderBy(use => use.Table, StringComparer.Ordinal)
                .ThenBy(use => use.Field, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Selects(IEntityType entity, GroupKind kind)
    {
        var table = entity.GetTableName()!;
        var sideColumn = entity.FindProperty("Direction")?.GetColumnName();
        if (kind.Side is not null && sideColumn is null)
            yield break;
        var side = kind.Side is null ? "" : $" AND {sideColumn} = @side";
        foreach (var column in Columns(entity).Where(name => Names(name, kind)))
            yield return $"""
                SELECT '{table}' AS "Table", '{column}' AS "Field", count(*)::int AS "Count"
                FROM (SELECT 1 FROM {table}
                  WHERE company_no = @company AND {column} = @code{side} LIMIT {CountMax}) AS named
                """;
    }

    private static bool Names(string column, GroupKind kind) =>
        kind.Side is null
            ? column.EndsWith(kind.Ending, StringComparison.Ordinal)
            : column is "posting_group" or "party_posting_group" or "alternative_group";

    private static IEnumerable<string> Columns(ITypeBase type) =>
        type.GetProperties()
            .Where(property => property.ClrType == typeof(string))
            .Select(property => property.GetColumnName())
            .Concat(type.GetComplexProperties().SelectMany(part => Columns(part.ComplexType)));
}
