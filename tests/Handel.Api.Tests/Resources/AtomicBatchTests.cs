using System.Text.Json;
using Handel.App.Companies;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>A11: what is in one group is done together, documents and postings too.</summary>
public sealed class AtomicBatchTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const string Any = "\"headers\":{\"If-Match\":\"*\"},";
    private const string Wrong = "{\"foo\":1}";

    // CV-27
    [Fact]
    public async Task CV27_a_snapshot_batch_undoes_the_changes_of_documents()
    {
        var order = await Order();

        var answers = await trade.Batch(
            $$"""
            {"id":"1","method":"PATCH","url":"{co}/salesOrders({{order.Id}})",{{Any}}
             "body":{"externalDocumentNumber":"FIRST"} },
            {"id":"2","method":"PATCH","url":"{co}/salesOrderLines({{order.LineId}})",{{Any}}
             "body":{"quantity":9} },
            {"id":"3","method":"PATCH","url":"{co}/salesOrders({{order.Id}})",{{Any}}
             "body":{{Wrong}} }
            """,
            ("Isolation", "snapshot")
        );

        Assert.Equal([200, 200, 400], Statuses(answers));
        Assert.Equal("FIRST", Text(answers[0].GetProperty("body"), "externalDocumentNumber"));
        var after = await trade.Get($"salesOrders({order.Id})?$expand=salesOrderLines");
        Assert.Equal("", Text(after, "externalDocumentNumber"));
        var line = Assert.Single(after.GetProperty("salesOrderLines").EnumerateArray());
        Assert.Equal(3m, line.GetProperty("quantity").GetDecimal());
        Assert.Equal(order.Tag, Text(after, "@odata.etag"));
    }

    [Fact]
    public async Task A_group_makes_a_document_with_its_lines_and_posts_it()
    {
        var answers = await trade.Batch(
            """
            {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
             "body":{"customerNumber":"10000"}},
            {"id":"2","atomicityGroup":"g","method":"POST","url":"$1/salesInvoiceLines",
             "body":{"lineType":"Item","lineObjectNumber":"1001","quantity":4}},
            {"id":"3","atomicityGroup":"g","method":"POST","url":"$1/Microsoft.NAV.post"}
            """
        );

        Assert.Equal([201, 201, 204], Statuses(answers));
        var invoice = await trade.Get($"salesInvoices({IdIn(answers[0])})");
        Assert.Equal("Open", Text(invoice, "status"));
        Assert.Equal(18.53m, invoice.GetProperty("totalAmountIncludingTax").GetDecimal());
        Assert.NotEmpty(await Entries(Text(invoice, "number")));
    }

    [Fact]
    public async Task A_failed_group_leaves_no_document_no_number_and_no_entry()
    {
        var lastBefore = await Post(await Invoice());

        var answers = await trade.Batch(
            $$"""
            {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
             "body":{"customerNumber":"10000"} },
            {"id":"2","atomicityGroup":"g","method":"POST","url":"$1/salesInvoiceLines",
             "body":{"lineType":"Item","lineObjectNumber":"1001","quantity":4} },
            {"id":"3","atomicityGroup":"g","method":"POST","url":"$1/Microsoft.NAV.post"},
            {"id":"4","atomicityGroup":"g","method":"POST","url":"{co}/salesOrders",
             "body":{{Wrong}} }
            """
        );
        var lastAfter = await Post(await Invoice());

        Assert.Equal([424, 424, 424, 400], Statuses(answers));
        Assert.Equal(Number(lastBefore) + 1, Number(lastAfter));
        var drafts = await Rows("salesInvoices?$filter=status eq 'Draft'");
        Assert.Empty(drafts);
    }

    [Fact]
    public async Task The_number_of_a_document_that_was_undone_is_given_again()
    {
        var before = await Order();

        await trade.Batch(
            $$"""
            {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/salesOrders",
             "body":{"customerNumber":"10000"} },
            {"id":"2","atomicityGroup":"g","method":"POST","url":"{co}/salesOrders",
             "body":{{Wrong}} }
            """
        );

        Assert.Equal(Number(before.Number) + 1, Number((await Order()).Number));
    }

    [Fact]
    public async Task A_failed_group_undoes_what_was_posted_released_and_deleted()
    {
        var (posted, released, deleted) = (await Order(), await Order(), await Order());
        var entries = (await Rows("generalLedgerEntries?$select=entryNumber")).Count;

        var answers = await trade.Batch(
            $$"""
            {"id":"1","atomicityGroup":"g","method":"POST",
             "url":"{co}/salesOrders({{posted.Id}})/Microsoft.NAV.shipAndInvoice"},
            {"id":"2","atomicityGroup":"g","method":"POST",
             "url":"{co}/salesOrders({{released.Id}})/Microsoft.NAV.release"},
            {"id":"3","atomicityGroup":"g","method":"DELETE",
             "url":"{co}/salesOrders({{deleted.Id}})"},
            {"id":"4","atomicityGroup":"g","method":"POST","url":"{co}/paymentMethods",
             "body":{{Wrong}} }
            """
        );

        Assert.Equal([424, 424, 424, 400], Statuses(answers));
        foreach (var order in (DraftOrder[])[posted, released, deleted])
        {
            var after = await trade.Get($"salesOrders({order.Id})");
            Assert.Equal("Draft", Text(after, "status"));
            Assert.Equal(order.Tag, Text(after, "@odata.etag"));
        }
        Assert.Equal(entries, (await Rows("generalLedgerEntries?$select=entryNumber")).Count);
    }

    [Fact]
    public async Task A_refused_posting_undoes_its_group()
    {
        var answers = await trade.Batch(
            """
            {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
             "body":{"customerNumber":"10000","externalDocumentNumber":"EMPTY"}},
            {"id":"2","atomicityGroup":"g","method":"POST","url":"$1/Microsoft.NAV.post"}
            """
        );

        Assert.Equal([424, 400], Statuses(answers));
        Assert.Empty(await Rows("salesInvoices?$filter=externalDocumentNumber eq 'EMPTY'"));
    }

    [Fact]
    public async Task A_group_adjusts_stock_or_does_not()
    {
        var item = Assert.Single(await Rows("items?$filter=number eq '1000'"));
        var before = item.GetProperty("inventory").GetDecimal();
        string Requests(string last) =>
            $$"""
                {"id":"1","atomicityGroup":"g","method":"PATCH","url":"{co}/items({{Text(
                    item,
                    "id"
                )}})",
                 {{Any}}"body":{"inventory":{{before + 7m}},"displayName":"Adjusted"} },
                {"id":"2","atomicityGroup":"g","method":"POST","url":"{co}/paymentMethods",
                 "body":{{last}} }
                """;

        var undone = await trade.Batch(Requests(Wrong));
        var between = await trade.Get($"items({Text(item, "id")})");
        var done = await trade.Batch(Requests("{\"code\":\"ADJ\"}"));
        var after = await trade.Get($"items({Text(item, "id")})");

        Assert.Equal([424, 400], Statuses(undone));
        Assert.Equal(before, between.GetProperty("inventory").GetDecimal());
        Assert.Equal(Text(item, "displayName"), Text(between, "displayName"));
        Assert.Equal([200, 201], Statuses(done));
        Assert.Equal(before + 7m, after.GetProperty("inventory").GetDecimal());
    }

    [Fact]
    public async Task A_preview_in_a_group_sees_what_the_group_made()
    {
        var answers = await trade.Batch(
            """
            {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
             "body":{"customerNumber":"10000"}},
            {"id":"2","atomicityGroup":"g","method":"POST","url":"$1/salesInvoiceLines",
             "body":{"lineType":"Item","lineObjectNumber":"1001","quantity":4}},
            {"id":"3","atomicityGroup":"g","method":"POST","url":"$1/Microsoft.NAV.previewPost"},
            {"id":"4","atomicityGroup":"g","method":"DELETE","url":"$1"}
            """
        );

        Assert.Equal([201, 201, 200, 204], Statuses(answers));
        var preview = answers[2].GetProperty("body");
        Assert.NotEmpty(preview.GetProperty("generalLedgerEntries").EnumerateArray());
    }

    [Fact]
    public async Task Setup_that_was_undone_is_not_remembered()
    {
        var terms = Assert.Single(await Rows("paymentTerms?$filter=code eq '14D'"));
        var id = Text(terms, "id");
        await trade.Batch(
            $$"""
            {"id":"1","atomicityGroup":"g","method":"PATCH","url":"{co}/paymentTerms({{id}})",
             {{Any}}"body":{"dueDateCalculation":"90D"} },
            {"id":"2","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
             "body":{"customerNumber":"10000","invoiceDate":"2026-03-02",
                     "paymentTermsId":"{{id}}" } },
            {"id":"3","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
             "body":{{Wrong}} }
            """
        );

        await trade.Patch($"paymentTerms({id})", new { displayName = "Fourteen days" });
        var invoice = await trade.Post(
            "salesInvoices",
            new
            {
                customerNumber = "10000",
                invoiceDate = "2026-03-02",
                paymentTermsId = id,
            }
        );
        await trade.Delete($"salesInvoices({Text(invoice, "id")})");

        Assert.Equal("2026-03-16", Text(invoice, "dueDate"));
    }

    [Fact]
    public async Task Groups_that_write_the_same_documents_in_another_order_all_end()
    {
        var (one, other) = (await Order(), await Order());
        string Requests(DraftOrder first, DraftOrder second) =>
            $$"""
                {"id":"1","atomicityGroup":"g","method":"PATCH",
                 "url":"{co}/salesOrders({{first.Id}})",
                 {{Any}}"body":{"externalDocumentNumber":"A"} },
                {"id":"2","atomicityGroup":"g","method":"PATCH",
                 "url":"{co}/salesOrders({{second.Id}})",
                 {{Any}}"body":{"externalDocumentNumber":"B"} }
                """;
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(at =>
                    trade.Batch(at % 2 == 0 ? Requests(one, other) : Requests(other, one))
                )
        );

        Assert.All(all, answers => Assert.Equal([200, 200], Statuses(answers)));
        // The database would find a circle after a second, and end one of the two.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Postings_of_others_go_on_while_groups_post()
    {
        var invoices = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Invoice()));
        var groups = Enumerable
            .Range(0, 6)
            .Select(_ =>
                trade.Batch(
                    """
                    {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
                     "body":{"customerNumber":"10000"}},
                    {"id":"2","atomicityGroup":"g","method":"POST","url":"$1/salesInvoiceLines",
                     "body":{"lineType":"Item","lineObjectNumber":"1001","quantity":1}},
                    {"id":"3","atomicityGroup":"g","method":"POST","url":"$1/Microsoft.NAV.post"}
                    """
                )
            )
            .ToList();

        var numbers = (await Task.WhenAll(invoices.Select(Post))).Select(Number).ToList();
        foreach (var answers in await Task.WhenAll(groups))
        {
            Assert.Equal([201, 201, 204], Statuses(answers));
            var invoice = await trade.Get($"salesInvoices({IdIn(answers[0])})");
            numbers.Add(Number(Text(invoice, "number")));
        }

        var first = numbers.Min();
        Assert.Equal(Enumerable.Range(0, 12).Select(at => first + at), numbers.Order());
    }

    [Fact]
    public async Task A_group_belongs_to_one_company()
    {
        var create = trade.Server.Services.GetRequiredService<CreateCompany>();
        var other = await create.Run("Second BV", "nl", TestContext.Current.CancellationToken);

        var body = $$"""
            {"requests":[
              {"id":"1","atomicityGroup":"g","method":"POST",
               "url":"companies({{trade.CompanyId}})/paymentMethods","body":{"code":"ONE"} },
              {"id":"2","atomicityGroup":"g","method":"POST",
               "url":"companies({{other!.Id}})/paymentMethods","body":{"code":"TWO"} }] }
            """;
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var refused = await TradeServer.Json(
            await trade.Client.PostAsync("/api/v2.0/$batch", content),
            400
        );

        Assert.Contains("company", Text(refused.GetProperty("error"), "message"));
        Assert.Empty(await Rows("paymentMethods?$filter=code eq 'ONE'"));
    }

    private sealed record DraftOrder(string Id, string Number, string Tag, string LineId);

    private async Task<DraftOrder> Order()
    {
        var order = await trade.Post(
            "salesOrders?$expand=salesOrderLines",
            new
            {
                customerNumber = "10000",
                salesOrderLines = new object[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1001",
                        quantity = 3,
                    },
                },
            }
        );
        var line = order.GetProperty("salesOrderLines")[0];
        return new(
            Text(order, "id"),
            Text(order, "number"),
            Text(order, "@odata.etag"),
            Text(line, "id")
        );
    }

    private async Task<string> Invoice()
    {
        var line = new
        {
            lineType = "Item",
            lineObjectNumber = "1001",
            quantity = 1,
        };
        var draft = await trade.Post(
            "salesInvoices",
            new { customerNumber = "10000", salesInvoiceLines = new[] { line } }
        );
        return Text(draft, "id");
    }

    /// <summary>The number that the posted invoice got.</summary>
    private async Task<string> Post(string id)
    {
        await trade.Post($"salesInvoices({id})/Microsoft.NAV.post", new { }, 204);
        return Text(await trade.Get($"salesInvoices({id})"), "number");
    }

    private Task<List<JsonElement>> Entries(string documentNumber) =>
        Rows($"generalLedgerEntries?$filter=documentNumber eq '{documentNumber}'");

    private async Task<List<JsonElement>> Rows(string path) =>
        [.. (await trade.Get(path)).GetProperty("value").EnumerateArray()];

    private static IEnumerable<int> Statuses(List<JsonElement> answers) =>
        answers.Select(answer => answer.GetProperty("status").GetInt32());

    private static string IdIn(JsonElement answer) => Text(answer.GetProperty("body"), "id");

    private static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();

    private static int Number(string documentNo) =>
        int.Parse(
            string.Concat(documentNo.Where(char.IsAsciiDigit)),
            System.Globalization.CultureInfo.InvariantCulture
        );
}
