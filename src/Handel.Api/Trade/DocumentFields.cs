using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;

namespace Handel.Api.Trade;

/// <summary>The header properties of all document sets, whichever way they run (A18.4).</summary>
internal static class DocumentFields
{
    public static Resource<TradeDocument> Bind(
        Resource<TradeDocument> resource,
        SideNames side,
        DocumentKind kind
    )
    {
        var bag = new FieldBag<TradeDocument>(resource);
        Identity(bag, side);
        Party(bag, side);
        Addresses(bag, side);
        Dates(bag);
        Terms(bag, side);
        Amounts(bag, side);
        DocumentStates.Bind(bag, side, kind);
        bag.PutShortcuts(d => d.DimensionSetId);
        return bag.Rest().ETag(d => d.Version);
    }

    /// <summary>All shortcut dimensions, to read and to write (DIM-12).</summary>
    public static void BindShortcuts(Resource<TradeDocument> resource) =>
        resource.Shortcuts(d => d.DimensionSetId, Access.ReadWrite);

    private static void Identity(FieldBag<TradeDocument> bag, SideNames side) =>
        bag.Put("id", d => d.Id)
            .Put("number", d => d.No)
            .Put("externalDocumentNumber", d => d.ExternalDocumentNo)
            .Put("vendorInvoiceNumber", d => d.ExternalDocumentNo)
            .Put("vendorCreditMemoNumber", d => d.ExternalDocumentNo)
            .Put("customerPurchaseOrderReference", d => d.PartyOrderNo)
            .Put("vendorOrderNumber", d => d.PartyOrderNo)
            .Put("vendorShipmentNumber", d => d.PartyShipmentNo)
            .Put("yourReference", d => d.YourReference)
            .Put("orderId", d => d.OrderId ?? Guid.Empty)
            .Put("orderNumber", d => d.OrderNo)
            .Put("invoiceNumber", d => d.AppliesTo.DocumentNo)
            .Put(
                "invoiceId",
                (d, s) =>
                    side.DocumentRows(s)
                        .Where(i =>
                            i.Kind == DocumentKind.Invoice
                            && i.IsPosted
                            && i.No == d.AppliesTo.DocumentNo
                        )
                        .Select(i => i.Id)
                        .FirstOrDefault()
            )
            .Put("lastModifiedDateTime", d => d.ModifiedAt);

    private static void Party(FieldBag<TradeDocument> bag, SideNames side)
    {
        foreach (var prefix in new[] { "", side.From })
        {
            bag.Put(Name(prefix, side.PartyNumber), d => d.PartyNo)
                .Put(Name(prefix, side.PartyName), d => d.Party.Name);
        }
        var parties = new There<Party, Guid>(p => p.No, p => p.Id) { Rows = side.PartyRows };
        bag.Of(side.PartyId, d => d.PartyNo, parties)
            .Put(side.BillNumber, d => d.BillToNo)
            .Of(side.BillId, d => d.BillToNo, parties)
            .Put($"{side.Bill}Name", d => d.BillTo.Name)
            .Put($"{side.Bill}Contact", d => d.BillTo.Contact)
            .Put($"{side.From}Contact", d => d.Party.Contact)
            .Put("shipToName", d => d.ShipTo.Name)
            .Put("shipToContact", d => d.ShipTo.Contact)
            .Put("phoneNumber", d => d.Phone)
            .Put("email", d => d.Email);
    }

    private static void Addresses(FieldBag<TradeDocument> bag, SideNames side)
    {
        Address(bag, side.From, d => d.Party);
        Address(bag, side.Bill, d => d.BillTo);
        Address(bag, "shipTo", d => d.ShipTo);
    }

