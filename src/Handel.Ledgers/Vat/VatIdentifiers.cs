using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Vat;

/// <summary>What is taxed together in a business group, and at which rate (VPS-01).</summary>
/// <param name="BusGroup">VAT business posting group.</param>
/// <param name="Code">The VAT identifier.</param>
public sealed record VatIdentifier(string BusGroup, string Code)
{
    /// <summary>Percent in force on the day that was asked for.</summary>
    public decimal Pct { get; init; }

    /// <summary>The first later day with another percentage, and that percentage.</summary>
    public (DateOnly Date, decimal Pct)? Next { get; init; }

    /// <summary>Product groups that have it, divided by commas.</summary>
    public string ProdGroups { get; init; } = "";
}

/// <summary>The VAT identifiers of a company: they follow from its posting setup.</summary>
public static class VatIdentifiers
{
    public static IReadOnlyList<VatIdentifier> Of(
        IEnumerable<VatPostingSetup> setups,
        DateOnly date
    ) =>
        [
            .. setups
                .GroupBy(s => (s.VatBusPostingGroup, s.VatIdentifier))
                .OrderBy(group => group.Key.VatBusPostingGroup, StringComparer.Ordinal)
                .ThenBy(group => group.Key.VatIdentifier, StringComparer.Ordinal)
                .Select(group => Of([.. group], date)),
        ];

    private static VatIdentifier Of(IReadOnlyList<VatPostingSetup> setups, DateOnly date)
    {
        var first = setups[0];
        var pct = first.PctAt(date);
        var later = first
            .Rates.Where(rate => rate.StartingDate > date && rate.VatPct != pct)
            .MinBy(rate => rate.StartingDate);
        return new(first.VatBusPostingGroup, first.VatIdentifier)
        {
            Pct = pct,
            Next = later is null ? null : (later.StartingDate, later.VatPct),
            ProdGroups = string.Join(
                ", ",
                setups.Select(s => s.VatProdPostingGroup).Order(StringComparer.Ordinal)
            ),
        };
    }
}
