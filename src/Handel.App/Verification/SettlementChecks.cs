namespace Handel.App.Verification;

/// <summary>
/// Applications, exchange differences and what undoes them (INV-23, 24, 29, 33, 36).
/// </summary>
internal static class SettlementChecks
{
    private const string Entries = "party_entry";
    private const string Details = "party_detail";

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-29",
            "DetailUnapplied",
            Details,
            """
            SELECT d.entry_no, d.document_no FROM party_detail d
            LEFT JOIN (SELECT unapplies_entry_no AS entry_no, count(*) AS rows,
                    sum(amount) AS amount, sum(amount_lcy) AS lcy, max(party_entry_no) AS entry,
                    max(type) AS type
                FROM party_detail
                WHERE company_no = @company AND direction = @direction
                    AND unapplies_entry_no <> 0
                GROUP BY unapplies_entry_no) m ON m.entry_no = d.entry_no
            WHERE d.company_no = @company AND d.direction = @direction
                AND (d.is_unapplied <> (m.rows IS NOT NULL OR d.unapplies_entry_no <> 0)
                    OR (m.rows IS NOT NULL AND (m.rows, m.amount, m.lcy, m.entry, m.type)
                        IS DISTINCT FROM (1::bigint, -d.amount, -d.amount_lcy,
                            d.party_entry_no, d.type)))
            """
        ),
        new(
            "INV-23",
            "DetailLedger",
            Details,
            """
            SELECT d.entry_no, d.document_no FROM party_detail d
            JOIN gl_register r ON r.company_no = @company AND r.register_no = d.register_no
            WHERE d.company_no = @company AND d.direction = @direction
                AND d.type IN (3, 4, 5, 6) AND d.gl_account_no <> ''
                AND NOT EXISTS (SELECT 1 FROM gl_entry g WHERE g.company_no = @company
                    AND g.entry_no BETWEEN r.gl_from AND r.gl_to
                    AND g.account_no = d.gl_account_no
                    AND (g.amount = -d.amount_lcy
                        OR (d.type IN (3, 4) AND d.applied_party_entry_no = 0)))
            """
        ),
        new(
            "INV-24",
            "UnrealizedLeft",
            Entries,
            """
            SELECT e.entry_no, e.document_no FROM party_entry e
            JOIN (SELECT party_entry_no, sum(amount_lcy) AS lcy FROM party_detail
                WHERE company_no = @company AND direction = @direction AND type IN (3, 4)
                GROUP BY party_entry_no) d ON d.party_entry_no = e.entry_no
            WHERE e.company_no = @company AND e.direction = @direction
                AND NOT e.is_open AND d.lcy <> 0
            """
        ),
        new(
            "INV-24",
            "AdjustedFactor",
            Entries,
            """
            SELECT e.entry_no, e.document_no FROM party_entry e
            WHERE e.company_no = @company AND e.direction = @direction
                AND e.adjusted_currency_factor <> e.currency_factor
                AND NOT EXISTS (SELECT 1 FROM party_detail d WHERE d.company_no = @company
                    AND d.direction = e.direction AND d.party_entry_no = e.entry_no
                    AND d.type IN (3, 4) AND d.applied_party_entry_no = 0)
            UNION ALL
            SELECT e.entry_no, e.document_no FROM party_entry e
            WHERE e.company_no = @company AND e.direction = @direction
                AND e.currency_code <> '' AND e.is_open
                AND e.adjusted_currency_factor <> e.currency_factor
                AND round(round(e.remaining_amount / e.adjusted_currency_factor, 10), 2)
                    <> e.remaining_amount_lcy
            """
        ),
        new(
            "INV-33",
            "EntryReversed",
            Entries,
            """
            SELECT e.entry_no, e.document_no FROM party_entry e
            JOIN gl_register r ON r.company_no = @company AND r.register_no = e.register_no
            WHERE e.company_no = @company AND e.direction = @direction
                AND e.is_reversed <> (r.reverses_register_no <> 0
                    OR r.reversed_by_register_no <> 0)
            """
        ),
        new(
            "INV-36",
            "MarkLeft",
            Entries,
            """
            SELECT entry_no, document_no FROM party_entry
            WHERE company_no = @company AND direction = @direction
                AND ((NOT is_open AND applies_to_id <> '')
                    OR (applies_to_id = '' AND amount_to_apply <> 0)
                    OR abs(amount_to_apply) > abs(remaining_amount)
                    OR amount_to_apply * remaining_amount < 0)
            """
        ),
    ];
}
