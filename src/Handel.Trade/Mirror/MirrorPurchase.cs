using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Trade.Buying;
using Handel.Trade.Documents;

namespace Handel.Trade;

public sealed partial class Mirror
{
    public static Mirror Purchase { get; } =
        new()
        {
            IncomeSign = 1,
            SourceCode = "PURCHASES",
            SourceType = SourceType.Vendor,
            GenPostingType = GenPostingType.Purchase,
            ItemEntryType = ItemEntryType.Purchase,
            PartyEntity = "vendors",
            SetupEntity = "purchaseSetup",
            PostingGroupEntity = "vendorPostingGroups",
            InvoiceDiscountEntity = "vendorInvoiceDiscounts",
            SettlesDiscountOnLastInvoice = true,
            BlockedItemStopsCredit = true,
            LocksLineDimensions = true,
            CostFollowsPrice = true,
            DeductsVat = true,
            StopsChoosing = VendorBlocks.StopsChoosing,
            IsItemBlocked = item => item.IsPurchasingBlocked,
            ItemUnit = item => item.PurchUnitOfMeasure,
            CardPrice = item => new(item.LastDirectCost, false),
            Accounts = setup => setup.Purchase,
            VatAccount = setup => setup.PurchaseVatAccount,
            Drafts = new Dictionary<DocumentKind, DocumentWords>
            {
                [DocumentKind.Quote] = new("purchaseQuotes", "Quote", "quoteNumberSeries")
                {
                    Series = setup => setup.QuoteNos,
                },
                [DocumentKind.Order] = new("purchaseOrders", "Order", "orderNumberSeries")
                {
                    Series = setup => setup.OrderNos,
                },
                [DocumentKind.Invoice] = new("purchaseInvoices", "Invoice", "invoiceNumberSeries")
                {
                    Series = setup => setup.InvoiceNos,
                },
                [DocumentKind.CreditMemo] = new(
                    "purchaseCreditMemos",
                    "Credit Memo",
                    "creditMemoNumberSeries"
                )
                {
                    Series = setup => setup.CreditMemoNos,
                },
                [DocumentKind.BlanketOrder] = new(
                    "blanketPurchaseOrders",
                    "Blanket Order",
                    "blanketOrderNumberSeries"
                )
                {
                    Series = setup => setup.BlanketOrderNos,
                },
                [DocumentKind.ReturnOrder] = new(
                    "purchaseReturnOrders",
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
                    "purchaseReceipts",
                    "Receipt",
                    "postedReceiptNumberSeries"
                )
                {
                    Series = setup => setup.PostedDeliveryNos,
                    ItemDocument = ItemDocumentType.PurchaseReceipt,
                },
                [DocumentKind.ReturnDelivery] = new(
                    "purchaseReturnShipments",
                    "Return Shipment",
                    "postedReturnShipmentNumberSeries"
                )
                {
                    Series = setup => setup.PostedReturnDeliveryNos,
                    ItemDocument = ItemDocumentType.PurchaseReturnShipment,
                },
                [DocumentKind.Invoice] = new(
                    "purchaseInvoices",
                    "Invoice",
                    "postedInvoiceNumberSeries"
                )
                {
                    Series = setup => setup.PostedInvoiceNos,
                    ItemDocument = ItemDocumentType.PurchaseInvoice,
                    EntryDocument = EntryDocumentType.Invoice,
                },
                [DocumentKind.CreditMemo] = new(
                    "purchaseCreditMemos",
                    "Credit Memo",
                    "postedCreditMemoNumberSeries"
                )
                {
                    Series = setup => setup.PostedCreditMemoNos,
                    ItemDocument = ItemDocumentType.PurchaseCreditMemo,
                    EntryDocument = EntryDocumentType.CreditMemo,
                },
            },
        };
}
