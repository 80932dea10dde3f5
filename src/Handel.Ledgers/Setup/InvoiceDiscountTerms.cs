using Handel.Kernel;

namespace Handel.Ledgers.Setup;

/// <summary>
/// One tier of invoice discount terms, of customers (Cust. Invoice Disc.) or vendors (Vendor
/// Invoice Disc.): from a minimum amount on, a percentage and a charge (DSC-01, PR-10).
/// </summary>
public sealed class InvoiceDiscountTier
{
    public int CompanyNo { get; set; }
    public Direction Direction { get; set; }
    public Guid Id { get; set; }

    /// <summary>The Invoice Disc. Code that parties and documents name.</summary>
    public string Code { get; set; } = "";

    /// <summary>Blank is LCY.</summary>
    public string CurrencyCode { get; set; } = "";

    /// <summary>In the currency, without VAT: the tier holds from here on.</summary>
    public decimal MinimumAmount { get; set; }

    /// <summary>Percent of the lines that allow invoice discount.</summary>
    public decimal DiscountPct { get; set; }

    /// <summary>In the currency, without VAT; 0 is none.</summary>
    public decimal ServiceCharge { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>All invoice discount terms of a company, to be looked up in (DSC-01, DSC-03).</summary>
public sealed class InvoiceDiscountTerms(IEnumerable<InvoiceDiscountTier> tiers)
{
    public static InvoiceDiscountTerms None { get; } = new([]);

    private readonly Dictionary<(Direction, string), List<InvoiceDiscountTier>> byCode = tiers
        .GroupBy(tier => (tier.Direction, tier.Code))
        .ToDictionary(group => group.Key, group => group.OrderBy(t => t.MinimumAmount).ToList());

    /// <summary>Whether a code has tiers, in whatever currency.</summary>
    public bool Exist(Direction direction, string code) => byCode.ContainsKey((direction, code));

    /// <summary>
    /// The tier of that currency with the highest minimum that an amount reaches, or null.
    /// </summary>
    public InvoiceDiscountTier? Find(
        (Direction Direction, string Code) key,
        string currencyCode,
        decimal amount
    ) =>
        byCode
            .GetValueOrDefault(key)
            ?.FindLast(tier => tier.CurrencyCode == currencyCode && tier.MinimumAmount <= amount);
}
