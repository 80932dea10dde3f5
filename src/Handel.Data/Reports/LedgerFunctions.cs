using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Reports;

/// <summary>Functions of the database that queries call.</summary>
public static class LedgerFunctions
{
    private const string NetChangeSql = """
        CREATE OR REPLACE FUNCTION handel_net_change(company integer, own text, totaling text)
        RETURNS numeric LANGUAGE plpgsql STABLE AS $$
        BEGIN
            IF handel_net_change.totaling = '' THEN
                RETURN (SELECT coalesce(sum(debit - credit), 0) FROM gl_month_total
                    WHERE company_no = company AND account_no = own);
            END IF;
            RETURN (SELECT coalesce(sum(t.debit - t.credit), 0) FROM gl_month_total t
                WHERE t.company_no = company AND t.account_no IN (
                    SELECT a.no FROM gl_account a
                    JOIN string_to_table(handel_net_change.totaling, '|') AS part ON CASE
                        WHEN strpos(part, '..') = 0 THEN a.no = trim(part)
                        ELSE a.no >= trim(split_part(part, '..', 1))
                            AND (trim(split_part(part, '..', 2)) = ''
                                OR a.no <= trim(split_part(part, '..', 2))) END
                    WHERE a.company_no = company));
        END $$;
        """;

    /// <summary>
    /// What stands on an account, or on those that a total names: ranges divided by bars, each
    /// account once (COA-05, COA-07). LCY, debit positive.
    /// </summary>
    public static decimal NetChange(int companyNo, string no, string totaling) =>
        throw new InvalidOperationException($"The database sums {companyNo}, {no}, {totaling}.");

    /// <summary>Makes the functions; safe to run at every start.</summary>
    internal static Task Ensure(HandelDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(NetChangeSql, ct);

    internal static void Map(ModelBuilder model) =>
        model
            .HasDbFunction(typeof(LedgerFunctions).GetMethod(nameof(NetChange))!)
            .HasName("handel_net_change");
}
