using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Parties;

/// <summary>
/// Amounts of one entry in the currency of another, at the day and rate of that other one (APP-25,
/// CUR-04). Between entries of one currency nothing is converted.
/// </summary>
/// <param name="FromFactor">
/// Of the entry whose amounts are converted, on the day of the other.
/// </param>
/// <param name="ToFactor">Of the entry in whose currency they are wanted.</param>
internal readonly record struct ConvertedAmounts(
    bool IsSame,
    FactorPair Factors,
    decimal FromPrecision,
    decimal ToPrecision
)
{
    public decimal To(decimal amount) =>
        IsSame ? amount : Conversion.Between(amount, Factors, ToPrecision);

    public decimal Back(decimal amount) =>
        IsSame ? amount : Conversion.Between(amount, new(Factors.To, Factors.From), FromPrecision);
}

/// <summary>Rates and precisions of the currencies that meet in an application.</summary>
internal sealed class SettlementMoney(CompanySetup setup, List<Problem> problems)
{
    /// <summary>Converts amounts of one entry into the currency of another (APP-25).</summary>
    public ConvertedAmounts Between(PartyEntry from, PartyEntry to)
    {
        var isSame = from.CurrencyCode == to.CurrencyCode;
        var factor = isSame ? to.CurrencyFactor : FactorOf(from.CurrencyCode, to.PostingDate);
        return new(
            isSame,
            new(factor, to.CurrencyFactor),
            Precision(setup, from.CurrencyCode),
            Precision(setup, to.CurrencyCode)
        );
    }

    /// <summary>
    /// Largest difference between two currencies that is rounded away; 0 within one (APP-30).
    /// </summary>
    public decimal RoundingOf(PartyEntry payer, PartyEntry claim) =>
        payer.CurrencyCode == claim.CurrencyCode ? 0m
        : payer.CurrencyCode.Length == 0 ? setup.Gl.ApplnRoundingPrecision
        : setup.Currencies[payer.CurrencyCode].ApplicationRoundingPrecision;

    public decimal Lcy(decimal amount, decimal factor) =>
        Conversion.ToLcy(amount, factor, setup.Gl.AmountRoundingPrecision);

    /// <summary>Multiple that amounts of a currency are rounded to; blank is LCY.</summary>
    public static decimal Precision(CompanySetup setup, string currencyCode) =>
        setup.Currencies.GetValueOrDefault(currencyCode) is { AmountRoundingPrecision: > 0m } fcy
            ? fcy.AmountRoundingPrecision
            : setup.Gl.AmountRoundingPrecision;

    private decimal FactorOf(string currencyCode, DateOnly date)
    {
        var factor = setup.ExchangeRates.FactorAt(currencyCode, date);
        if (factor.Problem is null)
            return factor.Value;
        if (!problems.Any(p => (p.Code, p.Record, p.Value) == Key(factor.Problem)))
            problems.Add(factor.Problem);
        return 1m;
    }

    private static (string, RecordRef, string) Key(Problem problem) =>
        (problem.Code, problem.Record, problem.Value);
}
