using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Trade.Amounts;

/// <summary>
/// The line of a service charge: made, kept up to date and taken away as the terms say (DSC-04,
/// D-31). A document has one at most.
/// </summary>
internal static class ServiceCharge
{
    // What tells the id of the line from that of its document: ids are not drawn here (S1).
    private const byte IdMark = 0xC5;
    private const int IdPlace = 15;

    /// <summary>
    /// Brings the line in step with the charge; the problem is an account or VAT that is missing.
    /// </summary>
    /// <param name="charge">Without VAT, in the document's currency; 0 is none.</param>
    public static Problem? Refresh(TradeDocument document, CompanySetup setup, decimal charge)
    {
        var line = document.Lines.Find(line => line.IsSystemLine);
        if (charge == 0m)
        {
            if (line is { QtyDelivered: 0m, QtyInvoiced: 0m })
                document.Lines.Remove(line);
            return null;
        }
        // What is invoiced is owed; an order charges once.
        if (line is { QtyInvoiced: not 0m })
            return null;
        var found = SystemLine.Find(
            document,
            setup,
            (group => group.ServiceChargeAccount, "serviceChargeAccount")
        );
        if (found.Target is not { } target)
            return found.Problem;
        line ??= Add(document, setup, target);
        if (line.QtyDelivered == 0m && !IsOn(line, document, target))
            SystemLine.Take(line, document, target);
        Value(line, document, (setup, charge));
        return null;
    }

    private static TradeLine Add(TradeDocument document, CompanySetup setup, SystemLine.Target on)
    {
        var line = SystemLine.New(document, on);
        line.Id = IdOf(document.Id);
        HandlingProposal.Renew(document, line, setup);
        document.Lines.Add(line);
        return line;
    }

    private static bool IsOn(TradeLine line, TradeDocument document, SystemLine.Target target) =>
        line.No == target.Account.No
        && line.GenBusPostingGroup == document.GenBusPostingGroup
        && line.VatBusPostingGroup == document.VatBusPostingGroup
        && line.VatProdPostingGroup == target.Account.VatProdPostingGroup
        && line.VatIdentifier == target.Vat.VatIdentifier
        && line.VatCalculationType == target.Vat.CalculationType;

    private static void Value(
        TradeLine line,
        TradeDocument document,
        (CompanySetup Setup, decimal Charge) by
    )
    {
        var rounding = AmountRounding.Of(document, by.Setup);
        var price = document.PricesIncludeVat
            ? rounding.UnitAmount(by.Charge * (1m + line.VatPct / 100m))
            : by.Charge;
        if (price == line.UnitPrice && line.LineAmount == LineAmounts.Gross(line, rounding))
            return;
        line.UnitPrice = price;
        LineAmounts.Recalculate(line, rounding);
    }

    private static Guid IdOf(Guid documentId)
    {
        var bytes = documentId.ToByteArray();
        bytes[IdPlace] ^= IdMark;
        return new Guid(bytes);
    }
}
