namespace Handel.Ledgers.Vat;

/// <summary>What was supplied to a customer in another EU country (ICP-02).</summary>
public enum EuSupply : short
{
    Goods = 0,
    Services = 1,

    /// <summary>Goods sold on in a chain of three (ABC).</summary>
    Triangular = 2,
}

/// <summary>Sums of sale VAT entries that belong on the list (ICP-01). Base in LCY.</summary>
/// <param name="EuCountryCode">As the union writes it: EL for Greece.</param>
public sealed record EuSale(
    string EuCountryCode,
    string VatRegistrationNo,
    bool IsService,
    bool IsThirdParty
)
{
    /// <summary>In the sign of the entries: a sale is negative.</summary>
    public required decimal Base { get; init; }
}

/// <summary>A line of the list: one customer, one kind of supply.</summary>
/// <param name="VatNumber">Without the code of the country.</param>
/// <param name="Amount">LCY; positive for a sale.</param>
/// <param name="Declared">Whole units, cut off (O-03).</param>
public sealed record EuSalesLine(
    string EuCountryCode,
    string VatNumber,
    EuSupply Supply,
    decimal Amount,
    decimal Declared
)
{
    /// <summary>The number as the entries have it, with its signs: mostly one.</summary>
    public IReadOnlyList<string> WrittenAs { get; init; } = [];
}

/// <summary>EU sales list, opgaaf intracommunautaire prestaties (ICP-01..03).</summary>
public static class EuSalesList
{
    /// <summary>Every customer with a kind of supply, by country and number.</summary>
    public static IReadOnlyList<EuSalesLine> Of(IEnumerable<EuSale> sales) =>
        [
            .. sales
                .GroupBy(sale => (sale.EuCountryCode, Number: Bare(sale), Supply: Of(sale)))
                .Select(group =>
                    Line(group.Key, -group.Sum(sale => sale.Base)) with
                    {
                        WrittenAs =
                        [
                            .. group
                                .Select(sale => sale.VatRegistrationNo)
                                .Distinct()
                                .Order(StringComparer.Ordinal),
                        ],
                    }
                )
                .OrderBy(line => line.EuCountryCode, StringComparer.Ordinal)
                .ThenBy(line => line.VatNumber, StringComparer.Ordinal)
                .ThenBy(line => line.Supply),
        ];

    /// <summary>ICP-02: what is less than one unit is left out of the return.</summary>
    public static bool IsDeclared(EuSalesLine line) => line.Declared != 0m;

    public static EuSupply Of(EuSale sale) =>
        sale.IsService ? EuSupply.Services
        : sale.IsThirdParty ? EuSupply.Triangular
        : EuSupply.Goods;

    /// <summary>The number as the list wants it: no prefix, signs or blanks (ICP-02).</summary>
    private static string Bare(EuSale sale)
    {
        var number = string.Concat(sale.VatRegistrationNo.Where(char.IsAsciiLetterOrDigit))
            .ToUpperInvariant();
        return number.StartsWith(sale.EuCountryCode, StringComparison.Ordinal)
            ? number[sale.EuCountryCode.Length..]
            : number;
    }

    private static EuSalesLine Line(
        (string Country, string Number, EuSupply Supply) key,
        decimal amount
    ) => new(key.Country, key.Number, key.Supply, amount, decimal.Truncate(amount));
}
