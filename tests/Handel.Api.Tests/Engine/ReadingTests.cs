using System.Net;
using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Engine;

public sealed class ReadingTests(ShopServer shop) : IClassFixture<ShopServer>
{
    [Theory]
    [InlineData("number eq '10000'", "10000")]
    [InlineData("number eq 10000", "10000")]
    [InlineData("displayName eq 'Shop 1' or city eq 'Gent'", "10000,20000")]
    [InlineData("startswith(number,'2')", "20000")]
    [InlineData("contains(tolower(displayName),'SHOP') eq false", "10000,20000,30000")]
    [InlineData("type eq 'Person'", "30000")]
    [InlineData("type eq Microsoft.NAV.contactType'Company'", "10000,20000")]
    [InlineData("country eq null", "30000")]
    [InlineData("country ne ''", "10000,20000")]
    [InlineData("country in ('nl','BE')", "10000,20000")]
    [InlineData("creditLimit gt 12.5 and not (city eq 'Gent')", "30000")]
    [InlineData("creditLimit mul 2 eq 50", "20000")]
    [InlineData("paymentMethodId eq 00000000-0000-0000-0000-000000000000", "20000,30000")]
    [InlineData("paymentMethod/code eq 'bank'", "10000")]
    [InlineData("id in (00000000-0000-0000-0000-000000000002)", "20000")]
    [InlineData("lastModifiedDateTime gt 2026-03-31T09:15:27.482Z", "10000,20000,30000")]
    [InlineData(
        "year(lastModifiedDateTime) eq 2026 and month(lastModifiedDateTime) eq 3",
        "10000,20000,30000"
    )]
    [InlineData("date(lastModifiedDateTime) eq 2026-03-31", "10000,20000,30000")]
    [InlineData("length(city) eq 4", "20000")]
    [InlineData("concat(concat(city,' '),displayName) eq 'Gent Shop 2'", "20000")]
    [InlineData("substring(city,1,2) eq 'en' and indexof(city,'t') eq 3", "20000")]
    [InlineData("round(creditLimit) eq 13", "10000")]
    [InlineData("taxRegistrationNumber eq ''", "10000,20000,30000")]
    public async Task A_filter_finds_its_rows(string filter, string numbers)
    {
        var page = await shop.Get(
            $"customers?$filter={Uri.EscapeDataString(filter + " and number lt '4'")}"
        );

        Assert.Equal(numbers, Numbers(page));
    }

    [Theory]
    [InlineData("orderDate eq 2026-02-15", "O2")]
    [InlineData("orderDate eq null", "O3")]
    [InlineData("orderDate le 2026-01-31", "O1,O3")]
    [InlineData("customer/country eq 'NL'", "O1")]
    [InlineData("customerId eq 00000000-0000-0000-0000-000000000002", "O2")]
    [InlineData("salesOrderLines/any(l: l/quantity gt 2)", "O3")]
    [InlineData("salesOrderLines/all(l: l/quantity lt 2)", "O1")]
    public async Task A_filter_reaches_through_navigations(string filter, string numbers)
    {
        var page = await shop.Get($"salesOrders?$filter={Uri.EscapeDataString(filter)}");

        Assert.Equal(numbers, Numbers(page));
    }

