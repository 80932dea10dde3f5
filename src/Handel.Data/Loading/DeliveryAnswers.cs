using Handel.Data.Bulk;
using Handel.Kernel;
using Handel.Ledgers;
using Handel.Trade.Documents;
using Npgsql;

namespace Handel.Data.Loading;

/// <summary>
/// What was delivered on order lines and is not wholly invoiced, as a round trip is asked for it.
/// </summary>
internal static class DeliveryAnswers
{
    public static Answer<OpenDelivery> Ask(RoundTrip trip, BooksNeeds needs)
    {
        string[] orders = [.. needs.OrderLines.Select(line => line.OrderNo).Distinct()];
        return orders.Length == 0
            ? Answer<OpenDelivery>.None
            : trip.Ask(
                $"""
                SELECT l.id, d.no, l.line_no, l.item_entry_no, l.quantity, l.qty_invoiced,
                    d.direction, l.order_no, l.order_line_no, l.quantity_per_unit, d.register_no
                FROM trade_line l JOIN trade_document d
                    ON d.company_no = l.company_no AND d.id = l.document_id
                WHERE l.company_no = {trip.Context.CompanyNo} AND l.order_no = ANY({orders})
                    AND l.order_no <> '' AND l.quantity <> l.qty_invoiced AND d.is_posted
                    AND d.kind IN ({(short)DocumentKind.Delivery},
                        {(short)DocumentKind.ReturnDelivery})
                """,
                Read
            );
    }

    private static OpenDelivery Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.GetDecimal(4),
            row.GetDecimal(5)
        )
        {
            OrderLine = new((Direction)row.GetInt16(6), row.GetString(7), row.GetInt32(8)),
            QuantityPerUnit = row.GetDecimal(9),
            RegisterNo = row.GetInt32(10),
        };
}
