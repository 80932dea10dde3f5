using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

public sealed class OrderTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static readonly object ExampleOne = new
    {
        customerNumber = "10000",
        salesOrderLines = new object[]
        {
            new
            {
                lineType = "Item",
                lineObjectNumber = "1000",
                quantity = 3,
                discountPercent = 7.5m,
            },
            new
            {
                lineType = "Item",
                lineObjectNumber = "1001",
                quantity = 10,
            },
            new { description = "Thank you" },
        },
    };

    // CV-24, A18.6 example 1: 403.11 + 79.56 = 482.67.
    [Fact]
    public async Task An_order_with_lines_is_made_in_one_call()
    {
        var order = await trade.Post("salesOrders?$expand=salesOrderLines", ExampleOne);

        Assert.Equal(403.11m, order.GetProperty("totalAmountExcludingTax").GetDecimal());
        Assert.Equal(79.56m, order.GetProperty("totalTaxAmount").GetDecimal());
        Assert.Equal(482.67m, order.GetProperty("totalAmountIncludingTax").GetDecimal());
        var lines = order.GetProperty("salesOrderLines").EnumerateArray().ToList();
        Assert.Equal(
            [10000, 20000, 30000],
            lines.Select(l => l.GetProperty("sequence").GetInt32())
        );
        Assert.Equal("Comment", lines[2].GetProperty("lineType").GetString());
        Assert.Equal(436.34m, lines[0].GetProperty("amountIncludingTax").GetDecimal());
        Assert.Equal("Draft", order.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ship_and_invoice_leads_to_the_posted_invoice_and_balanced_books()
    {
        var order = await trade.Post("salesOrders", ExampleOne);
        var answer = await trade.Client.PostAsync(
            $"{trade.Co}/salesOrders({order.GetProperty("id")})/Microsoft.NAV.shipAndInvoice",
            null
        );
        await TradeServer.Json(answer, 204);

        var invoice = await trade.Get(answer.Headers.Location!.PathAndQuery);

        Assert.Equal("Open", invoice.GetProperty("status").GetString());
        Assert.Equal(482.67m, invoice.GetProperty("remainingAmount").GetDecimal());
        Assert.Equal(order.GetProperty("number").GetString(), Text(invoice, "orderNumber"));
        await trade.Get($"salesOrders({order.GetProperty("id")})", 404);
        var no = Text(invoice, "number");
        var entries = await Rows($"generalLedgerEntries?$filter=documentNumber eq '{no}'");
        Assert.Equal(
            entries.Sum(e => e.GetProperty("debitAmount").GetDecimal()),
            entries.Sum(e => e.GetProperty("creditAmount").GetDecimal())
        );
        var open = Assert.Single(
            await Rows($"{trade.Trade}/customerLedgerEntries?$filter=documentNumber eq '{no}'")
        );
        Assert.Equal(482.67m, open.GetProperty("remainingAmountLCY").GetDecimal());
        Assert.True(open.GetProperty("open").GetBoolean());
        var again = await trade.Get($"{trade.Trade}/customerLedgerEntries({Text(open, "id")})");
        Assert.Equal(no, Text(again, "documentNumber"));
        var found = await Rows($"{trade.Trade}/navigateResults?$filter=documentNumber eq '{no}'");
        Assert.Contains(found, row => Text(row, "entitySet") == "salesInvoices");
    }

    [Fact]
    public async Task A_purchase_order_is_received_and_invoiced_the_same_way()
    {
        var order = await trade.Post(
            $"{trade.Trade}/purchaseOrders",
            new
            {
                vendorNumber = "40000",
                vendorInvoiceNumber = "V-1",
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
        var path = $"{trade.Trade}/purchaseOrders({Text(order, "id")})/Microsoft.NAV.post";

        var preview = await trade.Post(
            path.Replace("post", "previewPost"),
            new { receive = true, invoice = true },
            200
        );
        var posted = await trade.Post(path, new { receive = true, invoice = true }, 200);

        var totals = preview.GetProperty("totals");
        Assert.Equal(
            totals.GetProperty("debitAmount").GetDecimal(),
            totals.GetProperty("creditAmount").GetDecimal()
        );
        Assert.NotEmpty(preview.GetProperty("vendorLedgerEntries").EnumerateArray());
        var made = posted.GetProperty("documents").EnumerateArray().Last();
        Assert.Equal("purchaseInvoices", Text(made, "entitySet"));
        var invoice = await trade.Get($"purchaseInvoices({Text(made, "id")})");
        Assert.Equal(484m, invoice.GetProperty("totalAmountIncludingTax").GetDecimal());
        Assert.Equal("V-1", Text(invoice, "vendorInvoiceNumber"));
    }

    [Fact]
    public async Task An_invoice_keeps_its_id_when_it_is_posted_and_is_closed_for_changes()
    {
        var draft = await trade.Post("salesInvoices", new { customerNumber = "10000" });
        var id = Text(draft, "id");
        var line = await trade.Post(
            $"salesInvoices({id})/salesInvoiceLines",
            new
            {
                lineType = "Item",
                lineObjectNumber = "1001",
                quantity = 4,
            }
        );
        await trade.Patch($"salesInvoiceLines({Text(line, "id")})", new { quantity = 2 });

        await trade.Post($"salesInvoices({id})/Microsoft.NAV.post", new { }, 204);

        var invoice = await trade.Get($"salesInvoices({id})");
        Assert.Equal(9.27m, invoice.GetProperty("totalAmountIncludingTax").GetDecimal());
        Assert.NotEqual(Text(draft, "number"), Text(invoice, "number"));
        var refused = await trade.Patch($"salesInvoices({id})", new { email = "a@b.nl" }, 400);
        Assert.Contains("posted", Text(refused.GetProperty("error"), "message"));
        await trade.Post($"salesInvoices({id})/Microsoft.NAV.post", new { }, 400);
    }

    // CV-25
    [Fact]
    public async Task A_wrong_line_refuses_the_whole_order_and_says_which()
    {
        var before = (await Rows("salesOrders")).Count;
        var refused = await trade.Post(
            "salesOrders",
            new
            {
                customerNumber = "10000",
                salesOrderLines = new object[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                    },
                    new { itemId = Guid.NewGuid(), quantity = 1 },
                },
            },
            400
        );

        var error = refused.GetProperty("error");
        Assert.Equal("salesOrderLines[1].itemId", Text(error, "target"));
        Assert.Equal(before, (await Rows("salesOrders")).Count);
    }

    [Fact]
    public async Task A_customer_is_needed_and_both_names_are_told()
    {
        var refused = await trade.Post("salesOrders", new { }, 400);

        var message = Text(refused.GetProperty("error"), "message");
        Assert.Contains("customerId, customerNumber", message);
    }

    [Fact]
    public async Task The_second_writer_of_one_version_is_refused()
    {
        var order = await trade.Post("salesOrders", new { customerNumber = "10000" });
        var etag = Text(order, "@odata.etag");
        async Task<int> Write()
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Patch,
                $"{trade.Co}/salesOrders({Text(order, "id")})"
            )
            {
                Content = new StringContent(
                    """{"externalDocumentNumber":"X"}""",
                    System.Text.Encoding.UTF8,
                    "application/json"
                ),
            };
            request.Headers.TryAddWithoutValidation("If-Match", etag);
            using var client = new HttpClient { BaseAddress = trade.Client.BaseAddress };
            client.DefaultRequestHeaders.Authorization = trade
                .Client
                .DefaultRequestHeaders
                .Authorization;
            return (int)(await client.SendAsync(request)).StatusCode;
        }

        Assert.Equal(200, await Write());
        Assert.Equal(409, await Write());
    }

    [Fact]
    public async Task Release_locks_and_reopen_opens()
    {
        var order = await trade.Post($"{trade.Trade}/salesOrders", ExampleOne);
        var path = $"{trade.Trade}/salesOrders({Text(order, "id")})";

        var released = await trade.Post($"{path}/Microsoft.NAV.release", new { }, 200);
        await trade.Patch(path, new { pricesIncludeTax = true }, 400);
        var reopened = await trade.Post($"{path}/Microsoft.NAV.reopen", new { }, 200);

        Assert.Equal("Open", Text(released, "status"));
        Assert.Equal("Draft", Text(reopened, "status"));
    }

    [Fact]
    public async Task A_posted_invoice_comes_as_pdf()
    {
        var draft = await trade.Post("salesInvoices", new { customerNumber = "10000" });
        var id = Text(draft, "id");
        await trade.Post(
            $"salesInvoices({id})/salesInvoiceLines",
            new
            {
                lineType = "Item",
                lineObjectNumber = "1001",
                quantity = 4,
            }
        );
        await trade.Post($"salesInvoices({id})/Microsoft.NAV.post", new { }, 204);

        var answer = await trade.Client.GetAsync(
            $"{trade.Co}/salesInvoices({id})/pdfDocument/pdfDocumentContent"
        );

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(bytes));
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(bytes, 0, 5));
    }

    internal async Task<List<JsonElement>> Rows(string path) =>
        [.. (await trade.Get(path)).GetProperty("value").EnumerateArray()];

    private static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();
}
