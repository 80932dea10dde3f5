using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>
/// What happens to a line: what is delivered now, and what is invoiced of which delivery.
/// </summary>
/// <param name="Part">Amounts of what is invoiced; null when nothing is.</param>
/// <param name="Uses">Earlier deliveries that the invoice takes (P-37).</param>
internal sealed record LinePlan(LineScope Scope, AmountPart? Part, IReadOnlyList<DeliveryUse> Uses)
{
    public TradeLine Line => Scope.Line;
    public bool IsItem => Line.Type == LineType.Item;

    /// <summary>Invoiced of what is delivered in this posting.</summary>
    public decimal InvoicedNow { get; } = Scope.ToInvoice - Uses.Sum(use => use.Quantity);

    /// <summary>What completes a line takes the rest of its base quantity (QTY-12, H-11).</summary>
    public decimal DeliveredBase { get; } = BaseOf(Scope.Line, Scope.ToDeliver);

    public decimal InvoicedNowBase =>
        InvoicedNow == Scope.ToDeliver ? DeliveredBase : InUnit(InvoicedNow);

    public decimal InUnit(decimal quantity) => Rounding.Quantity(quantity * Line.QuantityPerUnit);

    public static IReadOnlyList<LinePlan> Of(PostingScope scope, Books books)
    {
        var parts = scope.Part.Parts.ToDictionary(part => part.Line);
        var isOrder = scope.Document.Kind.IsOrderLike();
        var uses = scope.Invoices && isOrder ? new DeliveryUses(books) : null;
        return
        [
            .. scope.Lines.Select(line => new LinePlan(
                line,
                parts.GetValueOrDefault(line.Line),
                uses?.Of(DocumentNeeds.OrderLine(scope.Document, line.Line), line.ToInvoice) ?? []
            )),
        ];
    }

    private static decimal BaseOf(TradeLine line, decimal quantity) =>
        line.QtyDelivered + quantity == line.Quantity
            ? line.QuantityBase - line.QtyDeliveredBase
            : Rounding.Quantity(quantity * line.QuantityPerUnit);
}
