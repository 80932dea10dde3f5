using System.Text.Json;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// The quarter of S29 over HTTP, from documents to a closed period: statement, EU sales list,
/// reconciliation, corrections and settlement (VST, ICP, VDT).
/// </summary>
public sealed class TaxReturnTests(TradeServer trade) : IClassFixture<TradeServer>, IAsyncLifetime
{
    private const string Quarter =
        "taxReportingDate ge 2026-01-01 and taxReportingDate le 2026-03-31";
    private readonly TaxGiven _given = new(trade);
    private string _acquired = "";
    private string _sold = "";

    public async ValueTask InitializeAsync()
    {
        await _given.Party("vendors", "40010", "DE", "DE136695976");
        await _given.Party("customers", "10010", "BE", "BE0428759497");
        await Post("salesInvoices", "10000", Line("8030", "HOOG", 12450.00m));
        await Post("salesCreditMemos", "10000", Line("8030", "HOOG", 350.00m));
        await Post("salesInvoices", "10000", Line("8030", "LAAG", 1500.00m));
        await Post("purchaseInvoices", "40000", Line("7110", "HOOG", 4380.00m, isSale: false));
        _acquired = await Post(
            "purchaseInvoices",
            "40010",
            Line("7110", "HOOG", 2480.55m, isSale: false)
        );
        _sold = await Post("salesInvoices", "10010", Line("8011", "HOOG", 2480.55m));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task S29_from_documents_to_a_settled_and_closed_period()
    {
        await BoxesAreThoseOfTheQuarter();
        await BoxesStandAsOnTheForm();
        await LedgerAndEntriesAgree();
        var period = await Period("2026-01-01", "2026-03-31");
        var path = $"{trade.Trade}/taxReturnPeriods({Id(period)})";
        await SalesListEqualsItsBox(period);
        await ADocumentWithoutNumberStopsTheList();
        await AVatDateMovesAnEntryIntoAnotherPeriod();

        await SettlementIsPreviewedAndPosted(path);

        await trade.Post($"{path}/Microsoft.NAV.release", new { }, 200);
        var closed = await trade.Post($"{path}/Microsoft.NAV.close", new { }, 200);
        Assert.Equal(("Closed", "2026-Q1"), (Text(closed, "status"), Text(closed, "description")));
        await trade.Post($"{path}/Microsoft.NAV.reopen", new { }, 400);
        await AClosedPeriodTakesNothing();
        var next = await trade.Post($"{path}/Microsoft.NAV.createNext", new { }, 200);
        Assert.Equal(
            ("2026-Q2", "2026-04-01", "2026-06-30"),
            (Text(next, "description"), Text(next, "startDate"), Text(next, "endDate"))
        );
        await BooksAreWhole();
        await ASupplyThatIsNotListedIsFound();
    }

    // INV-44: behind the back of the program, the supply goes to a country outside the union.
    private async Task ASupplyThatIsNotListedIsFound()
    {
        await using var db = trade
            .Server.Services.GetRequiredService<HandelDatabase>()
            .Open(companyNo: 1);
        await MoveTo(db, "BE", "US");

        var found = await Findings();

        await MoveTo(db, "US", "BE");
        Assert.Contains(found, finding => finding.Contains("INV-44", StringComparison.Ordinal));
        await BooksAreWhole();
    }

    private static Task<int> MoveTo(HandelDbContext db, string from, string to) =>
        db.Database.ExecuteSqlAsync(
            $"""
            SET session_replication_role = replica;
            UPDATE vat_entry SET reported_country_code = {to}
                WHERE type = 2 AND reported_country_code = {from};
            RESET session_replication_role
            """
        );

    private async Task BoxesAreThoseOfTheQuarter()
    {
        var rows = await _given.Rows(
            $"{trade.Trade}/taxStatementResults?$filter=statementName eq 'AANGIFTE' and {Quarter}"
        );
        var figures = rows.ToDictionary(
            row => Text(row, "rowNumber"),
            row => (Number(row, "amount"), Number(row, "declaredAmount"))
        );

        Assert.Equal((12100.00m, 12100m), figures["1A-O"]);
        Assert.Equal((2541.00m, 2541m), figures["1A-B"]);
        Assert.Equal((1500.00m, 1500m), figures["1B-O"]);
        Assert.Equal((135.00m, 135m), figures["1B-B"]);
        Assert.Equal((2480.55m, 2480m), figures["3B-O"]);
        Assert.Equal((2480.55m, 2480m), figures["4B-O"]);
        Assert.Equal((520.92m, 520m), figures["4B-B"]);
        Assert.Equal((3196.92m, 3196m), figures["5A"]);
        Assert.Equal((1440.72m, 1441m), figures["5B"]);
        Assert.Equal((1756.20m, 1755m), figures["5G"]);
        await EntriesBehind(rows, "1A-B", 2);
        await EntriesBehind(rows, "5G", 5);
    }

    // VST-04: the form has turnover and VAT of a box beside each other.
    private async Task BoxesStandAsOnTheForm()
    {
        var rows = await _given.Rows(
            $"{trade.Trade}/taxReturnBoxes?$filter=statementName eq 'AANGIFTE' and {Quarter}"
        );
        var boxes = rows.Where(row => Text(row, "boxNumber").Length > 0)
            .ToDictionary(row => Text(row, "boxNumber"));

        Assert.Equal(
            "Leveringen en diensten belast met hoog tarief",
            Text(boxes["1a"], "description")
        );
        Assert.Equal(
            (12100.00m, 12100m, 2541.00m, 2541m),
            (
                Number(boxes["1a"], "turnoverAmount"),
                Number(boxes["1a"], "declaredTurnoverAmount"),
                Number(boxes["1a"], "taxAmount"),
                Number(boxes["1a"], "declaredTaxAmount")
            )
        );
        Assert.Equal(
            (2480m, 520m),
            (
                Number(boxes["4b"], "declaredTurnoverAmount"),
                Number(boxes["4b"], "declaredTaxAmount")
            )
        );
        Assert.Equal(1755m, Number(boxes["5g"], "declaredTaxAmount"));
        Assert.Equal("", Text(boxes["5g"], "turnoverEntries"));
        var filter = Uri.EscapeDataString(Text(boxes["1a"], "turnoverEntries"));
        var entries = await _given.Rows($"{trade.Trade}/taxEntries?$filter={filter}");
        Assert.Equal([-12450.00m, 350.00m], entries.Select(entry => Number(entry, "base")));
        Assert.Contains(rows, row => Text(row, "heading") == "True");
    }

    private async Task EntriesBehind(List<JsonElement> rows, string rowNo, int count)
    {
        var row = rows.Single(r => Text(r, "rowNumber") == rowNo);
        Assert.Equal("taxEntries", Text(row, "entitySet"));
        var filter = Uri.EscapeDataString(Text(row, "filter"));
        Assert.Equal(
            count,
            (await _given.Rows($"{trade.Trade}/taxEntries?$filter={filter}")).Count
        );
    }

    private async Task LedgerAndEntriesAgree()
    {
        var rows = await _given.Rows($"{trade.Trade}/taxReconciliations?$filter={Quarter}");
        Assert.Equal(
            [
                ("4310", -2541.00m, 0m),
                ("4311", -135.00m, 0m),
                ("4320", 919.80m, 0m),
                ("4321", 0m, 0m),
                ("4330", 520.92m, 0m),
                ("4335", -520.92m, 0m),
            ],
            rows.Select(row =>
                (
                    Text(row, "accountNumber"),
                    Number(row, "ledgerAmount"),
                    Number(row, "differenceAmount")
                )
            )
        );
    }

    private async Task SalesListEqualsItsBox(JsonElement period)
    {
        var line = await _given.Only($"{trade.Trade}/euSalesListLines?$filter={Quarter}");
        Assert.Equal(
            ("BE", "0428759497", "Goods", 2480m),
            (
                Text(line, "countryCode"),
                Text(line, "taxRegistrationNumber"),
                Text(line, "supplyType"),
                Number(line, "declaredAmount")
            )
        );
        var behind = await _given.Only(
            $"{trade.Trade}/taxEntries?$filter={Uri.EscapeDataString(Text(line, "filter"))}"
        );
        Assert.Equal(_sold, Text(behind, "documentNumber"));
        var tie = await _given.Only($"{trade.Trade}/euSalesTieOuts?$filter=id eq {Id(period)}");
        Assert.Equal(
            (2480.55m, 2480.55m, 0m),
            (Number(tie, "listAmount"), Number(tie, "boxAmount"), Number(tie, "differenceAmount"))
        );
        var file = await trade.Client.GetStringAsync(
            $"{trade.Trade}/taxReturnPeriods({Id(period)})/euSalesListContent"
        );
        Assert.Equal(
            "country;vatNumber;goods;services;triangular\r\nBE;0428759497;2480;0;0\r\n",
            file
        );
        var statement = await trade.Client.GetStringAsync(
            $"{trade.Trade}/taxReturnPeriods({Id(period)})/statementContent"
        );
        Assert.Contains("4b;4B-B;", statement);
        Assert.Contains(";520.92;520.00\r\n", statement);
    }

    // ICP-01, VEN-02: the number is corrected on the entry, and the correction is kept.
    private async Task ADocumentWithoutNumberStopsTheList()
    {
        var entry = Assert.Single(await _given.Vat(_sold));
        var path = $"{trade.Trade}/taxEntries({Id(entry)})";
        await trade.Patch(path, new { taxRegistrationNumber = "" });

        var refused = await trade.Get($"{trade.Trade}/euSalesListLines?$filter={Quarter}", 400);

        Assert.Contains(_sold, Text(refused.GetProperty("error"), "message"));
        await trade.Patch(
            path,
            new { taxRegistrationNumber = "BE0428759497", euThirdPartyTrade = true }
        );
        var line = await _given.Only($"{trade.Trade}/euSalesListLines?$filter={Quarter}");
        Assert.Equal("Triangular", Text(line, "supplyType"));
        Assert.Equal(2, (await _given.Rows($"{trade.Trade}/taxCorrections")).Count);
    }

    // VDT-03: entries and document follow; the ledger is read by the new date.
    private async Task AVatDateMovesAnEntryIntoAnotherPeriod()
    {
        var entry = Assert.Single(await _given.Vat(_acquired));
        var path = $"{trade.Trade}/taxEntries({Id(entry)})";

        var moved = await trade.Patch(path, new { taxReportingDate = "2026-04-15" });

        Assert.Equal("2026-04-15", Text(moved, "taxReportingDate"));
        Assert.Equal("2026-02-10", Text(moved, "postingDate"));
        var document = await _given.Only(
            $"{trade.Trade}/purchaseInvoices?$filter=number eq '{_acquired}'"
        );
        Assert.Equal("2026-04-15", Text(document, "taxDate"));
        var rows = await _given.Rows($"{trade.Trade}/taxReconciliations?$filter={Quarter}");
        Assert.All(rows, row => Assert.Equal(0m, Number(row, "differenceAmount")));
        Assert.Equal(
            0m,
            Number(rows.Single(r => Text(r, "accountNumber") == "4330"), "ledgerAmount")
        );
        await trade.Patch(path, new { taxReportingDate = "2026-02-10" });
        var log = (await _given.Rows($"{trade.Trade}/taxCorrections"))[^1];
        Assert.Equal(
            ("2026-04-15", "2026-02-10"),
            (Text(log, "taxReportingDateBefore"), Text(log, "taxReportingDate"))
        );
        Assert.NotEqual("", Text(log, "userId"));
    }

    private async Task SettlementIsPreviewedAndPosted(string path)
    {
        await trade.Post($"{path}/Microsoft.NAV.postSettlement", new { }, 400);
        await trade.Post($"{path}/Microsoft.NAV.close", new { }, 400);
        await trade.Patch(
            path,
            new
            {
                settlementAccount = "4390",
                settlementPostingDate = "2026-03-31",
                settlementDocumentNumber = "BTW-2026-Q1",
            }
        );

        var preview = await trade.Post($"{path}/Microsoft.NAV.previewSettlement", new { }, 200);
        var before = await _given.Gl("BTW-2026-Q1");
        await trade.Post($"{path}/Microsoft.NAV.postSettlement", new { }, 200);
        await trade.Post($"{path}/Microsoft.NAV.postSettlement", new { }, 400);

        Assert.Empty(before);
        Assert.Equal(3196.92m, Number(preview.GetProperty("totals"), "debitAmount"));
        Assert.Equal(
            [
                ("4320", -919.80m),
                ("4310", 2541.00m),
                ("4311", 135.00m),
                ("4330", -520.92m),
                ("4335", 520.92m),
                ("4390", -1756.20m),
            ],
            await _given.Gl("BTW-2026-Q1")
        );
        var open = await _given.Rows(
            $"{trade.Trade}/taxEntries?$filter=closed eq false and {Quarter}"
        );
        Assert.Empty(open);
        var settled = await _given.Vat("BTW-2026-Q1");
        Assert.Equal(5, settled.Count);
        Assert.All(settled, row => Assert.Equal("Settlement", Text(row, "type")));
        var entry = Assert.Single(await _given.Vat(_acquired));
        Assert.Contains(
            Number(entry, "closedByEntryNumber"),
            settled.Select(row => Number(row, "entryNumber"))
        );
    }

    private async Task AClosedPeriodTakesNothing()
    {
        var draft = await _given.Draft(
            "salesInvoices",
            Header("salesInvoices", "10000"),
            Line("8030", "HOOG", 1m)
        );
        var refused = await trade.Post(
            $"{trade.Trade}/salesInvoices({Id(draft)})/Microsoft.NAV.post",
            new { },
            400
        );
        Assert.Contains("10/02/2026", Text(refused.GetProperty("error"), "message"));
        var entry = Assert.Single(await _given.Vat(_sold));
        await trade.Patch(
            $"{trade.Trade}/taxEntries({Id(entry)})",
            new { taxReportingDate = "2026-05-01" },
            400
        );
    }

    private async Task BooksAreWhole() => Assert.Empty(await Findings());

    private async Task<IReadOnlyList<string>> Findings()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        var verdict = await new VerifyBooks(database).Verify(
            "Test BV",
            new Progress<OperationProgress>(),
            TestContext.Current.CancellationToken
        );
        return [.. verdict.Findings.Select(finding => $"{finding}")];
    }

    private Task<JsonElement> Period(string start, string end) =>
        trade.Post($"{trade.Trade}/taxReturnPeriods", new { startDate = start, endDate = end });

    private async Task<string> Post(string set, string party, object line) =>
        await _given.Posted(set, Header(set, party), line);

    private static object Header(string set, string party) =>
        set.StartsWith("sales", StringComparison.Ordinal)
            ? new { customerNumber = party, postingDate = "2026-02-10" }
            : new { vendorNumber = party, postingDate = "2026-02-10" };
}
