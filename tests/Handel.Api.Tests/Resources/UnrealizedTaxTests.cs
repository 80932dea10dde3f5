using System.Text.Json;
using Handel.Kernel;
using Handel.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// A company that declares VAT when money moves (cash accounting, UNR-01..03), over HTTP: switched
/// on, sold and bought in one quarter, paid in the next.
/// </summary>
public sealed class UnrealizedTaxTests(TradeServer trade)
    : IClassFixture<TradeServer>,
        IAsyncLifetime
{
    private const string Sales = "4391";
    private const string Purchases = "4392";
    private static readonly DateOnly Paid = new(2026, 4, 10);
    private readonly TaxGiven _given = new(trade);

    public async ValueTask InitializeAsync()
    {
        await using (var db = Open())
        {
            db.AddRange(AccountOf(Sales), AccountOf(Purchases));
            await db.SaveChangesAsync();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task UNR_01_VAT_is_declared_in_the_quarter_of_the_payment()
    {
        await SetupIsCheckedAndSwitchedOn();
        var sold = await SettledBooks.Begin(trade, KeepOn);
        var bought = await SettledBooks.Begin(trade, KeepOn, Direction.Purchase);

        var invoice = await sold.Invoice(new { }, ("1000", 1000m));
        Expect(await sold.LastRegister(), (Sales, -210m), ("1300", 1210m));
        var bill = await bought.Invoice(new { }, ("1000", 600m));
        Expect(await bought.LastRegister(), (Purchases, 126m), ("4210", -726m));
        await Boxes("2026-01-01", "2026-03-31", ("1A-O", 0m), ("1A-B", 0m), ("5B", 0m));
        await WhatWaitsIsShown(invoice);

        // 210 x 400/1210 = 69.42; 126 x 363/726 = 63.00.
        var receipt = await sold.Pay(new(-400m, Paid));
        await sold.Apply(receipt, invoice);
        Expect(await sold.LastRegister(), (Sales, 69.42m), ("4310", -69.42m));
        var payment = await bought.Pay(new(363m, Paid));
        await bought.Apply(payment, bill);
        Expect(await bought.LastRegister(), (Purchases, -63m), ("4320", 63m));

        await Boxes("2026-01-01", "2026-03-31", ("1A-O", 0m), ("1A-B", 0m), ("5B", 0m));
        await Boxes(
            "2026-04-01",
            "2026-06-30",
            ("1A-O", 330.58m),
            ("1A-B", 69.42m),
            ("5B", 63m),
            ("5G", 6.42m)
        );
        await sold.ExpectWholeBooks();
        await ASettlementLeavesWhatWaits(sold);
        await AnUnappliedPaymentIsRefusedOnceDeclared(sold, receipt);
        await TheRestFollows(sold, invoice);
        await TheSwitchStaysWhileSomethingWaits();
    }

    private async Task SetupIsCheckedAndSwitchedOn()
    {
        var setup = await _given.Combination("BINNENL", "HOOG");
        var path = $"{trade.Trade}/taxPostingSetups({Id(setup)})";
        var change = new
        {
            unrealizedType = "Percentage",
            salesTaxUnrealizedAccount = Sales,
            purchaseTaxUnrealizedAccount = Purchases,
        };
        var early = await trade.Patch(path, change, 400);
        Assert.Contains("unrealizedType", early.ToString());
        await _given.Setup(new { unrealizedTax = true });
        var set = await trade.Patch(path, change);
        Assert.Equal(
            ("Percentage", Sales),
            (Text(set, "unrealizedType"), Text(set, "salesTaxUnrealizedAccount"))
        );
    }

    private async Task WhatWaitsIsShown(JsonElement invoice)
    {
        var vat = Assert.Single(await _given.Vat(Text(invoice, "documentNumber")));
        Assert.Equal(
            (0m, 0m, -1000m, -210m, -1000m, -210m),
            (
                Number(vat, "base"),
                Number(vat, "amount"),
                Number(vat, "unrealizedTaxBase"),
                Number(vat, "unrealizedTaxAmount"),
                Number(vat, "remainingUnrealizedTaxBase"),
                Number(vat, "remainingUnrealizedTaxAmount")
            )
        );
    }

    // VST-05: only what became due is settled; the entries of the documents stay open.
    private async Task ASettlementLeavesWhatWaits(SettledBooks books)
    {
        var period = await trade.Post(
            $"{trade.Trade}/taxReturnPeriods",
            new
            {
                description = "2026-Q2",
                startDate = "2026-04-01",
                endDate = "2026-06-30",
            }
        );
        var path = $"{trade.Trade}/taxReturnPeriods({Id(period)})";
        await trade.Patch(
            path,
            new
            {
                settlementAccount = "4390",
                settlementPostingDate = "2026-06-30",
                settlementDocumentNumber = "BTW-2026-Q2",
            }
        );
        await trade.Post($"{path}/Microsoft.NAV.postSettlement", new { }, 200);
        Expect(await books.LastRegister(), ("4310", 69.42m), ("4320", -63m), ("4390", -6.42m));
        var waiting = await _given.Rows(
            $"{trade.Trade}/taxEntries?$filter=remainingUnrealizedTaxAmount ne 0"
        );
        Assert.Equal(2, waiting.Count);
        Assert.All(waiting, entry => Assert.False(entry.GetProperty("closed").GetBoolean()));
        await books.ExpectWholeBooks();
    }

    private static async Task AnUnappliedPaymentIsRefusedOnceDeclared(
        SettledBooks books,
        JsonElement receipt
    )
    {
        var refused = await books.Act(receipt, "unapply", new { }, 400);

        Assert.Contains("VAT", Text(refused.GetProperty("error"), "message"));
    }

    private static async Task TheRestFollows(SettledBooks books, JsonElement invoice)
    {
        var second = await books.Pay(new(-605m, new(2026, 7, 3)));
        await books.Apply(second, invoice);
        Expect(await books.LastRegister(), (Sales, 105m), ("4310", -105m));
        await books.Act(second, "unapply", new { });
        Expect(await books.LastRegister(), (Sales, -105m), ("4310", 105m));
        await books.ExpectWholeBooks();
        var last = await books.Pay(new(-205m, new(2026, 7, 20)));
        await books.Apply(second, invoice);
        await books.Apply(last, invoice);
        Expect(await books.LastRegister(), (Sales, 35.58m), ("4310", -35.58m));
        await books.ExpectClosed(invoice, second, last);
    }

    // GLS-13, VPS-06: half of the vendor's VAT still waits.
    private async Task TheSwitchStaysWhileSomethingWaits()
    {
        var setup = await _given.Combination("BINNENL", "HOOG");
        var path = $"{trade.Trade}/taxPostingSetups({Id(setup)})";
        var account = await trade.Patch(path, new { purchaseTaxUnrealizedAccount = "4320" }, 400);
        Assert.Contains("purchaseTaxUnrealizedAccount", account.ToString());
        await trade.Patch(path, new { unrealizedType = "_x0020_" });
        var row = await _given.Only($"{trade.Trade}/taxSetup");
        var off = await trade.Patch(
            $"{trade.Trade}/taxSetup({Id(row)})",
            new { unrealizedTax = false },
            400
        );
        Assert.Contains("unrealizedTax", off.ToString());
    }

    private async Task Boxes(string from, string to, params (string Row, decimal Amount)[] expected)
    {
        var rows = await _given.Rows(
            $"{trade.Trade}/taxStatementResults?$filter=statementName eq 'AANGIFTE'"
                + $" and taxReportingDate ge {from} and taxReportingDate le {to}"
        );
        var figures = rows.ToDictionary(
            row => Text(row, "rowNumber"),
            row => Number(row, "amount")
        );
        Assert.Equal(expected, expected.Select(box => (box.Row, figures[box.Row])));
    }

    private static void Expect(
        Dictionary<string, decimal> booked,
        params (string Account, decimal Amount)[] expected
    ) =>
        Assert.All(
            expected,
            line => Assert.Equal(line.Amount, booked.GetValueOrDefault(line.Account))
        );

    private static void KeepOn(Ledgers.Setup.GlSetup gl) => gl.UnrealizedVat = true;

    private static Ledgers.Finance.GlAccount AccountOf(string no) =>
        new()
        {
            CompanyNo = 1,
            Id = Guid.CreateVersion7(),
            No = no,
            Name = $"Nog niet verschuldigde btw {no}",
        };

    private Data.HandelDbContext Open() =>
        trade.Server.Services.GetRequiredService<Data.HandelDatabase>().Open(1);
}
