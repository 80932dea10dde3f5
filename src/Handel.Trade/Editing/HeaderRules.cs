using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>What is true of a field whatever its value (REL-07, H-03, HDR-06).</summary>
internal static class HeaderRules
{
    public static bool NamesParty(HeaderField field) =>
        field is HeaderField.PartyNo or HeaderField.BillToNo;

    /// <summary>Lines are made anew, as with answer yes (HDR-06, API-D1-8).</summary>
    public static bool RecreatesLines(HeaderField field) =>
        NamesParty(field)
        || field
            is HeaderField.CurrencyCode
                or HeaderField.GenBusPostingGroup
                or HeaderField.VatBusPostingGroup;

    public static bool IsLockedUnlessOpen(HeaderField field) =>
        RecreatesLines(field)
        || field
            is HeaderField.PricesIncludeVat
                or HeaderField.PartyPostingGroup
                or HeaderField.InvoiceDiscCode
                or HeaderField.PaymentDiscountPct
                or HeaderField.VatBaseDiscountPct
                or HeaderField.LocationCode
                or HeaderField.ShipmentMethodCode
                or HeaderField.ShippingAdvice
                or HeaderField.RequestedDate
                or HeaderField.PromisedDate
                or HeaderField.InvoiceDiscountPct
                or HeaderField.InvoiceDiscountAmount;

    /// <summary>A typed discount is measured against the lines of the same edit.</summary>
    public static bool IsAfterLines(HeaderField field) =>
        field is HeaderField.InvoiceDiscountPct or HeaderField.InvoiceDiscountAmount;

    public static bool IsLockedUnlessOpen(LineField field) =>
        field
            is not (
                LineField.QtyToDeliver
                or LineField.QtyToInvoice
                or LineField.Description
                or LineField.Description2
                or LineField.Dimensions
                or LineField.AppliesToItemEntryNo
                or LineField.AppliesFromItemEntryNo
            );

    /// <summary>When a charge goes along with the goods is for the user to say.</summary>
    public static bool IsFreeOnSystemLine(LineField field) =>
        field is LineField.QtyToDeliver or LineField.QtyToInvoice;

    /// <summary>
    /// Something left or came in already: nothing may pull the rug (HDR-07, H-04).
    /// </summary>
    public static bool IsHandled(TradeLine line) => line.QtyDelivered != 0 || line.QtyInvoiced != 0;
}
