using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// What a line is proposed to deliver and invoice next: after its quantity was entered, and after
/// each posting (QTY-03, QTY-04, QTY-08, S-15).
/// </summary>
public static class HandlingProposal
{
    public static void Renew(TradeDocument document, TradeLine line, CompanySetup setup)
    {
        var isBlank =
            !document.Kind.IsHandledWhole()
            && Mirror.SetupOf(document, setup).DefaultQtyToDeliverIsBlank;
        line.QtyToDeliver = isBlank ? 0m : line.OutstandingQuantity;
        line.QtyToInvoice = MostToInvoice(document.Kind, line);
    }

    /// <summary>Largest Qty. to Invoice; a blanket order counts what its orders left.</summary>
    public static decimal MostToInvoice(DocumentKind kind, TradeLine line) =>
        kind.IsOrderLike()
            ? line.QtyDelivered + line.QtyToDeliver - line.QtyInvoiced
            : line.Quantity - line.QtyInvoiced;
}
