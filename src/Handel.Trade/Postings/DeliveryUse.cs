using Handel.Ledgers;

namespace Handel.Trade.Postings;

/// <summary>How much of a posted delivery an invoice takes, in the unit of the line.</summary>
internal readonly record struct DeliveryUse(OpenDelivery Delivery, decimal Quantity);

/// <summary>
/// Which deliveries an invoice of an order takes: those of the order line that are not invoiced,
/// oldest first; the rest comes from what is delivered now (P-37, ILE-04).
/// </summary>
internal sealed class DeliveryUses
{
    private readonly ILookup<OrderLineKey, OpenDelivery> _open;

    public DeliveryUses(Books books) =>
        _open = books
            .Deliveries.Values.Where(delivery => delivery.QtyNotInvoiced != 0m)
            .ToLookup(delivery => delivery.OrderLine);

    public List<DeliveryUse> Of(OrderLineKey orderLine, decimal toInvoice)
    {
        var uses = new List<DeliveryUse>();
        var deliveries = _open[orderLine]
            .OrderBy(delivery => delivery.RegisterNo)
            .ThenBy(delivery => delivery.ItemEntryNo)
            .ThenBy(delivery => delivery.DeliveryNo, StringComparer.Ordinal);
        foreach (var delivery in deliveries)
        {
            if (toInvoice == 0m)
                break;
            var isWhole = Math.Abs(delivery.QtyNotInvoiced) <= Math.Abs(toInvoice);
            var quantity = isWhole ? delivery.QtyNotInvoiced : toInvoice;
            uses.Add(new(delivery, quantity));
            toInvoice -= quantity;
        }
        return uses;
    }
}
