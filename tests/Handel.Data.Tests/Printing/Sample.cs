using Handel.App.Printing;

namespace Handel.Data.Tests.Printing;

/// <summary>The worked invoice of the specification (WE-08, WE-13) as printed.</summary>
internal static class Sample
{
    internal static DocumentData Invoice(string language = "nl") =>
        new()
        {
            Kind = DocumentKind.SalesInvoice,
            Status = PrintStatus.Final,
            Language = language,
            No = "103045",
            DocumentDate = new(2026, 3, 1),
            Dates = new()
            {
                Due = new(2026, 3, 31),
                SupplyFrom = new(2026, 2, 23),
                SupplyTo = new(2026, 2, 25),
                Prepayment = new(2026, 2, 10),
            },
            CurrencyCode = "EUR",
            LocalCurrencyCode = "EUR",
            Company = Company,
            Addressee = Customer,
            ShipTo = new()
            {
                Name = "Fietsenhuis De Vries, magazijn",
                AddressLines = ["Havenweg 3", "3542 AD Utrecht"],
            },
            References = new()
            {
                YourReference = "PO-7781/A",
                ExternalDocumentNo = "EXT-7781",
                Salesperson = "Jan de Boer",
                OrderNos = ["SO-1001", "SO-1002"],
                Shipments = [new("SH-2041", new(2026, 2, 23)), new("SH-2055", new(2026, 2, 25))],
            },
            Lines = Lines,
            Vat = Vat,
            Totals = Totals,
            Payment = Payment,
            Terms = new()
            {
                Payment = "30 dagen netto, 2 % bij betaling binnen 10 dagen",
                Shipment = "Franco huis",
            },
            ClosingTexts = ["Op onze leveringen zijn onze voorwaarden van toepassing."],
        };

    private static readonly IReadOnlyList<PrintedVat> Vat =
    [
        new()
        {
            Kind = PrintedVatKind.Normal,
            Percent = 21,
            Base = 820.05m,
            Amount = 172.21m,
        },
        new()
        {
            Kind = PrintedVatKind.Normal,
            Percent = 9,
            Base = 124.45m,
            Amount = 11.20m,
        },
    ];

    private static readonly PrintedTotals Totals = new()
    {
        Lines = 994.21m,
        InvoiceDiscount = 49.71m,
        Net = 944.50m,
        Vat = 183.41m,
        Gross = 1127.91m,
        Prepaid = 300.00m,
        Due = 827.91m,
    };

    private static readonly PrintedPayment Payment = new()
    {
        Amount = 827.91m,
        Reference = "RF40103045",
        DiscountDate = new(2026, 3, 10),
        DiscountAmount = 16.56m,
        LinkUrl = "https://pay.example/103045",
        QrText = "BCD\n002\n1\nSCT\n\nHandel Demo B.V.\nNL44RABO0123456789\nEUR827.91",
    };

    internal static readonly CompanyBlock Company = new()
    {
        Name = "Handel Demo B.V.",
        AddressLines = ["Keizersgracht 120", "1015 CW Amsterdam", "Nederland"],
        Phone = "+31 20 555 01 20",
        Email = "verkoop@handeldemo.example",
        Website = "www.handeldemo.example",
        VatNo = "NL001234567B01",
        RegistrationNo = "34123456",
        Iban = "NL44 RABO 0123 4567 89",
        Bic = "RABONL2U",
    };

    internal static readonly PartyBlock Customer = new()
    {
        No = "C-10000",
        Name = "Fietsenhuis De Vries",
        ContactName = "mevrouw A. de Vries",
        AddressLines = ["Dorpsstraat 14", "3511 AB Utrecht"],
        VatNo = "NL009876543B01",
        RegistrationNo = "30987654",
    };

    internal static readonly IReadOnlyList<PrintedLine> Lines =
    [
        new()
        {
            No = "1896-S",
            ReferenceNo = "DV-77",
            Description = "Racefiets Tour 28 inch",
            Quantity = 12,
            Unit = "stuks",
            UnitPrice = 49.95m,
            DiscountPercent = 10,
            VatPercent = 21,
            Amount = 539.46m,
        },
        new()
        {
            No = "UUR",
            Description = "Montage op locatie",
            ExtendedTexts = ["Inclusief voorrijkosten en afvoer van de verpakking."],
            Quantity = 3.5m,
            Unit = "uur",
            UnitPrice = 92.50m,
            VatPercent = 21,
            Amount = 323.75m,
        },
        new() { Description = "Met dank voor de prettige samenwerking." },
        new()
        {
            No = "BK-9",
            Description = "Handleiding, gedrukt",
            Quantity = 40,
            Unit = "stuks",
            UnitPrice = 3.275m,
            VatPercent = 9,
            Amount = 131.00m,
            TrackingNos = ["LOT-A1", "LOT-A2"],
        },
    ];

    /// <summary>An invoice of so many lines of 12.50, numbered from 1.</summary>
    internal static DocumentData LongInvoice(int lines, string language = "nl") =>
        Invoice(language) with
        {
            Lines =
            [
                .. Enumerable
                    .Range(1, lines)
                    .Select(no => new PrintedLine
                    {
                        No = FormattableString.Invariant($"ITEM-{no:000}"),
                        Description = "Kettingkast, zwart",
                        Quantity = 1,
                        Unit = "stuks",
                        UnitPrice = 12.50m,
                        VatPercent = 21,
                        Amount = 12.50m,
                    }),
            ],
        };
}
