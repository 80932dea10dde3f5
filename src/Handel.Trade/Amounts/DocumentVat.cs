using Handel.Kernel.Amounts;
using Handel.Ledgers.Vat;

namespace Handel.Trade.Amounts;

/// <summary>What VAT is computed by, besides the lines.</summary>
/// <param name="BaseDiscountPct">Percent of the base without VAT; 0 by default (VAT-06).</param>
public sealed record VatTerms(
    bool PricesIncludeVat,
    decimal BaseDiscountPct,
    AmountRounding Rounding
)
{
    /// <summary>The share of the base that is taxed.</summary>
    public decimal TaxedShare => 1m - BaseDiscountPct / 100m;
}

/// <summary>VAT of a document: once per group, then spread over its lines (VAT-01..13).</summary>
public static class DocumentVat
{
    /// <summary>The groups in order: by identifier, negative before positive (VAT-01).</summary>
    public static List<VatGroup> Group(IEnumerable<AmountPart> parts)
    {
        var groups = new Dictionary<(string, VatCalculationType, bool), VatGroup>();
        foreach (var part in parts)
        {
            var (line, isNegative) = (part.Line, part.LineAmount < 0);
            var key = (line.VatIdentifier, line.VatCalculationType, isNegative);
            if (!groups.TryGetValue(key, out var group))
            {
                group = new VatGroup
                {
                    Identifier = line.VatIdentifier,
                    CalculationType = line.VatCalculationType,
                    IsNegative = isNegative,
                    VatPct =
                        line.VatCalculationType == VatCalculationType.Normal ? line.VatPct : 0m,
                };
                groups.Add(key, group);
            }
            Add(group, part);
        }
        return
        [
            .. groups
                .Values.OrderBy(group => group.Identifier, StringComparer.Ordinal)
                .ThenBy(group => group.CalculationType)
                .ThenByDescending(group => group.IsNegative),
        ];
    }

    /// <summary>
    /// Computes every group and spreads it, from net amounts with their discounts.
    /// </summary>
    public static void Compute(IReadOnlyList<VatGroup> groups, VatTerms terms)
    {
        var carry = 0m;
        VatGroup? carriedFrom = null;
        foreach (var group in groups)
        {
            var isSameKey =
                carriedFrom?.Identifier == group.Identifier
                && carriedFrom.CalculationType == group.CalculationType;
            carry = ComputeGroup(group, isSameKey ? carry : 0m, terms);
            carriedFrom = group;
            Spread(group, terms);
        }
    }

    private static void Add(VatGroup group, AmountPart part)
    {
        part.VatGroup = group;
        group.Parts.Add(part);
        group.LineAmount += part.LineAmount;
        group.InvDiscountAmount += part.InvDiscountAmount;
        group.VatDifference += part.Line.VatDifference;
        if (part.Line.AllowInvoiceDisc)
            group.DiscountableAmount += part.LineAmount;
    }

    // The exact VAT less the rounded is what a negative group hands on (VAT-04).
    private static decimal ComputeGroup(VatGroup group, decimal carry, VatTerms terms)
    {
        var (net, pct) = (group.NetAmount, group.VatPct / 100m);
        if (group.CalculationType == VatCalculationType.FullVat)
        {
            (group.Amount, group.AmountInclVat) = (0m, net);
            return 0m;
        }

        var difference = group.VatDifference;
        var baseExact = terms.PricesIncludeVat ? net / (1m + pct) : net;
        var taxExact = terms.PricesIncludeVat ? net - baseExact - difference : net * pct;
        var exact = carry + taxExact * terms.TaxedShare;
        var rounded = terms.Rounding.Vat(exact);
        var vat = difference + rounded;

        var isBaseLeft = terms.PricesIncludeVat && terms.BaseDiscountPct == 0m;
        group.Amount = isBaseLeft ? net - vat : terms.Rounding.Amount(baseExact);
        group.AmountInclVat = group.Amount + vat;
        return exact - rounded;
    }

    private static void Spread(VatGroup group, VatTerms terms)
    {
        var precision = terms.Rounding.Precision;
        var nets = group.Parts.ConvertAll(part => part.NetAmount);
        var vats = RemainderSpread.Spread(group.VatAmount, nets, precision);
        var totals = terms.PricesIncludeVat
            ? RemainderSpread.Spread(group.AmountInclVat, nets, precision)
            : null;
        for (var index = 0; index < group.Parts.Count; index++)
        {
            var part = group.Parts[index];
            var isAllVat = group.CalculationType == VatCalculationType.FullVat;
            part.AmountInclVat = totals?[index] ?? nets[index] + (isAllVat ? 0m : vats[index]);
            part.Amount = part.AmountInclVat - vats[index];
            part.VatBase = terms.Rounding.Amount(part.Amount * terms.TaxedShare);
        }
    }
}
