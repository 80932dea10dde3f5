using System.Globalization;
using Npgsql;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// The VAT statement of a busy quarter against a sum over the lines of its documents, which knows
/// nothing of VAT entries (INV-41).
/// </summary>
public sealed class TaxSumTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const int Documents = 200;
    private const int Seed = 20260331;
    private const string Quarter =
        "taxReportingDate ge 2026-01-01 and taxReportingDate le 2026-03-31";

    // Documents by the dates and groups that stand on them; VAT that we assess ourselves is not on
    // a document, and is worked out once per document and identifier (VAT-06).
    private const string Sums = """
        WITH keyed AS (
          SELECT d.direction, d.id,
            l.vat_bus_posting_group AS bus, l.vat_prod_posting_group AS prod,
            CASE d.kind WHEN 3 THEN -1 ELSE 1 END AS sign,
            sum(l.amount) AS base, sum(l.amount_incl_vat - l.amount) AS vat,
            CASE WHEN d.direction = 1 AND l.vat_calculation_type = 1
              THEN round(sum(l.amount) * CASE l.vat_prod_posting_group
                WHEN 'HOOG' THEN 21 WHEN 'LAAG' THEN 9 ELSE 0 END / 100, 2)
              ELSE 0 END AS assessed
          FROM trade_document d
          JOIN trade_line l ON l.company_no = d.company_no AND l.document_id = d.id
          WHERE d.is_posted AND d.kind IN (2, 3) AND l.type <> 0
            AND coalesce(d.vat_date, d.posting_date) BETWEEN '2026-01-01' AND '2026-03-31'
          GROUP BY d.direction, d.id, d.kind, 3, 4, l.vat_calculation_type)
        SELECT direction, bus, prod,
          sum(sign * base), sum(sign * (vat + assessed)), sum(sign * assessed)
        FROM keyed GROUP BY direction, bus, prod
        """;

    private readonly TaxGiven _given = new(trade);
    private readonly Random _random = new(Seed);

    [Fact]
    public async Task VST_04_boxes_equal_the_sums_of_hundreds_of_documents()
    {
        await _given.Party("customers", "10010", "BE", "BE0428759497");
        await _given.Party("customers", "10020", "US", "");
        await _given.Party("vendors", "40010", "DE", "DE136695976");
        var posted = new List<(string Set, string No)>();
        for (var at = 0; at < Documents; at++)
            posted.Add(await PostOne());
        foreach (var (set, no) in posted.Where((_, at) => at % 40 == 7))
            await MoveOutOfTheQuarter(no, set);

        var documents = await OfDocuments();

        decimal Base(string side, string bus, params string[] prods) =>
            documents.Where(Is(side, bus, prods)).Sum(row => row.Base);
        decimal Vat(string side, string bus, params string[] prods) =>
            documents.Where(Is(side, bus, prods)).Sum(row => row.Vat);
        var owed =
            Vat("Sale", "BINNENL", "HOOG", "SERVICE", "LAAG") + documents.Sum(row => row.Assessed);
        var input = documents.Where(row => row.Side == "Purchase").Sum(row => row.Vat);
        var boxes = await OfStatement();
        Assert.Equal(Base("Sale", "BINNENL", "HOOG", "SERVICE"), boxes["1A-O"]);
        Assert.Equal(Vat("Sale", "BINNENL", "HOOG", "SERVICE"), boxes["1A-B"]);
        Assert.Equal(Base("Sale", "BINNENL", "LAAG"), boxes["1B-O"]);
        Assert.Equal(Vat("Sale", "BINNENL", "LAAG"), boxes["1B-B"]);
        Assert.Equal(Base("Sale", "EXPORT"), boxes["3A-O"]);
        Assert.Equal(Base("Sale", "EU"), boxes["3B-O"]);
        Assert.Equal(Base("Purchase", "EU"), boxes["4B-O"]);
        Assert.Equal(documents.Sum(row => row.Assessed), boxes["4B-B"]);
        Assert.Equal(owed, boxes["5A"]);
        Assert.Equal(input, boxes["5B"]);
        Assert.Equal(owed - input, boxes["5G"]);
        // None of them is what an empty quarter would give.
        Assert.All(
            boxes.Where(box => Filled.Contains(box.Key)),
            box => Assert.NotEqual(0m, box.Value)
        );
        var accounts = await _given.Rows($"{trade.Trade}/taxReconciliations?$filter={Quarter}");
        Assert.All(accounts, row => Assert.Equal(0m, Number(row, "differenceAmount")));
    }

    private static readonly string[] Filled =
    [
        "1A-O",
        "1A-B",
        "1B-O",
        "1B-B",
        "3A-O",
        "3B-O",
        "4B-O",
        "4B-B",
        "5B",
    ];

    /// <summary>What documents of one side and pair of groups come to.</summary>
    private sealed record GroupSum(string Side, string Bus, string Prod)
    {
        public decimal Base { get; init; }
        public decimal Vat { get; init; }

        /// <summary>VAT that we owe and deduct ourselves.</summary>
        public decimal Assessed { get; init; }
    }

    private static Func<GroupSum, bool> Is(string side, string bus, string[] prods) =>
        row =>
            row.Side == side && row.Bus == bus && (prods.Length == 0 || prods.Contains(row.Prod));

    private async Task<(string Set, string No)> PostOne()
    {
        var isSale = _random.Next(3) > 0;
        var isCredit = _random.Next(6) == 0;
        var set = (isSale, isCredit) switch
        {
            (true, false) => "salesInvoices",
            (true, true) => "salesCreditMemos",
            (false, false) => "purchaseInvoices",
            (false, true) => "purchaseCreditMemos",
        };
        var party = isSale
            ? Pick("10000", "10000", "10010", "10020")
            : Pick("40000", "40000", "40010");
        var date = new DateOnly(2026, 1, 1).AddDays(_random.Next(90));
        var posted = date.ToString("O", CultureInfo.InvariantCulture);
        var number = $"{set}-{_random.Next(1_000_000)}";
        object header = (isSale, isCredit) switch
        {
            (true, _) => new { customerNumber = party, postingDate = posted },
            (false, false) => new { vendorNumber = party, postingDate = posted },
            (false, true) => new
            {
                vendorNumber = party,
                postingDate = posted,
                vendorCreditMemoNumber = number,
            },
        };
        var lines = Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => LineOf(isSale)).ToArray();
        if (set != "salesInvoices" || _random.Next(4) > 0)
            return (set, await _given.Posted(set, header, lines));
        // The price basis of an invoice is that of its order.
        var order = new
        {
            customerNumber = party,
            postingDate = posted,
            pricesIncludeTax = true,
        };
        return (set, await _given.Posted("salesOrders", order, lines));
    }

    private object LineOf(bool isSale)
    {
        var price = 0.01m * (1 + _random.Next(100_000));
        return Line(isSale ? "8030" : "7110", Pick("HOOG", "LAAG", "HOOG", "NUL"), price, isSale);
    }

    private string Pick(params string[] values) => values[_random.Next(values.Length)];

    private async Task MoveOutOfTheQuarter(string no, string set)
    {
        var entries = await _given.Vat(no);
        if (entries.Count == 0)
            return;
        await trade.Patch(
            $"{trade.Trade}/taxEntries({Id(entries[0])})",
            new { taxReportingDate = "2026-04-02" }
        );
        var document = await _given.Only($"{trade.Trade}/{set}?$filter=number eq '{no}'");
        Assert.Equal("2026-04-02", Text(document, "taxDate"));
    }

    private async Task<Dictionary<string, decimal>> OfStatement()
    {
        var rows = await _given.Rows(
            $"{trade.Trade}/taxStatementResults?$filter=statementName eq 'AANGIFTE' and {Quarter}"
        );
        return rows.Where(row => Text(row, "rowNumber").Length > 0)
            .ToDictionary(row => Text(row, "rowNumber"), row => Number(row, "amount"));
    }

    private async Task<List<GroupSum>> OfDocuments()
    {
        await using var connection = new NpgsqlConnection(trade.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(Sums, connection);
        await using var reader = await command.ExecuteReaderAsync(
            TestContext.Current.CancellationToken
        );
        var rows = new List<GroupSum>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(
                new(
                    reader.GetInt16(0) == 0 ? "Sale" : "Purchase",
                    reader.GetString(1),
                    reader.GetString(2)
                )
                {
                    Base = reader.GetDecimal(3),
                    Vat = reader.GetDecimal(4),
                    Assessed = reader.GetDecimal(5),
                }
            );
        return rows;
    }
}
