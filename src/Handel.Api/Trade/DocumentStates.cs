using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Trade.Documents;

namespace Handel.Api.Trade;

/// <summary>
/// The status that clients see, as the enums of the contract count it (API-D1-2).
/// </summary>
internal static class DocumentStates
{
    public static void Bind(FieldBag<TradeDocument> bag, SideNames side, DocumentKind kind)
    {
        if (kind == DocumentKind.Order)
            bag.Put("status", Order)
                .Put("fullyShipped", IsDelivered)
                .Put("fullyReceived", IsDelivered);
        else if (kind == DocumentKind.Invoice)
            bag.Put("status", Posted(side, 1));
        else if (kind == DocumentKind.CreditMemo)
            bag.Put("status", CreditMemo(side));
        else
            bag.Put("status", d => (int)d.Status);
    }

    // Draft 0, In Review 1, Open 2.
    private static readonly Expression<Func<TradeDocument, int>> Order = d =>
        d.Status == DocumentStatus.Open ? 0
        : d.Status == DocumentStatus.PendingApproval ? 1
        : 2;

    private static readonly Expression<Func<TradeDocument, bool>> IsDelivered = d =>
        d.Lines.Any(l => l.Quantity != 0) && d.Lines.All(l => l.QtyDelivered == l.Quantity);

    // Draft 1, In Review 2, Open 3, Paid 4, Canceled 5, Corrective 6.
    private static Expression<Func<TradeDocument, RequestScope, int>> Posted(
        SideNames side,
        int draft
    ) =>
        (d, s) =>
            !d.IsPosted
                ? d.Status == DocumentStatus.Open
                    ? draft
                    : d.Status == DocumentStatus.PendingApproval
                        ? draft + 1
                        : draft + 2
                : d.IsCancelled
                    ? draft + 4
                    : d.IsCorrective
                        ? draft + 5
                        : side.EntryRows(s).Any(e => e.EntryNo == d.PartyEntryNo && e.IsOpen)
                            ? draft + 2
                            : draft + 3;

    // Draft 0, In Review 1, Open 2, Canceled 3, Corrective 4, Paid 5.
    private static Expression<Func<TradeDocument, RequestScope, int>> CreditMemo(SideNames side) =>
        (d, s) =>
            !d.IsPosted
                ? d.Status == DocumentStatus.Open
                    ? 0
                    : d.Status == DocumentStatus.PendingApproval
                        ? 1
                        : 2
                : d.IsCancelled
                    ? 3
                    : d.IsCorrective
                        ? 4
                        : side.EntryRows(s).Any(e => e.EntryNo == d.PartyEntryNo && e.IsOpen)
                            ? 2
                            : 5;
}
