using Handel.Ledgers;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Trade.Postings;

/// <summary>
/// The documents that a posting leaves: posted ones and what is left of an order.
/// </summary>
internal sealed class PostedDocuments(
    PostingScope scope,
    PostedNumbers numbers,
    CompanySetup setup,
    int registerNo
)
{
    private readonly PostDocument _command = scope.Command;
    private readonly TradeDocument _draft = scope.Document;

    /// <summary>
    /// Posted shipment or receipt, with every line of the document (PS-05, P-30).
    /// </summary>
    public TradeDocument Delivery(IEnumerable<LinePlan> plans, IReadOnlyDictionary<int, int> items)
    {
        var posted = Posted(scope.DeliveryKind, numbers.DeliveryNo, _command.NewId());
        foreach (var plan in plans)
        {
            var line = PostedLine(posted, plan.Line, _command.NewId());
            Scale(line, plan.Scope.ToDeliver, plan.DeliveredBase);
            line.QtyInvoiced = plan.InvoicedNow;
            line.QtyInvoicedBase = plan.InvoicedNow == 0m ? 0m : plan.InvoicedNowBase;
            line.ItemEntryNo = items.GetValueOrDefault(line.LineNo);
            posted.Lines.Add(line);
        }
        posted.AmountInclVat = posted.Amount = posted.InvDiscountAmount = 0m;
        return posted;
    }

    /// <summary>
    /// Posted invoice or credit memo; the one of a draft keeps its ids (PS-04, P-31).
    /// </summary>
    public TradeDocument Invoice(IEnumerable<LinePlan> plans)
    {
        var keepsIds = _draft.Kind == scope.InvoiceKind;
        var id = keepsIds ? _draft.Id : _command.NewId();
        var posted = Posted(scope.InvoiceKind, numbers.InvoiceNo, id);
        foreach (var plan in plans)
        {
            var line = PostedLine(posted, plan.Line, keepsIds ? plan.Line.Id : _command.NewId());
            Scale(line, plan.Scope.ToInvoice, plan.Part?.QuantityBase ?? 0m);
            if (plan.Part is { } part)
                TakeAmounts(line, part);
            posted.Lines.Add(line);
        }
        if (scope.Part.RoundingPart is { } rounding)
        {
            var line = PostedLine(posted, rounding.Line, _command.NewId());
            TakeAmounts(line, rounding);
            posted.Lines.Add(line);
        }
        posted.Amount = scope.Part.Amount;
        posted.AmountInclVat = scope.Part.AmountInclVat;
        posted.InvDiscountAmount = scope.Part.InvDiscountAmount;
        return posted;
    }

    /// <summary>
    /// The order with what is left to do, or null when all is invoiced (PS-10, PS-11).
    /// </summary>
    public TradeDocument? OrderLeft(IReadOnlyList<LinePlan> plans)
    {
        var isDone = plans.All(plan =>
            plan.Line.QtyInvoiced + plan.Scope.ToInvoice == plan.Line.Quantity
        );
        if (!_draft.Kind.IsOrderLike() || isDone)
            return null;
        var order = _draft.Copy();
        order.Version++;
        order.ModifiedAt = _command.At;
        var byLine = plans.ToDictionary(plan => plan.Line.LineNo);
        foreach (var line in order.Lines)
            Update(line, byLine[line.LineNo]);
        // A VAT difference belonged to what was invoiced (VAT-10, D-06).
        if (_draft.Lines.Any(line => line.VatDifference != 0m))
            DocumentTotals.Recalculate(order, setup);
        return order;
    }

    private void Update(TradeLine line, LinePlan plan)
    {
        if (!plan.Scope.IsHandled)
            return;
        line.QtyDelivered += plan.Scope.ToDeliver;
        line.QtyDeliveredBase += plan.DeliveredBase;
        line.QtyInvoiced += plan.Scope.ToInvoice;
        line.QtyInvoicedBase += plan.Part?.QuantityBase ?? 0m;
        line.InvDiscountInvoiced += plan.Part?.InvDiscountAmount ?? 0m;
        if (plan.Scope.ToInvoice != 0m)
            line.VatDifference = 0m;
        HandlingProposal.Renew(_draft, line, setup);
        line.Version++;
        line.ModifiedAt = _command.At;
    }

    private TradeDocument Posted(DocumentKind kind, string no, Guid id)
    {
        var posted = _draft.Copy();
        var isOfOrder = _draft.Kind.IsOrderLike();
        posted.Id = id;
        posted.Kind = kind;
        posted.IsPosted = true;
        posted.No = no;
        posted.Status = DocumentStatus.Released;
        posted.PostingDescription = InvoiceLines.DescriptionOf(_draft);
        posted.OrderId = isOfOrder ? _draft.Id : _draft.OrderId;
        posted.OrderNo = isOfOrder ? _draft.No : _draft.OrderNo;
        posted.DraftNo = isOfOrder ? "" : _draft.No;
        posted.RegisterNo = registerNo;
        posted.Version++;
        posted.ModifiedAt = _command.At;
        posted.Lines = [];
        return posted;
    }

    private TradeLine PostedLine(TradeDocument posted, TradeLine source, Guid id)
    {
        var line = source.Copy();
        line.Id = id;
        line.DocumentId = posted.Id;
        if (_draft.Kind.IsOrderLike() && !source.IsSystemLine)
        {
            line.OrderNo = _draft.No;
            line.OrderLineNo = source.LineNo;
        }
        line.ModifiedAt = _command.At;
        return line;
    }

    /// <summary>
    /// A posted line speaks of its own quantity only; amounts come with an invoice.
    /// </summary>
    private static void Scale(TradeLine line, decimal quantity, decimal quantityBase)
    {
        line.Quantity = line.QtyDelivered = line.QtyInvoiced = quantity;
        line.QuantityBase = line.QtyDeliveredBase = line.QtyInvoicedBase = quantityBase;
        line.QtyToDeliver = line.QtyToInvoice = 0m;
        line.LineAmount = line.LineDiscountAmount = line.InvDiscountAmount = 0m;
        line.Amount = line.AmountInclVat = line.VatBaseAmount = line.VatDifference = 0m;
        line.InvDiscountInvoiced = 0m;
    }

    private static void TakeAmounts(TradeLine line, AmountPart part)
    {
        line.LineDiscountAmount = part.LineDiscountAmount;
        line.LineAmount = part.LineAmount;
        line.InvDiscountAmount = part.InvDiscountAmount;
        line.Amount = part.Amount;
        line.AmountInclVat = part.AmountInclVat;
        line.VatBaseAmount = part.VatBase;
        line.VatDifference = part.Line.VatDifference;
    }
}
