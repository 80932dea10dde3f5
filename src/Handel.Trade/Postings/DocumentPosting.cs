using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>
/// Plans the posting of one trade document, sale or purchase: checks, entries, posted documents and
/// what is left of the order (sales 9, purchasing 10). Preview and posting are this same call (S2).
/// </summary>
public static class DocumentPosting
{
    /// <summary>
    /// What posting will do, or all problems at once; the books stay as they are.
    /// </summary>
    public static Plan Plan(PostDocument command, Books books)
    {
        var (scope, problems) = PostingChecks.Examine(command, books);
        if (scope is null || problems.Count > 0)
            return Documents.Plan.Refused(problems);
        return new DocumentRun(scope, books.Fork()).Plan();
    }
}

/// <summary>
/// One posting on its way: what is drawn and made so far, on a fork of the books.
/// </summary>
internal sealed class DocumentRun
{
    private readonly PostingScope _scope;
    private readonly Books _books;
    private readonly List<Problem> _problems = [];
    private readonly PostedNumbers _numbers;
    private readonly Posting _posting;
    private readonly PostingBuilder _builder;
    private readonly PostingHeader _header;
    private readonly IReadOnlyList<LinePlan> _plans;

    /// <summary>Item entry of a delivered line, by line number.</summary>
    private readonly Dictionary<int, int> _itemEntries = [];

    public DocumentRun(PostingScope scope, Books books)
    {
        _scope = scope;
        _books = books;
        _numbers = PostedNumbers.Draw(scope, books, _problems);
        _header = DocumentHeader.Of(scope, books.Setup, _numbers);
        _posting = new Posting
        {
            RegisterNo = ++books.Counters.Register,
            PostingDate = _header.PostingDate,
            DocumentNo = scope.Invoices ? _numbers.InvoiceNo : _numbers.DeliveryNo,
            SourceCode = scope.Mirror.SourceCode,
        };
        _builder = new PostingBuilder(_posting, books.Counters, _header);
        _plans = LinePlan.Of(scope, books);
    }

    public Plan Plan()
    {
        PostStock();
        var partyEntryNo = _scope.Invoices ? PostInvoice() : 0;
        // GL-02: the cost of goods follows in the same register, after the invoice.
        _builder.AddCosts(_books.Setup, _problems);
        var record = Mirror.RecordOf(_scope.Document);
        EntryDimensions.Find(_posting, record, _books.Dimensions, _problems);
        if (_problems.Count > 0)
            return Documents.Plan.Refused(_problems);

        var (stored, removed) = Store(partyEntryNo);
        return Documents.Plan.Ready(
            _posting,
            _books,
            new PlanDocuments(stored, removed, stored.First(document => document.IsPosted).Id)
            {
                Notices =
                [
                    .. HeaderChecks.VatDateOf(_scope, _books.Setup).Warnings,
                    .. PostingRules.Of(_scope.Document.Direction).Notices(_scope, _books.Setup),
                ],
            }
        );
    }

    private void PostStock()
    {
        var lines = new LineStock(_scope, _books, _numbers);
        var stock = new StockPosting(_books, _posting);
        foreach (var plan in _plans)
        {
            foreach (var invoice in lines.InvoicesOf(plan))
                stock.Invoice(invoice);
            if (lines.MovementOf(plan) is { } movement)
                _itemEntries[plan.Line.LineNo] = stock.Post(movement);
            foreach (var (delivery, quantity) in plan.Uses)
                _books.Deliveries[delivery.LineId] = delivery with
                {
                    QtyInvoiced = delivery.QtyInvoiced + quantity,
                };
        }
    }

    private int PostInvoice()
    {
        _builder.AddLines(InvoiceLines.Of(_scope, _books.Setup, _problems));
        var closing = new PartyClosing(_scope, _books);
        return closing.Close(_header, _builder, _problems);
    }

    private (List<TradeDocument> Stored, List<Guid> Removed) Store(int partyEntryNo)
    {
        var documents = new PostedDocuments(_scope, _numbers, _books.Setup, _posting.RegisterNo);
        var stored = new List<TradeDocument>(3);
        if (_scope.Invoices)
        {
            var invoice = documents.Invoice(_plans);
            invoice.PartyEntryNo = partyEntryNo;
            stored.Add(invoice);
        }
        if (_scope.HasDeliveryDocument)
        {
            var delivery = documents.Delivery(_plans, _itemEntries);
            stored.Add(delivery);
            Open(delivery);
        }
        if (documents.OrderLeft(_plans) is { } order)
            stored.Add(order);
        return (stored, [_scope.Document.Id]);
    }

    private void Open(TradeDocument delivery)
    {
        foreach (var line in delivery.Lines.Where(line => line.Quantity != line.QtyInvoiced))
            _books.Deliveries[line.Id] = new OpenDelivery(
                line.Id,
                delivery.No,
                line.LineNo,
                line.ItemEntryNo,
                line.Quantity,
                line.QtyInvoiced
            )
            {
                OrderLine = new(delivery.Direction, line.OrderNo, line.OrderLineNo),
                QuantityPerUnit = line.QuantityPerUnit,
                RegisterNo = _posting.RegisterNo,
            };
    }
}
