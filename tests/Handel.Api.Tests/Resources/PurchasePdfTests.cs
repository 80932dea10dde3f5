using System.Net;
using System.Text.Json;
using Handel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>API-PDF-1 and flows 12.2 for what we send to vendors and receive from them.</summary>
public sealed class PurchasePdfTests(TradeServer trade) : IClassFixture<TradeServer>
{
    [Theory]
    [InlineData("nl", "Inkooporder", "Afleveradres", "Uw artikelnr.: V-77", "Inkoopprijs")]
    [InlineData("en", "Purchase order", "Ship to", "Your item no.: V-77", "Unit cost")]
    public async Task A_purchase_order_asks_for_goods_at_our_address(
        string language,
        string title,
        string shipTo,
        string vendorItem,
        string price
    )
    {
        await OwnAddress();
        var order = await Order(language);
        foreach (var route in (string[])[trade.Trade, trade.Co])
        {
            var text = await Pdf($"{route}/purchaseOrders({Text(order, "id")})");

            Shows(text, $"{title} {Text(order, "number")}", shipTo, vendorItem, price);
            Shows(text, "De Vries", "Kade 7", "3011 AA Rotterdam", "400", "484");
            Assert.DoesNotContain("Jansen", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_item_number_of_another_vendor_is_not_printed()
    {
        var order = await Order("en");
        await ChangeItem(item => item.VendorNo = "49999");

        var text = await Pdf($"{trade.Trade}/purchaseOrders({Text(order, "id")})");
        await ChangeItem(item => item.VendorNo = "");

        Assert.DoesNotContain("V-77", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_row_of_a_pdf_is_the_same_on_both_routes()
    {
        var order = await Order("en");
        var id = Text(order, "id");

        foreach (var route in (string[])[trade.Trade, trade.Co])
        {
            var row = await trade.Get($"{route}/purchaseOrders({id})/pdfDocument");
            Assert.Equal(id, Text(row, "id"));
            Assert.Equal("Purchase Order", Text(row, "parentType").Replace("_x0020_", " "));
            var expanded = await trade.Get($"{route}/purchaseOrders({id})?$expand=pdfDocument");
            Assert.Equal(id, Text(expanded.GetProperty("pdfDocument"), "id"));
        }
        var sale = await trade.Post("salesOrders", new { customerNumber = "10000" });
        var saleText = await Pdf($"{trade.Trade}/salesOrders({Text(sale, "id")})");
        Shows(saleText, Text(sale, "number"), "Jansen");
    }

    [Fact]
    public async Task A_posted_receipt_and_a_posted_invoice_have_pages_of_their_own()
    {
        var order = await Order("en");
        var posted = await trade.Post(
            $"{trade.Trade}/purchaseOrders({Text(order, "id")})/Microsoft.NAV.post",
            new { receive = true, invoice = true },
            200
        );
        var made = posted.GetProperty("documents").EnumerateArray().ToList();
        var receipt = made.Single(one => Text(one, "entitySet") == "purchaseReceipts");
        var invoice = made.Single(one => Text(one, "entitySet") == "purchaseInvoices");

        var received = await Pdf($"{trade.Co}/purchaseReceipts({Text(receipt, "id")})");
        var invoiced = await Pdf($"{trade.Co}/purchaseInvoices({Text(invoice, "id")})");
        var onTrade = await Pdf($"{trade.Trade}/purchaseInvoices({Text(invoice, "id")})");

        Shows(received, $"Purchase receipt {Text(receipt, "number")}", "De Vries", "Receipt date");
        Shows(received, Text(order, "number"), "Item 1000", "5");
        Assert.DoesNotContain("80.00", received, StringComparison.Ordinal);
        Shows(invoiced, $"Purchase invoice {Text(invoice, "number")}", "400.00", "484.00");
        Shows(invoiced, Text(order, "vendorInvoiceNumber"), Text(receipt, "number"), "Due date");
        Shows(onTrade, $"Purchase invoice {Text(invoice, "number")}", "484.00");
        await using var db = await Open();
        var id = invoice.GetProperty("id").GetGuid();
        Assert.Equal(2, (await db.Documents.SingleAsync(d => d.Id == id)).NoPrinted);
    }

    [Fact]
    public async Task A_posted_purchase_credit_memo_names_the_invoice_that_it_mends()
    {
        var invoice = await Posted("purchaseInvoices", new { vendorInvoiceNumber = Unique() });
        var memo = await Posted(
            "purchaseCreditMemos",
            new { vendorCreditMemoNumber = Unique() },
            await trade.Get($"purchaseInvoices({invoice})")
        );

        var text = await Pdf($"{trade.Co}/purchaseCreditMemos({memo})");

        Shows(text, "Inkoopcreditnota", "De Vries");
    }

    [Theory]
    [InlineData("purchaseInvoices")]
    [InlineData("purchaseCreditMemos")]
    public async Task A_draft_of_what_a_vendor_sends_has_no_page(string set)
    {
        var draft = await trade.Post(set, new { vendorNumber = "40000" });

        var answer = await trade.Client.GetAsync(Url($"{trade.Co}/{set}({Text(draft, "id")})"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Unique() => Guid.NewGuid().ToString("N")[..12];

    private async Task<JsonElement> Order(string language)
    {
        await ChangeItem(item => item.VendorItemNo = "V-77");
        return await trade.Post(
            $"{trade.Trade}/purchaseOrders",
            new
            {
                vendorNumber = "40000",
                vendorInvoiceNumber = Unique(),
                languageCode = language,
                purchaseOrderLines = new object[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 5,
                        directUnitCost = 80m,
                    },
                },
            }
        );
    }

    private async Task<string> Posted(string set, object header, JsonElement? applies = null)
    {
        var draft = await trade.Post(set, new { vendorNumber = "40000" });
        var id = Text(draft, "id");
        await trade.Patch($"{set}({id})", header);
        if (applies is { } invoice)
            await trade.Patch($"{set}({id})", new { invoiceNumber = Text(invoice, "number") });
        await trade.Post(
            $"{set}({id})/{set[..^1]}Lines",
            new
            {
                lineType = "Item",
                lineObjectNumber = "1001",
                quantity = 2,
                unitCost = 3m,
            }
        );
        await trade.Post($"{set}({id})/Microsoft.NAV.post", new { }, 204);
        return id;
    }

    private async Task OwnAddress()
    {
        var own = (await trade.Get("companyInformation")).GetProperty("value")[0];
        await trade.Patch(
            $"companyInformation({Text(own, "id")})",
            new
            {
                addressLine1 = "Kade 7",
                city = "Rotterdam",
                postalCode = "3011 AA",
            }
        );
    }

    private async Task ChangeItem(Action<Handel.Ledgers.Inventory.Item> change)
    {
        await using var db = await Open();
        change(await db.Items.AsTracking().SingleAsync(item => item.No == "1000"));
        await db.SaveChangesAsync();
    }

    private async Task<HandelDbContext> Open()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        await using var companies = database.Open(0);
        var company = await companies.Companies.SingleAsync(c => c.Id == trade.CompanyId);
        return database.Open(company.CompanyNo);
    }

    private Task<string> Pdf(string document) => trade.Pdf(document);

    private static string Url(string document) => PrintedPages.Url(document);

    private static void Shows(string text, params string[] wanted) =>
        Assert.All(wanted, word => Assert.Contains(word, text, StringComparison.Ordinal));

    private static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();
}
