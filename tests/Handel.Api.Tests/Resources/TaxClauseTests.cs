using System.Globalization;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>The words that a document says about its VAT, over HTTP and printed (VPS-08).</summary>
public sealed class TaxClauseTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly TaxGiven _given = new(trade);

    [Theory]
    [InlineData("nl", "Btw verlegd.", "VAT reverse charged.")]
    [InlineData("en", "VAT reverse charged.", "Btw verlegd.")]
    public async Task VPS_08_an_invoice_says_that_VAT_is_reversed_in_the_language_of_the_customer(
        string language,
        string said,
        string other
    )
    {
        var text = await Printed("salesInvoices", language);

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VPS_08_a_credit_memo_may_say_something_else()
    {
        var text = await trade.Post(
            $"{trade.Trade}/taxClauseTexts",
            new
            {
                taxClauseCode = "VERLEGD",
                languageCode = "nl",
                document = "Credit_x0020_Memo",
                description = "Verlegde btw gecorrigeerd.",
                description2 = "Zie de factuur.",
            }
        );

        var memo = await Printed("salesCreditMemos", "nl");
        var invoice = await Printed("salesInvoices", "nl");
        await trade.Delete($"{trade.Trade}/taxClauseTexts({Id(text)})");

        Assert.Contains("Verlegde btw gecorrigeerd. Zie de factuur.", memo);
        Assert.Contains("Btw verlegd.", invoice);
    }

    [Fact]
    public async Task PG_11_a_clause_that_is_used_stays()
    {
        var clause = await _given.Only($"{trade.Trade}/taxClauses?$filter=code eq 'VERLEGD'");
        await trade.Delete($"{trade.Trade}/taxClauses({Id(clause)})", 400);

        var setup = await _given.Combination("BINNENL", "VERLEGD");
        Assert.Equal("VERLEGD", Text(setup, "taxClauseCode"));
        var refused = await trade.Patch(
            $"{trade.Trade}/taxPostingSetups({Id(setup)})",
            new { taxClauseCode = "NERGENS" },
            400
        );
        Assert.Contains("NERGENS", refused.ToString());
    }

    [Fact]
    public async Task AUD_06_a_change_of_setup_leaves_a_trace()
    {
        var made = await trade.Post(
            $"{trade.Trade}/taxClauses",
            new { code = "LOG", description = "Eerst." }
        );
        var path = $"{trade.Trade}/taxClauses({Id(made)})";
        await trade.Patch(path, new { description = "Daarna." });
        await trade.Delete(path);

        var log = await _given.Rows(
            $"{trade.Trade}/setupChanges?$filter=recordNumber eq 'LOG'&$orderby=changedDateTime"
        );

        Assert.All(log, row => Assert.Equal("vat_clause", Text(row, "tableName")));
        Assert.All(log, row => Assert.NotEqual("", Text(row, "userId")));
        Assert.Equal(
            [
                ("Added", "code", "", "LOG"),
                ("Added", "description", "", "Eerst."),
                ("Changed", "description", "Eerst.", "Daarna."),
                ("Deleted", "code", "LOG", ""),
                ("Deleted", "description", "Daarna.", ""),
            ],
            log.Select(row =>
                    (
                        Kind: Text(row, "kind"),
                        Field: Text(row, "fieldName"),
                        Old: Text(row, "oldValue"),
                        New: Text(row, "newValue")
                    )
                )
                .OrderBy(row => row.Kind, StringComparer.Ordinal)
                .ThenBy(row => row.Field, StringComparer.Ordinal)
        );
        await trade.Delete($"{trade.Trade}/setupChanges({Id(log[0])})", 405);
    }

    [Fact]
    public async Task AUD_06_who_makes_a_fiscal_year_is_known()
    {
        var last = (
            await _given.Rows($"{trade.Trade}/accountingPeriods?$orderby=startingDate desc")
        )[0];
        var year = int.Parse(Text(last, "startingDate")[..4], CultureInfo.InvariantCulture) + 1;
        await trade.Post(
            $"{trade.Trade}/accountingPeriods({Id(last)})/Microsoft.NAV.createFiscalYear",
            new { startingDate = $"{year}-01-01" },
            200
        );

        var log = await _given.Rows(
            $"{trade.Trade}/setupChanges?$filter=tableName eq 'accounting_period'"
                + $" and fieldName eq 'starting_date' and newValue eq '{year}-01-01'"
        );

        Assert.NotEqual("", Text(Assert.Single(log), "userId"));
    }

    [Fact]
    public async Task AUD_06_what_was_there_from_the_start_left_no_trace() =>
        Assert.Empty(
            await _given.Rows($"{trade.Trade}/setupChanges?$filter=recordNumber eq 'VRIJ'")
        );

    private async Task<string> Printed(string set, string language)
    {
        var draft = await _given.Draft(
            set,
            new
            {
                customerNumber = "10000",
                languageCode = language,
                postingDate = "2026-02-10",
            },
            Line("8010", "VERLEGD", 100m)
        );
        await _given.Post(set, draft);
        return await trade.Pdf($"{trade.Trade}/{set}({Id(draft)})");
    }
}
