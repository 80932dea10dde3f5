using System.Net.Http.Json;
using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.DimensionServer;

namespace Handel.Api.Tests.Resources;

public sealed partial class DimensionTests(DimensionServer given) : IClassFixture<DimensionServer>
{
    private TradeServer Trade => given.Trade;

    [Fact]
    public async Task Dimensions_and_values_are_read_on_the_contract()
    {
        var dimension = await given.One("dimensions?$filter=code eq 'DEPARTMENT'");
        var id = Text(dimension, "id");

        var values = await given.Rows($"dimensions({id})/dimensionValues?$orderby=code");

        Assert.Equal(["10", "20", "30"], values.Select(v => Text(v, "code")));
        Assert.All(values, value => Assert.Equal(id, Text(value, "dimensionId")));
        await Trade.Post("dimensions", new { code = "X" }, 405);
        var setup = await given.One("generalLedgerSetup");
        Assert.Equal(
            ["DEPARTMENT", "PROJECT", "AREA", ""],
            Enumerable.Range(1, 4).Select(no => Text(setup, $"shortcutDimension{no}Code"))
        );
    }

    [Theory]
    [InlineData("PERIOD")]
    [InlineData("")]
    public async Task DIM_01_a_dimension_needs_a_code_that_means_nothing_else(string code) =>
        await Trade.Post($"{given.Ext}/dimensions", new { code }, 400);

    // CV-56, CV-58
    [Fact]
    public async Task CV_56_a_default_dimension_is_made_below_a_customer()
    {
        var customer = await given.Customer("Defaults");
        var below = $"customers({Text(customer, "id")})/defaultDimensions";
        var ten = await given.One($"{given.Ext}/dimensionValues?$filter=code eq '10'");

        var made = await Trade.Post(
            below,
            new
            {
                dimensionCode = "DEPARTMENT",
                dimensionValueId = Text(ten, "id"),
                postingValidation = "Same Code",
            }
        );

        var dimension = await given.One("dimensions?$filter=code eq 'DEPARTMENT'");
        Assert.Equal(Text(dimension, "id"), Text(made, "dimensionId"));
        Assert.Equal(
            ("10", "Customer"),
            (Text(made, "dimensionValueCode"), Text(made, "parentType"))
        );
        Assert.Equal("Same_x0020_Code", Text(made, "postingValidation"));
        Assert.Equal(Text(customer, "id"), Text(made, "parentId"));
        await Trade.Post(below, new { dimensionCode = "DEPARTMENT" }, 409);
        var address = $"defaultDimensions({Text(made, "id")})";
        await Trade.Patch(address, new { dimensionCode = "PROJECT" }, 400);
        await Trade.Patch(address, new { postingValidation = "Code Mandatory" });
        Assert.Single(await given.Rows(below));
        var expanded = await Trade.Get(
            $"customers({Text(customer, "id")})?$expand=defaultDimensions"
        );
        Assert.Equal(1, expanded.GetProperty("defaultDimensions").GetArrayLength());
        await Trade.Delete(address);
        Assert.Empty(await given.Rows(below));
    }

    // API-C1-12
    [Fact]
    public async Task A_default_must_be_of_its_dimension_and_not_blocked()
    {
        var vendor = await given.One("vendors?$filter=number eq '40000'");
        var project = await given.One($"{given.Ext}/dimensionValues?$filter=code eq 'A'");
        var blocked = await given.One($"{given.Ext}/dimensionValues?$filter=code eq '30'");
        var below = $"vendors({Text(vendor, "id")})/defaultDimensions";

        var mixed = await Trade.Post(
            below,
            new { dimensionCode = "DEPARTMENT", dimensionValueId = Text(project, "id") },
            400
        );
        await Trade.Post(
            below,
            new { dimensionCode = "DEPARTMENT", dimensionValueId = Text(blocked, "id") },
            400
        );
        await Trade.Post(below, new { dimensionCode = "OLD" }, 400);
        await Trade.Post(below, new { dimensionCode = "NONE" }, 400);
        await Trade.Post("defaultDimensions", new { dimensionCode = "AREA" }, 400);

        var message = mixed.GetProperty("error").GetProperty("message").GetString();
        Assert.Contains("DEPARTMENT", message);
        Assert.Contains("PROJECT", message);
    }

