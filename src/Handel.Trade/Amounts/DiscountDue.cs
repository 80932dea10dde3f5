using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// What the invoice discount terms of its party give a document as its lines are (DSC-02..05).
/// </summary>
/// <param name="DiscountPct">Percent of the lines that allow invoice discount.</param>
/// <param name="ServiceCharge">In the document's currency, without VAT; 0 is none.</param>
public readonly record struct DiscountDue(decimal DiscountPct, decimal ServiceCharge)
{
    public static DiscountDue Of(TradeDocument document, CompanySetup setup)
    {
        var all = BaseOf(document, setup, _ => true);
        var allowed = BaseOf(document, setup, line => line.AllowInvoiceDisc);
        var byAll = Tier(document, setup, all);
        // DSC-05: the whole document decides the charge, what may be discounted the percentage.
        var byAllowed = allowed == all ? byAll : Tier(document, setup, allowed);
        return byAllowed with { ServiceCharge = ChargeOf(document, byAll) };
    }

    // A document without goods has nothing to charge for. Neither is a charge given back with the
    // goods: a credit document would pay it out to the party.
    private static decimal ChargeOf(TradeDocument document, DiscountDue due) =>
        document.Kind.IsCredit() || !document.Lines.Exists(Counts) ? 0m : due.ServiceCharge;

    // DSC-02: line amounts without the charge itself; without VAT, per rate as VAT is (VAT-01).
    private static decimal BaseOf(
        TradeDocument document,
        CompanySetup setup,
        Func<TradeLine, bool> isWanted
    )
    {
        var lines = document.Lines.Where(line => Counts(line) && isWanted(line));
        if (!document.PricesIncludeVat)
            return lines.Sum(line => line.LineAmount);
        var rounding = AmountRounding.Of(document, setup);
        return lines
            .GroupBy(line => (line.VatIdentifier, line.VatPct, IsNegative: line.LineAmount < 0m))
            .Sum(group =>
                rounding.Amount(group.Sum(line => line.LineAmount) / (1m + group.Key.VatPct / 100m))
            );
    }

    private static bool Counts(TradeLine line) =>
        LineAmounts.IsValued(line) && !line.IsSystemLine && line.Quantity != 0m;

    // DSC-03: what the currency of the document has no tier for, the tiers in LCY decide.
    private static DiscountDue Tier(TradeDocument document, CompanySetup setup, decimal amount)
    {
        var (terms, code) = (setup.InvoiceDiscounts, document.CurrencyCode);
        var key = (document.Direction, document.InvoiceDiscCode);
        if (terms.Find(key, code, amount) is { } own)
            return new(own.DiscountPct, own.ServiceCharge);
        // Without a rate nothing can be compared; posting is refused until there is one (FCY-04).
        if (code.Length == 0 || document.CurrencyFactor <= 0m)
            return default;
        var factor = document.CurrencyFactor;
        if (terms.Find(key, "", Conversion.ToLcyUnrounded(amount, factor)) is not { } lcy)
            return default;
        var precision = AmountRounding.Of(document, setup).Precision;
        return new(lcy.DiscountPct, Conversion.ToFcy(lcy.ServiceCharge, factor, precision));
    }
}
