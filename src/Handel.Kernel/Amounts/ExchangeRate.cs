namespace Handel.Kernel.Amounts;

/// <summary>Which side of a rate a document may not change (CUR-02, CUR-05).</summary>
public enum FixedRate : short
{
    Currency = 0,
    RelationalCurrency = 1,
    Both = 2,
}

/// <summary>
/// From a date on, so many units of a currency are so many of the relational currency (CUR-02).
/// </summary>
public sealed class ExchangeRate
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string CurrencyCode { get; set; } = "";
    public DateOnly StartingDate { get; set; }

    /// <summary>Units of the currency.</summary>
    public decimal ExchangeRateAmount { get; set; }

    /// <summary>The currency that it is quoted in; blank is LCY.</summary>
    public string RelationalCurrencyCode { get; set; } = "";

    /// <summary>What those units are worth in the relational currency.</summary>
    public decimal RelationalExchangeRateAmount { get; set; }

    /// <summary>The same pair for adjusting open balances at a date.</summary>
    public decimal AdjustmentExchangeRateAmount { get; set; }
    public decimal RelationalAdjustmentExchangeRateAmount { get; set; }
    public FixedRate FixedRate { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}
