using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Invoice discount terms over HTTP, both directions (sales 7.1, A18.6).</summary>
public sealed class InvoiceDiscountTests(TradeServer of) : TermedDocuments(of), IAsyncLifetime
{
    public ValueTask InitializeAsync() => Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task W04a_the_tier_that_the_order_reaches_gives_its_percentage()
    {
        var order = await Order(W04);

        Assert.Equal((54.17m, 5m), (Money(order, "discountAmount"), Money(order, Percent)));
        Expect(order, 1119.13m, 197.03m, 1316.16m);
        var lines = await Lines(order);
        Assert.Equal([37.50m, 16.67m, 0m], lines.Select(l => Money(l, "invoiceDiscountAmount")));
        Assert.Equal([712.50m, 316.63m, 90m], lines.Select(l => Money(l, "netAmount")));
        Assert.Equal([149.63m, 28.50m, 18.90m], lines.Select(l => Money(l, "netTaxAmount")));

        var invoice = await ShipAndInvoice(order);

        Assert.Equal(54.17m, Money(invoice, "discountAmount"));
        Expect(invoice, 1119.13m, 197.03m, 1316.16m);
    }

    [Fact]
    public async Task W04b_a_typed_total_takes_the_place_of_the_terms()
    {
        var order = await Order(W04);

        var typed = await Trade.Patch(PathOf(order), new { discountAmount = 50m });

        Assert.Equal((50m, 4.62m), (Money(typed, "discountAmount"), Money(typed, Percent)));
        Expect(typed, 1123.30m, 197.74m, 1321.04m);
        var lines = await Lines(order);
        Assert.Equal([34.62m, 15.38m, 0m], lines.Select(l => Money(l, "invoiceDiscountAmount")));
        Assert.Equal([715.38m, 317.92m, 90m], lines.Select(l => Money(l, "netAmount")));

        var asked = await Call(order, "calculateInvoiceDiscount", new { });
        Assert.Equal(54.17m, Money(asked, "discountAmount"));
        var percent = await Call(order, "setInvoiceDiscount", new { percent = 1m });
        Assert.Equal((10.83m, 1m), (Money(percent, "discountAmount"), Money(percent, Percent)));
        var amount = await Call(order, "setInvoiceDiscount", new { amount = 0m });
        Expect(amount, 1173.30m, 206.40m, 1379.70m);
        await Call(order, "setInvoiceDiscount", new { }, 400);
    }

    [Fact]
    public async Task W04c_a_small_order_pays_a_service_charge()
    {
        var order = await Order(Small);

        Expect(order, 260m, 54.60m, 314.60m);
        var charge = (await Lines(order))[1];
        Assert.Equal(
            ("Account", "8025", "20000"),
            (Text(charge, "lineType"), Text(charge, "lineObjectNumber"), Text(charge, "sequence"))
        );
        Assert.Equal((1m, 10m), (Money(charge, "quantity"), Money(charge, "unitPrice")));
        var path = $"salesOrderLines({Text(charge, "id")})";
        var typed = await Trade.Patch(path, new { unitPrice = 1m }, 400);
        Assert.Equal("E-SYSTEMLINE", Rule(typed));
        Assert.Equal("E-SYSTEMLINE", Rule(await Trade.Delete(path, 400)));

        var invoice = await ShipAndInvoice(order);

        Expect(invoice, 260m, 54.60m, 314.60m);
        var no = Text(invoice, "number");
        var entries = await Rows($"generalLedgerEntries?$filter=documentNumber eq '{no}'");
        var booked = entries.Single(entry => Text(entry, "accountNumber") == "8025");
        Assert.Equal(10m, Money(booked, "creditAmount"));
    }

    [Fact]
    public async Task DSC04_a_larger_order_loses_its_charge_and_a_smaller_one_gets_it_back()
    {
        var order = await Order(Small);
        var line = $"salesOrderLines({Text((await Lines(order))[0], "id")})";

        await Trade.Patch(line, new { quantity = 4 });
        Expect(await Trade.Get(PathOf(order)), 490m, 102.90m, 592.90m);
        Assert.Single(await Lines(order));

        await Trade.Patch(line, new { quantity = 1 });
        Expect(await Trade.Get(PathOf(order)), 135m, 28.35m, 163.35m);
        await Trade.Delete(line);
        Expect(await Trade.Get(PathOf(order)), 0m, 0m, 0m);
    }

