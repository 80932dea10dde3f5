using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Kernel;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Testing;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Ledger;

/// <summary>
/// Documents in a foreign currency, from the rate that a user entered to the books.
/// </summary>
public sealed class ForeignCurrency : IAsyncLifetime
{
    private TestDatabase _test = null!;
    private TradingCompany _company = null!;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabase.Create();
        _company = await TradingCompany.Create(_test.ConnectionString);
        await using var db = _company.Open();
        await db.Parties.ExecuteUpdateAsync(set => set.SetProperty(p => p.CurrencyCode, "USD"));
    }

    public async ValueTask DisposeAsync()
    {
        await _company.DisposeAsync();
        await _test.DisposeAsync();
    }

    [Fact]
    public async Task A_company_starts_with_currencies_but_without_its_own_and_without_rates()
    {
        await using var db = _company.Open();

        var currencies = await db.Currencies.ToDictionaryAsync(currency => currency.Code);

        Assert.False(currencies.ContainsKey("EUR"));
        var (pound, yen) = (currencies["GBP"], currencies["JPY"]);
        Assert.Equal(
            ("Brits pond", "£", "826"),
            (pound.Description, pound.Symbol, pound.IsoNumeric)
        );
        Assert.Equal((0.01m, "2:2"), (pound.AmountRoundingPrecision, pound.AmountDecimalPlaces));
        Assert.Equal((1m, "0:0"), (yen.AmountRoundingPrecision, yen.AmountDecimalPlaces));
        var accounts = await db
            .GlAccounts.Where(a => a.DirectPosting)
            .Select(a => a.No)
            .ToListAsync();
        Assert.All(currencies.Values, c => Assert.Contains(c.RealizedLossesAccountNo, accounts));
        Assert.False(await db.ExchangeRates.AnyAsync());
    }

    // SC-05: 100 USD = 92.1533 EUR.
    [Fact]
    public async Task A_purchase_invoice_books_running_totals_in_euros()
    {
        await Quote(new(2026, 1, 1), 100m, 92.1533m);
        var invoice = await _company.Draft(
            Direction.Purchase,
            DocumentKind.Invoice,
            ("A", 3m, 11.11m),
            ("A", 7m, 9.53m)
        );
        Assert.Equal((100.04m, 121.05m), (invoice.Amount, invoice.AmountInclVat));

        var outcome = await _company.Post(invoice);

        Assert.Empty(outcome.Problems);
        await using var db = _company.Open();
        await ExpectBalances(
            db,
            ("7110", 92.19m),
            ("4320", 19.36m),
            ("4210", -111.55m),
            ("3010", 92.19m),
            ("7130", -92.19m)
        );
        var entry = await db.PartyEntries.SingleAsync();
        Assert.Equal(("USD", -121.05m), (entry.CurrencyCode, entry.OriginalAmount));
        Assert.Equal((-111.55m, -92.19m), (entry.OriginalAmountLcy, entry.TurnoverLcy));
        Assert.Equal([30.71m, 61.48m], await CostsByQuantity(db));
        await ExpectWholeBooks();
    }

    // W-08: 1 USD = 0.9137 EUR.
    [Fact]
    public async Task A_sales_invoice_books_running_totals_in_euros()
    {
        await Quote(new(2026, 1, 1), 1m, 0.9137m);
        await _company.Post(
            await _company.Draft(Direction.Purchase, DocumentKind.Invoice, ("A", 10m, 10.00m))
        );
        var invoice = await _company.Draft(
            Direction.Sale,
            DocumentKind.Invoice,
            ("A", 3m, 10.33m),
            ("A", 3m, 10.33m),
            ("A", 1m, 0.07m)
        );
        Assert.Equal((62.05m, 75.08m), (invoice.Amount, invoice.AmountInclVat));

        var outcome = await _company.Post(invoice);

        Assert.Empty(outcome.Problems);
        await using var db = _company.Open();
        await ExpectBalances(db, ("8010", -56.70m), ("4310", -11.90m), ("1300", 68.60m));
        var entry = await db.PartyEntries.SingleAsync(e => e.Direction == Direction.Sale);
        Assert.Equal((75.08m, 68.60m), (entry.OriginalAmount, entry.OriginalAmountLcy));
        Assert.Equal(56.70m, entry.TurnoverLcy);
        await ExpectWholeBooks();
    }

    public static TheoryData<string, decimal, decimal, decimal> Precisions =>
        new()
        {
            { "GBP", 1m, 1.1531m, 0.33m },
            { "JPY", 100m, 0.6127m, 333m },
            { "KWD", 1m, 2.9873m, 0.333m },
        };

    [Theory]
    [MemberData(nameof(Precisions))]
    public async Task Books_stay_whole_in_any_precision(
        string code,
        decimal units,
        decimal euros,
        decimal price
    )
    {
        await using var db = _company.Open();
        await db.Parties.ExecuteUpdateAsync(set => set.SetProperty(p => p.CurrencyCode, code));
        await Quote(new(2026, 1, 1), units, euros, code);
        var lines = Enumerable.Range(1, 40).Select(i => (i % 3 == 0 ? "B" : "A", 1m, price * i));
        var bought = await _company.Draft(Direction.Purchase, DocumentKind.Invoice, [.. lines]);
        Assert.Empty((await _company.Post(bought)).Problems);
        var sold = await _company.Draft(Direction.Sale, DocumentKind.Order, [.. lines]);

        var outcome = await _company.Post(sold);

        Assert.Empty(outcome.Problems);
        await ExpectWholeBooks();
    }

    [Fact]
    public async Task A_credit_memo_at_another_rate_realises_the_difference()
    {
        await Quote(new(2026, 1, 1), 1m, 0.90m);
        await Quote(new(2026, 3, 10), 1m, 0.80m);
        await _company.Post(
            await _company.Draft(Direction.Purchase, DocumentKind.Invoice, ("A", 10m, 10.00m))
        );
        var bought = await _company.Post(
            await _company.Draft(Direction.Purchase, DocumentKind.Invoice, ("A", 1m, 100.00m))
        );
        var credit = await _company.Draft(
            Direction.Purchase,
            DocumentKind.CreditMemo,
            ("A", 1m, 100.00m)
        );
        credit = await Change(credit, new(HeaderField.PostingDate, new DateOnly(2026, 3, 10)));
        credit = await Change(
            credit,
            new(
                HeaderField.AppliesTo,
                new AppliesTo
                {
                    DocumentType = EntryDocumentType.Invoice,
                    DocumentNo = await PostedNo(bought.Plan.ResultId),
                }
            )
        );

        var outcome = await _company.Post(credit);

        Assert.Empty(outcome.Problems);
        await using var db = _company.Open();
        // 121.00 USD: owed 108.90 EUR, taken back at 96.80 EUR.
        await ExpectBalances(db, ("9120", -12.10m), ("4210", -108.90m));
        var open = await db.PartyEntries.Where(e => e.IsOpen).ToListAsync();
        Assert.Equal(-108.90m, Assert.Single(open).RemainingAmountLcy);
        Assert.Contains(
            await db.PartyDetails.ToListAsync(),
            d => d.Type == PartyDetailType.RealizedGain && d.AmountLcy == 12.10m
        );
        await ExpectWholeBooks();
    }

    [Theory]
    [InlineData(DocumentKind.Invoice)]
    [InlineData(DocumentKind.Order)]
    public async Task Without_a_rate_at_the_posting_date_nothing_is_posted(DocumentKind kind)
    {
        await Quote(new(2026, 3, 3), 1m, 0.9m);
        var draft = await _company.Draft(Direction.Purchase, kind, ("A", 1m, 10m));

        var outcome = await _company.Post(draft, new PostingChoice(Deliver: true, Invoice: false));

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal("E-NORATE", problem.Code);
        Assert.Equal(("USD", "2026-03-02"), (problem.Args["currency"], problem.Args["date"]));
        Assert.Equal(("currencies", "USD"), (problem.MendedAt?.Entity, problem.MendedAt?.No));
    }

    [Fact]
    public async Task A_rate_entered_later_is_taken_with_the_next_posting_date()
    {
        var draft = await _company.Draft(Direction.Purchase, DocumentKind.Invoice, ("A", 1m, 10m));
        Assert.Equal(0m, draft.CurrencyFactor);
        await Quote(new(2026, 3, 1), 3m, 2m);
        await Quote(new(2026, 3, 4), 3m, 1m);

        var third = await Change(draft, new(HeaderField.PostingDate, new DateOnly(2026, 3, 3)));
        var fourth = await Change(draft, new(HeaderField.PostingDate, new DateOnly(2026, 3, 4)));
        var typed = await Change(draft, new(HeaderField.CurrencyFactor, 1.25m));
        var back = await Change(draft, new(HeaderField.PostingDate, new DateOnly(2026, 3, 3)));

        Assert.Equal(
            (1.5m, 3m, 1.25m, 1.25m),
            (third.CurrencyFactor, fourth.CurrencyFactor, typed.CurrencyFactor, back.CurrencyFactor)
        );
    }

    [Fact]
    public async Task A_stored_factor_without_end_follows_the_posting_date()
    {
        await Quote(new(2026, 1, 1), 1m, 0.9137m);
        await Quote(new(2026, 3, 4), 2m, 1m);
        var draft = await _company.Draft(Direction.Purchase, DocumentKind.Invoice, ("A", 1m, 10m));

        var later = await Change(draft, new(HeaderField.PostingDate, new DateOnly(2026, 3, 4)));

        Assert.Equal(2m, later.CurrencyFactor);
    }

    [Fact]
    public async Task Rates_keep_the_decimals_that_were_entered()
    {
        await Quote(new(2026, 1, 1), 100_000_000m, 0.01234567890123456789m);

        await using var db = _company.Open();
        var rate = await db.ExchangeRates.SingleAsync();

        Assert.Equal(100_000_000m, rate.ExchangeRateAmount);
        Assert.Equal(0.01234567890123456789m, rate.RelationalExchangeRateAmount);
    }

    private async Task Quote(DateOnly from, decimal units, decimal euros, string code = "USD")
    {
        await using var db = _company.Open();
        db.Add(
            new ExchangeRate
            {
                CompanyNo = _company.Company.CompanyNo,
                Id = Guid.CreateVersion7(),
                CurrencyCode = code,
                StartingDate = from,
                ExchangeRateAmount = units,
                RelationalExchangeRateAmount = euros,
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task<TradeDocument> Change(TradeDocument draft, HeaderChange change)
    {
        var outcome = await _company.Drafts.Change(
            new(_company.Company.CompanyNo, draft.Id) { WorkDate = TradingCompany.Today },
            new DocumentEdit { Header = [change] }
        );
        Assert.Empty(outcome.Problems);
        return outcome.Document!;
    }

    private async Task<string> PostedNo(Guid? id)
    {
        await using var db = _company.Open();
        return (await db.Documents.SingleAsync(d => d.Id == id)).No;
    }

    private async Task ExpectWholeBooks()
    {
        var verify = new VerifyBooks(_company.Database);
        var verdict = await verify.Verify(null, new Progress<OperationProgress>());
        Assert.Empty(verdict.Findings.Select(finding => $"{finding}"));
        Assert.True(verdict.Entries > 0);
    }

    private static async Task ExpectBalances(
        HandelDbContext db,
        params (string No, decimal Balance)[] accounts
    )
    {
        var days = await db.GlDayTotals.ToListAsync();
        Assert.Equal(
            accounts,
            accounts.Select(account =>
                (
                    account.No,
                    days.Where(day => day.AccountNo == account.No).Sum(d => d.Debit - d.Credit)
                )
            )
        );
    }

    private static async Task<decimal[]> CostsByQuantity(HandelDbContext db)
    {
        var values = await db.ValueEntries.ToListAsync();
        return [.. values.OrderBy(v => v.ValuedQuantity).Select(v => v.CostAmountActual)];
    }
}
