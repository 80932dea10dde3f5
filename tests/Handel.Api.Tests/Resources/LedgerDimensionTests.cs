using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Dimensions of what is posted without a document: the closing of a year (COM-09) and the
/// valuation of foreign currency (DIM-11), over HTTP.
/// </summary>
public sealed class LedgerDimensionTests(DimensionServer server) : IClassFixture<DimensionServer>
{
    private const string Equity = "4120";
    private const string Cost = "6110";
    private const string Paid = "1011X";
    private static int _documents;

    private readonly JournalServer journals = new(server.Trade);

    [Fact]
    public async Task COM_09_closing_keeps_the_dimensions_that_are_asked_for_and_sums_the_others()
    {
        var first = (await server.Rows($"{server.Ext}/accountingPeriods?$orderby=startingDate"))[0];
        var year = int.Parse(
            DimensionServer.Text(first, "startingDate")[..4],
            CultureInfo.InvariantCulture
        );
        await server.Trade.Post(
            $"{server.Ext}/accounts",
            new
            {
                number = Paid,
                displayName = "Paid",
                category = "Assets",
            }
        );
        await Spend($"{year}-05-01", 100m, "10", "A");
        await Spend($"{year}-06-01", 20m, "10", "B");
        await Spend($"{year}-07-01", 3m, "20", "A");
        await Act(first, "closeFiscalYear", new { });

        var unknown = await Act(first, "closeIncomeStatement", Closing("NO", "DEPARTMENT|X"), 400);
        await Act(first, "closeIncomeStatement", Closing("CLOSED", "department"));

        Assert.Contains("X", Error(unknown), StringComparison.Ordinal);
        Assert.Equal(
            [
                (Equity, 120m, "DEPARTMENT=10"),
                (Equity, 3m, "DEPARTMENT=20"),
                (Cost, -120m, "DEPARTMENT=10"),
                (Cost, -3m, "DEPARTMENT=20"),
            ],
            await Lines("CLOSED", Cost, Equity)
        );
        Assert.Empty(await server.Verify());
        await Balances(year);
    }

    // CNV-08, COA-07: a closing date comes after its day, in balances and behind them.
    private async Task Balances(int year)
    {
        foreach (
            var (from, to) in new[] { (year, $"{year}-12-31"), (year + 1, $"{year + 1}-01-31") }
        )
        {
            var row = await server.One(
                $"{server.Ext}/accountBalances?$filter=number eq '{Cost}'"
                    + $" and dateFilter ge {from}-01-01 and dateFilter le {to}"
            );
            foreach (
                var (amount, entries) in new[]
                {
                    ("openingBalance", "openingEntries"),
                    ("netChange", "periodEntries"),
                    ("closingBalance", "closingEntries"),
                }
            )
                Assert.Equal(
                    row.GetProperty(amount).GetDecimal(),
                    await Sum(DimensionServer.Text(row, entries))
                );
        }
        var open = await server.One(
            $"{server.Ext}/accountBalances?$filter=number eq '{Cost}'"
                + $" and dateFilter ge {year}-01-01 and dateFilter le {year}-12-31"
        );
        var next = await server.One(
            $"{server.Ext}/accountBalances?$filter=number eq '{Cost}'"
                + $" and dateFilter ge {year + 1}-01-01 and dateFilter le {year + 1}-01-31"
        );
        Assert.Equal(123m, open.GetProperty("closingBalance").GetDecimal());
        Assert.Equal(0m, next.GetProperty("openingBalance").GetDecimal());
    }

