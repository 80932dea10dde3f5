using Handel.Exchange.OnlineRetail;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;

namespace Handel.App.Import;

/// <summary>An order or credit memo ready to post, or why it is none.</summary>
internal sealed record RetailDraft(TradeDocument Document, IReadOnlyList<Problem> Problems);

/// <summary>
/// Turns documents of the file into drafts, through the same editing that a clerk's keys go
/// through (D5).
/// </summary>
internal sealed class RetailDrafts
{
    public required CompanySetup Setup { get; init; }
    public required IReadOnlyDictionary<string, Party> Customers { get; init; }
    public required IReadOnlyDictionary<string, Party> Vendors { get; init; }
    public required IReadOnlyDictionary<string, Item> Items { get; init; }

    /// <summary>An order of what was invoiced, or a credit memo of what was cancelled.</summary>
    public RetailDraft Sale(RetailDocument source)
    {
        var isCredit = source.Kind == RetailKind.CreditMemo;
        var kind = isCredit ? DocumentKind.CreditMemo : DocumentKind.Order;
        var key = new DraftKey(Direction.Sale, kind, Guid.CreateVersion7(), source.No);
        var edit = new DocumentEdit
        {
            Header = [.. SaleHeader(source)],
            Lines =
            [
                .. source.Rows.Select(row =>
                    Line(row.StockCode, source.QuantityOf(row), row.UnitPrice, row.Description)
                ),
            ],
        };
        return Draft(key, edit, (source.Date, Customers));
    }

    /// <summary>An order of opening stock.</summary>
    public RetailDraft Opening(string no, DateOnly date, IReadOnlyList<RetailItem> items)
    {
        var id = Guid.CreateVersion7();
        var key = new DraftKey(Direction.Purchase, DocumentKind.Order, id, no);
        var edit = new DocumentEdit
        {
            Header =
            [
                new(HeaderField.PartyNo, RetailCards.OpeningVendorNo),
                new(HeaderField.ExternalDocumentNo, no),
            ],
            Lines =
            [
                .. items.Select(item => Line(item.No, item.OpeningQuantity, item.UnitCost, "")),
            ],
        };
        return Draft(key, edit, (date, Vendors));
    }

    /// <summary>What was written off, at the cost of the goods.</summary>
    public AdjustItems Correction(RetailDocument source) =>
        new(source.No, source.Date)
        {
            Lines =
            [
                .. source.Rows.Select(row => new AdjustmentLine(row.StockCode, row.Quantity)
                {
                    LocationCode = Setup.Information.LocationCode,
                    Description = row.Description,
                }),
            ],
        };

    private RetailDraft Draft(
        DraftKey key,
        DocumentEdit edit,
        (DateOnly Date, IReadOnlyDictionary<string, Party> Parties) of
    )
    {
        var document = DocumentDraft.New(key, Setup, of.Date);
        var context = new EditContext
        {
            Setup = Setup,
            WorkDate = of.Date,
            Parties = of.Parties,
            Items = Items,
        };
        return new(document, DocumentEditing.Apply(document, edit, context).Problems);
    }

    private IEnumerable<HeaderChange> SaleHeader(RetailDocument source)
    {
        yield return new(HeaderField.PartyNo, source.CustomerNo);
        yield return new(HeaderField.ExternalDocumentNo, source.No);
        // Four customers moved abroad and on: the VAT is that of the country of the document.
        var group = RetailCards.GroupOf(source.Country.Area);
        if (Customers[source.CustomerNo].GenBusPostingGroup != group)
            yield return new(HeaderField.GenBusPostingGroup, group);
    }

    private LineEdit Line(string itemNo, decimal quantity, decimal price, string description)
    {
        List<LineChange> changes =
        [
            new(LineField.Type, LineType.Item),
            new(LineField.No, itemNo),
            new(LineField.Quantity, quantity),
            new(LineField.UnitPrice, price),
        ];
        if (description.Length > 0 && description != Items[itemNo].Description)
            changes.Add(new(LineField.Description, description));
        return new(Guid.CreateVersion7(), LineEditKind.Add, changes);
    }
}
