using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Loading;

/// <summary>
/// Loads the sets that drafts carry and the defaults of the parties and items that they name, in
/// one round trip for a batch; a company without dimensions is not asked.
/// </summary>
public sealed class DimensionLoader(HandelDbContext db)
{
    private const string SetsSql = """
        SELECT set_id, dimension_code, value_code FROM dimension_set_entry
        WHERE company_no = $1 AND set_id = ANY($2) ORDER BY set_id
        """;

    private const string DefaultsSql = """
        SELECT d.entity, d.no, d.dimension_code, d.value_code, d.value_posting,
            d.allowed_values_filter
        FROM unnest($2, $3) AS s(entity, no)
        JOIN default_dimension d ON d.company_no = $1 AND d.entity = s.entity AND d.no = s.no
        """;

    /// <param name="rules">Those of the setup.</param>
    /// <param name="setIds">Sets by id; 0 is known.</param>
    /// <param name="sources">Parties and items; others stand in the setup.</param>
    public async Task<DimensionContext> Load(
        DimensionRules rules,
        IEnumerable<int> setIds,
        IEnumerable<RecordRef> sources,
        CancellationToken ct
    )
    {
        if (rules.IsEmpty)
            return new(rules, new());
        var ids = setIds.Where(id => id != DimensionSets.EmptyId).Distinct().ToArray();
        var records = sources.Where(source => source.No.Length > 0).Distinct().ToList();
        if (ids.Length == 0 && records.Count == 0)
            return new(rules, new());
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var batch = Batch(ids, records);
            await using var reader = await batch.ExecuteReaderAsync(ct);
            var sets = await Sets(reader, ct);
            await reader.NextResultAsync(ct);
            return new(rules.With(await Defaults(reader, ct)), new(sets));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private NpgsqlBatch Batch(int[] ids, List<RecordRef> records)
    {
        var batch = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        batch.BatchCommands.Add(
            new(SetsSql)
            {
                Parameters =
                {
                    new() { Value = db.CompanyNo },
                    new() { Value = ids },
                },
            }
        );
        batch.BatchCommands.Add(
            new(DefaultsSql)
            {
                Parameters =
                {
                    new() { Value = db.CompanyNo },
                    new() { Value = records.Select(record => record.Entity).ToArray() },
                    new() { Value = records.Select(record => record.No).ToArray() },
                },
            }
        );
        return batch;
    }

    private static async Task<List<KeyValuePair<int, DimensionSet>>> Sets(
        NpgsqlDataReader reader,
        CancellationToken ct
    )
    {
        var rows = new List<(int Id, string Dimension, string Value)>();
        while (await reader.ReadAsync(ct))
            rows.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return
        [
            .. rows.GroupBy(row => row.Id)
                .Select(set =>
                    KeyValuePair.Create(
                        set.Key,
                        DimensionSet.Of(set.Select(row => (row.Dimension, row.Value)))
                    )
                ),
        ];
    }

    private static async Task<List<DefaultDimension>> Defaults(
        NpgsqlDataReader reader,
        CancellationToken ct
    )
    {
        var defaults = new List<DefaultDimension>();
        while (await reader.ReadAsync(ct))
            defaults.Add(
                new()
                {
                    Entity = reader.GetString(0),
                    No = reader.GetString(1),
                    DimensionCode = reader.GetString(2),
                    ValueCode = reader.GetString(3),
                    ValuePosting = (ValuePosting)reader.GetInt16(4),
                    AllowedValuesFilter = reader.GetString(5),
                }
            );
        return defaults;
    }
}

/// <summary>Ledger entries whose dimensions are corrected (DIM-13).</summary>
internal static class CorrectionLoader
{
    public static async Task<Dictionary<int, GlEntry>> Entries(
        HandelDbContext db,
        int[] entryNos,
        CancellationToken ct
    ) =>
        entryNos.Length == 0
            ? []
            : await db
                .GlEntries.AsNoTracking()
                .Where(entry => entryNos.Contains(entry.EntryNo))
                .ToDictionaryAsync(entry => entry.EntryNo, ct);

    /// <summary>By both entries that a correction did away with.</summary>
    public static async Task<IEnumerable<KeyValuePair<int, DimensionCorrection>>> Corrections(
        HandelDbContext db,
        int[] entryNos,
        CancellationToken ct
    )
    {
        if (entryNos.Length == 0)
            return [];
        var found = await db
            .DimensionCorrections.AsNoTracking()
            .Where(c => entryNos.Contains(c.EntryNo) || entryNos.Contains(c.ReversalEntryNo))
            .ToListAsync(ct);
        return found.SelectMany(c =>
            new[] { c.EntryNo, c.ReversalEntryNo }.Select(no => KeyValuePair.Create(no, c))
        );
    }
}
