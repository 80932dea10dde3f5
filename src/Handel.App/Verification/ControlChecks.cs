using Handel.Trade.Postings;

namespace Handel.App.Verification;

/// <summary>
/// The general ledger against the books behind it: control accounts, inventory and VAT (finance
/// 29.1, 29.3). Reads the kept day totals, which are proven to be those of the entries.
/// </summary>
internal static class ControlChecks
{
    private const string Gl = "gl_entry";

    // A control account may serve several groups, and both sides.
    private const string Subledger = """
        SELECT g.control_account AS account_no, d.posting_date, sum(d.amount_lcy) AS amount
        FROM party_detail d
        JOIN party_entry e ON e.company_no = @company AND e.direction = d.direction
            AND e.entry_no = d.party_entry_no
        JOIN party_posting_group g ON g.company_no = @company AND g.direction = e.direction
            AND g.code = e.posting_group
        WHERE d.company_no = @company
        GROUP BY g.control_account, d.posting_date
        """;

    private const string InventoryAccounts = """
        SELECT inventory_account AS account_no FROM inventory_posting_setup
        WHERE company_no = @company AND inventory_account <> ''
        UNION SELECT inventory_account_interim FROM inventory_posting_setup
        WHERE company_no = @company AND inventory_account_interim <> ''
        """;

    private const string VatAccounts = """
        SELECT unnest(ARRAY[sales_vat_account, purchase_vat_account]) AS account_no
        FROM vat_posting_setup WHERE company_no = @company
        """;

    private const string PostedCost = """
        SELECT s.inventory_account AS account_no, v.cost_posted_to_gl AS amount
        FROM value_entry v JOIN inventory_posting_setup s ON s.company_no = @company
            AND s.location_code = v.location_code
            AND s.inventory_posting_group = v.inventory_posting_group
        WHERE v.company_no = @company AND v.is_inventoriable
        UNION ALL
        SELECT s.inventory_account_interim, v.expected_cost_posted_to_gl
        FROM value_entry v JOIN inventory_posting_setup s ON s.company_no = @company
            AND s.location_code = v.location_code
            AND s.inventory_posting_group = v.inventory_posting_group
        WHERE v.company_no = @company AND v.is_inventoriable
        """;

    // VAT in LCY is what the rounded totals leave, and was rounded once in its own currency: a
    // smallest unit of that currency, and up to three cents for each line.
    private const string ForeignSlack = """
        SELECT d.register_no, d.no, 0.03 * (SELECT count(*) FROM trade_line l
                WHERE l.company_no = @company AND l.document_id = d.id)
            + coalesce(c.amount_rounding_precision, 0.01) / nullif(d.currency_factor, 0) AS slack
        FROM trade_document d
        LEFT JOIN currency c ON c.company_no = @company AND c.code = d.currency_code
        WHERE d.company_no = @company AND d.is_posted AND d.kind IN (2, 3)
            AND d.currency_code <> ''
        """;

