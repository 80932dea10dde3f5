using Handel.Data;
using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Setup;

/// <summary>
/// Changes what dimension sets say without touching an entry: other global dimensions (GLS-19) and
/// other codes. Entries keep the ids of their sets. In the caller's transaction, under the lock
/// that new sets are numbered under.
/// </summary>
public static class DimensionCodes
{
    /// <summary>
    /// Writes the global codes of all sets and the shortcut numbers of all values anew. Postings
    /// wait meanwhile: the setup that changes with them holds the company's ledger row.
    /// </summary>
    public static async Task RewriteGlobals(HandelDbContext db, GlSetup setup, CancellationToken ct)
    {
        await DimensionLock.TakeToChange(db, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE dimension_set s SET
                global1_code = coalesce((SELECT e.value_code FROM dimension_set_entry e
                    WHERE e.company_no = s.company_no AND e.set_id = s.id
                        AND e.dimension_code = {setup.GlobalDimension1Code}), ''),
                global2_code = coalesce((SELECT e.value_code FROM dimension_set_entry e
                    WHERE e.company_no = s.company_no AND e.set_id = s.id
                        AND e.dimension_code = {setup.GlobalDimension2Code}), '')
            WHERE s.company_no = {db.CompanyNo}
            """,
            ct
        );
        var shortcuts = setup.ShortcutDimensions.ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE dimension_value v SET version = v.version + 1, global_dimension_no =
                coalesce(array_position({shortcuts}, v.dimension_code::text), 0)
            WHERE v.company_no = {db.CompanyNo}
                AND v.global_dimension_no
                    <> coalesce(array_position({shortcuts}, v.dimension_code::text), 0)
            """,
            ct
        );
    }

    /// <summary>A dimension gets another code; whatever names it follows.</summary>
    public static async Task Rename(
        HandelDbContext db,
        string before,
        string after,
        CancellationToken ct
    )
    {
        await DimensionLock.TakeToChange(db, ct);
        var sets = await SetsOf(db, before, "", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE dimension_value SET dimension_code = {after}
            WHERE company_no = {db.CompanyNo} AND dimension_code = {before};
            UPDATE dimension_set_entry SET dimension_code = {after}
            WHERE company_no = {db.CompanyNo} AND dimension_code = {before};
            UPDATE default_dimension SET dimension_code = {after}
            WHERE company_no = {db.CompanyNo} AND dimension_code = {before};
            UPDATE dimension_combination
            SET first_code = least({after} COLLATE "C", second_code),
                second_code = greatest({after} COLLATE "C", second_code)
            WHERE company_no = {db.CompanyNo} AND first_code = {before};
            UPDATE dimension_combination
            SET first_code = least(first_code, {after} COLLATE "C"),
                second_code = greatest(first_code, {after} COLLATE "C")
            WHERE company_no = {db.CompanyNo} AND second_code = {before}
            """,
            ct
        );
        await RenamePairs(db, before, after, ct);
        await RenameInSetup(db, before, after, ct);
        await Rehash(db, sets, ct);
    }

    /// <summary>A value gets another code; whatever names it follows.</summary>
    public static async Task RenameValue(
        HandelDbContext db,
        string dimensionCode,
        (string Before, string After) code,
        CancellationToken ct
    )
    {
        await DimensionLock.TakeToChange(db, ct);
        var sets = await SetsOf(db, dimensionCode, code.Before, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE dimension_set_entry SET value_code = {code.After}
            WHERE company_no = {db.CompanyNo} AND dimension_code = {dimensionCode}
                AND value_code = {code.Before};
            UPDATE default_dimension SET value_code = {code.After}
            WHERE company_no = {db.CompanyNo} AND dimension_code = {dimensionCode}
                AND value_code = {code.Before};
            UPDATE dimension_value_combination SET first_value = {code.After}
            WHERE company_no = {db.CompanyNo} AND first_code = {dimensionCode}
                AND first_value = {code.Before};
            UPDATE dimension_value_combination SET second_value = {code.After}
            WHERE company_no = {db.CompanyNo} AND second_code = {dimensionCode}
                AND second_value = {code.Before};
            UPDATE dimension_set s SET
                global1_code = CASE WHEN g.global_dimension1_code = {dimensionCode}
                    AND s.global1_code = {code.Before} THEN {code.After} ELSE s.global1_code END,
                global2_code = CASE WHEN g.global_dimension2_code = {dimensionCode}
                    AND s.global2_code = {code.Before} THEN {code.After} ELSE s.global2_code END
            FROM gl_setup g
            WHERE s.company_no = {db.CompanyNo} AND g.company_no = s.company_no
            """,
            ct
        );
        await RenameInFilters(db, dimensionCode, code, ct);
        await Rehash(db, sets, ct);
    }

