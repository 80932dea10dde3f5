using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.App.Users;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>The records of invoice discount terms, and the cards that name them (C3).</summary>
public sealed class InvoiceDiscountTierTests(TradeServer trade) : IClassFixture<TradeServer>
{
    [Fact]
    public async Task CUS13_a_new_card_names_its_own_terms_and_takes_them_along_when_it_goes()
    {
        var (path, terms) = ($"{trade.Trade}/customers", $"{trade.Trade}/customerInvoiceDiscounts");
        var own = await trade.Post(path, new { number = "77001", displayName = "Own" });
        var other = await trade.Post(
            path,
            new
            {
                number = "77002",
                displayName = "Other",
                invoiceDiscountCode = "groot",
            }
        );
        Assert.Equal("77001", Text(own, "invoiceDiscountCode"));
        Assert.Equal("GROOT", Text(other, "invoiceDiscountCode"));
        await trade.Post(terms, Tier("77001", 0m));
        await trade.Post(terms, Tier("GROOT", 0m));

        await trade.Delete($"customers({Text(own, "id")})");
        await trade.Delete($"customers({Text(other, "id")})");

        var left = (await trade.Get(terms)).GetProperty("value").EnumerateArray();
        var codes = left.Select(tier => Text(tier, "code")).ToHashSet();
        Assert.Equal((false, true), (codes.Contains("77001"), codes.Contains("GROOT")));
    }

    [Fact]
    public async Task A_tier_is_one_of_its_amount_and_within_its_bounds()
    {
        var path = $"{trade.Trade}/vendorInvoiceDiscounts";
        var tier = await trade.Post(path, Tier("X", 100m) with { currencyCode = "EUR" });
        Assert.Equal("", Text(tier, "currencyCode"));

        await trade.Post(path, Tier("X", 100m), 409);
        await trade.Post(path, Tier("X", 100m) with { currencyCode = "USD" });
        await trade.Post(path, Tier("X", 1m) with { currencyCode = "ZZZ" }, 400);
        await trade.Post(path, Tier("", 1m), 400);
        await trade.Post(path, Tier("X", -1m), 400);
        await trade.Post(path, Tier("X", 1_000_000_000_001m), 400);
        await trade.Post(path, Tier("X", 1m) with { discountPercent = 100.01m }, 400);
        await trade.Post(path, Tier("X", 1m) with { serviceCharge = -1m }, 400);
        await trade.Post(path, Tier("X", 1m) with { discountPercent = 100m });
    }

    [Fact]
    public async Task A_clerk_reads_terms_and_a_bookkeeper_writes_them()
    {
        var url = $"{trade.Trade}/customerInvoiceDiscounts";
        var clerk = await trade.SignIn(Roles.Clerk);
        var bookkeeper = await trade.SignIn(Roles.Bookkeeper);

        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(url)).StatusCode);
        var body = Tier("PERM", 5m);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsJsonAsync(url, body)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Created,
            (await bookkeeper.PostAsJsonAsync(url, body)).StatusCode
        );
    }

    [Theory]
    [InlineData("sales", "returnReceiptOnCreditMemo", "postedShipmentNumberSeries")]
    [InlineData("purchase", "returnShipmentOnCreditMemo", "postedReceiptNumberSeries")]
    public async Task SET09_and_SET10_are_switched_in_the_one_row_of_a_setup(
        string area,
        string twin,
        string series
    )
    {
        var path = $"{trade.Trade}/{area}Setup";
        var row = Assert.Single((await trade.Get(path)).GetProperty("value").EnumerateArray());
        Assert.False(row.GetProperty("calculateInvoiceDiscount").GetBoolean());

        var changed = await trade.Patch(
            $"{path}({Text(row, "id")})",
            new Dictionary<string, object>
            {
                ["calculateInvoiceDiscount"] = true,
                ["calculateInvoiceDiscountPerTaxIdentifier"] = true,
                ["discountPosting"] = "All_x0020_Discounts",
                [twin] = false,
            }
        );

        Assert.True(changed.GetProperty("calculateInvoiceDiscountPerTaxIdentifier").GetBoolean());
        Assert.False(changed.GetProperty(twin).GetBoolean());
        Assert.Equal("All_x0020_Discounts", Text(changed, "discountPosting"));
        await trade.Patch(
            $"{path}({Text(row, "id")})",
            new Dictionary<string, object> { [series] = "NONE" },
            400
        );
        await trade.Post(path, new { }, 405);
        await trade.Delete($"{path}({Text(row, "id")})", 405);
    }

    private sealed record TierBody(
        string code,
        string currencyCode,
        decimal minimumAmount,
        decimal discountPercent,
        decimal serviceCharge
    );

    private static TierBody Tier(string code, decimal minimum) => new(code, "", minimum, 1m, 0m);

    private static string Text(JsonElement row, string name) => row.GetProperty(name).ToString();
}
