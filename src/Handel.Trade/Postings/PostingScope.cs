using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>What a posting does with one line; quantities in the unit of the line.</summary>
internal readonly record struct LineScope(TradeLine Line, decimal ToDeliver, decimal ToInvoice)
{
    public bool IsHandled => ToDeliver != 0m || ToInvoice != 0m;

    /// <summary>What is invoiced of earlier deliveries, when these go first (P-37).</summary>
    public bool IsItem => Line.Type == LineType.Item;
}

/// <summary>
/// What will be handled of a document, once flags that no line qualifies for are dropped (PC-11,
/// PC-14, P-10, P-13), and the amounts of what is invoiced.
/// </summary>
internal sealed class PostingScope
{
    private PostingScope(PostDocument command, CompanySetup setup, IReadOnlyList<LineScope> lines)
    {
        Command = command;
        Lines = lines;
        Mirror = Mirror.Of(command.Document);
        Side = LedgerSide.Of(command.Document.Direction);
        Setup = Mirror.SetupOf(command.Document, setup);
        Delivers = lines.Any(line => line.ToDeliver != 0m);
        Invoices = lines.Any(line => line.ToInvoice != 0m);
        var toInvoice = lines.ToDictionary(line => line.Line, line => line.ToInvoice);
        Part = InvoicedPart.Of(command.Document, setup, line => toInvoice[line]);
    }

    public PostDocument Command { get; }
    public TradeDocument Document => Command.Document;
    public Mirror Mirror { get; }
    public LedgerSide Side { get; }
    public Ledgers.Setup.TradeSetup Setup { get; }

    /// <summary>All lines, by line number.</summary>
    public IReadOnlyList<LineScope> Lines { get; }
    public bool Delivers { get; }
    public bool Invoices { get; }
    public InvoicedPart Part { get; }

    public bool IsCredit => Document.Kind.IsCredit();
    public DocumentKind InvoiceKind => IsCredit ? DocumentKind.CreditMemo : DocumentKind.Invoice;
    public DocumentKind DeliveryKind =>
        IsCredit ? DocumentKind.ReturnDelivery : DocumentKind.Delivery;

    /// <summary>+1 for invoices, -1 for credit documents (GLP-12).</summary>
    public int DocumentSign => IsCredit ? -1 : 1;

    /// <summary>Sign of income or cost in the ledger; debit is positive.</summary>
    public int LedgerSign => Side.Sign * DocumentSign;

    /// <summary>Sign of the base quantity of a positive line; inbound is positive.</summary>
    public int StockSign => Mirror.GoodsLeave(Document.Kind) ? -1 : 1;

    /// <summary>
    /// Orders always leave a posted delivery; invoices when the setup asks (SET-04, S-02).
    /// </summary>
    public bool HasDeliveryDocument =>
        Delivers
        && (
            Document.Kind.IsOrderLike()
            || (IsCredit ? Setup.ReturnDeliveryOnCreditMemo : Setup.DeliveryOnInvoice)
        );

    public static PostingScope Of(PostDocument command, CompanySetup setup)
    {
        var document = command.Document;
        var lines = document.Lines.OrderBy(line => line.LineNo);
        var isWhole = document.Kind.IsHandledWhole();
        return new(
            command,
            setup,
            [.. lines.Select(line => isWhole ? Whole(line) : Chosen(line, command.Choice))]
        );
    }

    // QTY-06: an invoice or credit memo is handled in full, with or without typed quantities.
    private static LineScope Whole(TradeLine line) =>
        line.Type == LineType.Comment ? new(line, 0m, 0m) : new(line, line.Quantity, line.Quantity);

    private static LineScope Chosen(TradeLine line, PostingChoice choice)
    {
        if (line.Type == LineType.Comment)
            return new(line, 0m, 0m);
        var toDeliver = choice.Deliver ? line.QtyToDeliver : 0m;
        if (!choice.Invoice)
            return new(line, toDeliver, 0m);
        // What is not delivered now cannot be invoiced now (PC-11).
        var possible = line.QtyDeliveredNotInvoiced + toDeliver;
        var isCut = !choice.Deliver && Math.Abs(line.QtyToInvoice) > Math.Abs(possible);
        return new(line, toDeliver, isCut ? possible : line.QtyToInvoice);
    }
}
