using System.Linq.Expressions;
using Handel.Api.Shell;
using Handel.App.Printing;
using Handel.Kernel;
using Handel.Trade.Documents;
using PageKind = Handel.App.Printing.DocumentKind;
using TradeKind = Handel.Trade.Documents.DocumentKind;

namespace Handel.Api.Mirror;

/// <summary>Which documents have a page, and what the page is (API-PDF-1).</summary>
internal static class PrintedForms
{
    /// <summary>The member of the contract's parent type.</summary>
    public static readonly Expression<Func<TradeDocument, int>> ParentType = d =>
        d.Direction == Direction.Purchase
            ? d.Kind == TradeKind.Order
                ? 7
                : d.Kind == TradeKind.Invoice
                    ? 6
                    : d.Kind == TradeKind.CreditMemo
                        ? 14
                        : 21
            : d.Kind == TradeKind.Order
                ? 2
                : d.Kind == TradeKind.Invoice
                    ? 5
                    : d.Kind == TradeKind.CreditMemo
                        ? 4
                        : 18;

    public static PageKind? Of(TradeDocument document) =>
        document.Direction == Direction.Sale ? Sale(document) : Purchase(document);

    private static PageKind? Sale(TradeDocument document) =>
        document.Kind switch
        {
            TradeKind.Order => PageKind.SalesOrder,
            TradeKind.Invoice => PageKind.SalesInvoice,
            TradeKind.CreditMemo when document.IsPosted => PageKind.SalesCreditMemo,
            TradeKind.Delivery => PageKind.SalesShipment,
            _ => null,
        };

    private static PageKind? Purchase(TradeDocument document) =>
        document.Kind switch
        {
            TradeKind.Order => PageKind.PurchaseOrder,
            TradeKind.Invoice when document.IsPosted => PageKind.PurchaseInvoice,
            TradeKind.CreditMemo when document.IsPosted => PageKind.PurchaseCreditMemo,
            TradeKind.Delivery => PageKind.PurchaseReceipt,
            _ => null,
        };
}
