using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using Handel.Api.Shell;
using Handel.App.Users;
using Handel.Exchange.Journals;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Payments;
using Handel.Ledgers.Reports;
using Handel.Ledgers.Reversing;
using Handel.Trade.Editing;
using Xunit;

namespace Handel.Api.Tests.Resources;

public sealed class SetTests(TradeServer trade) : IClassFixture<TradeServer>
{
    /// <summary>Read below a payment and nowhere else (API-J-5): LineEntryTests do.</summary>
    private const string BelowPayments = "applyVendorEntries";

    public static TheoryData<string, string> Sets()
    {
        var data = new TheoryData<string, string>();
        foreach (var route in ApiShell.Catalog().Routes)
        foreach (var resource in route.Resources)
            if (resource.Name is not ("companies" or BelowPayments))
                data.Add(route.Path, resource.Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Every_set_answers(string route, string set)
    {
        var filter =
            set is "pdfDocument" or "dimensionSetLines"
                ? $"&$filter=parentId eq {Guid.NewGuid()} and parentType eq 'Sales Invoice'"
            : set.EndsWith("Lines", StringComparison.Ordinal)
            && set
                is not (
                    "salesShipmentLines"
                    or "purchaseReceiptLines"
                    or "numberSeriesLines"
                    or "accountScheduleLines"
                    or "customerStatementLines"
                    or "vendorStatementLines"
                    or "taxStatementLines"
                    or "euSalesListLines"
                    or "journalLines"
                    or "standardJournalLines"
                    or "postedJournalLines"
                )
                ? $"&$filter=documentId eq {Guid.NewGuid()}"
            : set is "journalLines" or "customerPayments" or "vendorPayments"
                ? $"&$filter=journalId eq {Guid.NewGuid()}"
            : "";
        var path = $"{route}/companies({trade.CompanyId})/{set}?$top=3{filter}";

        var answer = await trade.Get(path);

        Assert.True(answer.TryGetProperty("value", out _));
    }

    [Fact]
    public async Task A_taken_code_answers_409_and_a_used_one_stays()
    {
        await trade.Post("paymentMethods", new { code = "chq", displayName = "Cheque" });
        await trade.Post("paymentMethods", new { code = "CHQ" }, 409);
        var group = await trade.Get("taxGroups?$filter=code eq 'HOOG'");
        var id = group.GetProperty("value")[0].GetProperty("id");

        var refused = await trade.Delete($"taxGroups({id})", 400);

        Assert.Contains("HOOG", refused.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_reader_reads_and_writes_nothing_and_a_clerk_leaves_setup_alone()
    {
        var reader = await trade.SignIn(Roles.Reader);
        var clerk = await trade.SignIn(Roles.Clerk);

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{trade.Co}/items")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await Status(reader, "customers", new { displayName = "A" })
        );
        Assert.Equal(
            HttpStatusCode.Created,
            await Status(clerk, "customers", new { displayName = "A" })
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await Status(clerk, "taxGroups", new { code = "X" })
        );
    }

    [Fact]
    public async Task The_role_centre_counts_what_waits()
    {
        var figures = await trade.Get($"/api/handel/companies({trade.CompanyId})/roleCentre");

        Assert.Equal(8, figures.GetProperty("cues").GetArrayLength());
        Assert.Equal(2, figures.GetProperty("charts").GetArrayLength());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public void Every_code_has_a_sentence(string language)
    {
        var codes = new[]
        {
            typeof(ProblemCodes),
            typeof(EditCodes),
            typeof(ApiProblems),
            typeof(ReportCodes),
            typeof(ImportCodes),
            typeof(JournalCodes),
            typeof(ReversalCodes),
            typeof(PaymentCodes),
        }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code != ProblemCodes.CorrectionPrefix);

        Assert.All(codes, code => Assert.True(Knows(code, language), code));
    }

    private static bool Knows(string code, string language) =>
        ProblemTexts.Knows(code, CultureInfo.GetCultureInfo(language));

    private async Task<HttpStatusCode> Status(HttpClient client, string set, object body) =>
        (await client.PostAsJsonAsync($"{trade.Co}/{set}", body)).StatusCode;
}
