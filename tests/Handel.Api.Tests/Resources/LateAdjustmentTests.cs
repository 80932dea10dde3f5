using System.Text.Json;
using Handel.App.Ledger;
using Handel.Data;
using Handel.Kernel.Amounts;
using Handel.Ledgers;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Testing;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>
/// Adjusting exchange rates after the fact, taking it back, and of money at the bank; each in a
/// currency of its own (ADJ-03, ADJ-06, ADJ-10).
/// </summary>
public sealed class LateAdjustmentTests(TradeServer trade) : IClassFixture<TradeServer>
{
    [Fact]
    public async Task ADJ_06_a_later_payment_takes_its_share_of_the_new_valuation_with_it()
    {
        var books = await SettledBooks.Begin(trade);
        await Quote("GBP");
        var invoice = await Invoice(books, "GBP");
        await Pay(
            books,
            invoice,
            new(-2000m, new(2026, 2, 10)) { Currency = "GBP", Factor = 1.06m }
        );

        await Adjust(
            new
            {
                endingDate = "2026-01-31",
                documentNumber = "L1",
                currencyFilter = "GBP",
            }
        );

        Assert.Equal((3000m, 2678.57m), await Left(books, invoice));
        Assert.Equal([-165.34m, 66.13m], await Unrealized(books, invoice));
        await books.ExpectWholeBooks();
        await Pay(
            books,
            invoice,
            new(-3000m, new(2026, 3, 1)) { Currency = "GBP", Factor = 1.10m }
        );
        Assert.Equal((0m, 0m), await Left(books, invoice));
        Assert.Equal(0m, (await Unrealized(books, invoice)).Sum());
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task ADJ_06_what_was_settled_whole_is_valued_and_taken_back()
    {
        var books = await SettledBooks.Begin(trade);
        await Quote("CHF");
        var invoice = await Invoice(books, "CHF");
        await Pay(
            books,
            invoice,
            new(-5000m, new(2026, 2, 10)) { Currency = "CHF", Factor = 1.06m }
        );

        await Adjust(
            new
            {
                endingDate = "2026-01-31",
                postingDate = "2026-02-28",
                documentNumber = "L2",
                currencyFilter = "CHF",
            }
        );

        Assert.Equal((0m, 0m), await Left(books, invoice));
        Assert.Equal([-165.34m, 165.34m], await Unrealized(books, invoice));
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task ADJ_10_taken_back_the_next_day_the_payment_realises_the_same()
    {
        var books = await SettledBooks.Begin(trade);
        await Quote("SEK");
        var invoice = await Invoice(books, "SEK");

        await Adjust(
            new
            {
                endingDate = "2026-01-31",
                documentNumber = "L3",
                currencyFilter = "SEK",
                reverseOnDate = "2026-02-01",
            }
        );

        Assert.Equal((5000m, 4629.63m), await Left(books, invoice));
        Assert.Equal([-165.34m, 165.34m], await Unrealized(books, invoice));
        await books.ExpectWholeBooks();
        await Pay(
            books,
            invoice,
            new(-5000m, new(2026, 2, 10)) { Currency = "SEK", Factor = 1.10m }
        );
        Assert.Equal(84.18m, (await books.LastRegister())["9120"]);
        await books.ExpectWholeBooks();
    }

    [Fact]
    public async Task ADJ_03_money_at_a_foreign_bank_gains_or_loses_for_good()
    {
        var books = await SettledBooks.Begin(trade);
        await Quote("NOK");
        var writers = trade.Server.Services.GetRequiredService<CompanyWriters>();
        await OpenBank("NOK");
        var put = await writers.Submit(1, new BankMoney("NOK", 1120m, 1.08m));
        Assert.Empty(put.Problems);
        var order = new
        {
            endingDate = "2026-01-31",
            documentNumber = "L4",
            currencyFilter = "NOK",
        };

        await Adjust(order);

        // 1,120.00 was worth 1,037.04 and is worth 1,000.00.
        var register = await books.LastRegister();
        Assert.Equal((37.04m, -37.04m), (register["9120"], register["1100"]));
        await books.ExpectWholeBooks();
        var again = await Adjust(order);
        Assert.Equal(0, again.GetProperty("exchangeRateAdjustments").GetArrayLength());
    }

    private async Task OpenBank(string currency)
    {
        await using var db = trade.Server.Services.GetRequiredService<HandelDatabase>().Open(1);
        db.Add(
            new BankAccount
            {
                CompanyNo = 1,
                Id = Guid.CreateVersion7(),
                No = currency,
                Name = currency,
                CurrencyCode = currency,
                PostingGroup = "BANK",
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task Quote(string currency)
    {
        foreach (var (from, factor) in new[] { ("2025-12-01", 1.08m), ("2026-01-31", 1.12m) })
            await trade.Post(
                $"{trade.Trade}/exchangeRates",
                new
                {
                    currencyCode = currency,
                    startingDate = from,
                    exchangeRateAmount = factor,
                    relationalExchangeRateAmount = 1m,
                }
            );
    }

    private static Task<JsonElement> Invoice(SettledBooks books, string currency) =>
        books.Invoice(
            new
            {
                currencyCode = currency,
                postingDate = "2026-01-02",
                invoiceDate = "2026-01-02",
            },
            ("1000", 5000m / 1.21m)
        );

    private static async Task Pay(SettledBooks books, JsonElement invoice, Payment payment) =>
        await books.Apply(await books.Pay(payment), invoice);

    private async Task<JsonElement> Adjust(object body)
    {
        var periods = await trade.Get($"{trade.Trade}/accountingPeriods?$top=1");
        var id = SettledBooks.Id(periods.GetProperty("value")[0]);
        return await trade.Post(
            $"{trade.Trade}/accountingPeriods({id})/Microsoft.NAV.adjustExchangeRates",
            body,
            200
        );
    }

    private async Task<(decimal, decimal)> Left(SettledBooks books, JsonElement entry)
    {
        var now = await trade.Get($"{books.Entries}({SettledBooks.Id(entry)})");
        return (
            now.GetProperty("remainingAmount").GetDecimal(),
            now.GetProperty("remainingAmountLCY").GetDecimal()
        );
    }

    private static async Task<decimal[]> Unrealized(SettledBooks books, JsonElement invoice)
    {
        var number = invoice.GetProperty("entryNumber").GetInt32();
        var rows = await books.Rows(
            $"detailedCustomerLedgerEntries?$filter=customerLedgerEntryNumber eq {number}"
                + "&$orderby=entryNumber"
        );
        return
        [
            .. rows.Where(row =>
                    row.GetProperty("entryType")
                        .GetString()!
                        .StartsWith("Unrealized", StringComparison.Ordinal)
                )
                .Select(row => row.GetProperty("amountLCY").GetDecimal()),
        ];
    }
}

/// <summary>Money that is put on a foreign bank account, posted by the ledger writer.</summary>
internal sealed record BankMoney(string BankNo, decimal Amount, decimal Factor) : ILedgerCommand
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    public IReadOnlyList<Guid> Drafts => [];
    public string UserName => "bank";
    public int LineCount => 1;

    public void AddNeeds(DraftSet drafts, CompanySetup setup, BooksNeeds needs) { }

    public Plan Plan(DraftSet drafts, Books books, PostingMoment moment)
    {
        var fork = books.Fork();
        var header = new PostingHeader
        {
            CompanyNo = books.Setup.CompanyNo,
            PostingDate = Day,
            DocumentDate = Day,
            VatDate = Day,
            DocumentType = EntryDocumentType.None,
            DocumentNo = "PUT",
            Description = "Money",
            PartyNo = "",
            SourceCode = "GENJNL",
        };
        var posting = new Posting
        {
            RegisterNo = ++fork.Counters.Register,
            PostingDate = Day,
            DocumentNo = "PUT",
            SourceCode = "GENJNL",
        };
        var lcy = Conversion.ToLcy(Amount, Factor);
        var builder = new PostingBuilder(posting, fork.Counters, header);
        builder.AddBank(
            new(books.Setup.BankAccounts[BankNo], "1100") { Amount = Amount, AmountLcy = lcy }
        );
        builder.AddAccount("4190", -lcy, dimensionSetId: 0);
        return Handel.Trade.Documents.Plan.Ready([posting], fork);
    }
}
