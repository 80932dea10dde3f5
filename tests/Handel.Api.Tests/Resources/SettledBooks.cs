using System.Globalization;
using System.Text.Json;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Data;
using Handel.Kernel;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>A customer of his own for each test, who buys over HTTP and pays by the bank.</summary>
internal sealed class SettledBooks(TradeServer trade)
{
    public static readonly DateOnly Day = new(2026, 3, 2);
    private const int CompanyNo = 1;
    private static int _parties;
    private static int _invoices;

    public Direction Direction { get; private init; }
    public string PartyNo { get; private set; } = "";
    public string Party => Direction == Direction.Sale ? "customer" : "vendor";
    public string Entries => $"{trade.Trade}/{Party}LedgerEntries";

    /// <summary>A new party; the switches of the company are those that are given.</summary>
    public static async Task<SettledBooks> Begin(
        TradeServer trade,
        Action<GlSetup>? set = null,
        Direction direction = Direction.Sale
    )
    {
        var books = new SettledBooks(trade) { Direction = direction };
        await books.Set(set ?? (_ => { }));
        var made = await trade.Post(
            $"{books.Party}s",
            new { displayName = $"Party {++_parties}", country = "NL" }
        );
        books.PartyNo = made.GetProperty("number").GetString()!;
        return books;
    }

    public async Task Set(Action<GlSetup> set)
    {
        await using var db = Open();
        var gl = await db.Set<GlSetup>().AsTracking().SingleAsync();
        (gl.AdjustForPmtDisc, gl.PmtDiscExclVat) = (false, false);
        (gl.PaymentTolerancePct, gl.MaxPaymentToleranceAmount) = (0m, 0m);
        gl.PaymentTolerancePolicy = TolerancePolicy.Never;
        gl.PmtDiscTolerancePolicy = TolerancePolicy.Never;
        gl.PmtDiscGracePeriod = "";
        gl.ApplnRoundingPrecision = 0m;
        set(gl);
        await db.Set<VatPostingSetup>()
            .ExecuteUpdateAsync(s =>
                s.SetProperty(v => v.AdjustForPaymentDiscount, gl.AdjustForPmtDisc)
            );
        await db.SaveChangesAsync();
    }

    public async Task PayOldestFirst()
    {
        await using var db = Open();
        await db
            .Parties.Where(party => party.No == PartyNo)
            .ExecuteUpdateAsync(s =>
                s.SetProperty(p => p.ApplicationMethod, ApplicationMethod.ApplyToOldest)
            );
    }

    /// <summary>Terms with 2 % within 14 days; their id.</summary>
    public async Task<string> Terms()
    {
        var code = $"T{PartyNo}";
        var terms = await trade.Post(
            "paymentTerms",
            new
            {
                code,
                displayName = code,
                dueDateCalculation = "30D",
                discountDateCalculation = "14D",
                discountPercent = 2m,
            }
        );
        return terms.GetProperty("id").GetString()!;
    }

    /// <summary>A posted invoice of one line an item; its ledger entry.</summary>
    public Task<JsonElement> Invoice(object header, params (string Item, decimal Price)[] lines) =>
        Direction == Direction.Sale
            ? Posted("salesInvoices", "salesInvoiceLines", header, lines)
            : Posted("purchaseInvoices", "purchaseInvoiceLines", header, lines);

    public Task<JsonElement> CreditMemo(object header, params (string, decimal)[] lines) =>
        Posted("salesCreditMemos", "salesCreditMemoLines", header, lines);

    public async Task<JsonElement> Pay(Payment payment)
    {
        var writers = trade.Server.Services.GetRequiredService<CompanyWriters>();
        var outcome = await writers.Submit(
            CompanyNo,
            payment with
            {
                PartyNo = PartyNo,
                Direction = Direction,
            }
        );
        Assert.Empty(outcome.Problems);
        var made = outcome.Plan.Posting!.PartyEntries[0];
        return await Entry($"entryNumber eq {made.EntryNo}");
    }

    public Task<JsonElement> Apply(JsonElement applying, params JsonElement[] to) =>
        Apply(applying, new { entries = to.Select(e => new { id = Id(e) }) });

    public Task<JsonElement> Apply(JsonElement applying, object body, int status = 200) =>
        trade.Post($"{Entries}({Id(applying)})/Microsoft.NAV.apply", body, status);

    public Task<JsonElement> Act(JsonElement entry, string action, object body, int status = 200) =>
        trade.Post($"{Entries}({Id(entry)})/Microsoft.NAV.{action}", body, status);

    /// <summary>
    /// The entry as it is now: remaining amount and discount, and whether it is open.
    /// </summary>
    public async Task<(decimal Left, decimal Discount, bool Open)> State(JsonElement entry)
    {
        var now = await trade.Get($"{Entries}({Id(entry)})");
        return (
            now.GetProperty("remainingAmount").GetDecimal(),
            now.GetProperty("remainingPaymentDiscountPossible").GetDecimal(),
            now.GetProperty("open").GetBoolean()
        );
    }

