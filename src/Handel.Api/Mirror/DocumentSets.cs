using System.Linq.Expressions;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Mirror;
using Handel.Trade.Documents;

namespace Handel.Api.Mirror;

/// <summary>
/// The set in which the posted document of an entry stands, so that a reader finds back; empty for
/// what was posted without one (AUD-05).
/// </summary>
internal static class DocumentSets
{
    /// <summary>Kinds of posted document that the API serves.</summary>
    public static IReadOnlyList<DocumentKind> Posted { get; } =
    [DocumentKind.Invoice, DocumentKind.CreditMemo, DocumentKind.Delivery];

    /// <summary>Of an entry of a ledger: where it came from, and what kind of document.</summary>
    public static Expression<Func<TRow, string>> Of<TRow>()
    {
        var row = Expression.Parameter(typeof(TRow), "entry");
        var source = Expression.Property(row, "SourceCode");
        var type = Expression.Property(row, "DocumentType");
        Expression set = Expression.Constant("");
        foreach (var side in SideNames.Both)
        {
            var isHere = Expression.Equal(
                source,
                Expression.Constant(LedgerSide.Of(side.Direction).SourceCode)
            );
            set = Expression.Condition(isHere, OfSide(side, type), set);
        }
        return Expression.Lambda<Func<TRow, string>>(set, row);
    }

    /// <summary>Of a movement of goods, which knows its document itself.</summary>
    public static Expression<Func<TRow, string>> OfStock<TRow>()
    {
        var row = Expression.Parameter(typeof(TRow), "entry");
        var type = Expression.Property(row, "DocumentType");
        Expression set = Expression.Constant("");
        foreach (var (document, name) in StockDocuments)
            set = When(type, document, name, set);
        return Expression.Lambda<Func<TRow, string>>(set, row);
    }

    private static readonly (ItemDocumentType Type, string Set)[] StockDocuments =
    [
        (ItemDocumentType.SalesShipment, SideNames.Sale.SetOf(DocumentKind.Delivery)),
        (ItemDocumentType.SalesInvoice, SideNames.Sale.SetOf(DocumentKind.Invoice)),
        (ItemDocumentType.SalesCreditMemo, SideNames.Sale.SetOf(DocumentKind.CreditMemo)),
        (ItemDocumentType.PurchaseReceipt, SideNames.Purchase.SetOf(DocumentKind.Delivery)),
        (ItemDocumentType.PurchaseInvoice, SideNames.Purchase.SetOf(DocumentKind.Invoice)),
        (ItemDocumentType.PurchaseCreditMemo, SideNames.Purchase.SetOf(DocumentKind.CreditMemo)),
    ];

    // A delivery books its expected cost without a document type.
    private static Expression OfSide(SideNames side, MemberExpression type)
    {
        Expression set = When(
            type,
            EntryDocumentType.None,
            side.SetOf(DocumentKind.Delivery),
            Expression.Constant("")
        );
        set = When(type, EntryDocumentType.CreditMemo, side.SetOf(DocumentKind.CreditMemo), set);
        return When(type, EntryDocumentType.Invoice, side.SetOf(DocumentKind.Invoice), set);
    }

    private static ConditionalExpression When<T>(
        MemberExpression type,
        T member,
        string name,
        Expression otherwise
    ) =>
        Expression.Condition(
            Expression.Equal(type, Expression.Constant(member)),
            Expression.Constant(name),
            otherwise
        );
}
