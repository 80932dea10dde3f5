using System.Globalization;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// LCY amounts of lines by running totals, so that they add up to the converted total of the
/// document (FCY-01, FCY-02, D-09).
/// </summary>
internal static class LcyAmounts
{
    public static IEnumerable<Problem> Convert(
        TradeDocument document,
        IReadOnlyList<AmountPart> parts,
        AmountRounding rounding
    )
    {
        if (document.CurrencyCode.Length > 0 && document.CurrencyFactor <= 0m)
            return [MissingRate(document)];

        var factor = document.CurrencyCode.Length > 0 ? document.CurrencyFactor : 1m;
        var total = new Running(factor, rounding.LcyPrecision);
        var amount = new Running(factor, rounding.LcyPrecision);
        var vatBase = new Running(factor, rounding.LcyPrecision);
        var vatDifference = new Running(factor, rounding.LcyPrecision);
        var lineDiscount = new Running(factor, rounding.LcyPrecision);
        var invDiscount = new Running(factor, rounding.LcyPrecision);
        foreach (var part in parts)
        {
            part.AmountInclVatLcy = total.Next(part.AmountInclVat, null);
            // A line without VAT has none in LCY either (FCY-02).
            decimal? forced = part.VatAmount == 0m ? part.AmountInclVatLcy : null;
            part.AmountLcy = amount.Next(part.Amount, forced);
            part.VatBaseLcy =
                part.VatBase == part.Amount
                    ? vatBase.Next(part.VatBase, part.AmountLcy)
                    : vatBase.Next(part.VatBase, null);
            part.VatDifferenceLcy = vatDifference.Next(part.Line.VatDifference, null);
            part.LineDiscountAmountLcy = lineDiscount.Next(part.LineDiscountAmount, null);
            part.InvDiscountAmountLcy = invDiscount.Next(part.InvDiscountAmount, null);
        }
        return [];
    }

    private static Problem MissingRate(TradeDocument document)
    {
        var date = document.PostingDate?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        return new(
            ProblemCodes.ExchangeRate,
            Mirror.RecordOf(document),
            "currencyCode",
            document.CurrencyCode
        )
        {
            Args = new Dictionary<string, string>
            {
                ["currency"] = document.CurrencyCode,
                ["date"] = date,
            },
            MendedAt = new(Currency.Entity, document.CurrencyCode),
        };
    }

    // Like RunningConversion, but what a line was given by force counts too.
    private sealed class Running(decimal factor, decimal precision)
    {
        private decimal fcy;
        private decimal lcy;

        public decimal Next(decimal amount, decimal? forced)
        {
            fcy += amount;
            var share = forced ?? Conversion.ToLcy(fcy, factor, precision) - lcy;
            lcy += share;
            return share;
        }
    }
}
