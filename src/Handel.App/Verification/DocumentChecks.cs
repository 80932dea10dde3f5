namespace Handel.App.Verification;

/// <summary>Posted documents against their entries (INV-31, INV-32, INV-35).</summary>
internal static class DocumentChecks
{
    private const string Documents = "trade_document";

    // Totals are converted once; lines without VAT may move the net by a cent or two (FCY-02).
    private static string Lcy(string amount) =>
        $"""
            CASE WHEN d.currency_code = '' THEN abs({amount})
                ELSE round(round(abs({amount}) / nullif(d.currency_factor, 0), 10), 2) END
            """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-31",
            "DocumentEntry",
            Documents,
            $"""
            SELECT NULL::int, d.no FROM trade_document d
            LEFT JOIN party_entry e ON e.company_no = @company
                AND e.direction = d.direction AND e.entry_no = d.party_entry_no
            WHERE d.company_no = @company AND d.direction = @direction AND d.is_posted
                AND d.kind IN (2, 3)
                AND (d.no, d.register_no, d.kind, abs(d.amount_incl_vat), d.currency_code,
                        {Lcy("d.amount_incl_vat")})
                    IS DISTINCT FROM (e.document_no, e.register_no, e.document_type,
                        abs(e.original_amount), e.currency_code, abs(e.original_amount_lcy))
            """
        ),
        new(
            "INV-31",
            "DocumentLines",
            Documents,
            """
            SELECT NULL::int, d.no FROM trade_document d
            LEFT JOIN (SELECT document_id, sum(amount) AS amount,
                    sum(amount_incl_vat) AS amount_incl_vat
                FROM trade_line WHERE company_no = @company GROUP BY document_id) l
                ON l.document_id = d.id
            WHERE d.company_no = @company AND d.direction = @direction AND d.is_posted
                AND d.kind IN (2, 3)
                AND (d.amount <> coalesce(l.amount, 0)
                    OR d.amount_incl_vat <> coalesce(l.amount_incl_vat, 0))
            """
        ),
        new(
            "INV-31",
            "DocumentVat",
            Documents,
            """
            SELECT min(v.entry_no), d.no FROM trade_document d
            JOIN vat_entry v ON v.company_no = @company AND v.register_no = d.register_no
                AND v.document_no = d.no AND v.document_type = d.kind
                AND v.unrealized_vat_entry_no = 0
            JOIN party_entry e ON e.company_no = @company
                AND e.direction = d.direction AND e.entry_no = d.party_entry_no
            WHERE d.company_no = @company AND d.direction = @direction AND d.is_posted
                AND d.kind IN (2, 3)
            GROUP BY d.id, d.no, d.currency_code, d.amount, d.amount_incl_vat,
                e.original_amount_lcy, e.turnover_lcy
            HAVING abs(coalesce(sum(v.amount + v.non_deductible_amount + v.unrealized_amount)
                    FILTER (WHERE v.calculation_type <> 1), 0))
                <> CASE WHEN d.currency_code = '' THEN abs(d.amount_incl_vat - d.amount)
                    ELSE abs(e.original_amount_lcy - e.turnover_lcy) END
            """
        ),
        new(
            "INV-32",
            "DocumentTurnover",
            "party_entry",
            $"""
            SELECT e.entry_no, e.document_no FROM trade_document d
            JOIN party_entry e ON e.company_no = @company
                AND e.direction = d.direction AND e.entry_no = d.party_entry_no
            WHERE d.company_no = @company AND d.direction = @direction AND d.is_posted
                AND d.kind IN (2, 3)
                AND abs(abs(e.turnover_lcy) - {Lcy("d.amount")})
                    > CASE WHEN d.currency_code = '' THEN 0 ELSE 0.02 END
            """
        ),
        new(
            "INV-35",
            "ExternalNumber",
            "party_entry (Vendor)",
            """
            SELECT max(e.entry_no), e.external_document_no FROM party_entry e
            WHERE e.company_no = @company AND e.direction = 1
                AND e.external_document_no <> '' AND e.document_type IN (2, 3)
                AND NOT e.is_reversed
                AND NOT EXISTS (SELECT 1 FROM trade_document d WHERE d.company_no = @company
                    AND d.direction = 1 AND d.is_cancelled
                    AND d.is_posted AND d.party_entry_no = e.entry_no)
            GROUP BY e.party_no, e.document_type, e.external_document_no
            HAVING count(*) > 1
            """
        ),
    ];
}
