using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// The discount on a whole document: spread over VAT groups, then over the lines that allow it
/// (DSC-10..13, API-T-1..5).
/// </summary>
public static class InvoiceDiscount
{
    private const int PctDecimals = 2;

    /// <summary>Gives every group and part its share; the groups have none yet.</summary>
    public static void Spread(
        TradeDocument document,
        IReadOnlyList<VatGroup> groups,
        CompanySetup setup
    )
    {
        var total = groups.Sum(group => group.DiscountableAmount);
        if (document.InvoiceDiscountKind == InvoiceDiscountKind.None || total == 0m)
            return;

        var rounding = AmountRounding.Of(document, setup);
        var carries = Carries(document, setup);
        var carry = 0m;
        foreach (var group in groups)
        {
            carry += ShareOf(group, document, total);
            var discount = rounding.Amount(carry);
            carry = carries ? carry - discount : 0m;
            SpreadGroup(group, discount, rounding);
        }
    }

    /// <summary>What may be discounted at most: the lines that allow it, in full.</summary>
    public static decimal Discountable(TradeDocument document) =>
        document.Lines.Where(line => line.AllowInvoiceDisc).Sum(line => line.LineAmount);

    /// <summary>
    /// The percentage to show: as chosen or given, or what an amount comes to (DSC-24).
    /// </summary>
    public static decimal PctOf(TradeDocument document) =>
        document.InvoiceDiscountKind switch
        {
            InvoiceDiscountKind.None => 0m,
            InvoiceDiscountKind.Percent or InvoiceDiscountKind.Terms =>
                document.InvoiceDiscountValue,
            InvoiceDiscountKind.Amount => PctOf(document.InvDiscountAmount, Discountable(document)),
            _ => throw new ArgumentOutOfRangeException(nameof(document)),
        };

    private static decimal PctOf(decimal discount, decimal total) =>
        total == 0m
            ? 0m
            : decimal.Round(discount / total * 100m, PctDecimals, MidpointRounding.AwayFromZero);

    // DSC-12: the setup may round a percentage per group; a total is always met.
    private static bool Carries(TradeDocument document, CompanySetup setup) =>
        document.InvoiceDiscountKind == InvoiceDiscountKind.Amount
        || !Mirror.SetupOf(document, setup).CalcInvDiscPerVatId;

    private static decimal ShareOf(VatGroup group, TradeDocument document, decimal total)
    {
        var value = document.InvoiceDiscountValue;
        return document.InvoiceDiscountKind switch
        {
            InvoiceDiscountKind.None => 0m,
            InvoiceDiscountKind.Percent or InvoiceDiscountKind.Terms => group.DiscountableAmount
                * value
                / 100m,
            // A fixed amount survives fewer lines, but never exceeds them (API-T-3).
            InvoiceDiscountKind.Amount => Capped(value, total) * group.DiscountableAmount / total,
            _ => throw new ArgumentOutOfRangeException(nameof(document)),
        };
    }

    private static decimal Capped(decimal amount, decimal total) =>
        total > 0 ? Math.Min(amount, total) : Math.Max(amount, total);

    private static void SpreadGroup(VatGroup group, decimal discount, AmountRounding rounding)
    {
        var parts = group.Parts.FindAll(part => part.Line.AllowInvoiceDisc);
        if (parts.Count == 0)
            return;
        var weights = parts.ConvertAll(part => part.LineAmount);
        var shares = RemainderSpread.Spread(discount, weights, rounding.Precision);
        for (var index = 0; index < parts.Count; index++)
            parts[index].InvDiscountAmount = shares[index];
        group.InvDiscountAmount = discount;
    }
}
