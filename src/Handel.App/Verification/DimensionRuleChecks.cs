namespace Handel.App.Verification;

/// <summary>
/// Posted entries against the dimension rules (INV-53). The rules of today are those of every
/// register since they last changed; which register that was is kept with the ledger.
/// </summary>
internal static class DimensionRuleChecks
{
    // Cost that corrects an earlier value entry keeps that entry's dimensions (AJ-06), and what is
    // taken back has those of the entry that was wrong (DIM-13).
    private const string LedgerEntries = """
        SELECT e.entry_no, e.document_no, e.dimension_set_id, 'accounts' AS entity,
            e.account_no AS no
        FROM gl_entry e
        JOIN ledger_state l ON l.company_no = @company
            AND e.register_no > l.dimension_rules_register
        LEFT JOIN value_entry v ON v.company_no = @company AND e.value_entry_no <> 0
            AND v.entry_no = e.value_entry_no
        LEFT JOIN dimension_correction c ON c.company_no = @company
            AND c.reversal_entry_no = e.entry_no
        WHERE e.company_no = @company AND v.is_adjustment IS NOT TRUE AND c.entry_no IS NULL
        """;

    private const string PartyEntries = """
        SELECT e.entry_no, e.document_no, e.dimension_set_id,
            CASE e.direction WHEN 0 THEN 'customers' ELSE 'vendors' END AS entity,
            e.party_no AS no
        FROM party_entry e
        JOIN ledger_state l ON l.company_no = @company
            AND e.register_no > l.dimension_rules_register
        WHERE e.company_no = @company AND e.direction = @direction
        """;

    private const string ItemEntries = """
        SELECT e.entry_no, e.document_no, e.dimension_set_id, 'items' AS entity, e.item_no AS no
        FROM item_entry e
        JOIN ledger_state l ON l.company_no = @company
            AND e.register_no > l.dimension_rules_register
        WHERE e.company_no = @company
        """;

    private const string Postable = """
        SELECT v.dimension_code, v.code FROM dimension_value v
        JOIN dimension d ON d.company_no = @company AND d.code = v.dimension_code
        WHERE v.company_no = @company AND NOT v.is_blocked AND NOT d.is_blocked
            AND v.type IN (0, 3)
        """;

    // Sets are few and entries many: which sets are wrong is worked out first.
    private const string WrongSets = $"""
        SELECT a.set_id FROM dimension_set_entry a
        WHERE a.company_no = @company
            AND (a.dimension_code, a.value_code) NOT IN ({Postable})
        UNION
        SELECT a.set_id FROM dimension_combination c
        JOIN dimension_set_entry a ON a.company_no = @company AND a.dimension_code = c.first_code
        JOIN dimension_set_entry b ON b.company_no = @company AND b.set_id = a.set_id
            AND b.dimension_code = c.second_code
        WHERE c.company_no = @company AND (c.rule = 2 OR (c.rule = 1 AND EXISTS (
            SELECT 1 FROM dimension_value_combination p WHERE p.company_no = @company
                AND p.first_code = c.first_code AND p.first_value = a.value_code
                AND p.second_code = c.second_code AND p.second_value = b.value_code)))
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        Allowed("gl_entry", LedgerEntries),
        Allowed("party_entry", PartyEntries),
        Allowed("item_entry", ItemEntries),
        Demanded("gl_entry", LedgerEntries),
        Demanded("party_entry", PartyEntries),
        Demanded("item_entry", ItemEntries),
    ];

    private static SetCheck Allowed(string table, string entries) =>
        new(
            "INV-53",
            "BlockedDimensions",
            table,
            $"""
            SELECT e.entry_no, e.document_no FROM ({entries}) e
            WHERE e.dimension_set_id IN ({WrongSets})
            """
        );

    private static SetCheck Demanded(string table, string entries) =>
        new(
            "INV-53",
            "DemandedDimension",
            table,
            $"""
            SELECT e.entry_no, e.document_no || ' ' || d.dimension_code FROM ({entries}) e
            JOIN default_dimension d ON d.company_no = @company AND d.entity = e.entity
                AND (d.no = e.no OR (d.no = '' AND NOT EXISTS (SELECT 1 FROM default_dimension own
                    WHERE own.company_no = @company AND own.entity = e.entity AND own.no = e.no
                        AND own.dimension_code = d.dimension_code)))
            LEFT JOIN dimension_set_entry s ON s.company_no = @company
                AND s.set_id = e.dimension_set_id AND s.dimension_code = d.dimension_code
            WHERE CASE d.value_posting
                    WHEN 1 THEN s.value_code IS NULL
                    WHEN 2 THEN coalesce(s.value_code, '') <> d.value_code
                    WHEN 3 THEN s.value_code IS NOT NULL
                    ELSE false END
                OR (d.value_posting IN (0, 1) AND d.allowed_values_filter <> ''
                    AND s.value_code IS NOT NULL AND NOT s.value_code = ANY(
                        regexp_split_to_array(d.allowed_values_filter, '\s*\|\s*')))
            """
        );
}
