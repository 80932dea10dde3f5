namespace Handel.Exchange.OnlineRetail;

/// <summary>An item as the file lets us know it. Prices and costs in GBP per piece.</summary>
/// <param name="OpeningQuantity">What must be in stock before the first document.</param>
public sealed record RetailItem(string No, string Description, decimal OpeningQuantity)
{
    public bool IsCharge => StockCodes.IsCharge(No);

    /// <summary>Median of what was asked; 0 where the file never asks anything.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>
    /// The file knows no cost: three fifths of the price is what wholesalers pay.
    /// </summary>
    public decimal UnitCost { get; init; }
}

/// <summary>A customer as the file lets us know it: a number and a country.</summary>
public sealed record RetailCustomer(string No, string Name, RetailCountry Country);

/// <summary>Items and customers that the documents of a file name.</summary>
public static class RetailMasters
{
    private const decimal CostOfPrice = 0.6m;
    private const decimal LeastCost = 0.01m;

    public static IReadOnlyList<RetailItem> Items(IReadOnlyList<RetailDocument> documents)
    {
        var rows = documents.SelectMany(document => document.Rows).ToLookup(row => row.StockCode);
        var usual = Math.Max(LeastCost, Cost(Median(rows.SelectMany(group => group))));
        return [.. rows.Select(group => Item(group, usual))];
    }

    public static IReadOnlyList<RetailCustomer> Customers(
        IReadOnlyList<RetailDocument> documents
    ) =>
        [
            .. documents
                .Where(document => document.Kind != RetailKind.StockCorrection)
                .DistinctBy(document => document.CustomerNo)
                .Select(document => new RetailCustomer(
                    document.CustomerNo,
                    NameOf(document),
                    document.Country
                )),
        ];

    private static string NameOf(RetailDocument document) =>
        document.Rows[0].CustomerNo.Length > 0
            ? $"Customer {document.CustomerNo}"
            : $"Cash sales {document.Rows[0].Country}";

    private static RetailItem Item(IGrouping<string, RetailRow> rows, decimal usualCost)
    {
        var price = Median(rows);
        var described = rows.Where(row => row.Description.Length > 0)
            .GroupBy(row => row.Description)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        var sold = rows.Where(row => row.Quantity > 0m || row.UnitPrice == 0m);
        return new(rows.Key, described?.Key ?? rows.Key, sold.Sum(row => Math.Abs(row.Quantity)))
        {
            UnitPrice = price,
            UnitCost = price > 0m ? Math.Max(LeastCost, Cost(price)) : usualCost,
        };
    }

    private static decimal Cost(decimal price) =>
        decimal.Round(price * CostOfPrice, 2, MidpointRounding.AwayFromZero);

    private static decimal Median(IEnumerable<RetailRow> rows)
    {
        var prices = rows.Select(row => row.UnitPrice).Where(price => price > 0m).Order().ToList();
        return prices.Count == 0 ? 0m : prices[prices.Count / 2];
    }
}
