using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Handel.Data.Reports;

/// <summary>A field of the setup that names an account (COA-09).</summary>
/// <param name="Table">Table of the setup.</param>
/// <param name="Key">The row: its code, or its codes divided by commas.</param>
/// <param name="Field">Column that holds the account.</param>
public sealed record AccountUse(string Table, string Key, string Field);

/// <summary>
/// Where an account is used. Found in the model, so that a new field of the setup is found too.
/// </summary>
public static class AccountUses
{
    /// <summary>What names an account of ours at a bank, and no ledger account.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "bank_account_no",
    };

    public static async Task<IReadOnlyList<AccountUse>> Of(
        HandelDbContext db,
        string accountNo,
        CancellationToken ct
    )
    {
        var parts = SetupTables(db).SelectMany(Selects);
        var sql = string.Join(" UNION ALL ", parts) + " ORDER BY 1, 2, 3";
        return await db
            .Database.SqlQueryRaw<AccountUse>(
                sql,
                new NpgsqlParameter("company", db.CompanyNo),
                new NpgsqlParameter("account", accountNo)
            )
            .ToListAsync(ct);
    }

    private static IEnumerable<IEntityType> SetupTables(HandelDbContext db) =>
        SetupVersion.SetupTypes.Select(type => db.Model.FindEntityType(type)!);

    private static IEnumerable<string> Selects(IEntityType entity)
    {
        var table = entity.GetTableName()!;
        var names = AccountColumns(entity).ToList();
        if (names.Count == 0)
            yield break;
        var codes = entity
            .GetIndexes()
            .Where(index => index.IsUnique)
            .SelectMany(index => index.Properties)
            .Concat(entity.FindPrimaryKey()!.Properties)
            .Where(property => property.ClrType == typeof(string))
            .Select(property => property.GetColumnName())
            .Distinct()
            .ToList();
        var key = codes.Count == 0 ? "''" : $"concat_ws(', ', {string.Join(", ", codes)})";
        foreach (var column in names)
            yield return $"""
                SELECT '{table}' AS "Table", {key} AS "Key", '{column}' AS "Field"
                FROM {table} WHERE company_no = @company AND {column} = @account
                """;
    }

    private static IEnumerable<string> AccountColumns(ITypeBase type) =>
        type.GetProperties()
            .Where(property => property.ClrType == typeof(string))
            .Select(property => property.GetColumnName())
            .Where(column => IsAccount(column) && !Others.Contains(column))
            .Concat(
                type.GetComplexProperties().SelectMany(part => AccountColumns(part.ComplexType))
            );

    private static bool IsAccount(string column) =>
        column.EndsWith("account", StringComparison.Ordinal)
        || column.EndsWith("account_no", StringComparison.Ordinal)
        || column.EndsWith("account_interim", StringComparison.Ordinal);
}
