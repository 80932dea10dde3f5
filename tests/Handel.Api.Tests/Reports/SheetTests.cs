using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Xunit;
using static Handel.Api.Tests.Reports.BooksServer;

namespace Handel.Api.Tests.Reports;

/// <summary>A page as a workbook, read back by another library than it was written with.</summary>
public sealed class SheetTests(BooksServer books) : IClassFixture<BooksServer>
{
    private const string HalfYear = "dateFilter ge 2026-01-01 and dateFilter le 2026-06-30";

    [Fact]
    public async Task The_entries_come_with_the_captions_filter_and_order_of_the_page()
    {
        var (name, cells) = await Sheet(
            "nl",
            "generalLedgerEntries",
            "accountNumber eq '1300' and postingDate ge 2026-01-01",
            "&page=generalLedgerEntries&$orderby=entryNumber"
        );

        var rows = await books.Rows(
            "generalLedgerEntries",
            "accountNumber eq '1300' and postingDate ge 2026-01-01",
            "&$orderby=entryNumber"
        );
        Assert.Equal("Grootboekposten", name);
        Assert.Equal("Boekingsdatum", cells[0][0]);
        Assert.Equal("Factuur", cells[1][1]);
        Assert.Equal(new DateTime(2026, 1, 10), cells[1][0]);
        Assert.Equal(rows.Count, cells.Count - 1);
        Assert.Equal(
            rows.Select(row => (double)Amount(row, "debitAmount")),
            cells.Skip(1).Select(row => (double)row[Column(cells, "Debet")]!)
        );
        Assert.Equal(
            rows.Select(row => Text(row, "documentNumber")),
            cells.Skip(1).Select(row => (string)row[Column(cells, "Documentnr.")]!)
        );
    }

    [Fact]
    public async Task A_report_comes_with_its_figures_and_the_columns_that_were_chosen()
    {
        var (name, cells) = await Sheet(
            "en",
            "accountBalances",
            HalfYear,
            "&page=trialBalance&$select=number,closingBalance&caption.closingBalance="
                + Uri.EscapeDataString("On 30 June")
        );

        Assert.Equal("Trial balance", name);
        Assert.Equal(2, cells[0].Length);
        Assert.Equal("On 30 June", cells[0][1]);
        var row = cells.Single(one => (string?)one[0] == "1300");
        Assert.Equal(600.0, row[1]);
    }

    [Fact]
    public async Task A_set_without_a_page_has_the_names_of_its_properties()
    {
        var (name, cells) = await Sheet("en", "taxEntries", "type eq 'Purchase'", "");

        Assert.Equal("taxEntries", name);
        Assert.Contains("taxReportingDate", cells[0]);
        Assert.Equal(2, cells.Count);
        Assert.Equal(21.0, cells[1][Column(cells, "taxPercent")]);
        Assert.Equal(false, cells[1][Column(cells, "closed")]);
    }

    [Fact]
    public async Task The_workbook_is_what_its_standard_says()
    {
        var file = await Download("nl", "generalLedgerEntries", "", "&page=generalLedgerEntries");

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var errors = new OpenXmlValidator().Validate(document);

        Assert.Empty(errors.Select(error => $"{error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public async Task A_mistake_in_the_question_is_answered_and_not_written_into_a_file()
    {
        var answer = await books.Trade.Client.GetAsync(
            $"{books.Trade.Trade}/generalLedgerEntries?$format=xlsx&$filter=nothing eq 1"
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static int Column(List<object?[]> cells, string caption)
    {
        var at = Array.IndexOf(cells[0], caption);
        Assert.True(at >= 0, $"No {caption} in {string.Join(", ", cells[0])}");
        return at;
    }

    private async Task<(string Name, List<object?[]> Cells)> Sheet(
        string language,
        string set,
        string filter,
        string rest
    )
    {
        var file = await Download(language, set, filter, rest);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        var cells = new List<object?[]>();
        while (reader.Read())
            cells.Add([
                .. Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(at => (object?)reader.GetValue(at)),
            ]);
        return (reader.Name, cells);
    }

    private async Task<byte[]> Download(string language, string set, string filter, string rest)
    {
        var path =
            $"{books.Trade.Trade}/{set}?$format=xlsx{rest}"
            + (filter.Length == 0 ? "" : "&$filter=" + Uri.EscapeDataString(filter));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var client = new HttpClient { BaseAddress = books.Trade.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = books
            .Trade
            .Client
            .DefaultRequestHeaders
            .Authorization;
        var answer = await client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(bytes));
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            answer.Content.Headers.ContentType?.MediaType
        );
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition?.FileNameStar);
        return bytes;
    }
}
