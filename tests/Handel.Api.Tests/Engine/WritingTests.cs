using System.Net;
using Xunit;

namespace Handel.Api.Tests.Engine;

public sealed class WritingTests(ShopServer shop) : IClassFixture<ShopServer>
{
    [Fact]
    public async Task A_new_row_is_shown_with_its_address_and_etag()
    {
        var response = await shop.Send(
            HttpMethod.Post,
            "paymentMethods",
            """{"code":" chq ","displayName":"Cheque"}"""
        );

        var body = await ShopServer.Json(response, 201);
        Assert.Equal("CHQ", body.GetProperty("code").GetString());
        Assert.EndsWith(
            $"/paymentMethods({body.GetProperty("id").GetString()})",
            response.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            body.GetProperty("@odata.etag").GetString(),
            response.Headers.ETag!.ToString()
        );
        await Refused(
            new(HttpMethod.Post, "paymentMethods", """{"code":"CHQ"}"""),
            409,
            "Internal_EntityWithSameKeyExists"
        );
    }

    [Fact]
    public async Task A_caller_may_want_no_body()
    {
        var response = await shop.Send(
            HttpMethod.Post,
            "paymentMethods",
            """{"code":"QUIET"}""",
            ("Prefer", "return-no-content")
        );

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.NotNull(response.Headers.Location);
    }

