using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>VAT of a line from the setup (LIN-02, LIN-03, VAT-17, VPS-11).</summary>
internal static class LineVat
{
    /// <summary>Takes the VAT of a group; false and a problem when there is none to take.</summary>
    public static bool Fill(LineChoice at, string vatProd)
    {
        var key = (at.Line.VatBusPostingGroup, vatProd);
        at.Line.VatProdPostingGroup = vatProd;
        if (SetupOf(at) is not { } setup)
        {
            at.Edit.Refuse(VatOfLine.Missing(Mirror.RecordOf(at.Document, at.Line), key));
            return false;
        }
        if (setup.IsBlocked || !FitsFullVat(at, setup))
        {
            var problem = at.Problem(EditCodes.NotPostable, LineField.VatProdPostingGroup, vatProd);
            problem = Edit.With(problem, "reason", setup.IsBlocked ? "blocked" : "fullVat");
            var record = $"{key.VatBusPostingGroup}, {vatProd}";
            at.Edit.Refuse(problem with { MendedAt = new(VatOfLine.SetupEntity, record) });
            return false;
        }
        VatOfLine.Take(at.Line, setup, DocumentVatDate.Of(at.Document, at.Edit.Setup));
        if (MaySplit(at, setup))
            at.Line.NonDeductibleVatPct = setup.NonDeductibleVatPct;
        return true;
    }

    /// <summary>NDV-02: only of purchases, and where the combination allows it.</summary>
    public static void SetNonDeductible(LineChoice at, decimal pct)
    {
        if (pct is < 0m or > 100m)
            at.Refuse(EditCodes.Range, LineField.NonDeductibleVatPct, pct);
        else if (pct != 0m && (SetupOf(at) is not { } setup || !MaySplit(at, setup)))
            at.Refuse(ProblemCodes.NonDeductibleVat, LineField.NonDeductibleVatPct, pct);
        else
            at.Line.NonDeductibleVatPct = pct;
    }

    /// <summary>
    /// The combination by which a VAT account takes a line that is all VAT, or null (LIN-03).
    /// </summary>
    public static VatPostingSetup? FullVatOn(LineChoice at, string accountNo) =>
        at
            .Edit.Setup.VatPosting.Values.Where(setup =>
                setup.CalculationType == VatCalculationType.FullVat
                && setup.VatBusPostingGroup == at.Line.VatBusPostingGroup
                && at.Edit.Mirror.VatAccount(setup) == accountNo
                && !setup.IsBlocked
            )
            .MinBy(setup => setup.VatProdPostingGroup, StringComparer.Ordinal);

    private static bool MaySplit(LineChoice at, VatPostingSetup setup) =>
        at.Edit.Mirror.DeductsVat
        && at.Edit.Setup.Gl.IsNonDeductibleVatEnabled
        && setup.AllowNonDeductibleVat;

    /// <summary>Another VAT group; prices that include VAT keep their net (VAT-17).</summary>
    public static void SetVatProd(LineChoice at, string vatProd)
    {
        var line = at.Line;
        if (line.Type == LineType.Comment)
        {
            at.Refuse(ProblemCodes.Line, LineField.VatProdPostingGroup, vatProd);
            return;
        }
        var before = line.VatPct;
        if (vatProd == line.VatProdPostingGroup || !Fill(at, vatProd))
            return;
        if (at.Document.PricesIncludeVat)
            line.UnitPrice = at.Edit.Rounding.UnitAmount(
                line.UnitPrice * (100m + line.VatPct) / (100m + before)
            );
        LineAmounts.Recalculate(line, at.Edit.Rounding);
    }

    public static VatPostingSetup? SetupOf(LineChoice at) =>
        at.Edit.Setup.VatPosting.GetValueOrDefault(
            (at.Line.VatBusPostingGroup, at.Line.VatProdPostingGroup)
        );

    // LIN-03: VAT in full stands on the VAT account itself.
    private static bool FitsFullVat(LineChoice at, VatPostingSetup setup) =>
        setup.CalculationType != VatCalculationType.FullVat
        || (at.Line.Type == LineType.GlAccount && at.Line.No == at.Edit.Mirror.VatAccount(setup));
}
