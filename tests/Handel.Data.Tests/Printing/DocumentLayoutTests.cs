using Handel.App.Printing;
using Xunit;
using static Handel.Data.Tests.Printing.Printer;

namespace Handel.Data.Tests.Printing;

public sealed class DocumentLayoutTests(Printer printer) : IClassFixture<Printer>
{
    [Fact]
    public async Task A_Dutch_invoice_shows_what_law_and_customer_ask_for()
    {
        var page = await printer.PrintText(Sample.Invoice("nl"));

        ShowsParties(page);
        Shows(page, "Factuur 103045", "Factuurdatum", "01-03-2026", "Vervaldatum", "31-03-2026");
        Shows(page, "Leverdatum", "23-02-2026 – 25-02-2026", "Datum vooruitbetaling", "10-02-2026");
        Shows(page, "Klantnr.", "Uw btw-nr.", "Uw KVK-nr.", "Uw referentie", "Uw ordernr.");
        Shows(page, "SH-2041 (23-02-2026)", "SH-2055 (25-02-2026)", "Ordernr.", "Verkoper");
        Shows(page, "Aantal Eenheid Prijs Korting % Btw % Bedrag EUR", "Uw artikel: DV-77");
        Shows(page, "12 stuks 49,95 10 21 539,46", "3,5 uur 92,50 21 323,75");
        Shows(page, "40 stuks 3,275 9 131,00", "Partij-/serienr.: LOT-A1, LOT-A2");
        Shows(page, "Btw-specificatie", "21 % 820,05 172,21", "124,45 11,20");
        Shows(page, "Subtotaal 994,21", "Factuurkorting -49,71", "Totaal excl. btw 944,50");
        Shows(page, "Totaal incl. btw EUR 1.127,91", "Reeds betaald -300,00");
        Shows(page, "Te betalen EUR 827,91", "Btw 183,41");
        Shows(page, "Wij verzoeken u EUR 827,91 uiterlijk 31-03-2026 te betalen.");
        Shows(page, "Bij betaling uiterlijk 10-03-2026 mag u EUR 16,56 in mindering brengen.");
        Shows(page, "Betalingskenmerk RF40103045", "Online betalen", "Scan om te betalen");
        Shows(page, "Betalingscondities 30 dagen netto", "Leveringscondities Franco huis");
        Shows(page, "Btw-nr. NL001234567B01", "KVK-nr. 34123456", "Pagina 1 van 1");
    }

    [Fact]
    public async Task An_English_invoice_shows_the_same_in_English()
    {
        var page = await printer.PrintText(Sample.Invoice("en"));

        ShowsParties(page);
        Shows(page, "Invoice 103045", "Invoice date", "1 Mar 2026", "Due date", "31 Mar 2026");
        Shows(
            page,
            "Date of supply",
            "23 Feb 2026 –",
            "25 Feb 2026",
            "10 Feb 2026",
            "Customer no."
        );
        Shows(page, "Your VAT no.", "Your reference", "Your order no.", "Salesperson", "Ship to");
        Shows(page, "12 stuks 49.95 10 21 539.46", "Your item: DV-77", "Lot/serial no.: LOT-A1");
        Shows(page, "VAT specification", "21 % 820.05 172.21", "Total incl. VAT EUR 1,127.91");
        Shows(page, "Please pay EUR 827.91 by 31 Mar 2026.", "Amount due EUR 827.91");
        Shows(page, "When paid by 10 Mar 2026 you may deduct EUR 16.56.", "Pay online");
        Shows(page, "VAT no. NL001234567B01", "CoC no. 34123456", "Page 1 of 1");
    }

    private static void ShowsParties(string page)
    {
        Shows(page, "Handel Demo B.V.", "Keizersgracht 120", "1015 CW Amsterdam", "Nederland");
        Shows(page, "+31 20 555 01 20", "verkoop@handeldemo.example", "www.handeldemo.example");
        Shows(page, "IBAN NL44 RABO 0123 4567 89", "BIC RABONL2U", "mevrouw A. de Vries");
        Shows(page, "Fietsenhuis De Vries", "Dorpsstraat 14", "3511 AB Utrecht", "C-10000");
        Shows(page, "NL009876543B01", "30987654", "Fietsenhuis De Vries, magazijn", "Havenweg 3");
        Shows(page, "PO-7781/A", "EXT-7781", "SO-1001, SO-1002", "Jan de Boer", "RF40103045");
    }

