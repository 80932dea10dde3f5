namespace Handel.App.Verification;

/// <summary>
/// Banks and what undid a journal: the bank ledger against its accounts, and reversals in pairs
/// (INV-09, INV-33).
/// </summary>
internal static class JournalChecks
{
    private const string Banks = "bank_entry";

    private const string BankLedger = """
        SELECT g.gl_account_no AS account_no, b.posting_date, sum(b.amount_lcy) AS amount
        FROM bank_entry b
        JOIN bank_posting_group g ON g.company_no = @company AND g.code = b.posting_group
        WHERE b.company_no = @company
        GROUP BY g.gl_account_no, b.posting_date
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-09",
            "BankAccount",
            "gl_entry",
            $"""
            SELECT NULL::int, account_no || ' ' || posting_date FROM ({BankLedger}) b
            FULL JOIN (SELECT account_no, posting_date, sum(debit - credit) AS amount
                FROM gl_day_total WHERE company_no = @company AND account_no IN
                    (SELECT gl_account_no FROM bank_posting_group WHERE company_no = @company)
                GROUP BY account_no, posting_date) g USING (account_no, posting_date)
            WHERE coalesce(b.amount, 0) <> coalesce(g.amount, 0)
            """
        ),
        // A reversal is the last word on what it undid, unless it was undone itself.
        new(
            "INV-33",
            "RegisterReversed",
            "gl_register",
            """
            SELECT r.register_no, r.document_no FROM gl_register r
            LEFT JOIN (SELECT reverses_register_no AS register_no,
                    max(register_no) AS by_register_no, count(*) AS rows
                FROM gl_register
                WHERE company_no = @company AND reverses_register_no <> 0
                    AND reversed_by_register_no = 0
                GROUP BY reverses_register_no) m USING (register_no)
            WHERE r.company_no = @company
                AND (r.reversed_by_register_no <> coalesce(m.by_register_no, 0) OR m.rows > 1)
            """
        ),
        new(
            "INV-33",
            "BankReversed",
            Banks,
            """
            SELECT b.entry_no, b.document_no FROM bank_entry b
            JOIN gl_register r ON r.company_no = @company AND r.register_no = b.register_no
            WHERE b.company_no = @company
                AND b.is_reversed <> (r.reverses_register_no <> 0
                    OR r.reversed_by_register_no <> 0)
            UNION ALL
            SELECT min(b.entry_no), min(b.document_no) FROM bank_entry b
            JOIN gl_register r ON r.company_no = @company AND r.register_no = b.register_no
            WHERE b.company_no = @company AND b.is_reversed
            GROUP BY b.bank_account_no
            HAVING sum(b.amount) <> 0 OR sum(b.amount_lcy) <> 0
            """
        ),
        // What is on no statement is open as it was posted, or reversed.
        new(
            "INV-30",
            "BankState",
            Banks,
            """
            SELECT entry_no, document_no FROM bank_entry
            WHERE company_no = @company
                AND (is_open <> (remaining_amount <> 0)
                    OR (statement_no = '') <> (statement_line_no = 0)
                    OR (statement_status = 0 AND statement_no <> '')
                    OR (statement_status <> 0 AND statement_no = '' AND NOT is_reversed)
                    OR remaining_amount <> CASE WHEN statement_status = 0 AND NOT is_reversed
                        THEN amount ELSE 0 END)
            """
        ),
    ];
}
