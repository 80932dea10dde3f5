using System.Net.Http.Json;
using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.DimensionServer;

namespace Handel.Api.Tests.Resources;

/// <summary>Rules of dimensions over HTTP.</summary>
public sealed partial class DimensionTests
{
    [Fact]
    public async Task Equal_sets_share_one_id_however_many_make_them_at_the_same_time()
    {
        await given.Value("PROJECT", "RUSH");
        var tasks = Enumerable
            .Range(0, 12)
            .Select(_ =>
                Trade.Post(
                    "salesOrders",
                    new { customerNumber = "10000", shortcutDimension2Code = "RUSH" }
                )
            );

        var orders = await Task.WhenAll(tasks);

        Assert.All(orders, o => Assert.Equal("RUSH", Text(o, "shortcutDimension2Code")));
        Assert.DoesNotContain(await given.Verify(), finding => finding.Contains("INV-52"));
    }

    [Fact]
    public async Task A_used_value_stays_an_unused_one_goes_and_a_new_code_reaches_everything()
    {
        await given.Dimension("TEAM", "RED", "BLUE");
        await Trade.Post(
            $"{given.Ext}/dimensionCombinations",
            new
            {
                firstDimensionCode = "TEAM",
                secondDimensionCode = "AREA",
                rule = "Limited",
            }
        );
        await Trade.Post(
            $"{given.Ext}/dimensionValueCombinations",
            new
            {
                firstDimensionCode = "TEAM",
                firstValueCode = "RED",
                secondDimensionCode = "AREA",
                secondValueCode = "NORTH",
            }
        );
        var order = await Trade.Post("salesOrders", new { customerNumber = "10000" });
        var lines = $"salesOrders({Text(order, "id")})/dimensionSetLines";
        await Trade.Post(lines, new { code = "TEAM", valueCode = "RED" });
        var values = await given.Rows(
            $"{given.Ext}/dimensionValues?$filter=dimensionCode eq 'TEAM'&$orderby=code"
        );
        var (blue, red) = (Text(values[0], "id"), Text(values[1], "id"));
        await Trade.Delete($"{given.Ext}/dimensionValues({red})", 400);
        await Trade.Delete($"{given.Ext}/dimensionValues({blue})");
        var team = await given.One($"{given.Ext}/dimensions?$filter=code eq 'TEAM'");
        await Trade.Delete($"{given.Ext}/dimensions({Text(team, "id")})", 400);

        await Trade.Patch($"{given.Ext}/dimensionValues({red})", new { code = "CRIMSON" });
        await Trade.Patch($"{given.Ext}/dimensions({Text(team, "id")})", new { code = "ALPHA" });

        Assert.Equal("ALPHA=CRIMSON", await given.Dimensions($"salesOrders({Text(order, "id")})"));
        var pair = await given.One($"{given.Ext}/dimensionValueCombinations");
        Assert.Equal(
            ("ALPHA", "CRIMSON", "AREA", "NORTH"),
            (
                Text(pair, "firstDimensionCode"),
                Text(pair, "firstValueCode"),
                Text(pair, "secondDimensionCode"),
                Text(pair, "secondValueCode")
            )
        );
        var again = await Trade.Post("salesOrders", new { customerNumber = "10000" });
        await Trade.Post(
            $"salesOrders({Text(again, "id")})/dimensionSetLines",
            new { code = "ALPHA", valueCode = "CRIMSON" }
        );
        Assert.DoesNotContain(await given.Verify(), finding => finding.Contains("INV-52"));
    }

    [Fact]
    public async Task A_clerk_changes_the_defaults_of_cards_and_not_those_of_all()
    {
        var (name, password) = await Trade.Server.AddUser(App.Users.Roles.Clerk);
        var first = await Trade.Server.SignIn(name, password);
        var next = "Correct-Horse-9-Battery";
        await first.PutAsJsonAsync(
            "/api/handel/session/password",
            new { current = password, next }
        );
        var clerk = await Trade.Server.SignIn(name, next);

        async Task<int> Status(string set, string number) =>
            (int)
                (
                    await clerk.PostAsJsonAsync(
                        $"{given.Ext}/defaultDimensions",
                        new
                        {
                            parentSet = set,
                            parentNumber = number,
                            dimensionCode = "AREA",
                        }
                    )
                ).StatusCode;

        Assert.Equal(201, await Status("items", "1001"));
        Assert.Equal(403, await Status("items", ""));
        Assert.Equal(403, await Status("accounts", "8010"));
        var dimension = await clerk.PostAsJsonAsync($"{given.Ext}/dimensions", new { code = "NO" });
        Assert.Equal(403, (int)dimension.StatusCode);
    }
}
