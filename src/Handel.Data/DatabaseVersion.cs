using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Handel.Data;

/// <summary>
/// Whether the tables are of this version, asked without building a model: nearly every start
/// finds that they are, and half a second is long for a command line.
/// </summary>
public static class DatabaseVersion
{
    /// <summary>The history is the table's name as SQL writes it, quoted where needed.</summary>
    public static async Task<bool> IsCurrent<TContext>(
        string connectionString,
        string history,
        CancellationToken ct
    )
        where TContext : DbContext
    {
        var last = typeof(TContext)
            .Assembly.GetTypes()
            .Where(type =>
                type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext)
            )
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .Max(StringComparer.Ordinal);
        if (last is null)
            return true;

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var find = new NpgsqlCommand("select to_regclass($1) is not null", connection);
        find.Parameters.Add(new() { Value = history });
        if (await find.ExecuteScalarAsync(ct) is not true)
            return false;

        await using var newest = new NpgsqlCommand(
            $"select max(\"MigrationId\" collate \"C\") from {history}",
            connection
        );
        return await newest.ExecuteScalarAsync(ct) as string == last;
    }
}
