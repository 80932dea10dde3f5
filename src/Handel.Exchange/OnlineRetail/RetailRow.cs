namespace Handel.Exchange.OnlineRetail;

/// <summary>One line of the wholesaler's file. Amounts in GBP; quantity in pieces.</summary>
/// <param name="LineNo">Line of the file, the header being line 1.</param>
/// <param name="StockCode">Upper case: the file writes one code in both cases.</param>
/// <param name="CustomerNo">Blank where the file knows no customer.</param>
public sealed record RetailRow(int LineNo, string InvoiceNo, string StockCode)
{
    public string Description { get; init; } = "";
    public decimal Quantity { get; init; }
    public DateOnly Date { get; init; }
    public decimal UnitPrice { get; init; }
    public string CustomerNo { get; init; } = "";
    public string Country { get; init; } = "";

    /// <summary>Rounded to pence by itself, as a line of a document is (AMT-01).</summary>
    public decimal Amount => decimal.Round(Quantity * UnitPrice, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A line of the file that was not taken into the books, and why.</summary>
/// <param name="Reason">Stable code, for example <c>zero-amount</c>.</param>
/// <param name="Detail">What is wrong, with the value at fault.</param>
public sealed record RefusedLine(int LineNo, string InvoiceNo, string Reason, string Detail)
{
    public override string ToString() =>
        FormattableString.Invariant($"line {LineNo}, invoice {InvoiceNo}: {Reason}: {Detail}");
}
