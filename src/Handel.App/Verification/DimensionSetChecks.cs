using Handel.Trade.Postings;

namespace Handel.App.Verification;

/// <summary>
/// Dimension sets are canonical, and everything that names one finds it (INV-52).
/// </summary>
internal static class DimensionSetChecks
{
    private const string Sets = "dimension_set";

    private const string Members = """
        SELECT s.id, coalesce(string_agg(e.dimension_code || E'\t' || e.value_code, E'\n'
            ORDER BY e.dimension_code COLLATE "C"), '') AS members
        FROM dimension_set s LEFT JOIN dimension_set_entry e
            ON e.company_no = @company AND e.set_id = s.id
        WHERE s.company_no = @company GROUP BY s.id
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-52",
            "EqualSets",
            Sets,
            $"""
            SELECT max(id), replace(replace(members, E'\t', '='), E'\n', ', ')
            FROM ({Members}) m GROUP BY members HAVING count(*) > 1 OR members = ''
            """
        ),
        new(
            "INV-52",
            "SetHash",
            Sets,
            $"""
            SELECT m.id, '' FROM ({Members}) m
            JOIN dimension_set s ON s.company_no = @company AND s.id = m.id
            WHERE s.key_hash <> sha256(convert_to(m.members, 'UTF8'))
            """
        ),
        new(
            "INV-52",
            "GlobalCode",
            Sets,
            """
            SELECT s.id, g.global_dimension1_code || ', ' || g.global_dimension2_code
            FROM dimension_set s JOIN gl_setup g ON g.company_no = @company
            LEFT JOIN dimension_set_entry one ON one.company_no = @company
                AND one.set_id = s.id AND one.dimension_code = g.global_dimension1_code
            LEFT JOIN dimension_set_entry two ON two.company_no = @company
                AND two.set_id = s.id AND two.dimension_code = g.global_dimension2_code
            WHERE s.company_no = @company
                AND (s.global1_code <> coalesce(one.value_code, '')
                    OR s.global2_code <> coalesce(two.value_code, ''))
            """
        ),
        new(
            "INV-52",
            "SetValue",
            "dimension_set_entry",
            """
            SELECT e.set_id, e.dimension_code || ' ' || e.value_code FROM dimension_set_entry e
            WHERE e.company_no = @company
                AND (NOT EXISTS (SELECT 1 FROM dimension_set s
                        WHERE s.company_no = @company AND s.id = e.set_id)
                    OR NOT EXISTS (SELECT 1 FROM dimension_value v
                        JOIN dimension d ON d.company_no = @company AND d.code = v.dimension_code
                        WHERE v.company_no = @company AND v.dimension_code = e.dimension_code
                            AND v.code = e.value_code))
            """
        ),
        Known("gl_entry", "entry_no", "document_no"),
        Known("party_entry", "entry_no", "document_no"),
        Known("item_entry", "entry_no", "document_no"),
        Known("value_entry", "entry_no", "document_no"),
        Known("bank_entry", "entry_no", "document_no"),
        Known("trade_document", "NULL::int", "no"),
        Known("trade_line", "line_no", "no"),
        Known("journal_line", "line_no", "document_no"),
        new(
            "INV-52",
            "Correction",
            "dimension_correction",
            $"""
            SELECT c.entry_no, wrong.document_no FROM dimension_correction c
            LEFT JOIN gl_entry wrong ON wrong.company_no = @company AND wrong.entry_no = c.entry_no
            LEFT JOIN gl_entry back ON back.company_no = @company
                AND back.entry_no = c.reversal_entry_no
            LEFT JOIN gl_entry again ON again.company_no = @company
                AND again.entry_no = c.new_entry_no
            WHERE c.company_no = @company AND (
                wrong.amount IS DISTINCT FROM again.amount
                OR back.amount IS DISTINCT FROM -wrong.amount
                OR (back.account_no, back.posting_date) IS DISTINCT FROM
                    (wrong.account_no, wrong.posting_date)
                OR (again.account_no, again.posting_date) IS DISTINCT FROM
                    (wrong.account_no, wrong.posting_date)
                OR (back.register_no, again.register_no) IS DISTINCT FROM
                    (c.register_no, c.register_no)
                OR (wrong.dimension_set_id, back.dimension_set_id) IS DISTINCT FROM
                    (c.old_dimension_set_id, c.old_dimension_set_id)
                OR again.dimension_set_id IS DISTINCT FROM c.new_dimension_set_id)
            UNION ALL
            SELECT g.entry_no, g.document_no FROM gl_entry g
            JOIN gl_register r ON r.company_no = @company AND r.register_no = g.register_no
            WHERE g.company_no = @company AND r.source_code = '{DimensionCorrecting.SourceCode}'
                AND NOT EXISTS (SELECT 1 FROM dimension_correction c
                    WHERE c.company_no = @company AND c.register_no = g.register_no
                        AND g.entry_no IN (c.reversal_entry_no, c.new_entry_no))
            """
        ),
    ];

    private static SetCheck Known(string table, string number, string document) =>
        new(
            "INV-52",
            "KnownSet",
            table,
            $"""
            SELECT {number}, {document} FROM {table} t
            WHERE company_no = @company AND dimension_set_id <> 0
                AND NOT EXISTS (SELECT 1 FROM dimension_set s
                    WHERE s.company_no = @company AND s.id = t.dimension_set_id)
            """
        );
}
