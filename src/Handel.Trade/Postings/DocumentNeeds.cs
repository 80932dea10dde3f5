using Handel.Ledgers;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>What must be known to post a document: the first beat (D1).</summary>
public static class DocumentNeeds
{
    public static BooksNeeds Of(TradeDocument document, PostingChoice choice)
    {
        var needs = new BooksNeeds();
        Add(needs, document, choice);
        return needs;
    }

    /// <summary>Adds the needs of one more document of a batch.</summary>
    public static void Add(BooksNeeds needs, TradeDocument document, PostingChoice choice)
    {
        needs.Parties.Add((document.Direction, document.PartyNo));
        needs.Parties.Add((document.Direction, BillToNo(document)));
        needs.DimensionSets.Add(document.DimensionSetId);
        needs.DimensionSets.UnionWith(document.Lines.Select(line => line.DimensionSetId));
        var invoices = choice.Invoice || document.Kind.IsHandledWhole();
        if (invoices && document.ExternalDocumentNo.Length > 0)
            needs.ExternalNumbers.Add(ExternalNumber(document));
        if (document.AppliesTo.IsSet)
            needs.PartyDocuments.Add(AppliedDocument(document));
        else if (invoices)
            needs.OldestFirst.Add((document.Direction, BillToNo(document)));
        foreach (var line in document.Lines.Where(line => line.Type != LineType.Comment))
        {
            AddLine(needs, document, line);
            if (invoices && line.QtyDeliveredNotInvoiced != 0m)
                needs.OrderLines.Add(OrderLine(document, line));
        }
    }

    /// <summary>
    /// The party that owes or is owed; blank means the party itself (CUS-08, V-07).
    /// </summary>
    internal static string BillToNo(TradeDocument document) =>
        document.BillToNo.Length > 0 ? document.BillToNo : document.PartyNo;

    internal static ExternalNumberKey ExternalNumber(TradeDocument document) =>
        new(
            document.Direction,
            BillToNo(document),
            EntryTypeOf(document),
            document.ExternalDocumentNo
        );

    internal static PartyDocumentKey AppliedDocument(TradeDocument document) =>
        new(document.Direction, document.AppliesTo.DocumentType, document.AppliesTo.DocumentNo);

    internal static OrderLineKey OrderLine(TradeDocument order, TradeLine line) =>
        new(order.Direction, order.No, line.LineNo);

    internal static Ledgers.Finance.EntryDocumentType EntryTypeOf(TradeDocument document) =>
        document.Kind.IsCredit()
            ? Ledgers.Finance.EntryDocumentType.CreditMemo
            : Ledgers.Finance.EntryDocumentType.Invoice;

    private static void AddLine(BooksNeeds needs, TradeDocument document, TradeLine line)
    {
        if (line.Type != LineType.Item || line.No.Length == 0)
            return;
        needs.Items.Add(line.No);
        if (line.ItemType == ItemType.Inventory)
        {
            var leaves = Mirror.Of(document).GoodsLeave(document.Kind);
            var key = new StockKey(line.No, line.VariantCode, line.LocationCode);
            var quantity = leaves ? -line.Quantity : line.Quantity;
            var isNamed = line.AppliesToItemEntryNo != 0;
            needs.AddMovement(key, quantity, document.PostingDate, isNamed);
        }
        if (line.AppliesToItemEntryNo != 0)
            needs.ItemEntries.Add(line.AppliesToItemEntryNo);
        if (line.AppliesFromItemEntryNo != 0)
            needs.ItemEntries.Add(line.AppliesFromItemEntryNo);
    }
}
