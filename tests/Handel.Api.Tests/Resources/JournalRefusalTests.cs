using System.Text.Json;
using Handel.Data;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// What a journal may not post over HTTP: it is said at which field, and nothing has changed: not
/// the lines, not the entries, not the numbers (JNL-10..37).
/// </summary>
public sealed class JournalRefusalTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly JournalServer journals = new(trade);

    [Fact]
    public async Task JNL_30_an_unbalanced_document_is_refused_with_what_is_missing()
    {
        var batch = await journals.Batch();
        await Ledger(batch, "UNBAL", ("6110", 10m), ("6330", -9m));

        var refused = await Refused(batch, "E-J-BALANCE");

        Assert.Contains("UNBAL", Message(refused), StringComparison.Ordinal);
        Assert.Contains("out of balance by 1.", Message(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JNL_10_a_date_outside_the_allowed_range_is_refused()
    {
        var batch = await journals.Batch();
        await journals.Pair(batch, "TOOLATE", 10m);
        await using var db = Open();
        await Allow(db, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31));
        try
        {
            foreach (var line in await journals.LinesOf(batch))
                await trade.Patch(
                    $"{journals.Lines}({Id(line)})",
                    new { postingDate = "2026-02-01" }
                );

            var refused = await Refused(batch, "E-DATE");

            Assert.EndsWith("postingDate", Target(refused), StringComparison.Ordinal);
        }
        finally
        {
            await Allow(db, null, null);
        }
    }

    [Fact]
    public async Task JNL_25_a_blocked_ledger_account_is_refused()
    {
        var batch = await journals.Batch();
        await Ledger(batch, "BLKACC", ("6410", 10m), ("6330", -10m));
        await using var db = Open();
        await Block(db, "6410", true);
        try
        {
            var refused = await Refused(batch, "E-LINE");

            Assert.Contains("6410", Message(refused), StringComparison.Ordinal);
        }
        finally
        {
            await Block(db, "6410", false);
        }
    }

    [Fact]
    public async Task JNL_20_a_customer_who_is_blocked_for_all_is_refused()
    {
        var books = await SettledBooks.Begin(trade);
        var batch = await journals.Batch("ONTVANGST");
        await journals.Add(batch, new { accountNumber = books.PartyNo, amount = -10m });
        var customer = await journals.Single($"customers?$filter=number eq '{books.PartyNo}'");
        await trade.Patch($"customers({Id(customer)})", new { blocked = "All" });

        var refused = await Refused(batch, "E-BLOCK");

        Assert.Contains(books.PartyNo, Message(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CUR_03_a_currency_without_a_rate_is_refused_while_it_is_typed()
    {
        await trade.Post("currencies", new { code = "XTS", displayName = "No rate" });
        var batch = await journals.Batch();
        var before = await Counts(batch);

        var refused = await journals.Add(
            batch,
            new
            {
                accountNumber = "6110",
                currencyCode = "XTS",
                amount = 10m,
            },
            400
        );

        Assert.Equal("E-NORATE", Rule(refused));
        Assert.Contains("XTS", Message(refused), StringComparison.Ordinal);
        Assert.Equal(before, await Counts(batch));
    }

    [Fact]
    public async Task APP_01_a_closed_invoice_is_not_paid_again()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var batch = await journals.Batch("ONTVANGST");
        await Pays(batch, books.PartyNo, invoice, "2026-03-04");
        await journals.Post(batch);
        var again = await journals.Batch("ONTVANGST");
        await Pays(again, books.PartyNo, invoice, "2026-03-04");

        var refused = await Refused(again, "E-APPLY");

        Assert.Contains("closed", Message(refused), StringComparison.Ordinal);
        Assert.EndsWith("appliesToDocumentNumber", Target(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APP_07_an_invoice_is_not_paid_before_it_exists()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(new { }, ("1000", 100m));
        var batch = await journals.Batch("ONTVANGST");
        await Pays(batch, books.PartyNo, invoice, "2026-03-01");

        var refused = await Refused(batch, "E-APPLY");

        Assert.EndsWith("appliesToDocumentNumber", Target(refused), StringComparison.Ordinal);
        Assert.Equal(121m, (await books.State(invoice)).Left);
    }

    [Fact]
    public async Task JNL_22_a_vendor_invoice_comes_in_once()
    {
        var books = await SettledBooks.Begin(trade, direction: Kernel.Direction.Purchase);
        var batch = await journals.Batch();
        await Bill(batch, books.PartyNo, "BILL1");
        await journals.Post(batch);
        await Bill(batch, books.PartyNo, "BILL2");

        var refused = await Refused(batch, "E-EXTDOC");

        Assert.EndsWith("externalDocumentNumber", Target(refused), StringComparison.Ordinal);
        Assert.Contains("SAME-1", Message(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task REV_02_a_blocked_account_stops_a_reversal_too()
    {
        var batch = await journals.Batch();
        await Ledger(batch, "REVBLK", ("6110", 10m), ("6330", -10m));
        await journals.Post(batch);
        var register = await journals.Single(
            $"{trade.Trade}/generalLedgerRegisters?$filter=documentNumber eq 'REVBLK'"
        );
        await using var db = Open();
        await Block(db, "6110", true);
        try
        {
            var before = await Counts(batch);

            var refused = await trade.Post(
                $"{trade.Trade}/generalLedgerRegisters({Id(register)})/Microsoft.NAV.reverse",
                new { },
                400
            );

            Assert.Contains("6110", Message(refused), StringComparison.Ordinal);
            Assert.Equal(before, await Counts(batch));
        }
        finally
        {
            await Block(db, "6110", false);
        }
    }

    /// <summary>Posting is refused, and everything is as it was.</summary>
    private async Task<JsonElement> Refused(string batch, string rule)
    {
        var before = await Counts(batch);
        var refused = await journals.Post(batch, 400);
        Assert.Equal(rule, Rule(refused));
        Assert.Equal(before, await Counts(batch));
        await journals.ExpectWholeBooks();
        return refused;
    }

    private static string Rule(JsonElement answer) =>
        Text(answer.GetProperty("error").GetProperty("innererror"), "rule");

    private async Task<(int, int, int, int, string)> Counts(string batch)
    {
        await using var db = Open();
        var id = Guid.Parse(batch);
        var used = await db
            .NumberSeries.SelectMany(series => series.Lines)
            .Select(line => line.LastNoUsed)
            .ToListAsync();
        return (
            await db.GlEntries.CountAsync(),
            await db.GlRegisters.CountAsync(),
            await db.PartyDetails.CountAsync(),
            await db.JournalLines.CountAsync(line => line.BatchId == id),
            string.Join(",", used.Order())
        );
    }

    private async Task Ledger(string batch, string document, params (string, decimal)[] lines)
    {
        foreach (var (accountNumber, amount) in lines)
            await journals.Add(
                batch,
                new
                {
                    documentNumber = document,
                    accountNumber,
                    amount,
                }
            );
    }

    private Task<JsonElement> Pays(
        string batch,
        string customer,
        JsonElement invoice,
        string day
    ) =>
        journals.Add(
            batch,
            new
            {
                accountType = "Customer",
                accountNumber = customer,
                postingDate = day,
                documentType = "Payment",
                appliesToDocumentType = "Invoice",
                appliesToDocumentNumber = Text(invoice, "documentNumber"),
                amount = -121m,
            }
        );

    private Task<JsonElement> Bill(string batch, string vendor, string document) =>
        journals.Add(
            batch,
            new
            {
                documentType = "Invoice",
                documentNumber = document,
                externalDocumentNumber = "SAME-1",
                accountType = "Vendor",
                accountNumber = vendor,
                amount = -50m,
                balancingAccountNumber = "6330",
            }
        );

    private static Task Allow(HandelDbContext db, DateOnly? from, DateOnly? to) =>
        db.Set<GlSetup>()
            .ExecuteUpdateAsync(s =>
                s.SetProperty(g => g.AllowPostingFrom, from).SetProperty(g => g.AllowPostingTo, to)
            );

    private static Task Block(HandelDbContext db, string account, bool isBlocked) =>
        db
            .GlAccounts.Where(a => a.No == account)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.IsBlocked, isBlocked));

    private HandelDbContext Open() =>
        trade.Server.Services.GetRequiredService<HandelDatabase>().Open(1);
}
