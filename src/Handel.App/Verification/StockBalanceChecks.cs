namespace Handel.App.Verification;

/// <summary>Kept stock against the sums of its entries (INV-57, D6).</summary>
internal static class StockBalanceChecks
{
    // Without rounding entries: what flows on (AJ-09).
    private const string Cost = """
        SELECT item_entry_no, bool_or(is_inventoriable) AS is_stocked,
            sum(cost_amount_actual + cost_amount_expected) AS cost,
            sum(cost_amount_actual + cost_amount_expected) FILTER (WHERE type <> 2) AS flowing
        FROM value_entry WHERE company_no = @company GROUP BY item_entry_no
        """;

    private const string StockedEntries = $"""
        SELECT e.*, c.cost, coalesce(c.flowing, 0) AS flowing,
            e.quantity < 0 AND e.is_open AS is_waiting,
            e.quantity < 0 AND NOT e.is_drop_shipment AND NOT e.is_correction AS is_plain
        FROM item_entry e JOIN ({Cost}) c ON c.item_entry_no = e.entry_no
        WHERE e.company_no = @company AND c.is_stocked
        """;

    private const string Sums = $"""
        SELECT item_no, sum(quantity) AS quantity, sum(invoiced_quantity) AS invoiced_quantity,
            sum(cost) AS cost_amount,
            coalesce(sum(quantity) FILTER (WHERE is_waiting), 0) AS open_outbound_quantity,
            coalesce(sum(flowing) FILTER (WHERE is_waiting), 0) AS open_outbound_cost,
            count(*) FILTER (WHERE is_waiting) AS open_outbounds,
            coalesce(max(entry_no) FILTER (WHERE is_plain), 0) AS last_outbound_entry_no,
            coalesce((array_agg(round(flowing / quantity, 5) ORDER BY entry_no DESC)
                FILTER (WHERE is_plain))[1], 0) AS last_outbound_unit_cost
        FROM ({StockedEntries}) e GROUP BY item_no
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "INV-57",
            "ItemStock",
            "item_stock",
            $"""
            SELECT NULL::int, coalesce(e.item_no, k.item_no) FROM ({Sums}) e
            FULL JOIN (SELECT * FROM item_stock WHERE company_no = @company) k
                ON k.item_no = e.item_no
            WHERE (k.quantity, k.invoiced_quantity, k.cost_amount,
                    k.open_outbound_quantity, k.open_outbound_cost, k.open_outbounds,
                    k.last_outbound_entry_no, k.last_outbound_unit_cost)
                IS DISTINCT FROM (e.quantity, e.invoiced_quantity, e.cost_amount,
                    e.open_outbound_quantity, e.open_outbound_cost, e.open_outbounds::int,
                    e.last_outbound_entry_no, e.last_outbound_unit_cost)
            """
        ),
        new(
            "INV-57",
            "StockBalance",
            "stock_balance",
            $"""
            SELECT NULL::int, concat_ws(' ', item_no, variant_code, location_code) FROM
                (SELECT item_no, variant_code, location_code, sum(quantity) AS quantity,
                    sum(cost) AS cost
                FROM ({StockedEntries}) e
                GROUP BY item_no, variant_code, location_code) s
            FULL JOIN (SELECT item_no, variant_code, location_code, quantity AS kept,
                    cost_amount
                FROM stock_balance WHERE company_no = @company) k
                USING (item_no, variant_code, location_code)
            WHERE coalesce(s.quantity, 0) <> coalesce(k.kept, 0)
                OR coalesce(s.cost, 0) <> coalesce(k.cost_amount, 0)
            """
        ),
    ];
}