    private static Task<int> RenamePairs(
        HandelDbContext db,
        string before,
        string after,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE dimension_value_combination c SET
                first_code = n.first_code, first_value = n.first_value,
                second_code = n.second_code, second_value = n.second_value
            FROM (
                SELECT id,
                    CASE WHEN a <= b THEN a ELSE b END AS first_code,
                    CASE WHEN a <= b THEN first_value ELSE second_value END AS first_value,
                    CASE WHEN a <= b THEN b ELSE a END AS second_code,
                    CASE WHEN a <= b THEN second_value ELSE first_value END AS second_value
                FROM (
                    SELECT id, first_value, second_value,
                        CASE WHEN first_code = {before} THEN {after} ELSE first_code END
                            COLLATE "C" AS a,
                        CASE WHEN second_code = {before} THEN {after} ELSE second_code END
                            COLLATE "C" AS b
                    FROM dimension_value_combination
                    WHERE company_no = {db.CompanyNo} AND {before} IN (first_code, second_code)
                ) renamed
            ) n
            WHERE c.company_no = {db.CompanyNo} AND c.id = n.id
            """,
            ct
        );

    private static async Task RenameInSetup(
        HandelDbContext db,
        string before,
        string after,
        CancellationToken ct
    )
    {
        var setup = await db.Set<GlSetup>().AsTracking().SingleAsync(ct);
        setup.ReplaceShortcut(before, after);
        await db.SaveChangesAsync(ct);
    }

    private static async Task RenameInFilters(
        HandelDbContext db,
        string dimensionCode,
        (string Before, string After) code,
        CancellationToken ct
    )
    {
        var lines = await db
            .DefaultDimensions.AsTracking()
            .Where(d => d.DimensionCode == dimensionCode && d.AllowedValuesFilter != "")
            .ToListAsync(ct);
        foreach (var line in lines)
        {
            var values = line.AllowedValuesFilter.Split('|', StringSplitOptions.TrimEntries);
            line.AllowedValuesFilter = string.Join(
                '|',
                values.Select(value => value == code.Before ? code.After : value)
            );
        }
        await db.SaveChangesAsync(ct);
    }

    private static Task<int[]> SetsOf(
        HandelDbContext db,
        string dimensionCode,
        string valueCode,
        CancellationToken ct
    ) =>
        db
            .DimensionSetEntries.Where(entry =>
                entry.DimensionCode == dimensionCode
                && (valueCode == "" || entry.ValueCode == valueCode)
            )
            .Select(entry => entry.SetId)
            .ToArrayAsync(ct);

    // What a set says has another text now; what it means is what it was.
    private static async Task Rehash(HandelDbContext db, int[] setIds, CancellationToken ct)
    {
        var sets = await db
            .DimensionSets.AsTracking()
            .Include(set => set.Entries)
            .Where(set => setIds.Contains(set.Id))
            .ToListAsync(ct);
        foreach (var set in sets)
            set.KeyHash = DimensionSetStore.HashOf(
                DimensionSet.Of(set.Entries.Select(e => (e.DimensionCode, e.ValueCode)))
            );
        await db.SaveChangesAsync(ct);
    }
}
