using System.Globalization;

namespace Handel.Exchange.OnlineRetail;

public enum RetailKind : short
{
    Invoice = 0,
    CreditMemo = 1,

    /// <summary>Goods written off: no customer, no price, negative quantities.</summary>
    StockCorrection = 2,
}

/// <summary>A document of the file, with the lines that are taken from it.</summary>
/// <param name="No">The file's number; cancellations begin with C.</param>
public sealed record RetailDocument(string No, RetailKind Kind, IReadOnlyList<RetailRow> Rows)
{
    public DateOnly Date => Rows[0].Date;
    public RetailCountry Country => RetailCountries.Of(Rows[0].Country);

    /// <summary>The customer of the file, or the cash customer of the country.</summary>
    public string CustomerNo => Rows[0].CustomerNo.Length > 0 ? Rows[0].CustomerNo : Country.CashNo;

    /// <summary>
    /// As it stands on our document: a cancelled quantity is positive on a credit memo.
    /// </summary>
    public decimal QuantityOf(RetailRow row) =>
        Kind == RetailKind.CreditMemo ? -row.Quantity : row.Quantity;
}

/// <summary>
/// Groups rows into documents in the order in which the file first names them, and decides what
/// each document is. A row ends in exactly one document or in the list of refused lines.
/// </summary>
public static class RetailDocuments
{
    private const string CancellationPrefix = "C";

    public static (IReadOnlyList<RetailDocument> Documents, IReadOnlyList<RefusedLine> Refused) Of(
        IEnumerable<RetailRow> rows
    )
    {
        var documents = new List<RetailDocument>();
        var refused = new List<RefusedLine>();
        foreach (var group in rows.GroupBy(row => row.InvoiceNo))
        {
            var taken = OneCustomer([.. group], refused);
            if (KindOf(group.Key, taken, refused) is { } kind)
                documents.Add(new(group.Key, kind, taken));
        }
        return (documents, refused);
    }

    // A document has one customer in one country: the VAT of the others would be a guess.
    private static List<RetailRow> OneCustomer(List<RetailRow> rows, List<RefusedLine> refused)
    {
        var first = rows[0];
        var others = rows.FindAll(row =>
            row.CustomerNo != first.CustomerNo || row.Country != first.Country
        );
        Refuse(others, "customer", $"invoice {first.InvoiceNo} is of another", refused);
        return others.Count == 0 ? rows : [.. rows.Except(others)];
    }

    private static RetailKind? KindOf(string no, List<RetailRow> rows, List<RefusedLine> refused)
    {
        var amount = rows.Sum(row => row.Amount);
        var isCancellation = no.StartsWith(CancellationPrefix, StringComparison.OrdinalIgnoreCase);
        if (isCancellation && amount < 0m)
            return RetailKind.CreditMemo;
        if (!isCancellation && amount > 0m)
            return RetailKind.Invoice;
        if (amount == 0m && rows.TrueForAll(IsWrittenOff))
            return RetailKind.StockCorrection;

        var text = amount.ToString("0.00", CultureInfo.InvariantCulture);
        if (amount == 0m)
            Refuse(rows, "zero-amount", "nothing to invoice, and no stock written off", refused);
        else
            Refuse(rows, "sign", $"the document comes to {text}", refused);
        return null;
    }

    private static bool IsWrittenOff(RetailRow row) =>
        row is { CustomerNo: "", UnitPrice: 0m, Quantity: < 0m }
        && !StockCodes.IsCharge(row.StockCode);

    private static void Refuse(
        List<RetailRow> rows,
        string reason,
        string detail,
        List<RefusedLine> refused
    ) =>
        refused.AddRange(
            rows.Select(row => new RefusedLine(row.LineNo, row.InvoiceNo, reason, detail))
        );
}