    // CV-66 to CV-70; terms from 0 on 5 %, from 1,000 on 10 %.
    [Fact]
    public async Task API_T2_each_change_of_an_invoice_looks_at_the_tiers_again()
    {
        await Tiers("customer", "FIXTURE", (0m, 5m, 0m), (1000m, 10m, 0m));
        var customer = await Customer("FIXTURE");
        var invoice = await Trade.Post("salesInvoices", new { customerNumber = customer });
        var path = $"salesInvoices({Text(invoice, "id")})";

        var first = await Trade.Post($"{path}/salesInvoiceLines", Line("1000", 4));
        await Expect(path, 25.99m, 493.81m, 103.70m, 597.51m);
        var second = await Trade.Post($"{path}/salesInvoiceLines", Line("1000", 5));
        await Expect(path, 116.96m, 1052.59m, 221.04m, 1273.63m);
        await Trade.Delete($"salesInvoiceLines({Text(second, "id")})");
        await Expect(path, 25.99m, 493.81m, 103.70m, 597.51m);

        await Trade.Patch(path, new { discountAmount = 50m });
        var third = await Trade.Post($"{path}/salesInvoiceLines", Line("1001", 10));
        await Expect(path, 50m, 512.30m, 102.93m, 615.23m);
        Assert.Equal(3.78m, Money(third, "invoiceDiscountAllocation"));
        await Trade.Patch(path, new { discountAmount = 0m });
        await Trade.Post($"{path}/salesInvoiceLines", Line("1001", 10));
        Assert.Equal(0m, Money(await Trade.Get(path), "discountAmount"));

        await Trade.Post(
            $"{Trade.Trade}/{path}/Microsoft.NAV.calculateInvoiceDiscount",
            new { },
            200
        );
        // 5 % of 604.80.
        Assert.Equal(30.24m, Money(await Trade.Get(path), "discountAmount"));
        foreach (var line in await Rows($"{path}/salesInvoiceLines"))
            await Trade.Delete($"salesInvoiceLines({Text(line, "id")})");
        await Expect(path, 0m, 0m, 0m, 0m);
        Assert.NotEqual(Text(first, "id"), Text(third, "id"));
    }

    [Theory]
    [InlineData("sales", "customer", "10000")]
    [InlineData("purchase", "vendor", "40000")]
    public async Task DSC22_where_the_setup_lets_the_terms_rule_no_total_is_typed(
        string area,
        string party,
        string no
    )
    {
        await Tiers("vendor", "40000", (500m, 2m, 0m), (1000m, 5m, 0m));
        var order = await Order(W04, area, (party, no));
        await Rule(area, isOn: true);

        var refused = await Trade.Patch(PathOf(order, area), new { discountAmount = 50m }, 400);
        await Trade.Patch(PathOf(order, area), new { discountAmount = 54.17m });

        Assert.Equal("E-DISCTERMS", Rule(refused));
        var message = Text(refused.GetProperty("error"), "message");
        Assert.Contains(no, message);
        await Rule(area, isOn: false);
        await Trade.Patch(PathOf(order, area), new { discountAmount = 50m });
    }

    [Fact]
    public async Task DSC20_release_and_posting_take_the_terms_of_today_where_the_setup_says_so()
    {
        var first = await Order(W04);
        var second = await Order(W04);
        var top = (await Rows($"{Trade.Trade}/customerInvoiceDiscounts")).Last();
        await Trade.Patch(
            $"{Trade.Trade}/customerInvoiceDiscounts({Text(top, "id")})",
            new { discountPercent = 10m }
        );

        var asItWas = await ShipAndInvoice(first);
        await Rule("sales", isOn: true);
        var released = await Call(second, "release", new { });
        var ruled = await ShipAndInvoice(await Order(W04));

        Assert.Equal(54.17m, Money(asItWas, "discountAmount"));
        Assert.Equal(108.33m, Money(released, "discountAmount"));
        Assert.Equal(108.33m, Money(ruled, "discountAmount"));
        await Rule("sales", isOn: false);
    }

