using System.Text.Json;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>Who we are, and the groups that cards follow, over HTTP (COM, PG-10).</summary>
public sealed class CompanyInformationTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const StringComparison Comparison = StringComparison.Ordinal;

    private readonly JournalServer journals = new(trade);

    [Fact]
    public async Task COM_02_an_invoice_says_when_customers_cannot_see_where_to_pay()
    {
        await Change(new { iban = "", allowBlankPaymentInformation = false });
        var without = await Posted("salesInvoices");
        var bought = await Posted("purchaseInvoices");
        await Change(new { allowBlankPaymentInformation = true });
        var allowed = await Posted("salesInvoices");
        await Change(new { iban = "NL91 ABNA 0417 1643 00", allowBlankPaymentInformation = false });
        var with = await Posted("salesInvoices");

        var finding = Assert.Single(without);
        Assert.Equal("Warning", Text(finding, "severity"));
        Assert.Contains("fill the IBAN", Text(finding, "message"), Comparison);
        Assert.Empty(bought);
        Assert.Empty(allowed);
        Assert.Empty(with);
    }

    [Fact]
    public async Task COM_01_COM_04_all_that_documents_say_of_us_is_kept_and_an_IBAN_is_judged()
    {
        var right = await Change(
            new
            {
                registrationNumber = "12345678",
                gln = "8712345000004",
                eoriNumber = "NL123456789",
                bankName = "Bank",
                bic = "ABNANL2A",
                iban = "NL91 ABNA 0417 1643 00",
            }
        );
        var wrong = await Change(new { iban = "NL92ABNA0417164300" });
        await Change(new { taxRegistrationNumber = "NL1" }, 400);

        Assert.Equal(
            ("12345678", "8712345000004", "NL123456789", "ABNANL2A"),
            (
                Text(right, "registrationNumber"),
                Text(right, "gln"),
                Text(right, "eoriNumber"),
                Text(right, "bic")
            )
        );
        Assert.True(right.GetProperty("ibanIsValid").GetBoolean());
        Assert.False(wrong.GetProperty("ibanIsValid").GetBoolean());
        Assert.Equal("NL92ABNA0417164300", Text(wrong, "iban"));
    }

    [Fact]
    public async Task COM_03_vendors_deliver_where_we_say()
    {
        await Change(
            new
            {
                shipToName = "Magazijn",
                shipToCity = "Almere",
                locationCode = "",
            }
        );

        var order = await trade.Post("purchaseOrders", new { vendorNumber = "40000" });

        Assert.Equal(
            ("Magazijn", "Almere"),
            (Text(order, "shipToName"), Text(order, "shipToCity"))
        );
    }

    [Fact]
    public async Task PG_10_the_VAT_group_of_a_card_follows_its_general_group_when_asked_to()
    {
        var made = await trade.Post(
            $"{trade.Trade}/customers",
            new { displayName = "Verhuisd", country = "NL" }
        );
        var path = $"{trade.Trade}/customers({Id(made)})";

        var alone = await trade.Patch(path, new { generalBusinessPostingGroup = "EXPORT" });
        var followed = await trade.Patch(
            $"{path}?handelConfirm=updateTaxGroup",
            new { generalBusinessPostingGroup = "EU" }
        );
        var typed = await trade.Patch(
            $"{path}?handelConfirm=updateTaxGroup",
            new { generalBusinessPostingGroup = "EXPORT", taxBusinessPostingGroup = "BINNENL" }
        );

        Assert.Equal("BINNENL", Text(alone, "taxBusinessPostingGroup"));
        Assert.Equal("EU", Text(followed, "taxBusinessPostingGroup"));
        Assert.Equal("BINNENL", Text(typed, "taxBusinessPostingGroup"));
    }

    [Fact]
    public async Task PG_03_every_account_of_the_posting_setup_can_be_filled()
    {
        var row = (await journals.Rows($"{trade.Trade}/generalPostingSetups"))[0];
        var filled = new Dictionary<string, object>();
        foreach (var side in new[] { "sales", "purchase" })
        foreach (var kind in new[] { "Discount", "Tolerance" })
        foreach (var sign in new[] { "Debit", "Credit" })
            filled[$"{side}Payment{kind}{sign}Account"] = "6110";

        var changed = await trade.Patch($"{trade.Trade}/generalPostingSetups({Id(row)})", filled);

        Assert.All(filled.Keys, name => Assert.Equal("6110", Text(changed, name)));
    }

    private async Task<JsonElement> Change(object change, int status = 200)
    {
        var row = await journals.Single($"{trade.Trade}/companyInformation");
        return await trade.Patch($"{trade.Trade}/companyInformation({Id(row)})", change, status);
    }

    /// <summary>What the posting of an invoice finds.</summary>
    private async Task<List<JsonElement>> Posted(string set)
    {
        var isSale = set == "salesInvoices";
        var body = new Dictionary<string, object>
        {
            [isSale ? "customerNumber" : "vendorNumber"] = isSale ? "10000" : "40000",
            ["invoiceDate"] = "2026-03-02",
            ["postingDate"] = "2026-03-02",
            [$"{set[..^1]}Lines"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["lineType"] = "Item",
                    ["lineObjectNumber"] = "1000",
                    ["quantity"] = 1,
                    [isSale ? "unitPrice" : "unitCost"] = 10m,
                },
            },
        };
        if (!isSale)
            body["vendorInvoiceNumber"] = $"COM-{Guid.NewGuid():N}"[..20];
        var draft = await trade.Post(set, body);
        var posted = await trade.Post(
            $"{trade.Trade}/{set}({Id(draft)})/Microsoft.NAV.post",
            new { },
            200
        );
        return [.. posted.GetProperty("findings").EnumerateArray()];
    }
}
