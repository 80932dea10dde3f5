namespace Handel.App.Verification;

/// <summary>Income statements that were closed (INV-14).</summary>
internal static class YearEndChecks
{
    public static IReadOnlyList<SetCheck> All { get; } =
    [
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
