namespace Handel.Data.Tests.Verification;

/// <summary>
/// A way to spoil the books for every invariant: the name of its finding, the tables that are
/// touched, and the statement. Entries are picked so that the damage is one that could happen.
/// </summary>
internal static class Damages
{
    public static IReadOnlyList<Damage> All { get; } =
    [
        // Customers and vendors.
        new("PartyRemaining", "party_entry", "SET remaining_amount = remaining_amount + 1"),
        new("PartyOpen", "party_entry", "SET is_open = NOT is_open"),
        new("PartyClosed", "party_entry", "SET closed_by_entry_no = 999 WHERE NOT is_open"),
        new("PartyZero", "party_entry", "SET remaining_amount_lcy = 1 WHERE NOT is_open"),
        new("PartyInitial", "party_detail", "SET amount = amount + 1 WHERE type = 1"),
        new("ApplicationZero", "party_detail", $"SET amount_lcy = amount_lcy + 1 {First}"),
        new("ApplicationExceeds", "party_detail", "SET amount = amount * 3 WHERE type = 2"),
        new("DetailOrphan", "party_detail", "SET party_no = 'ZZ'"),
        new("PartyBalance", "party_balance", "SET balance_lcy = balance_lcy + 1"),
        new("PartyTerms", "party_entry", "SET due_date = due_date + 1"),
        new("PartyDocumentTerms", "party_entry", "SET payment_method_code = 'ZZ'"),
        new("PartyNotes", "party_entry", "SET dispute_status = 'ZZ'"),
        new("PartyMarks", "party_entry", "SET on_hold = 'ZZ'"),
        new("PartyTolerance", "party_entry", "SET max_payment_tolerance = 5"),
        new("PartyDiscount", "party_entry", "SET remaining_pmt_disc_possible = 999 WHERE is_open"),
        new("DetailUnapplied", "party_detail", "SET is_unapplied = true WHERE type = 2"),
        new("DetailLedger", "party_detail", "SET type = 5, gl_account_no = 'ZZ' WHERE type = 2"),
        new("UnrealizedLeft", "party_detail", $"SET type = 3 {First}"),
        new("AdjustedFactor", "party_entry", "SET adjusted_currency_factor = 2"),
        new("EntryReversed", "party_entry", "SET is_reversed = NOT is_reversed"),
        new("MarkLeft", "party_entry", "SET applies_to_id = 'BANK' WHERE NOT is_open"),
        // Control accounts, VAT and the registers.
        new("DateBalance", "gl_day_total", "SET debit = debit + 1"),
        new("ControlAccount", "gl_day_total", $"SET debit = debit + 1 {On(Receivables)}"),
        new(
            "StrayLine",
            "gl_entry",
            $"SET source_type = 0, is_system_created = false {On(Receivables)}"
        ),
        new("InventoryAccount", "gl_day_total", $"SET debit = debit + 1 {On(Inventory)}"),
        new("Accrual", "gl_day_total", $"SET debit = debit + 1 {On(Accruals)}"),
        new("CostPosted", "value_entry", "SET cost_posted_to_gl = cost_posted_to_gl + 1"),
        new("VatLine", "vat_entry", "SET amount = amount + 1"),
        new("VatAccountLine", "vat_entry", "SET vat_gl_entry_no = 0"),
        new("VatRate", "vat_entry", "SET vat_pct = vat_pct + 5"),
        new("ReverseCharge", "vat_entry", "SET calculation_type = 1 WHERE type = 1"),
        new("VatClosed", "vat_entry", "SET is_closed = NOT is_closed"),
        new("VatOnce", "trade_line", "SET amount_incl_vat = amount_incl_vat + 1"),
        new("VatPeriods", "vat_return_period", $"SET ending_date = date '2999-12-31'"),
        new("VatSettled", "vat_entry", "SET type = 3"),
        new("VatUnrealized", "vat_entry", "SET remaining_unrealized_amount = 1"),
        new("VatUnrealizedPaid", "vat_entry", $"SET unrealized_vat_type = 1, {Waiting}"),
        new("VatUnrealizedAccount", "vat_entry", $"SET {Waiting}"),
        new("VatReported", "vat_entry", "SET reported_date = reported_date + 1"),
        new("BankAccount", "bank_entry", "SET amount_lcy = amount_lcy + 1"),
        new("RegisterReversed", "gl_register", "SET reversed_by_register_no = 1"),
        new("BankReversed", "bank_entry", "SET is_reversed = NOT is_reversed"),
        new("BankState", "bank_entry", "SET is_open = NOT is_open"),
        new("MonthTotal", "gl_month_total", "SET debit = debit + 1"),
        // Stock.
        new("ItemRemaining", "item_entry", "SET remaining_quantity = remaining_quantity + 1"),
        new("EntryRemaining", "item_entry", "SET remaining_quantity = remaining_quantity + 1"),
        new("EntryOpen", "item_entry", "SET is_open = NOT is_open"),
        new("EntryTaken", "item_entry", "SET applied_cost = applied_cost + 1"),
        new("ApplicationSides", "item_application", "SET quantity = -1"),
        new("ApplicationCost", "item_application", "SET cost = cost + 1"),
        new("CostApplication", "item_application", "SET is_cost_application = false"),
        new("CostingMethod", "item_entry", "SET costing_method = 1"),
        new("StandardCost", "item_entry", "SET costing_method = 4"),
        new(
            "AverageCost",
            "item_entry",
            "SET costing_method = 3, own_unit_cost = 777 WHERE quantity < 0"
        ),
        new("EntryInvoiced", "item_entry", "SET invoiced_quantity = invoiced_quantity + 1"),
        new("EntryReturned", "item_entry", "SET shipped_qty_not_returned = 77"),
        new("EntryValuationDate", "item_entry", "SET valuation_date = valuation_date + 1"),
        new("ValueValuationDate", "value_entry", "SET valuation_date = valuation_date + 900"),
        new("ItemStock", "item_stock", "SET quantity = quantity + 1"),
        new("StockBalance", "stock_balance", "SET quantity = quantity + 1"),
        // Documents.
        new("DocumentEntry", "trade_document", "SET amount_incl_vat = amount_incl_vat + 1"),
        new("DocumentLines", "trade_document", "SET amount_incl_vat = amount_incl_vat + 1"),
        new("DocumentVat", "vat_entry", "SET amount = amount + 1"),
        new("DocumentTurnover", "party_entry", "SET turnover_lcy = turnover_lcy + 1"),
        new("ExternalNumber", "party_entry", "SET external_document_no = 'F1'"),
        // Dimensions.
        new("EqualSets", "dimension_set_entry", "SET set_id = -set_id"),
        new("SetHash", "dimension_set", "SET key_hash = set_byte(key_hash, 0, 0)"),
        new("GlobalCode", "dimension_set", "SET global1_code = 'ZZ'"),
        new("SetValue", "dimension_set_entry", "SET value_code = 'ZZ'"),
        new("IncomeClosed", "gl_register", "SET source_code = 'CLSINCOME'"),
        new("ClosingDate", "gl_entry", "SET is_closing = true"),
        new("ClosingDate", "gl_entry", "SET is_prior_year = true"),
        new("BlockedDimensions", "dimension_set_entry", "SET value_code = 'ZZ'"),
        new("DemandedDimension", "party_entry", "SET dimension_set_id = 0"),
        new("DemandedDimension", "item_entry", "SET dimension_set_id = 0"),
        new("DemandedDimension", "gl_entry", "SET dimension_set_id = 0"),
        new("Correction", "dimension_correction", "SET entry_no = 1"),
        .. KnownSets.Select(table => new Damage("KnownSet", table, "SET dimension_set_id = 777")),
    ];

    private const string Waiting = "remaining_unrealized_amount = 1";
    private const string Receivables = "SELECT control_account FROM party_posting_group";
    private const string Inventory = "SELECT inventory_account FROM inventory_posting_setup";
    private const string Accruals =
        "SELECT invt_accrual_account_interim FROM general_posting_setup";

    private static IEnumerable<string> KnownSets =>
        [
            "gl_entry",
            "party_entry",
            "item_entry",
            "value_entry",
            "bank_entry",
            "trade_document",
            "trade_line",
            "journal_line",
        ];

    // One of the two that an application has.
    private const string First =
        "WHERE entry_no = (SELECT min(entry_no) FROM party_detail"
        + " WHERE type = 2 AND direction = 0) AND direction = 0";

    private static string On(string accounts) => $"WHERE account_no IN ({accounts})";
}

/// <summary>What is spoilt, and the finding that must tell of it.</summary>
internal sealed record Damage(string Finding, string Table, string Change)
{
    public string Sql => $"UPDATE {Table} {Change}";

    public override string ToString() => $"{Finding} {Table}";
}
