namespace Handel.App.Verification;

/// <summary>
/// Stock: what item entries keep as state against what it sums up (inventory 27).
/// </summary>
internal static class StockChecks
{
    private const string Entries = "item_entry";

    // Goods without stock have entries that are never open and never applied (LE-07).
    private const string Stocked = """
        EXISTS (SELECT 1 FROM value_entry s WHERE s.company_no = @company
            AND s.item_entry_no = e.entry_no AND s.is_inventoriable)
        """;

    private const string Taken = """
        SELECT a.inbound_entry_no AS entry_no, sum(a.quantity) AS quantity, sum(a.cost) AS cost,
            count(*) FILTER (WHERE o.invoiced_quantity <> o.quantity) AS waiting
        FROM item_application a JOIN item_entry o
            ON o.company_no = @company AND o.entry_no = a.outbound_entry_no
        WHERE a.company_no = @company GROUP BY a.inbound_entry_no
        """;

    private const string Supplied = """
        SELECT a.outbound_entry_no AS entry_no, sum(a.quantity) AS quantity,
            max(i.valuation_date) AS valuation_date
        FROM item_application a JOIN item_entry i
            ON i.company_no = @company AND i.entry_no = a.inbound_entry_no
        WHERE a.company_no = @company GROUP BY a.outbound_entry_no
        """;

