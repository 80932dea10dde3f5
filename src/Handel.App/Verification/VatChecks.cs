namespace Handel.App.Verification;

/// <summary>VAT as documents, settlements and returns have it (finance 29.3).</summary>
internal static class VatChecks
{
    private const string Entries = "vat_entry";

    // A correction repeats all that is reported, so the last one of a document says it all.
    private const string LastCorrections = """
        SELECT DISTINCT ON (corrected_register_no, document_no) corrected_register_no,
            document_no, vat_date, country_code, vat_registration_no, is_eu_third_party
        FROM vat_correction WHERE company_no = @company
        ORDER BY corrected_register_no, document_no, entry_no DESC
        """;

    private const string UnrealizedAccounts = """
        SELECT no FROM vat_posting_setup s, unnest(ARRAY[s.sales_vat_unreal_account,
            s.purchase_vat_unreal_account, s.reverse_charge_vat_unreal_account]) AS no
        WHERE s.company_no = @company AND no <> ''
        """;

    // The accounts may not change while something waits on them (VPS-06).
    private const string Unrealized = """
        SELECT a.account_no, sum(a.amount) AS amount FROM vat_entry v
        JOIN vat_posting_setup s ON s.company_no = @company
            AND s.vat_bus_posting_group = v.vat_bus_posting_group
            AND s.vat_prod_posting_group = v.vat_prod_posting_group
        CROSS JOIN LATERAL (VALUES
            (CASE v.type WHEN 2 THEN s.sales_vat_unreal_account
                ELSE s.purchase_vat_unreal_account END, v.remaining_unrealized_amount),
            (CASE WHEN v.type = 1 AND v.calculation_type = 1
                THEN s.reverse_charge_vat_unreal_account END, -v.remaining_unrealized_amount))
            AS a(account_no, amount)
        WHERE v.company_no = @company AND v.remaining_unrealized_amount <> 0
            AND a.account_no IS NOT NULL
        GROUP BY a.account_no
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        // Rounding a line's base by itself may move the product by a fraction of a cent each.
        new(
            "INV-37",
            "VatOnce",
            "trade_document",
            """
            SELECT NULL::int, d.no FROM trade_document d
            JOIN trade_line l ON l.company_no = @company AND l.document_id = d.id
            LEFT JOIN currency c ON c.company_no = @company AND c.code = d.currency_code
            WHERE d.company_no = @company AND d.is_posted AND d.kind IN (2, 3)
                AND l.vat_calculation_type = 0 AND NOT l.is_system_line
            GROUP BY d.id, d.no, l.vat_identifier, l.vat_pct, c.amount_rounding_precision
            HAVING abs(sum(l.amount_incl_vat - l.amount - l.vat_difference)
                    - sum(l.vat_base_amount) * l.vat_pct / 100)
                > 2 * coalesce(c.amount_rounding_precision, 0.01) + 0.001 * count(*)
            """
        ),
        new(
            "INV-41",
            "VatPeriods",
            "vat_return_period",
            """
            SELECT NULL::int, a.description FROM vat_return_period a
            JOIN vat_return_period b ON b.company_no = @company AND b.id <> a.id
                AND b.starting_date BETWEEN a.starting_date AND a.ending_date
            WHERE a.company_no = @company
            """
        ),
        new(
            "INV-42",
            "VatSettled",
            Entries,
            """
            SELECT s.entry_no, s.document_no FROM vat_entry s
            LEFT JOIN (SELECT closed_by_entry_no, sum(base) AS base, sum(amount) AS amount,
                    sum(non_deductible_amount) AS kept
                FROM vat_entry WHERE company_no = @company AND type <> 3 AND is_closed
                GROUP BY closed_by_entry_no) c ON c.closed_by_entry_no = s.entry_no
            WHERE s.company_no = @company AND s.type = 3
                AND (s.base, s.amount, s.non_deductible_amount)
                    IS DISTINCT FROM (-c.base, -c.amount, -c.kept)
            """
        ),
        // What waits is what was booked, without what became due and what was undone.
        new(
            "INV-43",
            "VatUnrealized",
            Entries,
            """
            SELECT u.entry_no, u.document_no FROM vat_entry u
            LEFT JOIN (SELECT unrealized_vat_entry_no AS entry_no,
                    sum(base - unrealized_base) AS base,
                    sum(amount - unrealized_amount) AS amount
                FROM vat_entry WHERE company_no = @company AND unrealized_vat_entry_no <> 0
                GROUP BY unrealized_vat_entry_no) r USING (entry_no)
            WHERE u.company_no = @company AND u.unrealized_vat_entry_no = 0
                AND ((u.unrealized_base, u.unrealized_amount) IS DISTINCT FROM
                        (coalesce(r.base, 0) + u.remaining_unrealized_base,
                        coalesce(r.amount, 0) + u.remaining_unrealized_amount)
                    OR (u.unrealized_vat_type = 0 AND (u.unrealized_base <> 0
                        OR u.unrealized_amount <> 0 OR r.entry_no IS NOT NULL)))
            """
        ),
        new(
            "INV-43",
            "VatUnrealizedPaid",
            Entries,
            """
            SELECT u.entry_no, u.document_no FROM vat_entry u
            JOIN party_entry e ON e.company_no = @company AND e.register_no = u.register_no
                AND e.direction = CASE u.type WHEN 1 THEN 1 ELSE 0 END
                AND e.document_type = u.document_type AND e.document_no = u.document_no
            WHERE u.company_no = @company AND u.unrealized_vat_type <> 0 AND NOT e.is_open
                AND (u.remaining_unrealized_base <> 0 OR u.remaining_unrealized_amount <> 0)
            """
        ),
        new(
            "INV-43",
            "VatUnrealizedAccount",
            "gl_entry",
            $"""
            SELECT NULL::int, account_no FROM ({Unrealized}) v
            FULL JOIN (SELECT account_no, sum(debit - credit) AS amount FROM gl_day_total
                WHERE company_no = @company AND account_no IN ({UnrealizedAccounts})
                GROUP BY account_no) g USING (account_no)
            WHERE coalesce(v.amount, 0) <> coalesce(g.amount, 0)
            """
        ),
        new(
            "VDT-03",
            "VatReported",
            Entries,
            $"""
            SELECT v.entry_no, v.document_no FROM vat_entry v
            LEFT JOIN ({LastCorrections}) c ON c.corrected_register_no = v.register_no
                AND c.document_no = v.document_no
            WHERE v.company_no = @company
                AND (v.reported_date, v.reported_country_code, v.reported_vat_registration_no,
                        v.is_reported_eu_third_party)
                    IS DISTINCT FROM (coalesce(c.vat_date, v.vat_date),
                        coalesce(c.country_code, v.country_code),
                        coalesce(c.vat_registration_no, v.vat_registration_no),
                        coalesce(c.is_eu_third_party, v.is_eu_third_party))
            """
        ),
    ];
}