    [Fact]
    public async Task SC19_a_purchase_with_a_line_that_does_not_allow_it()
    {
        await Tiers("vendor", "40000", (0m, 0m, 0m), (1000m, 3m, 0m));

        var order = await Order(
            [
                Line("1000", 1, 640m, "directUnitCost"),
                Line("1000", 1, 455.50m, "directUnitCost"),
                new
                {
                    lineType = "Item",
                    lineObjectNumber = "1000",
                    quantity = 1,
                    directUnitCost = 120m,
                    allowInvoiceDiscount = false,
                },
            ],
            "purchase",
            ("vendor", "40000")
        );

        Expect(order, 1182.63m, 248.35m, 1430.98m);
        Assert.Equal((32.87m, 3m), (Money(order, "discountAmount"), Money(order, Percent)));
        var lines = await Lines(order, "purchase");
        Assert.Equal([19.20m, 13.67m, 0m], lines.Select(l => Money(l, "invoiceDiscountAmount")));
    }

    [Fact]
    public async Task SC20_the_service_charge_of_a_vendor_comes_and_goes()
    {
        await Tiers("vendor", "40000", (0m, 0m, 12.50m), (250m, 2m, 0m));
        var invoice = await Trade.Post(
            $"{Trade.Trade}/purchaseInvoices?$expand=purchaseInvoiceLines",
            new
            {
                vendorNumber = "40000",
                vendorInvoiceNumber = "SC-20",
                purchaseInvoiceLines = new object[]
                {
                    new
                    {
                        lineType = "Account",
                        lineObjectNumber = "7120",
                        quantity = 1,
                        unitCost = 84m,
                        allowInvoiceDiscount = true,
                    },
                },
            }
        );
        var path = $"{Trade.Trade}/purchaseInvoices({Text(invoice, "id")})";
        Expect(invoice, 96.50m, 20.27m, 116.77m);
        var lines = invoice.GetProperty("purchaseInvoiceLines").EnumerateArray().ToList();
        Assert.Equal("9145", Text(lines[1], "lineObjectNumber"));

        await Trade.Patch(
            $"{Trade.Trade}/purchaseInvoiceLines({Text(lines[0], "id")})",
            new { unitCost = 260m }
        );
        var raised = await Trade.Get(path);
        Assert.Equal(5.20m, Money(raised, "discountAmount"));
        Expect(raised, 254.80m, 53.51m, 308.31m);

        await Trade.Patch(
            $"{Trade.Trade}/purchaseInvoiceLines({Text(lines[0], "id")})",
            new { unitCost = 84m }
        );
        await Trade.Post($"{path}/Microsoft.NAV.post", new { }, 200);
        var posted = await Trade.Get(path);
        Expect(posted, 96.50m, 20.27m, 116.77m);
        var no = Text(posted, "number");
        var entries = await Rows($"generalLedgerEntries?$filter=documentNumber eq '{no}'");
        var booked = entries.ToLookup(e => Text(e, "accountNumber"), e => Money(e, "debitAmount"));
        Assert.Equal(
            (84m, 12.50m, 20.27m),
            (booked["7120"].Sum(), booked["9145"].Sum(), booked["4320"].Sum())
        );
    }

    // 1 USD is 0.80 EUR: 600.00 USD reaches the tier of 500.00 EUR only from 625.00 on.
    [Fact]
    public async Task DSC03_a_document_in_dollars_takes_the_tiers_in_euros()
    {
        await Trade.Post(
            $"{Trade.Trade}/exchangeRates",
            new
            {
                currencyCode = "USD",
                startingDate = "2020-01-01",
                exchangeRateAmount = 1m,
                relationalExchangeRateAmount = 0.8m,
            }
        );
        var order = await Trade.Post(
            $"{Trade.Trade}/salesOrders",
            new
            {
                customerNumber = "10000",
                currencyCode = "USD",
                salesOrderLines = new[] { Line("1000", 1, 600m) },
            }
        );
        // 10.00 EUR is 12.50 USD.
        Assert.Equal(612.50m, Money(order, "totalAmountExcludingTax"));

        var line = (await Lines(order))[0];
        await Trade.Patch($"salesOrderLines({Text(line, "id")})", new { unitPrice = 625m });

        Assert.Equal(12.50m, Money(await Trade.Get(PathOf(order)), "discountAmount"));
    }
}