    private static void Address(
        FieldBag<TradeDocument> bag,
        string prefix,
        Expression<Func<TradeDocument, Address>> of
    ) =>
        bag.Put($"{prefix}AddressLine1", of.Then(a => a.Line1))
            .Put($"{prefix}AddressLine2", of.Then(a => a.Line2))
            .Put($"{prefix}City", of.Then(a => a.City))
            .Put($"{prefix}Country", of.Then(a => a.CountryCode))
            .Put($"{prefix}State", of.Then(a => a.County))
            .Put($"{prefix}PostCode", of.Then(a => a.PostCode))
            // Purchase quotes speak another dialect of the same.
            .Put($"{prefix}Address", of.Then(a => a.Line1))
            .Put($"{prefix}Address2", of.Then(a => a.Line2))
            .Put($"{prefix}CountryRegionCode", of.Then(a => a.CountryCode))
            .Put($"{prefix}County", of.Then(a => a.County));

    private static void Dates(FieldBag<TradeDocument> bag) =>
        bag.Put("orderDate", d => d.OrderDate)
            .Put("postingDate", d => d.PostingDate)
            .Put("documentDate", d => d.DocumentDate)
            .Put("invoiceDate", d => d.DocumentDate)
            .Put("creditMemoDate", d => d.DocumentDate)
            .Put("dueDate", d => d.DueDate)
            .Put("requestedDeliveryDate", d => d.RequestedDate)
            .Put("requestedReceiptDate", d => d.RequestedDate);

    private static void Terms(FieldBag<TradeDocument> bag, SideNames side) =>
        bag.Put(
                "currencyCode",
                (d, s) =>
                    d.CurrencyCode != ""
                        ? d.CurrencyCode
                        : s.Rows<GlSetup>().Select(g => g.LcyCode).FirstOrDefault()
            )
            .Of(
                "currencyId",
                d => d.CurrencyCode,
                new There<Currency, Guid>(c => c.Code, c => c.Id)
            )
            .Put("pricesIncludeTax", d => d.PricesIncludeVat)
            .Put("pricesIncludingVAT", d => d.PricesIncludeVat)
            .Of(
                "paymentTermsId",
                d => d.PaymentTermsCode,
                new There<PaymentTerms, Guid>(t => t.Code, t => t.Id)
            )
            .Of(
                "shipmentMethodId",
                d => d.ShipmentMethodCode,
                new There<ShipmentMethod, Guid>(m => m.Code, m => m.Id)
            )
            .Put("paymentTermsCode", d => d.PaymentTermsCode)
            .Put("shipmentMethodCode", d => d.ShipmentMethodCode)
            .Put("locationCode", d => d.LocationCode)
            .Put("genBusPostingGroup", d => d.GenBusPostingGroup)
            .Put("vatBusPostingGroup", d => d.VatBusPostingGroup)
            .Put($"{side.Party}PostingGroup", d => d.PartyPostingGroup)
            .Put(side.Person, d => d.SalespersonCode)
            .Put($"{side.Person}Code", d => d.SalespersonCode)
            .Put("partialShipping", d => d.ShippingAdvice == ShippingAdvice.Partial);

    private static void Amounts(FieldBag<TradeDocument> bag, SideNames side) =>
        bag.Put("discountAmount", d => d.InvDiscountAmount)
            .Put("discountAppliedBeforeTax", d => !d.PricesIncludeVat)
            .Put("totalAmountExcludingTax", d => d.Amount)
            .Put("totalTaxAmount", d => d.AmountInclVat - d.Amount)
            .Put("totalAmountIncludingTax", d => d.AmountInclVat)
            // A18.6: a draft owes what it will; of a posted one the entry says what is open.
            .Put(
                "remainingAmount",
                (d, s) =>
                    !d.IsPosted ? d.AmountInclVat
                    : d.IsCancelled ? 0m
                    : side.EntryRows(s)
                        .Where(e => e.EntryNo == d.PartyEntryNo)
                        .Select(e => e.RemainingAmount < 0 ? -e.RemainingAmount : e.RemainingAmount)
                        .FirstOrDefault()
            );

    // Purchase quotes name the vendor buyFromVendorNumber.
    private static string Name(string prefix, string name) =>
        prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name[1..];
}
