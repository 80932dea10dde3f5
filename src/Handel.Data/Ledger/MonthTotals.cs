using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Ledger;

/// <summary>
/// Keeps totals of months beside those of days (D6). The database does it itself, in the statement
/// that changes a day, so that no writer can forget it (decision 0007).
/// </summary>
internal static class MonthTotals
{
    private const string Trigger = "gl_day_total_added";

    private const string IsMissing = $"""
        SELECT NOT EXISTS (SELECT 1 FROM pg_trigger
            WHERE tgname = '{Trigger}' AND tgrelid = 'gl_day_total'::regclass) AS "Value"
        """;

    private const string Months = "company_no, account_no, date_trunc('month', posting_date)::date";

    private const string Merge = """
        ON CONFLICT (company_no, account_no, month) DO UPDATE
        SET debit = gl_month_total.debit + EXCLUDED.debit,
            credit = gl_month_total.credit + EXCLUDED.credit
        """;

    private const string Create = $"""
        DELETE FROM gl_month_total;
        INSERT INTO gl_month_total (company_no, account_no, month, debit, credit)
            SELECT {Months}, sum(debit), sum(credit) FROM gl_day_total GROUP BY 1, 2, 3;
        CREATE OR REPLACE FUNCTION handel_days_added() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO gl_month_total (company_no, account_no, month, debit, credit)
            SELECT {Months}, sum(debit), sum(credit) FROM fresh GROUP BY 1, 2, 3
            {Merge};
            RETURN NULL;
        END $$;
        CREATE OR REPLACE FUNCTION handel_days_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO gl_month_total (company_no, account_no, month, debit, credit)
            SELECT {Months}, sum(debit), sum(credit) FROM (
                SELECT company_no, account_no, posting_date, debit, credit FROM fresh
                UNION ALL
                SELECT company_no, account_no, posting_date, -debit, -credit FROM stale
            ) days GROUP BY 1, 2, 3
            {Merge};
            RETURN NULL;
        END $$;
        CREATE OR REPLACE FUNCTION handel_days_removed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO gl_month_total (company_no, account_no, month, debit, credit)
            SELECT {Months}, -sum(debit), -sum(credit) FROM stale GROUP BY 1, 2, 3
            {Merge};
            RETURN NULL;
        END $$;
        CREATE TRIGGER gl_day_total_changed AFTER UPDATE ON gl_day_total
            REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
            FOR EACH STATEMENT EXECUTE FUNCTION handel_days_changed();
        CREATE TRIGGER gl_day_total_removed AFTER DELETE ON gl_day_total
            REFERENCING OLD TABLE AS stale
            FOR EACH STATEMENT EXECUTE FUNCTION handel_days_removed();
        CREATE TRIGGER {Trigger} AFTER INSERT ON gl_day_total
            REFERENCING NEW TABLE AS fresh
            FOR EACH STATEMENT EXECUTE FUNCTION handel_days_added();
        """;

    /// <summary>
    /// Fills the months from the days and keeps them from then on; safe to run at every start.
    /// </summary>
    public static async Task EnsureTriggers(HandelDbContext db, CancellationToken ct)
    {
        if (!await db.Database.SqlQueryRaw<bool>(IsMissing).SingleAsync(ct))
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever writes waits until the months are filled: none is counted twice or not at all.
        await db.Database.ExecuteSqlRawAsync(
            "LOCK TABLE gl_day_total IN SHARE ROW EXCLUSIVE MODE",
            ct
        );
        if (await db.Database.SqlQueryRaw<bool>(IsMissing).SingleAsync(ct))
            await db.Database.ExecuteSqlRawAsync(Create, ct);
        await transaction.CommitAsync(ct);
    }
}
