using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handel.App.Users;
using Handel.Data;
using Handel.Ledgers.Bank;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Who may post when, and how differences are forgiven: setup over HTTP (GLS, GLD, PTM-10).
/// </summary>
public sealed class FinanceSetupTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const string Bank = "PINBANK";

    [Fact]
    public async Task GLD_01_dates_of_a_user_win_entirely_over_those_of_the_company()
    {
        var books = await SettledBooks.Begin(trade);
        await Setup(new { allowPostingFrom = "2026-03-01", allowPostingTo = "2026-03-31" });
        var own = await trade.Post(
            $"{trade.Trade}/userSetups",
            new { userName = "ADMIN", allowPostingFrom = "2026-03-10" }
        );
        Assert.Equal(
            ("admin", "2026-03-10", "0001-01-01", "User"),
            (
                Text(own, "userName"),
                Text(own, "effectivePostingFrom"),
                Text(own, "effectivePostingTo"),
                Text(own, "postingDatesSource")
            )
        );

        // The company would take the first and refuse the second.
        var early = await Post(trade.Client, await Draft(books, "2026-03-05"));
        Assert.Contains("10/03/2026", await early.Content.ReadAsStringAsync(), Comparison);
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        var later = await Post(trade.Client, await Draft(books, "2026-04-05"));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        using var clerk = await trade.SignIn(Roles.Clerk);
        var byClerk = await Post(clerk, await Draft(books, "2026-04-05"));
        Assert.Equal(HttpStatusCode.BadRequest, byClerk.StatusCode);
        Assert.Contains(
            "generalLedgerSetup",
            await byClerk.Content.ReadAsStringAsync(),
            Comparison
        );

        // GLD-03: applications look at the same dates.
        var entry = Assert.Single(await books.Rows(Entries(books)));
        var payment = await books.Pay(new(-10m, new(2026, 3, 6)));
        await books.Act(entry, "previewApply", Applying(payment, "2026-04-05"), 200);
        var refused = await books.Act(
            payment,
            "previewApply",
            Applying(await books.Pay(new(10m, new(2026, 3, 6))), "2026-03-06"),
            400
        );
        Assert.Contains("userSetups", refused.GetRawText(), Comparison);

        await trade.Delete($"{trade.Trade}/userSetups({SettledBooks.Id(own)})");
        await Setup(new { allowPostingFrom = (string?)null, allowPostingTo = (string?)null });
    }

    [Fact]
    public async Task GLD_01_a_row_is_of_somebody_who_exists_and_its_dates_are_in_order()
    {
        var path = $"{trade.Trade}/userSetups";

        var nobody = await trade.Post(path, new { userName = "nobody" }, 400);
        await trade.Post(
            path,
            new
            {
                userName = "admin",
                allowPostingFrom = "2026-03-10",
                allowPostingTo = "2026-03-09",
            },
            400
        );

        Assert.Contains("nobody", nobody.GetRawText(), Comparison);
        using var clerk = await trade.SignIn(Roles.Clerk);
        var answer = await clerk.PostAsJsonAsync(path, new { userName = "admin" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("{\"allowPostingFrom\":\"2026-03-10\",\"allowPostingTo\":\"2026-03-09\"}")]
    [InlineData("{\"amountRoundingPrecision\":0}")]
    [InlineData("{\"unitAmountRoundingPrecision\":-1}")]
    [InlineData("{\"invoiceRoundingPrecision\":0.005}")]
    [InlineData("{\"applicationRoundingPrecision\":0.015}")]
    [InlineData("{\"paymentDiscountExcludingTax\":true,\"adjustForPaymentDiscount\":true}")]
    public async Task GLS_what_contradicts_itself_is_refused(string change)
    {
        var row = await Row();

        var refused = await trade.Patch(
            $"{trade.Trade}/generalLedgerSetup({SettledBooks.Id(row)})",
            JsonDocument.Parse(change).RootElement,
            400
        );

        var targets = JsonDocument.Parse(change).RootElement.EnumerateObject();
        Assert.Equal(
            targets.Last().Name,
            refused.GetProperty("error").GetProperty("target").GetString()
        );
        Assert.Equal(
            row.GetProperty("lastModifiedDateTime").GetString(),
            (await Row()).GetProperty("lastModifiedDateTime").GetString()
        );
    }

    [Fact]
    public async Task GLS_07_amounts_that_were_rounded_keep_their_precision()
    {
        var books = await SettledBooks.Begin(trade);
        await books.Invoice(new { }, ("1000", 10m));

        var refused = await Setup(new { amountRoundingPrecision = 0.1m }, 400);

        Assert.Contains("entries that were rounded by it", Whole(refused), Comparison);
    }

    [Fact]
    public async Task GLS_17_open_entries_follow_a_change_of_the_tolerance_with_a_log()
    {
        var books = await SettledBooks.Begin(trade);
        var big = await books.Invoice(new { }, ("1001", 1000m / 1.09m));
        var small = await books.Invoice(new { }, ("1001", 300m / 1.09m));
        var blocked = await Blocked(books);
        Assert.Equal(0m, Number(big, "maxPaymentTolerance"));

        await Change("changePaymentTolerance", Tolerance(recompute: false));
        Assert.Equal(0m, await MaxOf(books, big));
        await Change("changePaymentTolerance", Tolerance(recompute: true));

        Assert.Equal((5m, 3m), (await MaxOf(books, big), await MaxOf(books, small)));
        Assert.Equal(0m, await MaxOf(blocked.Books, blocked.Entry));
        var log = await books.Rows(
            "customerLedgerEntryEdits?$filter=customerLedgerEntryNumber eq "
                + $"{big.GetProperty("entryNumber").GetInt32()}"
        );
        var edit = Assert.Single(log);
        Assert.Equal(
            ("maxPaymentTolerance", "0", "5", "admin"),
            (
                Text(edit, "field"),
                Text(edit, "oldValue"),
                Text(edit, "newValue"),
                Text(edit, "userId")
            )
        );
        await Change("changePaymentTolerance", new { paymentTolerancePercent = 101m }, 400);
        await Change("changePaymentTolerance", new { currencyCode = "XXX" }, 400);
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task GLS_17_a_longer_grace_period_reaches_open_entries()
    {
        var books = await SettledBooks.Begin(trade);
        var invoice = await books.Invoice(
            new { paymentTermsId = await books.Terms() },
            ("1000", 100m)
        );
        Assert.Equal("2026-03-16", Text(invoice, "paymentDiscountToleranceDate"));

        await Change("changeGracePeriod", new { paymentDiscountGracePeriod = "-1D" }, 400);
        await Change("changeGracePeriod", new { paymentDiscountGracePeriod = "veel" }, 400);
        await Change(
            "changeGracePeriod",
            new { paymentDiscountGracePeriod = "5D", recomputeOpenEntries = true }
        );

        var now = await trade.Get($"{books.Entries}({SettledBooks.Id(invoice)})");
        Assert.Equal("2026-03-21", Text(now, "paymentDiscountToleranceDate"));
        Assert.Equal("5D", Text(await Row(), "paymentDiscountGracePeriod"));
    }

    [Fact]
    public async Task PTM_12_a_method_with_a_bank_pays_at_once_and_UNA_06_warns_of_the_statement()
    {
        var books = await SettledBooks.Begin(trade);
        await AddBank();
        var methods = $"{trade.Trade}/paymentMethods";
        await trade.Post(
            methods,
            new
            {
                code = "PINX",
                balancingAccountType = "Bank_x0020_Account",
                balancingAccountNumber = "1010",
            },
            400
        );
        var method = await trade.Post(
            methods,
            new
            {
                code = "PIN",
                displayName = "Pin",
                balancingAccountType = "Bank_x0020_Account",
                balancingAccountNumber = Bank,
            }
        );
        Assert.Equal("Bank_x0020_Account", Text(method, "balancingAccountType"));
        await trade.Patch(
            $"customers({await CustomerId(books)})",
            new { paymentMethodId = SettledBooks.Id(method) }
        );
        var draft = await Draft(books, "2026-03-02");
        Assert.Equal(HttpStatusCode.OK, (await Post(trade.Client, draft)).StatusCode);
        var entries = await books.Rows(Entries(books));
        Assert.Equal([121m, -121m], entries.Select(e => Number(e, "amount")));
        Assert.All(entries, e => Assert.Equal(0m, Number(e, "remainingAmount")));
        await CloseStatement();

        var preview = await books.Act(entries[0], "previewUnapply", new { });
        var undone = await books.Act(entries[0], "unapply", new { });

        foreach (var answer in new[] { preview.GetProperty("application"), undone })
        {
            var finding = Assert.Single(answer.GetProperty("findings").EnumerateArray());
            Assert.Equal("Warning", Text(finding, "severity"));
            Assert.Contains("closed bank statement", Text(finding, "message"), Comparison);
        }
        Assert.Equal((121m, 0m, true), await books.State(entries[0]));
        await OpenStatement();
    }

    private const StringComparison Comparison = StringComparison.Ordinal;

    private static object Tolerance(bool recompute) =>
        new
        {
            paymentTolerancePercent = 1m,
            maxPaymentToleranceAmount = 5m,
            recomputeOpenEntries = recompute,
        };

    private static object Applying(JsonElement entry, string date) =>
        new { entries = new[] { new { id = SettledBooks.Id(entry) } }, postingDate = date };

    private static string Entries(SettledBooks books) =>
        $"customerLedgerEntries?$filter=customerNumber eq '{books.PartyNo}'&$orderby=entryNumber";

    private async Task<JsonElement> Row() =>
        (await trade.Get($"{trade.Trade}/generalLedgerSetup")).GetProperty("value")[0];

    private async Task<JsonElement> Setup(object change, int status = 200) =>
        await trade.Patch(
            $"{trade.Trade}/generalLedgerSetup({SettledBooks.Id(await Row())})",
            change,
            status
        );

    private async Task Change(string action, object body, int status = 204) =>
        await trade.Post(
            $"{trade.Trade}/generalLedgerSetup({SettledBooks.Id(await Row())})"
                + $"/Microsoft.NAV.{action}",
            body,
            status
        );

    private async Task<decimal> MaxOf(SettledBooks books, JsonElement entry) =>
        Number(
            await trade.Get($"{books.Entries}({SettledBooks.Id(entry)})"),
            "maxPaymentTolerance"
        );

    private async Task<(SettledBooks Books, JsonElement Entry)> Blocked(SettledBooks books)
    {
        var other = await SettledBooks.Begin(trade);
        await using var db = Open();
        await db
            .Parties.Where(party => party.No == other.PartyNo)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.BlockPaymentTolerance, true));
        return (other, await other.Invoice(new { }, ("1000", 100m)));
    }

    private async Task<string> CustomerId(SettledBooks books) =>
        SettledBooks.Id(
            (await trade.Get($"customers?$filter=number eq '{books.PartyNo}'")).GetProperty(
                "value"
            )[0]
        );

    private async Task AddBank()
    {
        await using var db = Open();
        var group = await db.Set<BankPostingGroup>().FirstOrDefaultAsync();
        if (group is null)
        {
            group = new()
            {
                CompanyNo = 1,
                Id = Guid.CreateVersion7(),
                Code = "BANK",
                GlAccountNo = "1010",
            };
            db.Add(group);
        }
        db.Add(
            new BankAccount
            {
                CompanyNo = 1,
                Id = Guid.CreateVersion7(),
                No = Bank,
                Name = "Bank",
                PostingGroup = group.Code,
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task CloseStatement()
    {
        await using var db = Open();
        var closed = await db
            .BankEntries.Where(entry => entry.BankAccountNo == Bank)
            .ExecuteUpdateAsync(s =>
                s.SetProperty(e => e.IsOpen, false)
                    .SetProperty(e => e.RemainingAmount, 0m)
                    .SetProperty(e => e.StatementStatus, BankEntryStatus.Closed)
            );
        Assert.Equal(1, closed);
    }

    /// <summary>Other tests of the class prove the books.</summary>
    private async Task OpenStatement()
    {
        await using var db = Open();
        await db
            .BankEntries.Where(entry => entry.BankAccountNo == Bank)
            .ExecuteUpdateAsync(s =>
                s.SetProperty(e => e.IsOpen, true)
                    .SetProperty(e => e.RemainingAmount, e => e.Amount)
                    .SetProperty(e => e.StatementStatus, BankEntryStatus.Open)
            );
    }

    private HandelDbContext Open() =>
        trade.Server.Services.GetRequiredService<HandelDatabase>().Open(1);

    private async Task<string> Draft(SettledBooks books, string date)
    {
        var draft = await trade.Post(
            "salesInvoices",
            new
            {
                customerNumber = books.PartyNo,
                invoiceDate = date,
                postingDate = date,
                salesInvoiceLines = new[]
                {
                    new
                    {
                        lineType = "Item",
                        lineObjectNumber = "1000",
                        quantity = 1,
                        unitPrice = 100m,
                    },
                },
            }
        );
        return SettledBooks.Id(draft);
    }

    private Task<HttpResponseMessage> Post(HttpClient client, string id) =>
        client.PostAsJsonAsync($"{trade.Trade}/salesInvoices({id})/Microsoft.NAV.post", new { });

    private static string Whole(JsonElement error) => error.GetRawText();

    private static decimal Number(JsonElement row, string name) =>
        row.GetProperty(name).GetDecimal();

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