    [Theory]
    [InlineData(PrintedVatKind.ReverseCharge, "nl", "Btw verlegd naar btw-nr. NL009876543B01.")]
    [InlineData(
        PrintedVatKind.ReverseCharge,
        "en",
        "VAT reverse charged to VAT no. NL009876543B01."
    )]
    [InlineData(
        PrintedVatKind.IntraEu,
        "nl",
        "(artikel 138 btw-richtlijn). Btw-nr. afnemer: NL009876543B01."
    )]
    [InlineData(
        PrintedVatKind.IntraEu,
        "en",
        "(article 138 VAT Directive). VAT no. of the customer: NL009876543B01."
    )]
    public async Task A_zero_rate_says_why(PrintedVatKind kind, string language, string clause)
    {
        var document = Sample.Invoice(language) with
        {
            Vat =
            [
                new()
                {
                    Kind = kind,
                    Percent = 0,
                    Base = 944.50m,
                    Amount = 0,
                },
            ],
        };

        var page = await printer.PrintText(document);

        Shows(page, clause);
    }

    [Fact]
    public async Task The_ground_of_an_exemption_is_printed_as_given()
    {
        const string ground = "vrijgesteld van OB op grond van artikel 25 Wet OB";
        var document = Sample.Invoice() with
        {
            IsSelfBilled = true,
            FiscalRepresentative = new()
            {
                Name = "Fiscaal B.V.",
                AddressLines = ["Kade 1"],
                VatNo = "NL111111111B01",
            },
            Vat =
            [
                new()
                {
                    Kind = PrintedVatKind.Exempt,
                    Percent = 0,
                    Base = 944.50m,
                    Amount = 0,
                    Clause = ground,
                },
            ],
        };

        var page = await printer.PrintText(document);

        Shows(page, ground, "Vrijgesteld 944,50 0,00", "Factuur uitgereikt door afnemer");
        Shows(page, "Fiscaal vertegenwoordiger", "Fiscaal B.V.", "Btw-nr. NL111111111B01");
    }

    [Fact]
    public async Task A_foreign_currency_shows_vat_in_local_currency()
    {
        var document = Sample.Invoice() with
        {
            CurrencyCode = "USD",
            ExchangeRate = 1.08m,
            Vat =
            [
                new()
                {
                    Kind = PrintedVatKind.Normal,
                    Percent = 21,
                    Base = 820.05m,
                    Amount = 172.21m,
                    AmountLcy = 159.45m,
                },
            ],
        };

        var page = await printer.PrintText(document);

        Shows(page, "Btw in EUR", "820,05 172,21 159,45", "Wisselkoers: 1 EUR = 1,08 USD");
        Shows(page, "Totaal incl. btw USD 1.127,91");
    }

    [Fact]
    public async Task Prices_including_vat_show_the_price_without_it_too()
    {
        var line = Sample.Lines[0] with { UnitPrice = 9.99m, UnitPriceExclVat = 8.2562m };
        var document = Sample.Invoice() with { PricesIncludeVat = true, Lines = [line] };

        var page = await printer.PrintText(document);

        Shows(page, "Prijs incl. btw", "Stukprijs excl. btw 8,2562", "Subtotaal incl. btw 994,21");
    }