    // What was received and not invoiced yet, by the account that waits for the invoice.
    private const string Accruals = """
        SELECT s.invt_accrual_account_interim AS account_no,
            -sum(v.expected_cost_posted_to_gl) AS amount
        FROM value_entry v JOIN general_posting_setup s ON s.company_no = @company
            AND s.gen_bus_posting_group = v.gen_bus_posting_group
            AND s.gen_prod_posting_group = v.gen_prod_posting_group
        WHERE v.company_no = @company AND v.is_inventoriable AND v.item_entry_type = 0
        GROUP BY s.invt_accrual_account_interim
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-03",
            "DateBalance",
            "gl_day_total",
            """
            SELECT NULL::int, posting_date::text FROM gl_day_total WHERE company_no = @company
            GROUP BY posting_date HAVING sum(debit) <> sum(credit)
            """
        ),
        new(
            "INV-08",
            "ControlAccount",
            Gl,
            $"""
            SELECT (SELECT min(x.entry_no) FROM gl_entry x WHERE x.company_no = @company
                    AND x.account_no = account_no AND x.posting_date = posting_date),
                account_no || ' ' || posting_date
            FROM ({Subledger}) s
            FULL JOIN (SELECT account_no, posting_date, sum(debit - credit) AS amount
                FROM gl_day_total WHERE company_no = @company AND account_no IN
                    (SELECT control_account FROM party_posting_group
                    WHERE company_no = @company)
                GROUP BY account_no, posting_date) g USING (account_no, posting_date)
            WHERE coalesce(s.amount, 0) <> coalesce(g.amount, 0)
            """
        ),
        new(
            "INV-10",
            "StrayLine",
            Gl,
            $"""
            SELECT entry_no, document_no FROM gl_entry
            WHERE company_no = @company AND source_type = 0 AND NOT is_system_created
                AND account_no IN (SELECT control_account FROM party_posting_group
                    WHERE company_no = @company
                    UNION SELECT gl_account_no FROM bank_posting_group
                    WHERE company_no = @company
                    UNION {InventoryAccounts} UNION {VatAccounts})
            """
        ),
        new(
            "INV-11",
            "InventoryAccount",
            Gl,
            $"""
            SELECT NULL::int, account_no FROM
                (SELECT account_no, sum(amount) AS amount FROM ({PostedCost}) p
                GROUP BY account_no) v
            FULL JOIN (SELECT account_no, sum(debit - credit) AS amount FROM gl_day_total
                WHERE company_no = @company AND account_no IN ({InventoryAccounts})
                GROUP BY account_no) g USING (account_no)
            WHERE coalesce(v.amount, 0) <> coalesce(g.amount, 0)
            """
        ),
        new(
            "INV-12",
            "Accrual",
            Gl,
            $"""
            SELECT NULL::int, account_no FROM ({Accruals}) v
            FULL JOIN (SELECT account_no, sum(debit - credit) AS amount FROM gl_day_total
                WHERE company_no = @company AND account_no IN
                    (SELECT invt_accrual_account_interim FROM general_posting_setup
                    WHERE company_no = @company AND invt_accrual_account_interim <> '')
                GROUP BY account_no) g USING (account_no)
            WHERE coalesce(v.amount, 0) <> coalesce(g.amount, 0)
            """
        ),
        new(
            "INVT-4",
            "CostPosted",
            "value_entry",
            """
            SELECT v.entry_no, v.document_no FROM value_entry v
            LEFT JOIN (SELECT value_entry_no, sum(amount) FILTER (WHERE amount > 0) AS amount
                FROM gl_entry WHERE company_no = @company AND value_entry_no <> 0
                GROUP BY value_entry_no) g ON g.value_entry_no = v.entry_no
            WHERE v.company_no = @company
                AND (v.cost_posted_to_gl NOT IN (0, v.cost_amount_actual)
                    OR v.expected_cost_posted_to_gl NOT IN (0, v.cost_amount_expected)
                    OR abs(v.cost_posted_to_gl) + abs(v.expected_cost_posted_to_gl)
                        <> coalesce(g.amount, 0))
            """
        ),
        new(
            "INV-13",
            "VatLine",
            "vat_entry",
            """
            SELECT v.entry_no, v.document_no FROM vat_entry v
            LEFT JOIN gl_entry g ON g.company_no = @company
                AND g.entry_no = CASE WHEN v.calculation_type = 2 THEN v.gl_entry_no
                    ELSE v.vat_gl_entry_no END
            LEFT JOIN gl_entry b ON b.company_no = @company AND b.entry_no = v.gl_entry_no
            WHERE v.company_no = @company AND v.type <> 3
                AND (v.amount + v.unrealized_amount <> coalesce(g.amount, 0)
                    OR (b.register_no IS DISTINCT FROM v.register_no
                        AND NOT (v.unrealized_vat_entry_no <> 0 AND v.gl_entry_no = 0)))
            """
        ),
        new(
            "INV-13",
            "VatAccountLine",
            Gl,
            $"""
            SELECT g.entry_no, g.document_no FROM gl_entry g
            WHERE g.company_no = @company AND g.is_system_created
                AND g.account_no IN ({VatAccounts})
                AND g.source_code <> '{DimensionCorrecting.SourceCode}'
                AND NOT EXISTS (SELECT 1 FROM vat_entry v WHERE v.company_no = @company
                    AND v.document_no = g.document_no
                    AND g.entry_no IN (v.vat_gl_entry_no, v.gl_entry_no))
            """
        ),
        new(
            "INV-38",
            "VatRate",
            "vat_entry",
            $"""
            SELECT min(v.entry_no), v.document_no FROM vat_entry v
            LEFT JOIN ({ForeignSlack}) f ON f.register_no = v.register_no
                AND f.no = v.document_no
            WHERE v.company_no = @company AND v.calculation_type IN (0, 1) AND v.type <> 3
                AND NOT (v.calculation_type = 1 AND v.type = 2)
                AND v.unrealized_vat_entry_no = 0
            GROUP BY v.register_no, v.document_no, v.vat_bus_posting_group,
                v.vat_prod_posting_group, v.vat_pct
            HAVING abs(sum(v.amount + v.non_deductible_amount + v.unrealized_amount)
                    - round(sum(v.base + v.non_deductible_base + v.unrealized_base)
                        * v.vat_pct / 100, 2))
                > 0.01 * count(*) + sum(abs(v.vat_difference)) + coalesce(max(f.slack), 0)
            """
        ),
        new(
            "INV-39",
            "ReverseCharge",
            "vat_entry",
            """
            SELECT v.entry_no, v.document_no FROM vat_entry v
            LEFT JOIN gl_entry g ON g.company_no = @company
                AND g.entry_no = v.vat_gl_entry_no + 1 AND g.register_no = v.register_no
            WHERE v.company_no = @company AND v.calculation_type = 1
                AND v.vat_gl_entry_no <> 0
                AND v.amount + v.unrealized_amount + v.non_deductible_amount
                    + coalesce(g.amount, 0) <> 0
            """
        ),
        new(
            "INV-40",
            "VatClosed",
            "vat_entry",
            """
            SELECT v.entry_no, v.document_no FROM vat_entry v
            LEFT JOIN vat_entry s ON s.company_no = @company
                AND s.entry_no = v.closed_by_entry_no AND s.type = 3
            WHERE v.company_no = @company
                AND (v.is_closed <> (s.entry_no IS NOT NULL)
                    OR v.is_closed <> (v.closed_by_entry_no <> 0))
            """
        ),
    ];
}
