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
