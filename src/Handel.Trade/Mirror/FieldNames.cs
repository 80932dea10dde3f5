using Handel.Kernel;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Trade;

/// <summary>
/// API names of the fields that edits set, per direction and kind. Problems name fields by them,
/// the API and pages find the field of a name in them.
/// </summary>
public static class FieldNames
{
    private static readonly Dictionary<HeaderField, (string Sale, string Purchase)> Headers = new()
    {
        [HeaderField.PartyNo] = ("customerNumber", "vendorNumber"),
        [HeaderField.BillToNo] = ("billToCustomerNumber", "payToVendorNumber"),
        [HeaderField.InvoiceDiscCode] = Both("invoiceDiscountCode"),
        [HeaderField.PaymentTermsCode] = Both("paymentTermsId"),
        [HeaderField.PaymentMethodCode] = Both("paymentMethodCode"),
        [HeaderField.ShipmentMethodCode] = Both("shipmentMethodId"),
        [HeaderField.LocationCode] = Both("locationCode"),
        [HeaderField.SalespersonCode] = ("salesperson", "purchaser"),
        [HeaderField.GenBusPostingGroup] = Both("generalBusinessPostingGroup"),
        [HeaderField.VatBusPostingGroup] = Both("taxBusinessPostingGroup"),
        [HeaderField.PartyPostingGroup] = ("customerPostingGroup", "vendorPostingGroup"),
        [HeaderField.LanguageCode] = Both("languageCode"),
        [HeaderField.ShippingAdvice] = Both("partialShipping"),
        [HeaderField.PartyAddress] = ("sellToAddressLine1", "buyFromAddressLine1"),
        [HeaderField.BillToAddress] = ("billToAddressLine1", "payToAddressLine1"),
        [HeaderField.ShipToAddress] = Both("shipToAddressLine1"),
        [HeaderField.Phone] = Both("phoneNumber"),
        [HeaderField.Email] = Both("email"),
        [HeaderField.VatRegistrationNo] = Both("taxRegistrationNumber"),
        [HeaderField.VatCountryCode] = Both("taxCountry"),
        [HeaderField.ExternalDocumentNo] = ("externalDocumentNumber", "vendorInvoiceNumber"),
        [HeaderField.YourReference] = Both("yourReference"),
        [HeaderField.PartyOrderNo] = ("customerPurchaseOrderReference", "vendorOrderNumber"),
        [HeaderField.PartyShipmentNo] = ("customerShipmentNumber", "vendorShipmentNumber"),
        [HeaderField.PostingDescription] = Both("postingDescription"),
        [HeaderField.Dimensions] = Both("dimensionSetLines"),
        [HeaderField.IsCorrection] = Both("correction"),
        [HeaderField.OrderDate] = Both("orderDate"),
        [HeaderField.PostingDate] = Both("postingDate"),
        [HeaderField.DocumentDate] = Both("documentDate"),
        [HeaderField.VatDate] = Both("taxDate"),
        [HeaderField.CurrencyCode] = Both("currencyCode"),
        [HeaderField.CurrencyFactor] = Both("currencyFactor"),
        [HeaderField.PricesIncludeVat] = Both("pricesIncludeTax"),
        [HeaderField.PaymentDiscountPct] = Both("paymentDiscountPercent"),
        [HeaderField.VatBaseDiscountPct] = Both("taxBaseDiscountPercent"),
        [HeaderField.IsEuThirdParty] = Both("euThirdPartyTrade"),
        [HeaderField.DueDate] = Both("dueDate"),
        [HeaderField.PmtDiscountDate] = Both("paymentDiscountDate"),
        [HeaderField.RequestedDate] = ("requestedDeliveryDate", "requestedReceiptDate"),
        [HeaderField.PromisedDate] = ("promisedDeliveryDate", "promisedReceiptDate"),
        [HeaderField.AppliesTo] = Both("appliesToNumber"),
        [HeaderField.InvoiceDiscountPct] = Both("invoiceDiscountPercent"),
        [HeaderField.InvoiceDiscountAmount] = Both("discountAmount"),
    };

    private static readonly Dictionary<LineField, (string Sale, string Purchase)> Lines = new()
    {
        [LineField.Type] = Both("lineType"),
        [LineField.No] = Both("lineObjectNumber"),
        [LineField.VariantCode] = Both("variantCode"),
        [LineField.LocationCode] = Both("locationCode"),
        [LineField.UnitOfMeasureCode] = Both("unitOfMeasureCode"),
        [LineField.Quantity] = Both("quantity"),
        [LineField.VatProdPostingGroup] = Both("taxCode"),
        [LineField.NonDeductibleVatPct] = Both("nonDeductibleTaxPercent"),
        [LineField.GenProdPostingGroup] = Both("generalProductPostingGroup"),
        [LineField.AllowInvoiceDisc] = Both("allowInvoiceDiscount"),
        [LineField.UnitPrice] = ("unitPrice", "directUnitCost"),
        [LineField.UnitCostLcy] = Both("unitCostLCY"),
        [LineField.LineDiscountAmount] = Both("discountAmount"),
        [LineField.LineDiscountPct] = Both("discountPercent"),
        [LineField.LineAmount] = Both("lineAmount"),
        [LineField.QtyToDeliver] = ("shipQuantity", "receiveQuantity"),
        [LineField.QtyToInvoice] = Both("invoiceQuantity"),
        [LineField.Description] = Both("description"),
        [LineField.Description2] = Both("description2"),
        [LineField.RequestedDate] = ("requestedDeliveryDate", "requestedReceiptDate"),
        [LineField.PromisedDate] = ("promisedDeliveryDate", "promisedReceiptDate"),
        [LineField.DeliveryDate] = ("shipmentDate", "expectedReceiptDate"),
        [LineField.Dimensions] = Both("dimensionSetLines"),
        [LineField.AppliesToItemEntryNo] = Both("appliesToItemEntry"),
        [LineField.AppliesFromItemEntryNo] = Both("appliesFromItemEntry"),
    };

    public static string Of(TradeDocument document, HeaderField field) =>
        (field, document.Direction, document.Kind) switch
        {
            (HeaderField.DocumentDate, _, DocumentKind.Invoice) => "invoiceDate",
            (HeaderField.DocumentDate, _, DocumentKind.CreditMemo) => "creditMemoDate",
            (HeaderField.ExternalDocumentNo, Direction.Purchase, _) when document.Kind.IsCredit() =>
                "vendorCreditMemoNumber",
            _ => Side(Headers[field], document),
        };

    public static string Of(TradeDocument document, LineField field) =>
        (field, document.Direction, document.Kind) switch
        {
            (
                LineField.UnitPrice,
                Direction.Purchase,
                DocumentKind.Invoice
                    or DocumentKind.CreditMemo
            ) => "unitCost",
            (LineField.QtyToDeliver, Direction.Sale, DocumentKind.ReturnOrder) =>
                "returnReceiveQuantity",
            (LineField.QtyToDeliver, Direction.Purchase, DocumentKind.ReturnOrder) =>
                "returnShipQuantity",
            _ => Side(Lines[field], document),
        };

    private static (string, string) Both(string name) => (name, name);

    private static string Side((string Sale, string Purchase) names, TradeDocument document) =>
        document.Direction == Direction.Sale ? names.Sale : names.Purchase;
}
