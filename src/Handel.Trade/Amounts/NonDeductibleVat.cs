using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Amounts;

/// <summary>
/// VAT of an invoice that may not be deducted, in LCY: the percentage of every line, with what was
/// left over by rounding carried to the next (NDV-03).
/// </summary>
internal static class NonDeductibleVat
{
    public static void Spread(
        TradeDocument document,
        IReadOnlyList<AmountPart> parts,
        CompanySetup setup
    )
    {
        if (parts.All(part => part.Line.NonDeductibleVatPct == 0m))
            return;
        var selfAssessed = new SelfAssessedVat(setup, DocumentVatDate.Of(document, setup));
        var (vatRest, baseRest) = (0m, 0m);
        foreach (var part in parts)
        {
            var vat =
                part.Line.VatCalculationType == VatCalculationType.ReverseCharge
                    ? selfAssessed.Next(part)
                    : part.VatAmountLcy;
            var share = part.Line.NonDeductibleVatPct / 100m;
            if (share == 0m)
                continue;
            part.NonDeductibleVatLcy = Take(vat * share, ref vatRest);
            part.NonDeductibleBaseLcy = Take(part.VatBaseLcy * share, ref baseRest);
        }
    }

    private static decimal Take(decimal exact, ref decimal rest)
    {
        rest += exact;
        var rounded = Rounding.Lcy(rest);
        rest -= rounded;
        return rounded;
    }

    /// <summary>
    /// VAT that the buyer works out himself: lines of a combination add up to its VAT (VAT-06).
    /// </summary>
    private sealed class SelfAssessedVat(CompanySetup setup, DateOnly vatDate)
    {
        private readonly Dictionary<VatGroups, (decimal Base, decimal Vat)> sums = [];

        public decimal Next(AmountPart part)
        {
            var line = part.Line;
            var groups = new VatGroups(line.VatBusPostingGroup, line.VatProdPostingGroup);
            var pct =
                setup.VatPosting.GetValueOrDefault((groups.Bus, groups.Prod))?.PctAt(vatDate) ?? 0m;
            sums.TryGetValue(groups, out var sum);
            var taxable = sum.Base + part.VatBaseLcy;
            var total = Rounding.Round(
                taxable * pct / 100m,
                Rounding.AmountPrecision,
                setup.Gl.VatRoundingType
            );
            sums[groups] = (taxable, total);
            return total - sum.Vat;
        }
    }
}
