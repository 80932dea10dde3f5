using Handel.Ledgers.Parties;

namespace Handel.App.Verification;

/// <summary>
/// What may change on a posted entry: each value is that of the posting, of the last change that a
/// user made and that the log knows, or of what was settled since (ENT-20, INV-26, INV-30).
/// </summary>
internal static class EntryStateChecks
{
    private const string Entries = "party_entry";

    private const string Initial = """
        JOIN party_detail i ON i.company_no = @company AND i.direction = e.direction
            AND i.party_entry_no = e.entry_no AND i.type = 1
        """;

    private const string Register = """
        JOIN gl_register r ON r.company_no = @company AND r.register_no = e.register_no
        """;

    // What an application gives back when it is undone was there before it, whatever a user
    // changed in between (UNA-04).
    private const string GivenBack = """
        LEFT JOIN (SELECT DISTINCT ON (party_entry_no) party_entry_no, pmt_disc_before,
                tolerance_before
            FROM party_detail WHERE company_no = @company AND direction = @direction
                AND unapplies_entry_no <> 0
            ORDER BY party_entry_no, entry_no DESC) u ON u.party_entry_no = e.entry_no
        """;

    // APP-28: documents that settle each other share their discount.
    private const string SharesDiscount = """
        EXISTS (SELECT 1 FROM party_detail d JOIN party_entry o ON o.company_no = @company
                AND o.direction = d.direction AND o.entry_no = d.applied_party_entry_no
            WHERE d.company_no = @company AND d.direction = e.direction
                AND d.party_entry_no = e.entry_no AND d.type = 2
                AND o.document_type IN (2, 3) AND e.document_type IN (2, 3))
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        Check(
            "PartyTerms",
            $"""
            {Initial} {LastEdit("x", EntryField.DueDate)}
            {LastEdit("y", EntryField.PmtDiscToleranceDate)}
            {LastEdit("z", EntryField.PmtDiscountDate)}
            """,
            """
            e.due_date::text <> coalesce(x.new_value, i.initial_due_date::text)
            OR coalesce(e.pmt_disc_tolerance_date::text, '')
                <> coalesce(y.new_value, e.original_pmt_disc_tolerance_date::text, '')
            OR coalesce(e.pmt_discount_date::text, '') <> z.new_value
            """
        ),
        Check(
            "PartyDocumentTerms",
            $"""
            JOIN trade_document d ON d.company_no = @company AND d.direction = e.direction
                AND d.is_posted AND d.party_entry_no = e.entry_no
            {LastEdit("x", EntryField.PaymentMethodCode)}
            {LastEdit("y", EntryField.PmtDiscountDate)}
            """,
            """
            e.payment_method_code <> coalesce(x.new_value, d.payment_method_code)
            OR coalesce(e.pmt_discount_date::text, '')
                <> coalesce(y.new_value, d.pmt_discount_date::text, '')
            """
        ),
        Check(
            "PartyMarks",
            $"""
            {Register} {LastEdit("x", EntryField.OnHold)}
            {LastEdit("y", EntryField.AppliesToId)} {LastEdit("z", EntryField.AmountToApply)}
            {LastEdit("m", EntryField.MessageToRecipient)}
            """,
            """
            (e.on_hold NOT IN ('', coalesce(x.new_value, ''))
                AND (x.new_value IS NOT NULL OR r.journal_batch_name = ''))
            OR e.applies_to_id NOT IN ('', coalesce(y.new_value, ''))
            OR e.amount_to_apply NOT IN (0, coalesce(z.new_value, '0')::numeric)
            OR (e.message_to_recipient <> coalesce(m.new_value, '')
                AND (m.new_value IS NOT NULL OR r.journal_batch_name = ''))
            """
        ),
        Check(
            "PartyNotes",
            $"""
            {LastEdit("x", EntryField.PromisedPayDate)} {LastEdit("y", EntryField.DisputeStatus)}
            {LastEdit("z", EntryField.PaymentReference)}
            """,
            """
            coalesce(e.promised_pay_date::text, '') <> coalesce(x.new_value, '')
            OR e.dispute_status <> coalesce(y.new_value, '')
            OR e.payment_reference <> coalesce(z.new_value, '')
            """
        ),
        Check(
            "PartyTolerance",
            $"{Initial} {GivenBack} {LastEdit("x", EntryField.MaxPaymentTolerance)}",
            """
            (NOT e.is_open AND e.max_payment_tolerance <> 0)
            OR (e.is_open AND e.max_payment_tolerance <> sign(e.remaining_amount)
                    * least(abs(e.remaining_amount),
                        abs(coalesce(x.new_value::numeric, i.tolerance_before)))
                AND e.max_payment_tolerance IS DISTINCT FROM sign(e.remaining_amount)
                    * least(abs(e.remaining_amount), abs(u.tolerance_before)))
            """
        ),
        Check(
            "PartyDiscount",
            $"{GivenBack} {LastEdit("x", EntryField.RemainingPmtDiscPossible)}",
            $"""
            (NOT e.is_open AND e.remaining_pmt_disc_possible <> 0)
            OR e.remaining_pmt_disc_possible * e.original_amount < 0
            OR (e.is_open AND e.remaining_pmt_disc_possible
                    <> coalesce(x.new_value::numeric, e.original_pmt_disc_possible)
                AND e.remaining_pmt_disc_possible IS DISTINCT FROM u.pmt_disc_before
                AND (abs(e.remaining_pmt_disc_possible)
                        > abs(coalesce(x.new_value::numeric, e.original_pmt_disc_possible))
                    OR NOT {SharesDiscount}))
            """
        ),
    ];

    private static SetCheck Check(string text, string joins, string isBroken) =>
        new(
            "INV-30",
            text,
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM party_entry e {joins}
            WHERE e.company_no = @company AND e.direction = @direction AND ({isBroken})
            """
        );

    // Few entries are ever changed: the log is read once, not per entry.
    private static string LastEdit(string alias, EntryField field) =>
        $"""
            LEFT JOIN (SELECT DISTINCT ON (entry_no) entry_no, new_value FROM entry_edit
                WHERE company_no = @company AND direction = @direction AND field = {(short)field}
                ORDER BY entry_no, edit_no DESC) {alias} ON {alias}.entry_no = e.entry_no
            """;
}