    [Theory]
    [InlineData("nl", "CONCEPT")]
    [InlineData("en", "DRAFT")]
    public async Task A_draft_says_so_and_has_no_link_to_pay(string language, string mark)
    {
        var document = Sample.Invoice(language) with { Status = PrintStatus.Draft, No = null };

        var printed = await printer.Print(document);

        var page = await Poppler(printed, "pdftotext", "-raw", "{file}", "-");
        Shows(page, mark);
        Assert.DoesNotContain("Online betalen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Pay online", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Scan", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paid_invoice_asks_for_nothing()
    {
        var document = Sample.Invoice() with { Payment = new() { Amount = 0 } };

        var page = await printer.PrintText(document);

        Shows(page, "Deze factuur is betaald.");
        Assert.DoesNotContain("verzoeken", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Orderbevestiging SO-1001", "Orderdatum", "Geleverd 5, nog te leveren 7")]
    [InlineData("en", "Order confirmation SO-1001", "Order date", "Shipped 5, outstanding 7")]
    public async Task An_order_confirmation_shows_what_comes_when(
        string language,
        string title,
        string date,
        string shipped
    )
    {
        var page = await printer.PrintText(Order(language));

        ShowsOrder(page);
        Shows(page, title, date, shipped);
    }

    private static void ShowsOrder(string page)
    {
        Shows(page, "EXT-7781", "PO-7781/A", "Jan de Boer", "C-10000", "1896-S", "Havenweg 3");
        Shows(page, "Franco huis", "30 dagen netto", "2026", "stuks");
        Assert.Matches(@"12[-\s](03|Mar)[-\s]2026", page);
        Assert.Matches(@"16[-\s](03|Mar)[-\s]2026", page);
        Assert.Matches(@"250[.,]00", page);
        Assert.Matches(@"1[.,]127[.,]91", page);
    }

    private static DocumentData Order(string language) =>
        Sample.Invoice(language) with
        {
            Kind = DocumentKind.SalesOrder,
            No = "SO-1001",
            Dates = new() { Order = new(2026, 2, 20), RequestedDelivery = new(2026, 3, 12) },
            Payment = null,
            Lines =
            [
                Sample.Lines[0] with
                {
                    RequestedDate = new(2026, 3, 12),
                    PromisedDate = new(2026, 3, 16),
                    QuantityShipped = 5,
                    QuantityOutstanding = 7,
                    PrepaymentAmount = 250.00m,
                },
            ],
        };

    [Fact]
    public async Task A_quote_has_a_last_day_and_room_to_sign()
    {
        var document = Order("nl") with
        {
            Kind = DocumentKind.SalesQuote,
            Version = "2",
            Dates = new() { ValidUntil = new(2026, 4, 30) },
            Lines = [Sample.Lines[0], Sample.Lines[1] with { IsOptional = true }],
            AcceptUrl = "https://shop.example/accept/1",
        };

        var page = await printer.PrintText(document);

        Shows(page, "Offerte SO-1001", "Geldig tot", "30-04-2026", "Versie", "Voor akkoord");
        Shows(page, "Optioneel, niet in het totaal", "Online accepteren", "Handtekening");
    }

    [Fact]
    public async Task A_credit_memo_names_the_invoice_that_it_mends()
    {
        var document = Sample.Invoice() with
        {
            Kind = DocumentKind.SalesCreditMemo,
            No = "CM-77",
            Payment = null,
            References = new()
            {
                Corrects = new("103045", new(2026, 3, 1)),
                Reason = "Beschadigd ontvangen",
                ReturnOrderNo = "RO-12",
            },
        };

        var page = await printer.PrintText(document);

        Shows(page, "Creditnota CM-77", "Corrigeert factuur", "103045 van 01-03-2026", "RO-12");
        Shows(page, "Beschadigd ontvangen", "NL009876543B01", "Wij verrekenen EUR 827,91");
    }

    [Fact]
    public async Task A_packing_slip_has_no_prices()
    {
        var document = Sample.Invoice() with
        {
            Kind = DocumentKind.SalesShipment,
            No = "SH-2041",
            Dates = new() { Shipment = new(2026, 2, 23) },
            Lines = [Sample.Lines[0] with { QuantityOutstanding = 7, NetWeight = 96.5m }],
            Shipping = new()
            {
                Agent = "PostNL",
                Service = "Pakket",
                TrackingNo = "3SABCD1",
                Packages = 3,
                NetWeight = 96.5m,
            },
        };

        var page = await printer.PrintText(document);

        Shows(page, "Pakbon SH-2041", "23-02-2026", "SO-1001", "PostNL, Pakket", "3SABCD1");
        Shows(page, "Aantal colli", "3", "96,5 kg", "12 stuks 7 96,5", "In goede orde ontvangen");
        Assert.DoesNotContain("49,95", page, StringComparison.Ordinal);
        Assert.DoesNotContain("539,46", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purchase_order_is_the_mirror()
    {
        var document = Order("nl") with
        {
            Kind = DocumentKind.PurchaseOrder,
            No = "PO-55",
            Dates = new() { Order = new(2026, 2, 20), RequestedReceipt = new(2026, 3, 2) },
            References = new() { Purchaser = "Els Bakker", YourReference = "Uw offerte 9" },
        };

        var page = await printer.PrintText(document);

        Shows(page, "Inkooporder PO-55", "Leveranciersnr.", "Gewenste ontvangst", "02-03-2026");
        Shows(page, "Inkoper", "Els Bakker", "Inkoopprijs", "Uw artikelnr.: DV-77");
    }
}
