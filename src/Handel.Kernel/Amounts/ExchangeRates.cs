using System.Globalization;
using Handel.Kernel.Problems;

namespace Handel.Kernel.Amounts;

/// <summary>The rates of a company, and the factors that follow from them (CUR-03).</summary>
public sealed class ExchangeRates(string lcyCode, IEnumerable<ExchangeRate> rates)
{
    /// <summary>How many currencies a rate may lead through before it reaches LCY.</summary>
    public const int RelationsMax = 5;

    /// <summary>Decimals that rates and factors are kept with (CNV-01).</summary>
    public const int Decimals = 20;

    public const string Entity = "currencyExchangeRates";

    private readonly ILookup<string, ExchangeRate> byCurrency = rates.ToLookup(rate =>
        rate.CurrencyCode
    );

    /// <summary>Whether a code means the company's own currency (CNV-03).</summary>
    public bool IsLcy(string currencyCode) => currencyCode.Length == 0 || currencyCode == lcyCode;

    /// <summary>Units of the currency for one unit of LCY at a date; 1 for LCY itself.</summary>
    public Factor FactorAt(string currencyCode, DateOnly date) =>
        Find(currencyCode, date, isAdjustment: false);

    /// <summary>The factor by which open balances are revalued at a date.</summary>
    public Factor AdjustmentFactorAt(string currencyCode, DateOnly date) =>
        Find(currencyCode, date, isAdjustment: true);

    /// <summary>The record that is valid at a date, or null.</summary>
    public ExchangeRate? RateAt(string currencyCode, DateOnly date) =>
        byCurrency[currencyCode]
            .Where(rate => rate.StartingDate <= date)
            .MaxBy(rate => rate.StartingDate);

    private Factor Find(string currencyCode, DateOnly date, bool isAdjustment)
    {
        var factor = 1m;
        var code = currencyCode;
        for (var relations = 0; !IsLcy(code); relations++)
        {
            if (relations == RelationsMax || RateAt(code, date) is not { } rate)
                return Missing(code, date);
            var (units, worth) = Pair(rate, isAdjustment);
            if (units <= 0 || worth <= 0)
                return Missing(code, date);
            factor = factor * units / worth;
            code = rate.RelationalCurrencyCode;
        }
        // As it is stored: what is sealed with an entry must be what is read back.
        return new Factor(Math.Round(factor, Decimals, MidpointRounding.AwayFromZero), null);
    }

    // CUR-02: without a pair of its own, adjusting takes the pair of documents.
    private static (decimal Units, decimal Worth) Pair(ExchangeRate rate, bool isAdjustment) =>
        isAdjustment && rate.AdjustmentExchangeRateAmount != 0
            ? (rate.AdjustmentExchangeRateAmount, rate.RelationalAdjustmentExchangeRateAmount)
            : (rate.ExchangeRateAmount, rate.RelationalExchangeRateAmount);

    private static Factor Missing(string code, DateOnly date)
    {
        var day = date.ToString("O", CultureInfo.InvariantCulture);
        return new Factor(
            0,
            new Problem(ProblemCodes.ExchangeRate, new(Entity, code), "startingDate", day)
            {
                Args = new Dictionary<string, string> { ["currency"] = code, ["date"] = day },
                MendedAt = new RecordRef(Currency.Entity, code),
            }
        );
    }
}

/// <summary>A currency factor, or why there is none.</summary>
/// <param name="Value">Units of the currency for one unit of LCY; 0 when there is none.</param>
/// <param name="Problem">The missing rate, or null.</param>
public readonly record struct Factor(decimal Value, Problem? Problem);
