using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data;
using Handel.Kernel.Amounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// VAT on documents over HTTP: finance 28, S01 to S07, and VAT-09, VDT-01, VPS-02.
/// </summary>
public sealed class TaxDocumentTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static readonly object Customer = new { customerNumber = "10000" };
    private static readonly object Vendor = new { vendorNumber = "40000" };
    private readonly TaxGiven _given = new(trade);

    [Fact]
    public async Task S01_VAT_is_rounded_once_per_key()
    {
        var no = await _given.Posted(
            "salesInvoices",
            Customer,
            Line("8030", "HOOG", 10.03m),
            Line("8030", "HOOG", 10.03m),
            Line("8030", "HOOG", 10.03m),
            Line("8030", "LAAG", 5.55m),
            Line("8030", "LAAG", 5.55m)
        );

        Assert.Equal(
            [
                ("8030", -30.09m),
                ("4310", -6.32m),
                ("8030", -11.10m),
                ("4311", -1.00m),
                ("1300", 48.51m),
            ],
            await _given.Gl(no)
        );
    }

    [Fact]
    public async Task S02_prices_that_include_VAT_are_split()
    {
        var no = await _given.Posted(
            "salesOrders",
            new { customerNumber = "10000", pricesIncludeTax = true },
            Line("8030", "HOOG", 19.95m),
            Line("8030", "HOOG", 19.95m),
            Line("8030", "HOOG", 19.95m)
        );

        Assert.Equal([("8030", -49.46m), ("4310", -10.39m), ("1300", 59.85m)], await _given.Gl(no));
    }

    [Fact]
    public async Task S03_reverse_charge_of_goods_from_the_union()
    {
        await _given.Party("vendors", "40010", "DE", "DE136695976");

        var no = await _given.Posted(
            "purchaseInvoices",
            new { vendorNumber = "40010" },
            Line("7110", "HOOG", 2480.55m, isSale: false)
        );

        Assert.Equal(
            [("7110", 2480.55m), ("4330", 520.92m), ("4335", -520.92m), ("4220", -2480.55m)],
            await _given.Gl(no)
        );
        var entry = Assert.Single(await _given.Vat(no));
        Assert.Equal((2480.55m, 520.92m), (Number(entry, "base"), Number(entry, "amount")));
        Assert.Equal("ReverseChargeVAT", Text(entry, "calculationType"));
    }

    [Fact]
    public async Task S04_an_invoice_of_customs_is_nothing_but_VAT()
    {
        var no = await _given.Posted(
            "purchaseInvoices",
            Vendor,
            new
            {
                lineType = "Account",
                lineObjectNumber = "4320",
                quantity = 1,
                unitCost = 1050m,
            }
        );

        Assert.Equal([("4320", 1050m), ("4210", -1050m)], await _given.Gl(no));
        var entry = Assert.Single(await _given.Vat(no));
        Assert.Equal((0m, 1050m), (Number(entry, "base"), Number(entry, "amount")));
        Assert.Equal("FullVAT", Text(entry, "calculationType"));
    }

    [Fact]
    public async Task S05_a_payment_discount_lowers_the_base()
    {
        await _given.Setup(new { paymentDiscountExcludingTax = true, taxTolerancePercent = 2 });
        var terms = await _given.Only("paymentTerms?$filter=code eq '8D2/30D'");
        var draft = await _given.Draft(
            "salesInvoices",
            new { customerNumber = "10000", paymentTermsId = Id(terms) },
            Line("8030", "HOOG", 1000m)
        );

        Assert.Equal(2m, Number(draft, "taxBaseDiscountPercent"));
        Assert.Equal(1205.80m, Number(draft, "totalAmountIncludingTax"));
        var no = await _given.Post("salesInvoices", draft);
        await _given.Setup(new { taxTolerancePercent = 0, paymentDiscountExcludingTax = false });

        var entry = Assert.Single(await _given.Vat(no));
        Assert.Equal((-980m, -205.80m), (Number(entry, "base"), Number(entry, "amount")));
        Assert.Equal(-1000m, Number(entry, "baseBeforePaymentDiscount"));
        var open = await _given.Only(
            $"{trade.Trade}/customerLedgerEntries?$filter=documentNumber eq '{no}'"
        );
        Assert.Equal(20m, Number(open, "originalPaymentDiscountPossible"));
    }

    [Theory]
    [InlineData(RoundingDirection.Nearest, 1234.55, 0.02)]
    [InlineData(RoundingDirection.Up, 1234.55, 0.02)]
    [InlineData(RoundingDirection.Down, 1234.50, -0.03)]
    public async Task S06_the_invoice_is_rounded_by_a_line_of_its_own(
        RoundingDirection direction,
        double total,
        double rounding
    )
    {
        await RoundInvoices(true, (0.05m, direction));

        var no = await _given.Posted("salesInvoices", Customer, Line("8030", "NUL", 1234.53m));
        await RoundInvoices(false, (0.01m, RoundingDirection.Nearest));

        Assert.Equal(
            [("8030", -1234.53m), ("9140", -(decimal)rounding), ("1300", (decimal)total)],
            await _given.Gl(no)
        );
        var groups = (await _given.Vat(no)).Select(e => Text(e, "taxProductPostingGroup"));
        Assert.Contains("NUL", groups);
    }

    private async Task RoundInvoices(bool isOn, (decimal To, RoundingDirection Way) rounding)
    {
        var sales = await _given.Only($"{trade.Trade}/salesSetup");
        await trade.Patch($"{trade.Trade}/salesSetup({Id(sales)})", new { invoiceRounding = isOn });
        var ledger = await _given.Only($"{trade.Trade}/generalLedgerSetup");
        await trade.Patch(
            $"{trade.Trade}/generalLedgerSetup({Id(ledger)})",
            new { invoiceRoundingPrecision = rounding.To, invoiceRoundingType = $"{rounding.Way}" }
        );
    }

    [Fact]
    public async Task S07_what_may_not_be_deducted_is_a_cost()
    {
        await _given.Setup(new { nonDeductibleTaxEnabled = true });
        var draft = await _given.Draft("purchaseInvoices", Vendor);
        await trade.Post(
            $"{trade.Trade}/taxProductPostingGroups",
            new { code = "AUTO", description = "Cars" }
        );
        await trade.Post(
            $"{trade.Trade}/taxPostingSetups",
            new
            {
                taxBusinessPostingGroup = "BINNENL",
                taxProductPostingGroup = "AUTO",
                taxIdentifier = "VAT21A",
                taxPercent = 21,
                calculationType = "NormalVAT",
                purchaseTaxAccount = "4320",
                allowNonDeductibleTax = true,
                nonDeductibleTaxPercent = 40,
            }
        );
        await trade.Post(
            $"{trade.Trade}/purchaseInvoices({Id(draft)})/purchaseInvoiceLines",
            Line("6410", "AUTO", 385.55m, isSale: false)
        );
        var tax = await _given.Only(
            $"{trade.Trade}/documentTaxLines?$filter=documentId eq {Id(draft)}"
        );
        Assert.Equal(
            (385.55m, 80.97m, 40m),
            (
                Number(tax, "taxBaseAmount"),
                Number(tax, "taxAmount"),
                Number(tax, "nonDeductibleTaxPercent")
            )
        );

        var no = await _given.Post("purchaseInvoices", draft);

        Assert.Equal(
            [("6410", 417.94m), ("4320", 48.58m), ("4210", -466.52m)],
            await _given.Gl(no)
        );
        var entry = Assert.Single(await _given.Vat(no));
        Assert.Equal((231.33m, 48.58m), (Number(entry, "base"), Number(entry, "amount")));
        Assert.Equal(
            (154.22m, 32.39m),
            (Number(entry, "nonDeductibleTaxBase"), Number(entry, "nonDeductibleTaxAmount"))
        );
        await NothingIsWrong();
    }

    [Fact]
    public async Task NDV_05_the_share_is_typed_for_all_that_is_taxed_together()
    {
        await _given.Setup(new { nonDeductibleTaxEnabled = true });
        var setup = await _given.Combination("BINNENL", "LAAG");
        await trade.Patch(
            $"{trade.Trade}/taxPostingSetups({Id(setup)})",
            new { allowNonDeductibleTax = true }
        );
        var draft = await _given.Draft(
            "purchaseInvoices",
            Vendor,
            Line("6410", "LAAG", 100m, isSale: false),
            Line("6410", "LAAG", 50m, isSale: false)
        );
        var tax = await _given.Only(
            $"{trade.Trade}/documentTaxLines?$filter=documentId eq {Id(draft)}"
        );

        await trade.Patch(
            $"{trade.Trade}/documentTaxLines({Id(tax)})",
            new { nonDeductibleTaxPercent = 30 }
        );

        var lines = await _given.Rows(
            $"{trade.Trade}/purchaseInvoices({Id(draft)})/purchaseInvoiceLines"
        );
        Assert.Equal([30m, 30m], lines.Select(l => Number(l, "nonDeductibleTaxPercent")));
    }

    [Fact]
    public async Task VAT_09_the_vendors_cent_is_taken_over()
    {
        await _given.Setup(
            new { maxTaxDifferenceAllowed = 0.05m, allowPurchaseTaxDifference = true }
        );
        var draft = await _given.Draft(
            "purchaseInvoices",
            Vendor,
            Line("6210", "HOOG", 10.03m, isSale: false),
            Line("6210", "HOOG", 20.06m, isSale: false)
        );
        var tax = await _given.Only(
            $"{trade.Trade}/documentTaxLines?$filter=documentId eq {Id(draft)}"
        );
        var path = $"{trade.Trade}/documentTaxLines({Id(tax)})";

        var refused = await trade.Patch(path, new { taxAmount = 6.40m }, 400);
        var taken = await trade.Patch(path, new { taxAmount = 6.33m });

        Assert.Contains("0.05", Text(refused.GetProperty("error"), "message"));
        Assert.Equal((6.33m, 0.01m), (Number(taken, "taxAmount"), Number(taken, "taxDifference")));
        var no = await _given.Post("purchaseInvoices", draft);
        var entry = Assert.Single(await _given.Vat(no));
        Assert.Equal((6.33m, 0.01m), (Number(entry, "amount"), Number(entry, "taxDifference")));
    }

    [Fact]
    public async Task VPS_02_a_dated_rate_is_taken_by_VAT_date()
    {
        await trade.Post(
            $"{trade.Trade}/taxRates",
            new
            {
                taxBusinessPostingGroup = "BINNENL",
                taxIdentifier = "VAT21",
                startingDate = "2031-01-01",
                taxPercent = 22,
            }
        );
        var draft = await _given.Draft(
            "salesInvoices",
            Customer,
            Line("8030", "HOOG", 100m),
            Line("8030", "SERVICE", 100m)
        );
        Assert.Equal(242m, Number(draft, "totalAmountIncludingTax"));

        var changed = await trade.Patch(
            $"{trade.Trade}/salesInvoices({Id(draft)})",
            new { taxDate = "2031-01-01" }
        );

        Assert.Equal(244m, Number(changed, "totalAmountIncludingTax"));
        var entry = (await _given.Vat(await _given.Post("salesInvoices", draft)))[0];
        Assert.Equal(
            ("2031-01-01", 22m),
            (Text(entry, "taxReportingDate"), Number(entry, "taxPercent"))
        );
        Assert.NotEqual("2031-01-01", Text(entry, "postingDate"));
    }

    [Fact]
    public async Task GLD_05_a_VAT_date_out_of_range_is_refused()
    {
        var draft = await _given.Draft("salesInvoices", Customer, Line("8030", "HOOG", 1m));
        await trade.Patch(
            $"{trade.Trade}/salesInvoices({Id(draft)})",
            new { taxDate = "2019-12-31" }
        );
        await _given.Setup(new { allowTaxDateFrom = "2020-01-01" });

        var refused = await trade.Post(
            $"{trade.Trade}/salesInvoices({Id(draft)})/Microsoft.NAV.post",
            new { },
            400
        );
        await _given.Setup(new { allowTaxDateFrom = "0001-01-01" });

        Assert.Contains("31/12/2019", Text(refused.GetProperty("error"), "message"));
        await _given.Post("salesInvoices", draft);
    }

    [Fact]
    public async Task VPS_01_and_VPS_03_keep_the_setup_in_one_piece()
    {
        var setup = await _given.Combination("BINNENL", "SERVICE");
        var path = $"{trade.Trade}/taxPostingSetups({Id(setup)})";
        await _given.Posted("salesInvoices", Customer, Line("8020", "SERVICE", 10m));

        var rate = await trade.Patch(path, new { taxPercent = 20 }, 400);
        var type = await trade.Patch(path, new { calculationType = "NoTaxableVAT" }, 400);
        var account = await trade.Patch(path, new { salesTaxAccount = "4311" }, 400);
        var total = await trade.Patch(path, new { purchaseTaxAccount = "4499" }, 400);
        await trade.Delete(path, 400);

        Assert.Contains("21", Text(rate.GetProperty("error"), "message"));
        Assert.All([type, account], refused => Assert.Contains("VAT entries", refused.ToString()));
        Assert.Contains("4499", Text(total.GetProperty("error"), "message"));
    }

    [Fact]
    public async Task NDV_01_and_GLS_10_switches_that_exclude_each_other_are_refused()
    {
        var row = await _given.Only($"{trade.Trade}/taxSetup");
        var path = $"{trade.Trade}/taxSetup({Id(row)})";
        await trade.Patch(path, new { nonDeductibleTaxEnabled = true });

        await trade.Patch(path, new { nonDeductibleTaxEnabled = false }, 400);
        await trade.Patch(path, new { taxTolerancePercent = 2 }, 400);
        await trade.Patch(path, new { maxTaxDifferenceAllowed = 0.005m }, 400);
    }

    [Fact]
    public async Task COM_05_a_VAT_number_has_a_form_of_its_country()
    {
        var refused = await trade.Post(
            "customers",
            new
            {
                number = "10050",
                displayName = "Wrong",
                country = "NL",
                taxRegistrationNumber = "NL12345",
            },
            400
        );
        var first = await _given.Party("customers", "10051", "NL", "NL004495445B01");
        var second = await _given.Party("vendors", "40051", "NL", "NL004495445B01");
        var third = await _given.Party("customers", "10052", "NL", "NL004495446B01");

        var shared = await _given.Only($"{trade.Trade}/partyChecks?$filter=id eq {Id(second)}");
        var digit = await _given.Only($"{trade.Trade}/partyChecks?$filter=id eq {Id(third)}");

        Assert.Contains("#########B##", Text(refused.GetProperty("error"), "message"));
        Assert.Contains("10051 customers 10051", Text(shared, "taxNumberSharedBy"));
        Assert.Equal("", Text(shared, "taxNumberWarning"));
        Assert.Contains("wrong digit", Text(digit, "taxNumberWarning"));
        Assert.NotEqual(Id(first), Id(second));
    }

    private async Task NothingIsWrong()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        var verdict = await new VerifyBooks(database).Verify(
            "Test BV",
            new Progress<OperationProgress>(),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
    }
}
