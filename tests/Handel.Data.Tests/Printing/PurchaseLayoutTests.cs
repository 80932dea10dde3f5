using Handel.App.Printing;
using Xunit;
using static Handel.Data.Tests.Printing.Printer;

namespace Handel.Data.Tests.Printing;

public sealed class PurchaseLayoutTests(Printer printer) : IClassFixture<Printer>
{
    [Theory]
    [InlineData(
        "nl",
        DocumentKind.PurchaseInvoice,
        "Inkoopfactuur PO-55",
        "Documentnr. leverancier"
    )]
    [InlineData("en", DocumentKind.PurchaseInvoice, "Purchase invoice PO-55", "Receipt REC-9")]
    [InlineData(
        "nl",
        DocumentKind.PurchaseCreditMemo,
        "Inkoopcreditnota PO-55",
        "Corrigeert factuur"
    )]
    [InlineData("en", DocumentKind.PurchaseCreditMemo, "Purchase credit memo PO-55", "103045")]
    public async Task What_a_vendor_charges_is_printed_for_our_file(
        string language,
        DocumentKind kind,
        string title,
        string fact
    )
    {
        var document = Sample.Invoice(language) with
        {
            Kind = kind,
            No = "PO-55",
            Payment = null,
            References = new()
            {
                ExternalDocumentNo = "V-2026-1",
                Purchaser = "Els Bakker",
                Corrects = kind == DocumentKind.PurchaseCreditMemo ? new("103045") : null,
                Shipments = [new("REC-9")],
            },
        };

        var page = await printer.PrintText(document);

        Shows(page, title, "V-2026-1", "Els Bakker", "DV-77");
        Assert.Contains(Squeeze(fact).Split(' ')[0], page, StringComparison.Ordinal);
        Assert.DoesNotContain("Scan", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Inkoopontvangst REC-9", "Ontvangstdatum", "Leveranciersnr.")]
    [InlineData("en", "Purchase receipt REC-9", "Receipt date", "Vendor no.")]
    public async Task A_receipt_has_no_prices(
        string language,
        string title,
        string date,
        string vendor
    )
    {
        var document = Sample.Invoice(language) with
        {
            Kind = DocumentKind.PurchaseReceipt,
            No = "REC-9",
            Dates = new() { Shipment = new(2026, 2, 23) },
        };

        var page = await printer.PrintText(document);

        Shows(page, title, date, vendor, "DV-77", "12 stuks");
        Assert.DoesNotContain("49,95", page, StringComparison.Ordinal);
        Assert.DoesNotContain("539", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reversed_vat_of_a_purchase_names_our_own_number()
    {
        var document = Sample.Invoice("en") with
        {
            Kind = DocumentKind.PurchaseOrder,
            Vat =
            [
                new()
                {
                    Kind = PrintedVatKind.ReverseCharge,
                    Percent = 0,
                    Base = 944.50m,
                    Amount = 0,
                },
            ],
        };

        var page = await printer.PrintText(document);

        Shows(page, "VAT reverse charged to VAT no. NL001234567B01.");
    }

    [Theory]
    [InlineData(DocumentKind.SalesOrder)]
    [InlineData(DocumentKind.PurchaseOrder)]
    [InlineData(DocumentKind.PurchaseReceipt)]
    public async Task A_document_without_lines_is_a_page_too(DocumentKind kind)
    {
        var page = await printer.PrintText(Sample.Invoice() with { Kind = kind, Lines = [] });

        Shows(page, "103045");
    }
}