    [Theory]
    [InlineData("customers?$filter=nope eq 1", 400, "BadRequest", "nope")]
    [InlineData("customers?$select=nope", 400, "BadRequest", "Microsoft.NAV.customer")]
    [InlineData("customers?$orderby=nope", 400, "BadRequest", "nope")]
    [InlineData("customers?$filter=number eq", 400, "BadRequest", "")]
    [InlineData("customers?$filter=creditLimit eq 'x'", 400, "BadRequest", "creditLimit")]
    [InlineData("customers?$filter=type eq 'x'", 400, "Unknown", "Person")]
    [InlineData("customers?$nope=1", 400, "BadRequest_InvalidRequestUrl", "$nope")]
    [InlineData("customers?$top=-1", 400, "BadRequest", "$top")]
    [InlineData("customers?$search=x", 501, "BadRequest_MethodNotImplemented", "$search")]
    [InlineData("customers?$skiptoken=abc", 400, "BadRequest_InvalidToken", "")]
    [InlineData("customers(1)", 400, "BadRequest_InvalidRequestUrl", "1")]
    [InlineData("customers(00000000-0000-0000-0000-00000000000f)", 404, "BadRequest_NotFound", "")]
    [InlineData("custumers", 404, "BadRequest_ResourceNotFound", "custumers")]
    [InlineData("salesOrderLines", 400, "Application_DialogException", "documentId")]
    [InlineData("/api/v1.0/customers", 404, "BadRequest_NotFound", "v2.0")]
    [InlineData(
        "/v2.0/elsewhere/api/v2.0/customers",
        404,
        "Internal_TenantUnavailable",
        "elsewhere"
    )]
    [InlineData("/api/v2.0/customers?company=Nope", 404, "Internal_CompanyNotFound", "Nope")]
    public async Task A_mistake_is_named(string path, int status, string code, string names)
    {
        var body = await shop.Get(path, status);

        var error = body.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Contains(names, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "  CorrelationId:  ",
            error.GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_select_shows_canonical_names_and_the_etag_only()
    {
        var page = await shop.Get("customers?$select=DISPLAYNAME,number&$top=1");

        var members = page.GetProperty("value")[0].EnumerateObject().Select(m => m.Name);
        Assert.Equal(["@odata.etag", "number", "displayName"], members);
    }

    [Fact]
    public async Task Values_have_their_wire_form()
    {
        var page = await shop.Get("customers?$filter=number eq '30000'");

        var row = page.GetProperty("value")[0];
        Assert.Equal("Person", row.GetProperty("type").GetString());
        Assert.Equal("_x0020_", row.GetProperty("blocked").GetString());
        Assert.Equal("", row.GetProperty("country").GetString());
        Assert.Equal("37.5", row.GetProperty("creditLimit").GetRawText());
        Assert.Equal(Guid.Empty, row.GetProperty("paymentMethodId").GetGuid());
        Assert.Equal(
            "2026-03-31T09:15:27.483Z",
            row.GetProperty("lastModifiedDateTime").GetString()
        );
        var order = await shop.Get("salesOrders?$filter=number eq 'O3'");
        Assert.Equal(
            "0001-01-01",
            order.GetProperty("value")[0].GetProperty("orderDate").GetString()
        );
    }

    [Fact]
    public async Task An_expand_obeys_its_own_options_and_costs_one_query_each()
    {
        lock (shop.Sql)
            shop.Sql.Clear();
        var page = await shop.Get(
            "salesOrders?$expand=customer($select=number),"
                + "salesOrderLines($filter=quantity gt 1;$orderby=sequence desc;"
                + "$expand=salesOrder($select=number))"
        );

        var orders = page.GetProperty("value");
        Assert.Equal("30000", orders[2].GetProperty("customer").GetProperty("number").GetString());
        var lines = orders[2].GetProperty("salesOrderLines");
        Assert.Equal(
            [30000, 20000],
            lines.EnumerateArray().Select(l => l.GetProperty("sequence").GetInt32())
        );
        Assert.Equal("O3", lines[0].GetProperty("salesOrder").GetProperty("number").GetString());
        Assert.Equal(0, orders[0].GetProperty("salesOrderLines").GetArrayLength());
        Assert.Equal(4, shop.Sql.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        await shop.Add(45, "P");
        var sizes = new List<int>();
        var seen = new HashSet<string>();
        var next = "customers?$filter=startswith(number,'P')&$orderby=city desc,creditLimit desc";
        while (next.Length > 0)
        {
            var response = await shop.Send(
                HttpMethod.Get,
                next,
                "",
                ("Prefer", "odata.maxpagesize=20")
            );
            Assert.Contains(
                "maxpagesize=20",
                response.Headers.GetValues("Preference-Applied").Single(),
                StringComparison.Ordinal
            );
            var page = await ShopServer.Json(response, 200);
            sizes.Add(page.GetProperty("value").GetArrayLength());
            foreach (var row in page.GetProperty("value").EnumerateArray())
                Assert.True(seen.Add(row.GetProperty("number").GetString()!));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()! : "";
        }

        Assert.Equal([20, 20, 5], sizes);
    }

    [Fact]
    public async Task A_top_beyond_the_page_is_carried_along()
    {
        await shop.Add(45, "T");
        var first = await ShopServer.Json(
            await shop.Send(
                HttpMethod.Get,
                "customers?$top=30&$filter=startswith(number,'T')&$count=true",
                "",
                ("Prefer", "maxpagesize=20")
            ),
            200
        );
        var second = await shop.Get(first.GetProperty("@odata.nextLink").GetString()!);

        Assert.Equal(45, first.GetProperty("@odata.count").GetInt32());
        Assert.Equal(20, first.GetProperty("value").GetArrayLength());
        Assert.Equal(10, second.GetProperty("value").GetArrayLength());
        Assert.False(second.TryGetProperty("@odata.nextLink", out _));
    }

    [Fact]
    public async Task The_ids_of_entries_are_computed_both_ways()
    {
        var id = ShopResources.EntryId(2);
        var entry = await shop.Get($"generalLedgerEntries({id})");
        var filtered = await shop.Get($"generalLedgerEntries?$filter=id eq {id}");

        Assert.Equal(2, entry.GetProperty("entryNumber").GetInt32());
        Assert.Equal(id, filtered.GetProperty("value")[0].GetProperty("id").GetGuid());
        Assert.Contains(shop.Sql, sql => sql.Contains("\"No\" = @", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_repeat_the_base_that_the_caller_used()
    {
        var page = await shop.Get(
            $"/v2.0/production/api/v2.0/companies({ShopServer.CompanyId})/customers?$top=1"
        );

        Assert.EndsWith(
            $"/v2.0/production/api/v2.0/$metadata#companies({ShopServer.CompanyId})/customers",
            page.GetProperty("@odata.context").GetString()!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_company_is_chosen_by_option_header_or_by_being_the_only_one()
    {
        var byName = await shop.Get("/api/v2.0/salesOrders?company=handel%20test");
        var byHeader = await ShopServer.Json(
            await shop.Send(
                HttpMethod.Get,
                "/api/v2.0/salesOrders",
                "",
                ("Company", "Handel Test")
            ),
            200
        );
        var alone = await shop.Get("/api/v2.0/salesOrders");

        Assert.Equal(3, byName.GetProperty("value").GetArrayLength());
        Assert.Equal(3, byHeader.GetProperty("value").GetArrayLength());
        Assert.Equal(3, alone.GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task Paths_lead_to_children_properties_counts_and_to_one_ends()
    {
        const string Order = "salesOrders(00000000-0000-0000-0001-000000000003)";
        var lines = await shop.Get($"{Order}/salesOrderLines");
        var customer = await shop.Get($"{Order}/customer");
        var name = await shop.Get($"{Order}/customer/displayName");
        var raw = await shop.Text($"{Order}/customer/displayName/$value");
        var count = await shop.Text($"{Order}/salesOrderLines/$count");
        var none = await shop.Send(
            HttpMethod.Get,
            "customers(00000000-0000-0000-0000-000000000002)/paymentMethod",
            ""
        );

        Assert.Equal(3, lines.GetProperty("value").GetArrayLength());
        Assert.Equal("30000", customer.GetProperty("number").GetString());
        Assert.Equal("Shop 3", name.GetProperty("value").GetString());
        Assert.Equal("Shop 3", raw);
        Assert.Equal("3", count);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    [Fact]
    public async Task Nobody_reads_without_signing_in()
    {
        using var stranger = new HttpClient { BaseAddress = shop.Client.BaseAddress };

        var response = await stranger.GetAsync(
            $"{ShopServer.Co}/customers",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_query_may_be_8099_characters_long()
    {
        var body = await shop.Get("customers?x=" + new string('a', 8_100), 414);

        Assert.Equal(
            "BadRequest_ExceededMaxQueryLength",
            body.GetProperty("error").GetProperty("code").GetString()
        );
    }

    private static string Numbers(JsonElement page) =>
        string.Join(
            ',',
            page.GetProperty("value")
                .EnumerateArray()
                .Select(row => row.GetProperty("number").GetString())
        );
}