    [Fact]
    public async Task The_defaults_of_a_card_follow_its_number_and_go_with_it()
    {
        var customer = await Trade.Post(
            "customers",
            new
            {
                number = "DD1",
                displayName = "Follower",
                country = "NL",
            }
        );
        await given.Default(("customers", "DD1"), "AREA", "NORTH");
        var card = $"customers({Text(customer, "id")})";

        await Trade.Patch(card, new { number = "DD2" });
        var renamed = await given.One($"{card}/defaultDimensions");
        await Trade.Delete(card);

        Assert.Equal("NORTH", Text(renamed, "dimensionValueCode"));
        Assert.Empty(
            await given.Rows(
                $"{given.Ext}/defaultDimensions"
                    + "?$filter=parentSet eq 'customers' and parentNumber eq 'DD2'"
            )
        );
    }

    // CV-102, API-DS-1, API-DS-4
    [Fact]
    public async Task CV_102_dimensions_are_added_changed_and_removed_below_an_order_and_its_line()
    {
        var order = await Trade.Post(
            "salesOrders?$expand=salesOrderLines",
            new
            {
                customerNumber = "10000",
                salesOrderLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                    },
                },
            }
        );
        var header = $"salesOrders({Text(order, "id")})";
        var line = $"salesOrderLines({Text(order.GetProperty("salesOrderLines")[0], "id")})";
        foreach (var address in new[] { header, line })
        {
            var lines = $"{address}/dimensionSetLines";
            var ten = new { code = "DEPARTMENT", valueCode = "10" };
            var made = await Trade.Post(lines, ten);
            await Trade.Post(lines, ten, 400);
            var one = $"{lines}({Text(made, "id")})";
            var changed = await Trade.Patch(one, new { valueCode = "20" });
            await Trade.Patch(one, new { code = "PROJECT" }, 400);
            await Trade.Patch(one, new { valueCode = "30" }, 400);

            Assert.Equal("20", Text(changed, "valueCode"));
            Assert.Equal(Text(made, "id"), Text(await Trade.Get(one), "id"));
            Assert.Equal("DEPARTMENT=20", await given.Dimensions(address));
            if (address == header)
                Assert.Equal("20", Text(await Trade.Get(header), "shortcutDimension1Code"));
            await Trade.Delete(one);
            Assert.Equal("", await given.Dimensions(address));
            await Trade.Delete(one, 404);
        }
    }

    // CV-103, API-DS-2
    [Fact]
    public async Task CV_103_dimension_set_lines_need_a_parent()
    {
        await Trade.Get("dimensionSetLines", 400);
        await Trade.Get($"dimensionSetLines({Guid.NewGuid()})", 400);
        await Trade.Delete($"dimensionSetLines({Guid.NewGuid()})", 400);
        await Trade.Post("dimensionSetLines", new { code = "AREA", valueCode = "NORTH" }, 400);
    }

    [Fact]
    public async Task Pairs_of_id_and_code_must_agree()
    {
        var order = await Trade.Post("salesOrders", new { customerNumber = "10000" });
        var lines = $"salesOrders({Text(order, "id")})/dimensionSetLines";
        var project = await given.One("dimensions?$filter=code eq 'PROJECT'");
        var a = await given.One($"{given.Ext}/dimensionValues?$filter=code eq 'A'");
        var (id, valueId) = (Text(project, "id"), Text(a, "id"));

        await Trade.Post(
            lines,
            new
            {
                id,
                code = "AREA",
                valueId,
            },
            400
        );
        await Trade.Post(lines, new { code = "AREA", valueId }, 400);
        await Trade.Post(
            lines,
            new
            {
                id,
                valueId,
                valueCode = "B",
            },
            400
        );
        await Trade.Post(lines, new { id }, 400);
        await Trade.Post(lines, new { code = "OLD", valueCode = "1" }, 400);
        var made = await Trade.Post(lines, new { id, valueId });

        Assert.Equal(("PROJECT", "A"), (Text(made, "code"), Text(made, "valueCode")));
    }

    // API-D-1: children of the header and of a line, in one call.
    [Fact]
    public async Task A_document_is_made_with_its_dimensions()
    {
        var order = await Trade.Post(
            "purchaseInvoices?$expand=dimensionSetLines,"
                + "purchaseInvoiceLines($expand=dimensionSetLines)",
            new
            {
                vendorNumber = "40000",
                dimensionSetLines = new[] { new { code = "DEPARTMENT", valueCode = "10" } },
                purchaseInvoiceLines = new object[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                        dimensionSetLines = new[] { new { code = "PROJECT", valueCode = "B" } },
                    },
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1001",
                        quantity = 1,
                    },
                },
            }
        );

        Assert.Equal("DEPARTMENT=10", Shown(order));
        Assert.Equal("10", Text(order, "shortcutDimension1Code"));
        Assert.Equal(
            ["DEPARTMENT=10, PROJECT=B", "DEPARTMENT=10"],
            order.GetProperty("purchaseInvoiceLines").EnumerateArray().Select(Shown)
        );
        var twice = new { code = "AREA", valueCode = "NORTH" };
        await Trade.Post(
            "purchaseInvoices",
            new { vendorNumber = "40000", dimensionSetLines = new[] { twice, twice } },
            400
        );

        static string Shown(JsonElement row) =>
            string.Join(
                ", ",
                row.GetProperty("dimensionSetLines")
                    .EnumerateArray()
                    .Select(d => $"{Text(d, "code")}={Text(d, "valueCode")}")
            );
    }

    // API-D1-14, API-DS-5
    [Fact]
    public async Task A_shortcut_changes_the_set_and_lines_follow_when_the_caller_says_so()
    {
        var order = await Trade.Post(
            $"{given.Ext}/salesOrders?$expand=salesOrderLines",
            new
            {
                customerNumber = "10000",
                shortcutDimension3Code = "SOUTH",
                salesOrderLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                        shortcutDimension2Code = "B",
                    },
                },
            }
        );
        var (header, lineId) = (
            $"{given.Ext}/salesOrders({Text(order, "id")})",
            Text(order.GetProperty("salesOrderLines")[0], "id")
        );
        var line = $"{given.Ext}/salesOrderLines({lineId})";
        Assert.Equal("AREA=SOUTH, PROJECT=B", await given.Dimensions(line));

        await Trade.Patch(header, new { shortcutDimension1Code = "10" });
        Assert.Equal("AREA=SOUTH, PROJECT=B", await given.Dimensions(line));
        await Trade.Patch(
            $"{header}?handelConfirm=updateLines",
            new { shortcutDimension1Code = "20" }
        );
        var changed = await Trade.Patch(line, new { shortcutDimension3Code = "" });

        Assert.Equal("AREA=SOUTH, DEPARTMENT=20", await given.Dimensions(header));
        Assert.Equal("DEPARTMENT=20, PROJECT=B", await given.Dimensions(line));
        Assert.Equal(
            ("20", "B", ""),
            (
                Text(changed, "shortcutDimension1Code"),
                Text(changed, "shortcutDimension2Code"),
                Text(changed, "shortcutDimension3Code")
            )
        );
        var refused = await Trade.Patch(header, new { shortcutDimension1Code = "99" }, 400);
        Assert.Contains("99", refused.GetProperty("error").GetProperty("message").GetString());
        var found = await given.Rows("salesOrders?$filter=shortcutDimension1Code eq '20'");
        Assert.Contains(found, row => Text(row, "id") == Text(order, "id"));
    }
}
