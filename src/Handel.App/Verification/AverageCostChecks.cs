namespace Handel.App.Verification;

/// <summary>
/// Average cost by one sum over everything, where postings average from the first change on
/// (CM-05 to CM-07).
/// </summary>
internal static class AverageCostChecks
{
    // CM-04: the first day of the valuation period; a month stands in for a period not made yet.
    private const string Period = """
        CASE s.average_cost_period
            WHEN 0 THEN e.valuation_date
            WHEN 1 THEN date_trunc('week', e.valuation_date)::date
            WHEN 2 THEN date_trunc('month', e.valuation_date)::date
            WHEN 3 THEN date_trunc('quarter', e.valuation_date)::date
            WHEN 4 THEN date_trunc('year', e.valuation_date)::date
            WHEN 5 THEN CASE WHEN a.has_next AND a.starting_date IS NOT NULL
                THEN a.starting_date
                ELSE greatest(a.starting_date, date_trunc('month', e.valuation_date)::date) END
        END
        """;

    private const string Pooled = $"""
        SELECT e.entry_no, e.document_no, e.quantity, e.own_unit_cost, e.item_no,
            CASE WHEN s.average_cost_calc_type = 1 THEN '' ELSE e.variant_code END AS variant,
            CASE WHEN s.average_cost_calc_type = 1 THEN '' ELSE e.location_code END AS place,
            {Period} AS period, v.cost,
            e.quantity < 0 AND e.applies_to_entry_no = 0 AS is_averaged,
            CASE WHEN e.quantity > 0 THEN e.applies_from_entry_no
                ELSE e.applies_to_entry_no END AS source_no
        FROM item_entry e
        JOIN inventory_setup s ON s.company_no = @company
        CROSS JOIN LATERAL (SELECT sum(c.cost_amount_actual + c.cost_amount_expected) AS cost
            FROM value_entry c
            WHERE c.company_no = @company AND c.item_entry_no = e.entry_no) v
        LEFT JOIN LATERAL (
            SELECT max(p.starting_date) FILTER (WHERE p.starting_date <= e.valuation_date)
                    AS starting_date,
                bool_or(p.starting_date > e.valuation_date) AS has_next
            FROM accounting_period p WHERE p.company_no = @company
                AND s.average_cost_period = 5) a ON true
        WHERE e.company_no = @company AND e.costing_method = 3
        """;

    // What gets its cost from an averaged entry of its period counts only after that one.
    private const string Rooted = """
        SELECT r.entry_no, q.entry_no AS root_no, q.period, q.variant, q.place
        FROM root r JOIN pooled q ON q.entry_no = r.source_no WHERE q.is_averaged
        """;

    public static IReadOnlyList<SetCheck> All { get; } =
    [
        new(
            "CM-06",
            "AverageCost",
            "item_entry",
            $"""
            WITH RECURSIVE pooled AS MATERIALIZED ({Pooled}),
            root(entry_no, source_no) AS (
                SELECT entry_no, source_no FROM pooled WHERE source_no <> 0
                UNION ALL
                SELECT r.entry_no, q.source_no FROM root r
                JOIN pooled q ON q.entry_no = r.source_no
                WHERE NOT q.is_averaged AND q.source_no <> 0
            ),
            placed AS (
                SELECT p.*, CASE WHEN p.is_averaged THEN p.entry_no
                    WHEN t.root_no IS NULL THEN 0
                    WHEN (t.variant, t.place) = (p.variant, p.place) THEN t.root_no
                    ELSE p.entry_no END AS place_no
                FROM pooled p LEFT JOIN ({Rooted}) t
                    ON t.entry_no = p.entry_no AND t.period = p.period
            ),
            known AS (
                SELECT p.*, coalesce(sum(quantity) OVER earlier, 0) AS pool_quantity,
                    coalesce(sum(cost) OVER earlier, 0) AS pool_cost
                FROM placed p WINDOW earlier AS (
                    PARTITION BY item_no, variant, place ORDER BY period, place_no
                    RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP)
            )
            SELECT entry_no, document_no FROM known
            WHERE is_averaged AND cost <> CASE
                WHEN pool_quantity <= 0 OR pool_cost < 0 THEN round(own_unit_cost * quantity, 2)
                ELSE round(pool_cost * quantity / pool_quantity, 2) END
            """
        ),
    ];
}