    /// <summary>What the last register booked on each account; zero totals are left out.</summary>
    public async Task<Dictionary<string, decimal>> LastRegister()
    {
        await using var db = Open();
        var last = await db.GlRegisters.MaxAsync(register => register.RegisterNo);
        var entries = await db.GlEntries.Where(entry => entry.RegisterNo == last).ToListAsync();
        return entries
            .GroupBy(entry => entry.AccountNo)
            .Select(group => (group.Key, Amount: group.Sum(entry => entry.Amount)))
            .Where(line => line.Amount != 0m)
            .ToDictionary(line => line.Key, line => line.Amount);
    }

    /// <summary>The lines of the last register in the ledger, in their order.</summary>
    public async Task<List<(string Account, decimal Amount)>> LastEntries()
    {
        await using var db = Open();
        var last = await db.GlRegisters.MaxAsync(register => register.RegisterNo);
        var entries = await db
            .GlEntries.Where(entry => entry.RegisterNo == last)
            .OrderBy(entry => entry.EntryNo)
            .ToListAsync();
        return [.. entries.Select(entry => (entry.AccountNo, entry.Amount))];
    }

    /// <summary>What an entry is made of: type, amount in its currency and in LCY.</summary>
    public async Task<IEnumerable<(string, decimal, decimal)>> Details(JsonElement entry)
    {
        var number = entry.GetProperty("entryNumber").GetInt32();
        var capital = char.ToUpperInvariant(Party[0]) + Party[1..];
        var rows = await Rows(
            $"detailed{capital}LedgerEntries"
                + $"?$filter={Party}LedgerEntryNumber eq {number}&$orderby=entryNumber"
        );
        return rows.Select(row =>
            (
                row.GetProperty("entryType").GetString()!,
                row.GetProperty("amount").GetDecimal(),
                row.GetProperty("amountLCY").GetDecimal()
            )
        );
    }

    public async Task ExpectClosed(params JsonElement[] entries)
    {
        foreach (var entry in entries)
        {
            var now = await trade.Get($"{Entries}({Id(entry)})");
            Assert.False(now.GetProperty("open").GetBoolean());
            Assert.Equal(0m, now.GetProperty("remainingAmount").GetDecimal());
            Assert.Equal(0m, now.GetProperty("remainingAmountLCY").GetDecimal());
        }
        await ExpectWholeBooks();
    }

    public async Task<List<JsonElement>> Rows(string set)
    {
        var answer = await trade.Get($"{trade.Trade}/{set}");
        return [.. answer.GetProperty("value").EnumerateArray()];
    }

    public async Task ExpectWholeBooks()
    {
        var database = trade.Server.Services.GetRequiredService<HandelDatabase>();
        var verify = new VerifyBooks(database);
        var verdict = await verify.Verify(null, new Progress<OperationProgress>());
        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
    }

    public static string Id(JsonElement row) => row.GetProperty("id").GetString()!;

    public static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private HandelDbContext Open() =>
        trade.Server.Services.GetRequiredService<HandelDatabase>().Open(CompanyNo);

    private async Task<JsonElement> Posted(
        string set,
        string lineSet,
        object header,
        (string Item, decimal Price)[] lines
    )
    {
        var body = JsonSerializer.SerializeToNode(header)!.AsObject();
        body[$"{Party}Number"] = PartyNo;
        if (Direction == Direction.Purchase)
            body["vendorInvoiceNumber"] = $"F{++_invoices}";
        foreach (var name in new[] { "postingDate", DateOf(set) })
            body[name] ??= Text(Day);
        var price = Direction == Direction.Sale ? "unitPrice" : "unitCost";
        body[lineSet] = JsonSerializer.SerializeToNode(
            lines.Select(line => new Dictionary<string, object>
            {
                ["lineType"] = "Item",
                ["lineObjectNumber"] = line.Item,
                ["quantity"] = 1,
                [price] = line.Price,
            })
        );
        var draft = await trade.Post(set, body);
        var id = Id(draft);
        await trade.Post($"{trade.Trade}/{set}({id})/Microsoft.NAV.post", new { }, 200);
        var posted = await trade.Get($"{set}({id})");
        return await Entry($"documentNumber eq '{posted.GetProperty("number").GetString()}'");
    }

    private static string DateOf(string set) =>
        set.EndsWith("Invoices", StringComparison.Ordinal) ? "invoiceDate" : "creditMemoDate";

    public async Task<JsonElement> Entry(string filter) =>
        Assert.Single(await Rows($"{Party}LedgerEntries?$filter={filter}"));
}
