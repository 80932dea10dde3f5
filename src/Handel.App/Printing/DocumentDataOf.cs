using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using TradeKind = Handel.Trade.Documents.DocumentKind;

namespace Handel.App.Printing;

/// <summary>A trade document with what its page needs beside it.</summary>
public sealed record PrintSource(TradeDocument Document, CompanySetup Setup)
{
    /// <summary>What the page is: an order confirmation, an invoice, a packing slip.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Ledger entry of a posted invoice or credit memo.</summary>
    public PartyEntry? Entry { get; init; }

    /// <summary>Posted deliveries of the same order.</summary>
    public IReadOnlyList<TradeDocument> Deliveries { get; init; } = [];

    /// <summary>The posted invoice that a credit memo settles (PR-12).</summary>
    public TradeDocument? Corrects { get; init; }
    public string ShipmentMethod { get; init; } = "";

    /// <summary>What the vendor calls our items, by our number.</summary>
    public IReadOnlyDictionary<string, string> VendorItemNos { get; init; } =
        new Dictionary<string, string>();
}

/// <summary>What stands on the page of a trade document (flows 12, PR-10).</summary>
public static class DocumentDataOf
{
    private const string Fallback = "en";

    public static DocumentData Of(PrintSource source)
    {
        var (document, setup) = (source.Document, source.Setup);
        return new()
        {
            Kind = source.Kind,
            Status =
                !document.IsPosted && document.Kind == TradeKind.Invoice ? PrintStatus.Draft
                : document.NoPrinted > 0 && document.IsPosted ? PrintStatus.Copy
                : PrintStatus.Final,
            Language = LanguageOf(document, setup),
            No = document.No,
            DocumentDate = document.DocumentDate ?? document.PostingDate ?? default,
            Dates = Dates(source),
            CurrencyCode =
                document.CurrencyCode.Length > 0 ? document.CurrencyCode : setup.Gl.LcyCode,
            LocalCurrencyCode = setup.Gl.LcyCode,
            ExchangeRate = document.CurrencyCode.Length > 0 ? document.CurrencyFactor : null,
            PricesIncludeVat = document.PricesIncludeVat,
            Company = Company(setup.Information),
            Addressee = Addressee(source) with { VatNo = Filled(document.VatRegistrationNo) },
            Counterparty =
                document.PartyNo == document.BillToNo || IsAboutGoods(source)
                    ? null
                    : Party(document.PartyNo, document.Party),
            ShipTo = ShipTo(source),
            References = References(source),
            Lines = [.. document.Lines.Select(line => PrintedLines.Of(line, source))],
            Vat = HasPrices(source) ? PrintedLines.Vat(source) : [],
            Totals = HasPrices(source) ? Totals(source) : null,
            Payment = Payment(source),
            Terms = new()
            {
                Payment = setup
                    .PaymentTerms.GetValueOrDefault(document.PaymentTermsCode)
                    ?.Description,
                Method = setup
                    .PaymentMethods.GetValueOrDefault(document.PaymentMethodCode)
                    ?.Description,
                Shipment = Filled(source.ShipmentMethod),
            },
        };
    }

    internal static bool HasPrices(PrintSource source) =>
        source.Kind is not (DocumentKind.SalesShipment or DocumentKind.PurchaseReceipt);

    /// <summary>A page between a vendor and us.</summary>
    public static bool IsBuying(DocumentKind kind) =>
        kind
            is DocumentKind.PurchaseQuote
                or DocumentKind.PurchaseOrder
                or DocumentKind.PurchaseInvoice
                or DocumentKind.PurchaseCreditMemo
                or DocumentKind.PurchaseReceipt;

    // The vendor that delivers, whoever is paid.
    private static bool IsAboutGoods(PrintSource source) =>
        source.Kind
            is DocumentKind.PurchaseQuote
                or DocumentKind.PurchaseOrder
                or DocumentKind.PurchaseReceipt;

    private static PartyBlock Addressee(PrintSource source)
    {
        var document = source.Document;
        return IsAboutGoods(source)
            ? Party(document.PartyNo, document.Party)
            : Party(document.BillToNo, document.BillTo);
    }

    // Flows 12.2: a vendor must read where the goods go, to a location of ours or to us.
    private static PartyBlock? ShipTo(PrintSource source)
    {
        var (document, own) = (source.Document, source.Setup.Information.Address);
        if (!IsBuying(source.Kind))
            return document.ShipTo == document.BillTo ? null : Party(null, document.ShipTo);
        if (!IsAboutGoods(source))
            return null;
        var isKnown = AddressLines(document.ShipTo).Count > 0;
        var address = isKnown ? document.ShipTo : own;
        return Party(null, address) with
        {
            Name = address.Name.Length > 0 ? address.Name : own.Name,
        };
    }

