using Handel.Data.Bulk;
using Handel.Data.Ledger;
using Handel.Kernel;
using Handel.Ledgers.Parties;
using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Bulk;

public sealed class BulkWriterTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const int Few = 2;
    private const int Many = 9;
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("10000")]
    [InlineData("0.0001")]
    [InlineData("0.00001")]
    [InlineData("-0.5")]
    [InlineData("9999.9999")]
    [InlineData("123456.78901")]
    [InlineData("-100000000.00001")]
    [InlineData("999999999999999999.99999")]
    [InlineData("2.50")]
    [InlineData("100000000")]
    public async Task An_amount_is_read_as_it_was_written(string text)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var read = await Written(Many, no => Entry(no) with { CurrencyFactor = amount });

        Assert.All(read, entry => Assert.Equal(amount, entry.CurrencyFactor));
    }

    [Theory]
    [InlineData("0.00000000000000000001")]
    [InlineData("1.23456789012345678901")]
    [InlineData("12345678.90123456789012345678")]
    public async Task A_factor_keeps_twenty_decimals(string text)
    {
        var factor = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var read = await Written(Many, no => Entry(no) with { CurrencyFactor = factor });

        Assert.All(read, entry => Assert.Equal(factor, entry.CurrencyFactor));
    }

    [Theory]
    [InlineData(Few)]
    [InlineData(Many)]
    public async Task A_row_is_read_as_it_was_written_whichever_way_it_went(int rows)
    {
        PartyEntry Full(int no) =>
            Entry(no) with
            {
                Description = "Café — 東京 'quoted' \\ \t",
                PmtDiscountDate = Day.AddDays(-10_000),
                ClosedAtDate = null,
                IsOpen = true,
                OriginalAmount = -1234.56m,
            };

        var read = await Written(rows, Full);

        Assert.Equal(Enumerable.Range(1, rows).Select(Full), read);
    }

    [Fact]
    public async Task Text_with_more_bytes_than_one_send_arrives_whole()
    {
        var text = string.Concat(Enumerable.Repeat("€", 100));

        var read = await Written(500, no => Entry(no) with { Description = text });

        Assert.Equal(500, read.Count);
        Assert.All(read, entry => Assert.Equal(text, entry.Description));
    }

    [Fact]
    public async Task What_is_kept_is_added_to_and_what_is_new_is_inserted()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var db = database.Open(77);
        PartyBalance Balance(string no, decimal balance) =>
            new()
            {
                CompanyNo = 77,
                Direction = Direction.Sale,
                PartyNo = no,
                BalanceLcy = balance,
            };
        var trip = new RoundTrip(db);
        var bulk = new BulkWriter(trip);

        bulk.Accumulate([Balance("A", 10m)]);
        bulk.Accumulate([Balance("A", 2.5m), Balance("B", -1m)]);
        var asked = trip.Rows<PartyBalance>("party_no", ["A", "B"]);
        await trip.Make(TestContext.Current.CancellationToken);

        Assert.Equal(
            [("A", 12.5m), ("B", -1m)],
            asked.Rows.Select(row => (row.PartyNo, row.BalanceLcy)).Order()
        );
    }

    [Fact]
    public async Task A_trip_that_fails_says_so_wherever_it_fails()
    {
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var db = database.Open(78);
        var trip = new RoundTrip(db);
        trip.Rows<PartyBalance>("party_no", ["A"]);
        trip.Do($"SELECT 1 / {0}::int INTO TEMP nothing");

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            trip.Make(TestContext.Current.CancellationToken)
        );
    }

    private async Task<List<PartyEntry>> Written(int rows, Func<int, PartyEntry> entry)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var database = new HandelDatabase(fixture.ConnectionString);
        await using var db = database.Open(1);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var trip = new RoundTrip(db);
        new BulkWriter(trip).Insert([.. Enumerable.Range(1, rows).Select(entry)]);
        await trip.Make(ct);
        // Read by the driver, which knows nothing of how it was written.
        return await db.PartyEntries.OrderBy(e => e.EntryNo).ToListAsync(ct);
    }

    private static PartyEntry Entry(int no) =>
        new()
        {
            CompanyNo = 1,
            Direction = Direction.Sale,
            EntryNo = no,
            RegisterNo = 1,
            PartyNo = "K1",
            PostingDate = Day,
            DocumentDate = Day,
            VatDate = Day,
            DueDate = Day.AddDays(30),
            DocumentNo = "VF1",
            Description = "",
            PostingGroup = "NL",
            OriginalAmount = 0m,
            OriginalAmountLcy = 0m,
            SourceCode = "SALES",
            RemainingAmount = 0m,
            RemainingAmountLcy = 0m,
            IsOpen = false,
        };
}
