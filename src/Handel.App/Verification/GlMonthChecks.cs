namespace Handel.App.Verification;

/// <summary>Kept totals of months against those of days (INV-57, D6).</summary>
internal static class GlMonthChecks
{
    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-57",
            "MonthTotal",
            "gl_month_total",
            """
            SELECT NULL::int, concat_ws(' ', account_no, month) FROM
                (SELECT account_no, date_trunc('month', posting_date)::date AS month,
                    sum(debit) AS debit, sum(credit) AS credit
                FROM gl_day_total WHERE company_no = @company GROUP BY 1, 2) d
            FULL JOIN (SELECT account_no, month, debit AS kept_debit, credit AS kept_credit
                FROM gl_month_total WHERE company_no = @company) m
                USING (account_no, month)
            WHERE coalesce(d.debit, 0) <> coalesce(m.kept_debit, 0)
                OR coalesce(d.credit, 0) <> coalesce(m.kept_credit, 0)
            """
        ),
    ];
}
