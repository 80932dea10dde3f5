namespace Handel.App.Verification;

/// <summary>Income statements that were closed; dates of closed years (INV-14, INV-15).</summary>
internal static class YearEndChecks
{
    // A year is closed through the day before the next one, as FiscalYears has it.
    private const string ClosedThrough = """
        SELECT min(starting_date) - 1 FROM accounting_period
        WHERE company_no = @company AND is_new_fiscal_year AND starting_date >
            (SELECT max(starting_date) FROM accounting_period
            WHERE company_no = @company AND is_closed)
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        // A closing entry stands on the last day of a year; one of a year that was closed already
        // is dated in it (JNL-10, COM-08).
        new(
            "INV-15",
            "ClosingDate",
            "gl_entry",
            $"""
            SELECT e.entry_no, e.document_no FROM gl_entry e
            WHERE e.company_no = @company AND e.is_closing AND NOT EXISTS
                (SELECT 1 FROM accounting_period p WHERE p.company_no = @company
                    AND p.is_new_fiscal_year AND p.starting_date = e.posting_date + 1)
            UNION ALL
            SELECT e.entry_no, e.document_no FROM gl_entry e
            WHERE e.company_no = @company AND e.is_prior_year
                AND e.posting_date > coalesce(({ClosedThrough}), date '-infinity')
            """
        ),
        // What came into the year after it was closed is taken by closing again (COM-08).
        new(
            "INV-14",
            "IncomeClosed",
            "gl_entry",
            """
            SELECT NULL::int, a.no FROM
                (SELECT DISTINCT ON (posting_date) posting_date, gl_to FROM gl_register
                WHERE company_no = @company AND source_code = 'CLSINCOME'
                ORDER BY posting_date, register_no DESC) r
            JOIN gl_entry e ON e.company_no = @company AND e.posting_date <= r.posting_date
                AND e.entry_no <= r.gl_to
            JOIN gl_account a ON a.company_no = @company AND a.no = e.account_no
                AND a.category NOT IN (1, 2, 3)
            GROUP BY r.posting_date, a.no HAVING sum(e.amount) <> 0
            """
        ),
    ];
}
