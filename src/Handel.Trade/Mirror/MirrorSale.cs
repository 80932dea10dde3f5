using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Trade.Documents;
using Handel.Trade.Selling;

namespace Handel.Trade;

public sealed partial class Mirror
{
    public static Mirror Sale { get; } =
        new()
        {
            IncomeSign = -1,
            SourceCode = "SALES",
            SourceType = SourceType.Customer,
            GenPostingType = GenPostingType.Sale,
            ItemEntryType = ItemEntryType.Sale,
            PartyEntity = "customers",
            SetupEntity = "salesSetup",
            PostingGroupEntity = "customerPostingGroups",
            InvoiceDiscountEntity = "customerInvoiceDiscounts",
            SettlesDiscountOnLastInvoice = false,
            BlockedItemStopsCredit = false,
            LocksLineDimensions = false,
            CostFollowsPrice = false,
            DeductsVat = false,
            StopsChoosing = CustomerBlocks.StopsChoosing,
            IsItemBlocked = item => item.IsSalesBlocked,
            ItemUnit = item => item.SalesUnitOfMeasure,
            CardPrice = item => new(item.UnitPrice, item.PriceIncludesVat),
            Accounts = setup => setup.Sale,
            VatAccount = setup => setup.SalesVatAccount,
            Drafts = new Dictionary<DocumentKind, DocumentWords>
            {
                [DocumentKind.Quote] = new("salesQuotes", "Quote", "quoteNumberSeries")
                {
                    Series = setup => setup.QuoteNos,
                },
                [DocumentKind.Order] = new("salesOrders", "Order", "orderNumberSeries")
                {
                    Series = setup => setup.OrderNos,
                },
                [DocumentKind.Invoice] = new("salesInvoices", "Invoice", "invoiceNumberSeries")
                {
                    Series = setup => setup.InvoiceNos,
                },
                [DocumentKind.CreditMemo] = new(
                    "salesCreditMemos",
                    "Credit Memo",
                    "creditMemoNumberSeries"
                )
                {
                    Series = setup => setup.CreditMemoNos,
                },
                [DocumentKind.BlanketOrder] = new(
                    "blanketSalesOrders",
                    "Blanket Order",
                    "blanketOrderNumberSeries"
                )
                {
                    Series = setup => setup.BlanketOrderNos,
                },
                [DocumentKind.ReturnOrder] = new(
                    "salesReturnOrders",
                    "Return Order",
                    "returnOrderNumberSeries"
                )
                {
                    Series = setup => setup.ReturnOrderNos,
                },
            },
            Posted = new Dictionary<DocumentKind, DocumentWords>
            {
                [DocumentKind.Delivery] = new(
                    "salesShipments",
                    "Shipment",
                    "postedShipmentNumberSeries"
                )
                {
                    Series = setup => setup.PostedDeliveryNos,
                    ItemDocument = ItemDocumentType.SalesShipment,
                },
                [DocumentKind.ReturnDelivery] = new(
                    "returnReceipts",
                    "Return Receipt",
                    "postedReturnReceiptNumberSeries"
                )
                {
                    Series = setup => setup.PostedReturnDeliveryNos,
                    ItemDocument = ItemDocumentType.SalesReturnReceipt,
                },
                [DocumentKind.Invoice] = new(
                    "salesInvoices",
                    "Invoice",
                    "postedInvoiceNumberSeries"
                )
                {
                    Series = setup => setup.PostedInvoiceNos,
                    ItemDocument = ItemDocumentType.SalesInvoice,
                    EntryDocument = EntryDocumentType.Invoice,
                },
                [DocumentKind.CreditMemo] = new(
                    "salesCreditMemos",
                    "Credit Memo",
                    "postedCreditMemoNumberSeries"
                )
                {
                    Series = setup => setup.PostedCreditMemoNos,
                    ItemDocument = ItemDocumentType.SalesCreditMemo,
                    EntryDocument = EntryDocumentType.CreditMemo,
                },
            },
        };
}