    internal static string LanguageOf(TradeDocument document, CompanySetup setup)
    {
        var code =
            document.LanguageCode.Length > 0
                ? document.LanguageCode
                : setup.Information.LanguageCode;
        return code.Length >= 2 ? code[..2].ToLowerInvariant() : Fallback;
    }

    private static PrintedDates Dates(PrintSource source)
    {
        var document = source.Document;
        var supplied = source
            .Deliveries.Select(delivery => delivery.PostingDate)
            .Append(document.Kind == TradeKind.Invoice ? document.PostingDate : null)
            .OfType<DateOnly>()
            .ToList();
        var isInvoice = source.Kind == DocumentKind.SalesInvoice;
        return new()
        {
            Order = document.OrderDate,
            Due =
                isInvoice || source.Kind == DocumentKind.PurchaseInvoice ? document.DueDate : null,
            SupplyFrom = isInvoice && supplied.Count > 0 ? supplied.Min() : null,
            SupplyTo = isInvoice && supplied.Count > 0 ? supplied.Max() : null,
            Shipment = document.Kind == TradeKind.Delivery ? document.PostingDate : null,
            RequestedDelivery =
                source.Kind == DocumentKind.SalesOrder ? document.RequestedDate : null,
            PromisedDelivery =
                source.Kind == DocumentKind.SalesOrder ? document.PromisedDate : null,
            RequestedReceipt =
                source.Kind == DocumentKind.PurchaseOrder ? document.RequestedDate : null,
        };
    }

    private static PrintedReferences References(PrintSource source)
    {
        var document = source.Document;
        var person = source.Setup.Salespeople.GetValueOrDefault(document.SalespersonCode)?.Name;
        var isBuying = IsBuying(source.Kind);
        return new()
        {
            YourReference = Filled(document.YourReference),
            ExternalDocumentNo = Filled(document.ExternalDocumentNo),
            Salesperson = isBuying ? null : person,
            Purchaser = isBuying ? person : null,
            OrderNos = document.OrderNo.Length > 0 ? [document.OrderNo] : [],
            Shipments =
            [
                .. source.Deliveries.Select(delivery => new PrintedReference(
                    delivery.No,
                    delivery.PostingDate
                )),
            ],
            Corrects = source.Corrects is { } invoice
                ? new(invoice.No, invoice.DocumentDate)
                : null,
        };
    }

    private static PrintedTotals Totals(PrintSource source)
    {
        var document = source.Document;
        var due = source.Entry is { } entry
            ? Math.Abs(entry.RemainingAmount)
            : document.AmountInclVat;
        return new()
        {
            Lines = document.Lines.Sum(line => line.LineAmount),
            InvoiceDiscount = document.InvDiscountAmount,
            Net = document.Amount,
            Vat = document.AmountInclVat - document.Amount,
            Gross = document.AmountInclVat,
            Prepaid = document.AmountInclVat - due,
            Due = due,
        };
    }

    // PR-10, PY-06: only what is still to be paid, and in euro where a QR code says it.
    private static PrintedPayment? Payment(PrintSource source)
    {
        var document = source.Document;
        if (source.Kind != DocumentKind.SalesInvoice || !document.IsPosted)
            return null;
        var amount = Math.Abs(source.Entry?.RemainingAmount ?? 0m);
        var company = source.Setup.Information;
        var isEuro = document.CurrencyCode is "" or "EUR" && source.Setup.Gl.LcyCode == "EUR";
        var qr = new EpcPayment(company.Address.Name, company.Iban, amount)
        {
            Bic = company.Bic,
            Text = document.No,
        };
        var discount = source.Entry?.RemainingPmtDiscPossible ?? 0m;
        return new()
        {
            Amount = amount,
            Reference = document.No,
            DiscountDate = discount != 0m ? document.PmtDiscountDate : null,
            DiscountAmount = discount != 0m ? Math.Abs(discount) : null,
            QrText = isEuro ? qr.Payload() : null,
        };
    }

    private static CompanyBlock Company(CompanyInformation company) =>
        new()
        {
            Name = company.Address.Name,
            AddressLines = AddressLines(company.Address),
            Phone = Filled(company.Phone),
            Email = Filled(company.Email),
            Website = Filled(company.Website),
            VatNo = Filled(company.VatRegistrationNo),
            RegistrationNo = Filled(company.RegistrationNo),
            Iban = Filled(company.Iban),
            Bic = Filled(company.Bic),
            BankName = Filled(company.BankName),
        };

    private static PartyBlock Party(string? no, Address address) =>
        new()
        {
            No = no,
            Name = address.Name,
            ContactName = Filled(address.Contact),
            AddressLines = AddressLines(address),
        };

    private static List<string> AddressLines(Address address) =>
        [
            .. new[]
            {
                address.Name2,
                address.Line1,
                address.Line2,
                $"{address.PostCode} {address.City}".Trim(),
                address.CountryCode,
            }.Where(line => line.Length > 0),
        ];

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}
