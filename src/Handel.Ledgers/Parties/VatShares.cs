using Handel.Kernel.Amounts;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>
/// The part of a payment discount or tolerance that falls on one VAT entry of the invoice (DSC-07).
/// </summary>
/// <param name="Correction">Groups and rate of the original, with what it takes back.</param>
/// <param name="NetLcy">Detail without VAT, in the sign of the payment.</param>
/// <param name="VatLcy">Detail of the VAT, in the sign of the payment.</param>
/// <param name="IsSelfAssessed">The VAT was never part of what the party is owed.</param>
internal sealed record VatShare(
    VatEntry Correction,
    decimal NetLcy,
    decimal VatLcy,
    bool IsSelfAssessed
);

/// <summary>
/// Splits a reduction over the VAT entries of an invoice: base, then VAT, each the rounded running
/// sum less what went before, so that the parts add up to the reduction (DSC-07).
/// </summary>
internal static class VatShares
{
    /// <param name="reductionLcy">Discount or tolerance, in the sign of the payment.</param>
    /// <param name="invoice">The entry whose original amount it is a part of.</param>
    /// <param name="entries">Those whose VAT is to be corrected, in order.</param>
    public static IReadOnlyList<VatShare> Of(
        decimal reductionLcy,
        PartyEntry invoice,
        IEnumerable<VatEntry> entries
    )
    {
        var owed = new Running(reductionLcy, invoice.OriginalAmountLcy);
        var assessed = new Running(reductionLcy, invoice.OriginalAmountLcy);
        var shares = new List<VatShare>();
        foreach (var entry in entries)
        {
            // What waits for payment is a part of the invoice like the rest (UNR-03).
            var (taxable, tax) = (entry.Base + entry.UnrealizedBase, TaxOf(entry));
            var net = taxable + entry.NonDeductibleBase + entry.NonDeductibleAmount;
            var netLcy = owed.Next(-net);
            var isAssessed = entry.CalculationType == VatCalculationType.ReverseCharge;
            var vatLcy = (isAssessed ? assessed : owed).Next(-tax);
            if (netLcy != 0m || vatLcy != 0m)
                shares.Add(new(Correct(entry, -netLcy, -vatLcy), netLcy, vatLcy, isAssessed));
        }
        return shares;
    }

    private static decimal TaxOf(VatEntry entry) => entry.Amount + entry.UnrealizedAmount;

    private static VatEntry Correct(VatEntry entry, decimal net, decimal vat)
    {
        var parts = RemainderSpread.Spread(
            net,
            [entry.NonDeductibleBase, entry.NonDeductibleAmount, entry.Base + entry.UnrealizedBase]
        );
        return entry with
        {
            Base = parts[2],
            Amount = vat,
            NonDeductibleBase = parts[0],
            NonDeductibleAmount = parts[1],
            BaseBeforePmtDisc = parts[2],
        };
    }

    private sealed class Running(decimal reduction, decimal whole)
    {
        private decimal _sum;
        private decimal _given;

        public decimal Next(decimal amount)
        {
            _sum += amount;
            var share = Rounding.Lcy(reduction * _sum / whole) - _given;
            _given += share;
            return share;
        }
    }
}