    [Theory]
    [InlineData("""{"displayName":"A","foo":1}""", "BadRequest", "foo", "Microsoft.NAV.customer")]
    [InlineData(
        """{"displayName":"A","balanceDue":1}""",
        "BadRequest_InvalidOperation",
        "balanceDue",
        ""
    )]
    [InlineData("""{"displayName":"A","type":"Sheep"}""", "Unknown", "type", "Company, Person")]
    [InlineData("""{"displayName":"A","creditLimit":true}""", "BadRequest", "creditLimit", "")]
    [InlineData("""{"displayName":"A","creditLimit":null}""", "BadRequest", "creditLimit", "")]
    [InlineData(
        """{"displayName":"A","city":"0123456789012345678901234567890"}""",
        "Application_StringExceededLength",
        "city",
        "30"
    )]
    [InlineData(
        """{"displayName":"A","currencyId":"x"}""",
        "Application_InvalidGUID",
        "currencyId",
        ""
    )]
    [InlineData(
        """{"displayName":""}""",
        "Application_FieldValidationException",
        "displayName",
        "E-NAME"
    )]
    [InlineData("""{"displayName":""", "BadRequest", "", "JSON")]
    public async Task A_bad_body_is_refused(string body, string code, string target, string names)
    {
        var error = await Refused(new(HttpMethod.Post, "customers", body), 400, code);

        Assert.Equal(target, error.TryGetProperty("target", out var at) ? at.GetString() : "");
        Assert.Contains(names, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var error = await Refused(
            new(HttpMethod.Post, "customers", """{"foo":1,"bar":2,"type":"Sheep"}"""),
            400,
            "BadRequest"
        );

        Assert.Equal(3, error.GetProperty("details").GetArrayLength());
    }

    [Fact]
    public async Task Messages_are_in_the_language_of_the_caller()
    {
        var response = await shop.Send(
            HttpMethod.Post,
            "customers",
            """{"foo":1}""",
            ("Accept-Language", "nl-NL")
        );

        var error = (await ShopServer.Json(response, 400)).GetProperty("error");
        Assert.StartsWith(
            "De eigenschap 'foo' bestaat niet",
            error.GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("nl-NL", response.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task A_change_needs_the_tag_that_was_read()
    {
        var path = await Customer("E1");
        var tag = (await shop.Get(path)).GetProperty("@odata.etag").GetString()!;

        await Refused(
            new(HttpMethod.Patch, path, """{"city":"Breda"}"""),
            400,
            "BadRequest_InvalidToken"
        );
        await Refused(
            new(HttpMethod.Patch, path, """{"city":"Breda"}""", "abc"),
            400,
            "BadRequest_InvalidToken"
        );
        var first = await ShopServer.Json(
            await shop.Send(HttpMethod.Patch, path, """{"city":"Breda"}""", ("If-Match", tag)),
            200
        );
        await Refused(
            new(HttpMethod.Patch, path, """{"city":"Tilburg"}""", tag),
            409,
            "Request_EntityChanged"
        );
        await Refused(new(HttpMethod.Delete, path, "", tag), 409, "Request_EntityChanged");
        var unchanged = await ShopServer.Json(
            await shop.Send(HttpMethod.Patch, path, "{}", ("If-Match", "*")),
            200
        );
        var deleted = await shop.Send(HttpMethod.Delete, path, "");

        Assert.Equal("Breda", first.GetProperty("city").GetString());
        Assert.Equal(
            first.GetProperty("@odata.etag").GetString(),
            unchanged.GetProperty("@odata.etag").GetString()
        );
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await shop.Get(path, 404);
    }

    [Fact]
    public async Task A_whole_entity_that_was_read_may_be_sent_back()
    {
        var path = await Customer("W1");
        var whole = await shop.Get(path);

        var changed = whole.GetRawText().Replace("Delft", "Venlo", StringComparison.Ordinal);
        var after = await ShopServer.Json(
            await shop.Send(HttpMethod.Patch, path, changed, ("If-Match", "*")),
            200
        );

        Assert.Equal("Venlo", after.GetProperty("city").GetString());
        await Refused(
            new(HttpMethod.Patch, path, """{"balanceDue":5}""", "*"),
            400,
            "BadRequest_InvalidOperation"
        );
    }

    [Fact]
    public async Task An_unchanged_entity_is_not_sent_twice()
    {
        var path = await Customer("N1");
        var tag = (await shop.Get(path)).GetProperty("@odata.etag").GetString()!;

        var again = await shop.Send(HttpMethod.Get, path, "", ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task An_order_comes_with_its_lines()
    {
        const string Body = """
            {"customerNumber":"10000","salesOrderLines":
              [{"quantity":3},{"quantity":10},{"description":"Thanks"}]}
            """;
        var order = await ShopServer.Json(
            await shop.Send(HttpMethod.Post, "salesOrders?$expand=salesOrderLines", Body),
            201
        );

        var lines = order.GetProperty("salesOrderLines").EnumerateArray().ToList();
        Assert.Equal(
            [10000, 20000, 30000],
            lines.Select(line => line.GetProperty("sequence").GetInt32())
        );
        Assert.Equal("10", lines[1].GetProperty("quantity").GetRawText());
    }

    [Fact]
    public async Task A_refused_line_leaves_no_order_behind()
    {
        var before = await shop.Text("salesOrders/$count");
        const string Body =
            """{"customerNumber":"10000","salesOrderLines":[{"quantity":3},{"quantity":-1}]}""";

        var error = await Refused(
            new(HttpMethod.Post, "salesOrders", Body),
            400,
            "Application_FieldValidationException"
        );

        Assert.Equal("salesOrderLines[1].quantity", error.GetProperty("target").GetString());
        Assert.Equal(before, await shop.Text("salesOrders/$count"));
    }

    [Fact]
    public async Task A_line_is_made_below_its_order()
    {
        const string Order = "salesOrders(00000000-0000-0000-0001-000000000001)";
        var line = await ShopServer.Json(
            await shop.Send(HttpMethod.Post, $"{Order}/salesOrderLines", """{"quantity":"2.5"}"""),
            201
        );
        var contrary = $$"""{"documentId":"{{Guid.NewGuid()}}"}""";

        Assert.Equal(
            "00000000-0000-0000-0001-000000000001",
            line.GetProperty("documentId").GetString()
        );
        Assert.Equal("2.5", line.GetProperty("quantity").GetRawText());
        await Refused(
            new(HttpMethod.Post, $"{Order}/salesOrderLines", contrary),
            400,
            "BadRequest"
        );
    }

    [Fact]
    public async Task A_reference_may_be_given_as_an_address()
    {
        var method = (await shop.Get("paymentMethods?$filter=code eq 'BANK'"))
            .GetProperty("value")[0]
            .GetProperty("id")
            .GetString();
        var body =
            $$"""{"displayName":"Bound","paymentMethod@odata.bind":"paymentMethods({{method}})"}""";

        var customer = await ShopServer.Json(
            await shop.Send(HttpMethod.Post, "customers", body),
            201
        );

        Assert.Equal(method, customer.GetProperty("paymentMethodId").GetString());
    }

    [Fact]
    public async Task An_action_answers_with_a_location_or_a_reason()
    {
        const string Order = "salesOrders(00000000-0000-0000-0001-000000000002)";
        var done = await shop.Send(HttpMethod.Post, $"{Order}/Microsoft.NAV.shipAndInvoice", "");
        var shortName = await shop.Send(HttpMethod.Post, $"{Order}/shipAndInvoice", "{}");
        var empty = await ShopServer.Json(
            await shop.Send(HttpMethod.Post, "salesOrders", """{"customerNumber":"10000"}"""),
            201
        );

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.EndsWith(Order, done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, shortName.StatusCode);
        await Refused(
            new(
                HttpMethod.Post,
                $"salesOrders({empty.GetProperty("id").GetString()})/Microsoft.NAV.shipAndInvoice",
                ""
            ),
            400,
            "Application_DialogException"
        );
    }

    [Theory]
    [InlineData("POST", "generalLedgerEntries", "GET")]
    [InlineData("PATCH", "customers", "GET, POST")]
    [InlineData("GET", "salesOrders(00000000-0000-0000-0001-000000000002)/shipAndInvoice", "POST")]
    public async Task A_verb_that_is_not_offered_is_answered_with_those_that_are(
        string verb,
        string path,
        string allow
    )
    {
        var response = await shop.Send(new(verb), path, verb == "GET" ? "" : "{}");

        await ShopServer.Json(response, 405);
        Assert.Equal(allow, string.Join(", ", response.Content.Headers.Allow));
    }

    private async Task<string> Customer(string number)
    {
        var body = $$"""{"number":"{{number}}","displayName":"Test","city":"Delft"}""";
        var row = await ShopServer.Json(await shop.Send(HttpMethod.Post, "customers", body), 201);
        return $"customers({row.GetProperty("id").GetString()})";
    }

    private async Task<System.Text.Json.JsonElement> Refused(
        Attempt attempt,
        int status,
        string code
    )
    {
        var headers =
            attempt.IfMatch.Length == 0
                ? Array.Empty<(string, string)>()
                : [("If-Match", attempt.IfMatch)];
        var answer = await ShopServer.Json(
            await shop.Send(attempt.Method, attempt.Path, attempt.Body, headers),
            status
        );
        var error = answer.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        return error;
    }

    private sealed record Attempt(HttpMethod Method, string Path, string Body, string IfMatch = "");
}