    private const string Invoiced = """
        SELECT item_entry_no AS entry_no, sum(invoiced_quantity) AS quantity,
            (array_agg(posting_date ORDER BY entry_no DESC))[1] AS posting_date
        FROM value_entry WHERE company_no = @company AND invoiced_quantity <> 0
        GROUP BY item_entry_no
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INVT-1",
            "ItemRemaining",
            Entries,
            """
            SELECT NULL::int, e.item_no FROM item_entry e
            WHERE e.company_no = @company AND EXISTS (SELECT 1 FROM value_entry s
                WHERE s.company_no = @company AND s.item_entry_no = e.entry_no
                    AND s.is_inventoriable)
            GROUP BY e.item_no HAVING sum(e.quantity) <> sum(e.remaining_quantity)
            """
        ),
        new(
            "INVT-2",
            "EntryRemaining",
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM item_entry e
            LEFT JOIN ({Taken}) t ON t.entry_no = e.entry_no
            LEFT JOIN ({Supplied}) s ON s.entry_no = e.entry_no
            WHERE e.company_no = @company AND e.remaining_quantity <>
                CASE WHEN NOT {Stocked} THEN 0
                    WHEN e.quantity > 0 THEN e.quantity - coalesce(t.quantity, 0)
                    ELSE e.quantity + coalesce(s.quantity, 0) END
            """
        ),
        new(
            "INVT-2",
            "EntryOpen",
            Entries,
            """
            SELECT entry_no, document_no FROM item_entry
            WHERE company_no = @company AND is_open <> (remaining_quantity <> 0)
            """
        ),
        new(
            "INVT-2",
            "EntryTaken",
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM item_entry e
            LEFT JOIN ({Taken}) t ON t.entry_no = e.entry_no
            WHERE e.company_no = @company AND (e.applied_cost <> coalesce(t.cost, 0)
                OR e.uninvoiced_outbounds <> coalesce(t.waiting, 0))
            """
        ),
        new(
            "INVT-2",
            "ApplicationSides",
            "item_application",
            """
            SELECT a.entry_no, '' FROM item_application a
            LEFT JOIN item_entry i ON i.company_no = @company
                AND i.entry_no = a.inbound_entry_no AND i.quantity > 0
            LEFT JOIN item_entry o ON o.company_no = @company
                AND o.entry_no = a.outbound_entry_no AND o.quantity < 0
            WHERE a.company_no = @company AND (a.quantity <= 0
                OR i.item_no IS NULL OR i.item_no IS DISTINCT FROM o.item_no)
            """
        ),
        new(
            "AJ-04",
            "ApplicationCost",
            "item_application",
            """
            SELECT a.entry_no, i.document_no FROM item_application a
            JOIN item_entry i ON i.company_no = @company AND i.entry_no = a.inbound_entry_no
            JOIN (SELECT item_entry_no, sum(cost_amount_actual + cost_amount_expected) AS cost
                FROM value_entry WHERE company_no = @company AND type <> 2
                GROUP BY item_entry_no) v ON v.item_entry_no = i.entry_no
            WHERE a.company_no = @company AND a.outbound_entry_no <> i.applies_from_entry_no
                AND a.cost <> CASE WHEN a.is_cost_application
                    THEN round(v.cost * a.quantity / i.quantity, 2) ELSE 0 END
            """
        ),
        new(
            "AP-10",
            "CostApplication",
            "item_application",
            """
            SELECT a.entry_no, o.document_no FROM item_application a
            JOIN item_entry o ON o.company_no = @company AND o.entry_no = a.outbound_entry_no
            WHERE a.company_no = @company AND a.is_cost_application
                = (o.costing_method = 3 AND o.applies_to_entry_no = 0)
            """
        ),
        new(
            "IT-06",
            "CostingMethod",
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM item_entry e
            JOIN item i ON i.company_no = @company AND i.no = e.item_no
            WHERE e.company_no = @company AND {Stocked} AND e.costing_method <> i.costing_method
            """
        ),
        new(
            "CP-04",
            "StandardCost",
            Entries,
            """
            SELECT e.entry_no, e.document_no FROM item_entry e
            JOIN value_entry f ON f.company_no = @company AND f.item_entry_no = e.entry_no
                AND f.is_expected_cost AND f.valued_quantity = e.quantity
            JOIN (SELECT item_entry_no, sum(cost_amount_actual + cost_amount_expected) AS cost
                FROM value_entry WHERE company_no = @company AND type <> 2
                GROUP BY item_entry_no) v ON v.item_entry_no = e.entry_no
            WHERE e.company_no = @company AND e.costing_method = 4 AND e.entry_type = 0
                AND e.quantity > 0 AND v.cost <> f.cost_amount_expected
            """
        ),
        new(
            "LE-05",
            "EntryInvoiced",
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM item_entry e
            LEFT JOIN ({Invoiced}) v ON v.entry_no = e.entry_no
            WHERE e.company_no = @company
                AND (e.invoiced_quantity <> coalesce(v.quantity, 0)
                    OR e.last_invoice_date IS DISTINCT FROM v.posting_date)
            """
        ),
        new(
            "AP-07",
            "EntryReturned",
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM item_entry e
            LEFT JOIN (SELECT applies_from_entry_no AS entry_no, sum(quantity) AS quantity
                FROM item_entry WHERE company_no = @company AND applies_from_entry_no <> 0
                GROUP BY applies_from_entry_no) r ON r.entry_no = e.entry_no
            WHERE e.company_no = @company AND e.shipped_qty_not_returned <>
                CASE WHEN e.quantity > 0 THEN 0 WHEN NOT {Stocked} THEN e.quantity
                    ELSE e.quantity + coalesce(r.quantity, 0) END
            """
        ),
        new(
            "LE-11",
            "EntryValuationDate",
            Entries,
            $"""
            SELECT e.entry_no, e.document_no FROM item_entry e
            LEFT JOIN ({Supplied}) s ON s.entry_no = e.entry_no
            LEFT JOIN item_entry r ON r.company_no = @company
                AND r.entry_no = e.applies_from_entry_no AND e.entry_type = 1 AND {Stocked}
            WHERE e.company_no = @company AND e.valuation_date <>
                greatest(e.posting_date, s.valuation_date, r.valuation_date)
            """
        ),
        new(
            "LE-12",
            "ValueValuationDate",
            "value_entry",
            """
            SELECT v.entry_no, v.document_no FROM value_entry v
            LEFT JOIN item_entry e ON e.company_no = @company AND e.entry_no = v.item_entry_no
            WHERE v.company_no = @company AND (e.entry_no IS NULL
                OR v.valuation_date NOT BETWEEN e.posting_date AND e.valuation_date)
            """
        ),
    ];
}
