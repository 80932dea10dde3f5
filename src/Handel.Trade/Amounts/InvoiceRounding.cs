using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>The system line that rounds the total of an invoice (RND-01..03, D-30).</summary>
internal static class InvoiceRounding
{
    public sealed record Found(AmountPart? Part, IReadOnlyList<Problem> Problems);

    private static readonly Found Nothing = new(null, []);

    public static Found Find(
        TradeDocument document,
        CompanySetup setup,
        IReadOnlyList<AmountPart> parts,
        VatTerms terms
    )
    {
        if (!Mirror.SetupOf(document, setup).InvoiceRounding || parts.Count == 0)
            return Nothing;
        var rest = terms.Rounding.InvoiceRest(parts.Sum(part => part.AmountInclVat));
        if (rest == 0m)
            return Nothing;
        var found = SystemLine.Find(
            document,
            setup,
            (group => group.InvoiceRoundingAccount, "invoiceRoundingAccount")
        );
        return found.Target is { } target
            ? new(PartOf(document, rest, (target, terms)), [])
            : new(null, [found.Problem!]);
    }

    private static AmountPart PartOf(
        TradeDocument document,
        decimal rest,
        (SystemLine.Target Target, VatTerms Terms) by
    )
    {
        var line = SystemLine.New(document, by.Target);
        var taxed = line.VatPct / 100m * by.Terms.TaxedShare;
        var net = by.Terms.Rounding.Amount(rest / (1m + taxed));
        line.UnitPrice = document.PricesIncludeVat ? rest : net;
        line.LineAmount = line.UnitPrice;
        line.Amount = net;
        line.AmountInclVat = rest;
        line.VatBaseAmount = by.Terms.Rounding.Amount(net * by.Terms.TaxedShare);
        var part = new AmountPart
        {
            Line = line,
            Quantity = 1m,
            QuantityBase = 1m,
            Gross = line.LineAmount,
            LineDiscountAmount = 0m,
            InvDiscountAmount = 0m,
        };
        // It stays out of the groups of the document: its VAT is its own (SC-04).
        var group = DocumentVat.Group([part])[0];
        (group.Amount, group.AmountInclVat) = (net, rest);
        part.Amount = net;
        part.AmountInclVat = rest;
        part.VatBase = line.VatBaseAmount;
        return part;
    }
}