    [Fact]
    public async Task DIM_11_an_adjustment_of_rates_takes_the_defaults_of_the_accounts_where_asked()
    {
        await server.Default(("accounts", "9120"), "AREA", "NORTH");
        var books = await SettledBooks.Begin(server.Trade);
        foreach (var (from, factor) in new[] { ("2025-12-01", 1.08m), ("2026-01-31", 1.12m) })
            await server.Trade.Post(
                $"{server.Ext}/exchangeRates",
                new
                {
                    currencyCode = "USD",
                    startingDate = from,
                    exchangeRateAmount = factor,
                    relationalExchangeRateAmount = 1m,
                }
            );
        await books.Invoice(
            new
            {
                currencyCode = "USD",
                postingDate = "2026-01-02",
                invoiceDate = "2026-01-02",
            },
            ("1000", 5000m / 1.21m)
        );
        var period = (await server.Rows($"{server.Ext}/accountingPeriods?$top=1"))[0];

        await Act(
            period,
            "adjustExchangeRates",
            new
            {
                endingDate = "2026-01-31",
                documentNumber = "RATES",
                accountDimensions = true,
            }
        );

        Assert.Equal(
            [("1300", -165.34m, ""), ("9120", 165.34m, "AREA=NORTH")],
            await Lines("RATES", "1300", "9120")
        );
        Assert.Empty(await server.Verify());
    }

    [Fact]
    public async Task GLD_03_closing_and_adjusting_look_at_the_dates_of_the_user()
    {
        var setup = await server.Trade.Post(
            $"{server.Ext}/userSetups",
            new { userName = "ADMIN", allowPostingFrom = "2099-01-01" }
        );
        var period = (await server.Rows($"{server.Ext}/accountingPeriods?$top=1"))[0];

        var refused = await Act(
            period,
            "adjustExchangeRates",
            new { endingDate = "2026-01-31", documentNumber = "USER" },
            400
        );
        await server.Trade.Delete($"{server.Ext}/userSetups({SettledBooks.Id(setup)})");

        Assert.Contains("01/01/2099", refused.GetRawText(), StringComparison.Ordinal);
    }

    private async Task Spend(string day, decimal amount, string department, string project)
    {
        var batch = await journals.Batch();
        await journals.Add(
            batch,
            new
            {
                postingDate = day,
                documentNumber = $"COST{++_documents}",
                accountNumber = Cost,
                balancingAccountNumber = Paid,
                amount,
                shortcutDimension1Code = department,
                shortcutDimension2Code = project,
            }
        );
        await journals.Post(batch);
    }

    private async Task<List<(string, decimal, string)>> Lines(string document, params string[] of)
    {
        var rows = await server.Rows(
            $"{server.Ext}/generalLedgerEntries?$filter=documentNumber eq '{document}'"
        );
        var lines = new List<(string Account, decimal Amount, string Dimensions)>();
        foreach (var row in rows.Where(r => of.Contains(JournalServer.Text(r, "accountNumber"))))
            lines.Add(
                (
                    JournalServer.Text(row, "accountNumber"),
                    JournalServer.Number(row, "amount"),
                    await server.Dimensions(
                        $"{server.Ext}/generalLedgerEntries({JournalServer.Id(row)})"
                    )
                )
            );
        return
        [
            .. lines
                .OrderBy(line => line.Account, StringComparer.Ordinal)
                .ThenBy(line => line.Dimensions, StringComparer.Ordinal),
        ];
    }

    private async Task<decimal> Sum(string filter)
    {
        var rows = await server.Rows($"{server.Ext}/generalLedgerEntries?$filter={filter}");
        return rows.Sum(row => JournalServer.Number(row, "amount"));
    }

    private static object Closing(string document, string dimensionFilter) =>
        new
        {
            documentNumber = document,
            retainedEarningsAccountNumber = Equity,
            dimensionFilter,
        };

    private Task<JsonElement> Act(
        JsonElement period,
        string action,
        object body,
        int status = 200
    ) =>
        server.Trade.Post(
            $"{server.Ext}/accountingPeriods({SettledBooks.Id(period)})/Microsoft.NAV.{action}",
            body,
            status
        );

    private static string Error(JsonElement refused) => refused.GetRawText();
}
