using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.App.Answers;
using Handel.App.Companies;
using Handel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>API-V-5, API-X0-8, INV-55: a request with a key is done once.</summary>
public sealed class IdempotencyTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const string Line = """{"lineType":"Item","lineObjectNumber":"1001","quantity":2}""";

    [Fact]
    public async Task The_same_request_gets_the_same_answer_and_makes_one_order()
    {
        var key = NewKey();
        var number = $"ONCE-{key[..8]}";
        var body = $$"""{"customerNumber":"10000","externalDocumentNumber":"{{number}}"}""";

        var first = await Send(key, "salesOrders", body);
        var again = await Send(key, "salesOrders", body);

        Assert.Equal((201, 201), (first.Status, again.Status));
        Assert.Equal(first.Body, again.Body);
        Assert.Equal(first.Location, again.Location);
        Assert.Equal(first.Tag, again.Tag);
        Assert.Equal(first.ContentType, again.ContentType);
        Assert.False(first.IsReplayed);
        Assert.True(again.IsReplayed);
        Assert.Single(await Rows($"salesOrders?$filter=externalDocumentNumber eq '{number}'"));
    }

    [Fact]
    public async Task A_key_with_another_body_or_address_is_refused()
    {
        var key = NewKey();
        await Send(key, "salesOrders", """{"customerNumber":"10000"}""");

        var body = await Send(
            key,
            "salesOrders",
            """{"customerNumber":"10000","email":"a@b.nl"}"""
        );
        var address = await Send(key, "salesInvoices", """{"customerNumber":"10000"}""");

        foreach (var refused in (Reply[])[body, address])
        {
            Assert.Equal(409, refused.Status);
            var error = JsonDocument.Parse(refused.Body).RootElement.GetProperty("error");
            Assert.Equal("Request_IdempotencyKeyReused", Text(error, "code"));
        }
    }

    [Fact]
    public async Task Requests_at_the_same_time_make_one_order()
    {
        var key = NewKey();
        var number = $"MANY-{key[..8]}";
        var body = $$"""{"customerNumber":"10000","externalDocumentNumber":"{{number}}"}""";

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Send(key, "salesOrders", body))
        );

        Assert.All(replies, reply => Assert.Equal(201, reply.Status));
        Assert.Single(replies.Select(reply => reply.Body).Distinct());
        Assert.Single(replies, reply => !reply.IsReplayed);
        Assert.Single(await Rows($"salesOrders?$filter=externalDocumentNumber eq '{number}'"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_is_posted_once_even_when_the_answer_was_not_kept(bool isLost)
    {
        var (key, order) = (NewKey(), await Order());
        var path = $"salesOrders({order})/Microsoft.NAV.shipAndInvoice";

        var first = await Send(key, path);
        if (isLost)
            await Forget(key);
        var again = await Send(key, path);

        Assert.Equal((204, 204), (first.Status, again.Status));
        Assert.Equal(first.Location, again.Location);
        Assert.Equal(!isLost, again.IsReplayed);
        var invoice = await trade.Get(new Uri(first.Location).PathAndQuery);
        var no = Text(invoice, "orderNumber");
        Assert.Single(await Rows($"salesInvoices?$filter=orderNumber eq '{no}'"));
        Assert.Single(await Rows($"salesShipments?$filter=orderNumber eq '{no}'"));
    }

    [Fact]
    public async Task A_partly_posted_order_is_posted_once_when_the_answer_was_not_kept()
    {
        var (key, order) = (NewKey(), await Order());
        var path = $"{trade.Trade}/salesOrders({order})/Microsoft.NAV.post";
        const string Ship = """{"ship":true,"invoice":false}""";

        var first = await Send(key, path, Ship);
        await Forget(key);
        var again = await Send(key, path, Ship);
        var other = await Send(NewKey(), path, """{"ship":false,"invoice":true}""");

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Equal(first.Body, again.Body);
        Assert.Equal(200, other.Status);
        Assert.Contains("salesInvoices", other.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_is_posted_once_when_the_answer_was_not_kept()
    {
        var draft = await trade.Post("salesInvoices", new { customerNumber = "10000" });
        var id = Text(draft, "id");
        await Send(NewKey(), $"salesInvoices({id})/salesInvoiceLines", Line);
        var (key, path) = (NewKey(), $"salesInvoices({id})/Microsoft.NAV.post");

        var first = await Send(key, path);
        await Forget(key);
        var again = await Send(key, path);

        Assert.Equal((204, 204), (first.Status, again.Status));
        Assert.Equal(first.Location, again.Location);
    }

    [Fact]
    public async Task A_refusal_leaves_the_key_free()
    {
        var key = NewKey();

        var refused = await Send(key, "salesOrders", """{"customerNumber":"NONE"}""");
        var done = await Send(key, "salesOrders", """{"customerNumber":"10000"}""");

        Assert.Equal((400, 201), (refused.Status, done.Status));
        Assert.False(done.IsReplayed);
    }

    [Fact]
    public async Task Companies_and_users_have_keys_of_their_own()
    {
        var create = trade.Server.Services.GetRequiredService<CreateCompany>();
        var other = await create.Run("Keys BV", "nl", TestContext.Current.CancellationToken);
        var (key, body) = (NewKey(), """{"code":"KEY1","displayName":"One"}""");

        var here = await Send(key, "paymentMethods", body);
        var there = await Send(key, $"/api/v2.0/companies({other!.Id})/paymentMethods", body);
        var (name, password) = await trade.Server.AddUser("administrator");
        var own = await Keyed(name, password, key);

        Assert.Equal((201, 201), (here.Status, there.Status));
        Assert.False(there.IsReplayed);
        // The code is taken, so the request was carried out and not repeated.
        Assert.Equal(409, own);
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_day_and_its_answer_is_swept_away()
    {
        var (old, fresh) = (NewKey(), NewKey());
        var body = """{"customerNumber":"10000"}""";
        var first = await Send(old, "salesOrders", body);
        await Send(fresh, "salesOrders", body);
        await using var db = await Open();
        await Age(old, TimeSpan.FromHours(24.1));
        await Age(fresh, TimeSpan.FromHours(23.9));

        var sweep = new AnswerSweep(
            trade.Server.Services.GetRequiredService<HandelDatabase>(),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<AnswerSweep>.Instance
        );
        await sweep.Sweep(TestContext.Current.CancellationToken);
        var left = await db.KeptAnswers.Select(a => a.IdempotencyKey).ToListAsync();
        var third = await Send(fresh, "salesOrders", body);
        await Age(fresh, TimeSpan.FromHours(24.1));
        var fourth = await Send(fresh, "salesOrders", body);

        Assert.DoesNotContain(old, left);
        Assert.Contains(fresh, left);
        Assert.True(third.IsReplayed);
        Assert.False(fourth.IsReplayed);
        Assert.NotEqual(third.Location, fourth.Location);
        Assert.NotEqual(first.Location, fourth.Location);
    }

    [Theory]
    [InlineData(128, 201)]
    [InlineData(129, 400)]
    public async Task A_key_has_at_most_128_characters(int length, int status)
    {
        var key = NewKey().PadRight(length, 'x');

        var reply = await Send(key, "salesOrders", """{"customerNumber":"10000"}""");

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task A_batch_that_is_sent_again_does_what_was_not_done()
    {
        var (key, number) = (NewKey(), NewKey()[..8]);
        string Requests(string second) =>
            $$"""
                {"id":"1","method":"POST","url":"{co}/salesOrders",
                 "body":{"customerNumber":"10000","externalDocumentNumber":"{{number}}"} },
                {"id":"2","method":"POST","url":"{co}/paymentMethods","body":{{second}} }
                """;
        var code = number[..4];

        var first = await trade.Batch(Requests("{\"foo\":1}"), ("Idempotency-Key", key));
        var again = await trade.Batch(
            Requests($"{{\"code\":\"{code}\"}}"),
            ("Idempotency-Key", key)
        );

        Assert.Equal([201, 400], first.Select(Status));
        Assert.Equal([201, 201], again.Select(Status));
        Assert.Equal(
            Text(first[0].GetProperty("body"), "id"),
            Text(again[0].GetProperty("body"), "id")
        );
        Assert.Single(await Rows($"salesOrders?$filter=externalDocumentNumber eq '{number}'"));
    }

    [Fact]
    public async Task A_group_that_is_sent_again_is_done_once_and_posts_once()
    {
        var key = NewKey();
        const string Requests = """
            {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/salesInvoices",
             "body":{"customerNumber":"10000"}},
            {"id":"2","atomicityGroup":"g","method":"POST","url":"$1/salesInvoiceLines",
             "body":{"lineType":"Item","lineObjectNumber":"1001","quantity":4}},
            {"id":"3","atomicityGroup":"g","method":"POST","url":"$1/Microsoft.NAV.post"}
            """;
        var before = (await Rows("salesInvoices?$select=id")).Count;

        var first = await trade.Batch(Requests, ("Idempotency-Key", key));
        var again = await trade.Batch(Requests, ("Idempotency-Key", key));

        Assert.Equal([201, 201, 204], first.Select(Status));
        Assert.Equal([201, 201, 204], again.Select(Status));
        Assert.Equal(before + 1, (await Rows("salesInvoices?$select=id")).Count);
    }

    [Fact]
    public async Task A_request_without_a_key_keeps_nothing()
    {
        await using var db = await Open();
        var before = await db.KeptAnswers.CountAsync();

        await trade.Post("salesOrders", new { customerNumber = "10000" });

        Assert.Equal(before, await db.KeptAnswers.CountAsync());
    }

    [Theory]
    [InlineData(false, 201, 3)]
    [InlineData(true, 204, 0)]
    public void Of_a_very_large_answer_only_the_address_is_kept(
        bool isTooLarge,
        int status,
        int length
    )
    {
        var answer = new OnceAnswer(201, "application/json", [1, 2, 3])
        {
            Headers = [("Location", "https://x/orders(1)")],
            IsTooLarge = isTooLarge,
        };

        var kept = AnswersOnce.RowOf(answer);

        Assert.Equal((status, length), (kept.Status, kept.Body.Length));
        Assert.Equal("Location:https://x/orders(1)", kept.Headers);
    }

    private sealed record Reply(int Status, string Body)
    {
        public string Location { get; init; } = "";
        public string Tag { get; init; } = "";
        public string ContentType { get; init; } = "";
        public bool IsReplayed { get; init; }
    }

    private async Task<Reply> Send(string key, string path, string body = "")
    {
        var url = path.StartsWith('/') ? path : $"{trade.Co}/{path}";
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await trade.Client.SendAsync(request);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync())
        {
            Location = $"{answer.Headers.Location}",
            Tag = $"{answer.Headers.ETag}",
            ContentType = $"{answer.Content.Headers.ContentType}",
            IsReplayed = answer.Headers.Contains("Idempotency-Replayed"),
        };
    }

    /// <summary>The same payment method, asked for by somebody else under the same key.</summary>
    private async Task<int> Keyed(string name, string password, string key)
    {
        using var client = await trade.Server.SignIn(name, password);
        const string Chosen = "Correct-Horse-9-Battery";
        var changed = await client.PutAsJsonAsync(
            "/api/handel/session/password",
            new { current = password, next = Chosen }
        );
        changed.EnsureSuccessStatusCode();
        using var signedIn = await trade.Server.SignIn(name, Chosen);
        signedIn.DefaultRequestHeaders.Add("Idempotency-Key", key);
        var answer = await signedIn.PostAsJsonAsync(
            $"{trade.Co}/paymentMethods",
            new { code = "KEY1", displayName = "One" }
        );
        return (int)answer.StatusCode;
    }

    private async Task<string> Order()
    {
        var order = await trade.Post(
            "salesOrders",
            new
            {
                customerNumber = "10000",
                salesOrderLines = new object[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1001",
                        quantity = 2,
                    },
                },
            }
        );
        return Text(order, "id");
    }

    /// <summary>As when the server died between the posting and the answer.</summary>
    private async Task Forget(string key)
    {
        await using var db = await Open();
        var gone = await db
            .KeptAnswers.Where(answer => answer.IdempotencyKey == key)
            .ExecuteDeleteAsync();
        Assert.Equal(1, gone);
    }

    private async Task Age(string key, TimeSpan age)
    {
        await using var db = await Open();
        var then = DateTimeOffset.UtcNow - age;
        await db
            .KeptAnswers.Where(answer => answer.IdempotencyKey == key)
            .ExecuteUpdateAsync(row => row.SetProperty(answer => answer.AskedAt, then));
    }

    private async Task<HandelDbContext> Open()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        await using var companies = database.Open(0);
        var company = await companies.Companies.SingleAsync(c => c.Id == trade.CompanyId);
        return database.Open(company.CompanyNo);
    }

    private async Task<List<JsonElement>> Rows(string path) =>
        [.. (await trade.Get(path)).GetProperty("value").EnumerateArray()];

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static int Status(JsonElement answer) => answer.GetProperty("status").GetInt32();

    private static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();
}
