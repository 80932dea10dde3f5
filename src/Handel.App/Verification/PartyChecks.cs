namespace Handel.App.Verification;

/// <summary>Customers and vendors: finance 29.2. One text for both, run for each side.</summary>
internal static class PartyChecks
{
    private const string Entries = "party_entry";
    private const string Details = "party_detail";

    // The last detail of an entry says when and by what it was closed. An exchange adjustment may
    // come after that and take back its own (ADJ-06).
    private const string LastDetail = """
        SELECT DISTINCT ON (party_entry_no) party_entry_no, posting_date
        FROM party_detail WHERE company_no = @company AND direction = @direction
            AND NOT (type IN (3, 4) AND applied_party_entry_no = 0)
        ORDER BY party_entry_no, entry_no DESC
        """;

    private const string LastApplication = """
        SELECT DISTINCT ON (party_entry_no) party_entry_no, applied_party_entry_no
        FROM party_detail
        WHERE company_no = @company AND direction = @direction AND type = 2
        ORDER BY party_entry_no, entry_no DESC
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-16",
            "PartyRemaining",
            Entries,
            """
            SELECT e.entry_no, e.document_no FROM party_entry e
            LEFT JOIN (SELECT party_entry_no, sum(amount) AS amount, sum(amount_lcy) AS lcy
                FROM party_detail WHERE company_no = @company AND direction = @direction
                GROUP BY party_entry_no) d ON d.party_entry_no = e.entry_no
            WHERE e.company_no = @company AND e.direction = @direction
                AND (e.remaining_amount <> coalesce(d.amount, 0)
                    OR e.remaining_amount_lcy <> coalesce(d.lcy, 0))
            """
        ),
        new(
            "INV-17",
            "PartyOpen",
            Entries,
            """
            SELECT entry_no, document_no FROM party_entry
            WHERE company_no = @company AND direction = @direction
                AND (is_open <> (remaining_amount <> 0)
                    OR is_open <> (closed_at_date IS NULL)
                    OR (is_open AND closed_by_entry_no <> 0))
            """
        ),
        new(
            "INV-28",
            "PartyClosed",
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM party_entry e
            LEFT JOIN ({LastDetail}) d ON d.party_entry_no = e.entry_no
            LEFT JOIN ({LastApplication}) a ON a.party_entry_no = e.entry_no
            WHERE e.company_no = @company AND e.direction = @direction AND NOT e.is_open
                AND (e.closed_at_date IS DISTINCT FROM d.posting_date
                    OR e.closed_by_entry_no <> coalesce(a.applied_party_entry_no, 0))
            """
        ),
        new(
            "INV-18",
            "PartyZero",
            Entries,
            """
            SELECT entry_no, document_no FROM party_entry
            WHERE company_no = @company AND direction = @direction
                AND remaining_amount = 0 AND remaining_amount_lcy <> 0
            """
        ),
        new(
            "INV-19",
            "PartyInitial",
            Entries,
            """
            SELECT e.entry_no, e.document_no FROM party_entry e
            LEFT JOIN (SELECT party_entry_no, count(*) AS rows, sum(amount) AS amount,
                    sum(amount_lcy) AS lcy
                FROM party_detail
                WHERE company_no = @company AND direction = @direction AND type = 1
                GROUP BY party_entry_no) d ON d.party_entry_no = e.entry_no
            WHERE e.company_no = @company AND e.direction = @direction
                AND (d.rows, d.amount, d.lcy) IS DISTINCT FROM
                    (1::bigint, e.original_amount, e.original_amount_lcy)
            """
        ),
        new(
            "INV-21",
            "ApplicationZero",
            Details,
            """
            SELECT min(entry_no), min(document_no) FROM party_detail
            WHERE company_no = @company AND direction = @direction AND type = 2
            GROUP BY register_no, party_no HAVING sum(amount_lcy) <> 0
            """
        ),
        new(
            "INV-22",
            "ApplicationExceeds",
            Details,
            """
            SELECT d.entry_no, d.document_no FROM
                (SELECT max(entry_no) AS entry_no, max(document_no) AS document_no,
                    party_entry_no, sum(sum(amount)) OVER so_far AS rest,
                    sum(coalesce(sum(amount) FILTER (WHERE type NOT IN (2, 10)), 0))
                        OVER so_far AS whole
                FROM party_detail
                WHERE company_no = @company AND direction = @direction
                GROUP BY party_entry_no, register_no
                WINDOW so_far AS (PARTITION BY party_entry_no ORDER BY register_no)) d
            JOIN party_entry e ON e.company_no = @company AND e.direction = @direction
                AND e.entry_no = d.party_entry_no
            WHERE abs(d.rest) > abs(d.whole) OR d.rest * e.original_amount < 0
            """
        ),
        new(
            "INV-34",
            "DetailOrphan",
            Details,
            """
            SELECT d.entry_no, d.document_no FROM party_detail d
            LEFT JOIN party_entry e ON e.company_no = @company
                AND e.direction = d.direction AND e.entry_no = d.party_entry_no
            WHERE d.company_no = @company AND d.direction = @direction
                AND (d.party_no, d.currency_code) IS DISTINCT FROM
                    (e.party_no, e.currency_code)
            """
        ),
        new(
            "INV-57",
            "PartyBalance",
            "party_balance",
            """
            SELECT NULL::int, party_no FROM
                (SELECT party_no, sum(amount_lcy) AS balance FROM party_detail
                WHERE company_no = @company AND direction = @direction
                GROUP BY party_no) d
            FULL JOIN (SELECT party_no, sum(turnover_lcy) AS turnover FROM party_entry
                WHERE company_no = @company AND direction = @direction
                GROUP BY party_no) e USING (party_no)
            FULL JOIN (SELECT party_no, balance_lcy, turnover_lcy FROM party_balance
                WHERE company_no = @company AND direction = @direction) b USING (party_no)
            WHERE coalesce(b.balance_lcy, 0) <> coalesce(d.balance, 0)
                OR coalesce(b.turnover_lcy, 0) <> coalesce(e.turnover, 0)
            """
        ),
    ];
}
