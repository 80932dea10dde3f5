using FsCheck;
using FsCheck.Fluent;
using Handel.Kernel.Amounts;

namespace Handel.Kernel.Tests.Amounts;

internal static class Given
{
    public static readonly Gen<decimal> Cents = Gen.Choose(-99_999_999, 99_999_999)
        .Select(cents => cents / 100m);

    public static readonly Gen<decimal> PositiveCents = Gen.Choose(1, 99_999_999)
        .Select(cents => cents / 100m);

    public static ExchangeRate Rate(
        string currency,
        string from,
        decimal units,
        (decimal Worth, string In) relational
    ) =>
        new()
        {
            CurrencyCode = currency,
            StartingDate = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            ExchangeRateAmount = units,
            RelationalExchangeRateAmount = relational.Worth,
            RelationalCurrencyCode = relational.In,
        };
}
