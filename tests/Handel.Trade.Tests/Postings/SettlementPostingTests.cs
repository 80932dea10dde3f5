using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;

namespace Handel.Trade.Tests.Postings;

/// <summary>What documents settle at posting: both directions by the one engine.</summary>
public class SettlementPostingTests
{
    private readonly PostingGiven _given = new();

    [Theory]
    [InlineData(Direction.Sale, 118.58, 2.42)]
    [InlineData(Direction.Purchase, -118.58, -2.42)]
    public void PTM_12_a_bank_account_takes_or_pays_the_amount_less_the_discount(
        Direction direction,
        decimal paid,
        decimal discount
    )
    {
        Bank("RABO");
        var invoice = Invoice(direction, 100m);
        invoice.PaymentMethodCode = "BANK";
        invoice.PmtDiscountDate = PostingGiven.Day;
        invoice.PaymentDiscountPct = 2m;

        var plan = _given.Post(_given.Books(), invoice);

        var bank = Assert.Single(plan.Posting!.BankEntries);
        Assert.Equal(("RABO", paid, paid), (bank.BankAccountNo, bank.Amount, bank.AmountLcy));
        var lines = plan.Posting.GlEntries.ToLookup(entry => entry.AccountNo);
        Assert.Equal(bank.GlEntryNo, Assert.Single(lines["1100"]).EntryNo);
        Assert.Equal(discount, lines[discount > 0m ? "9250" : "9255"].Sum(e => e.Amount));
        Assert.All(plan.Posting.PartyEntries, entry => Assert.False(entry.IsOpen));
    }

    [Fact]
    public void CUR_08_a_bank_account_in_dollars_takes_no_euros()
    {
        Bank("CHASE");
        var invoice = Invoice(Direction.Sale, 100m);
        invoice.PaymentMethodCode = "BANK";

        var plan = DocumentPosting.Plan(_given.Command(invoice), _given.Books());

        Assert.Contains(
            plan.Problems,
            problem => (problem.Code, problem.Value) == (JournalCodes.BankCurrency, "CHASE")
        );
    }

    [Fact]
    public void S19_a_document_of_a_party_that_pays_the_oldest_first_settles_at_posting()
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var given = new PostingGiven();
            var books = given.Books();
            var open = new[] { 10, 12, 14 }
                .Select(day => Post(given, books, Draft(given, direction, 300m, day)))
                .ToList();
            var memo = Post(given, books, Credit(given, direction, 750m));
            given.Parties[(direction, "P1")].ApplicationMethod = ApplicationMethod.ApplyToOldest;

            var added = Post(given, books, Draft(given, direction, 600m, 20));

            Assert.Equal(
                [0m, 0m, 150m, 300m, 300m],
                new[] { added, memo, open[0], open[1], open[2] }.Select(entry =>
                    Math.Abs(books.PartyEntries[(direction, entry.EntryNo)].RemainingAmount)
                )
            );
        }
    }

    [Fact]
    public void APP_07_a_document_that_was_posted_later_is_not_settled_yet()
    {
        var books = _given.Books();
        var later = Invoice(Direction.Sale, 100m);
        later.PostingDate = PostingGiven.Day.AddDays(1);
        var entry = Post(_given, books, later);
        var credit = Credit(_given, Direction.Sale, 100m);
        credit.AppliesTo = new()
        {
            DocumentType = EntryDocumentType.Invoice,
            DocumentNo = entry.DocumentNo,
        };

        var plan = DocumentPosting.Plan(_given.Command(credit), books);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal((ProblemCodes.Application, "date"), (problem.Code, problem.Args["reason"]));
    }

    [Fact]
    public void DSC_20_an_invoice_keeps_what_may_be_forgiven_and_until_when()
    {
        _given.Gl.PaymentTolerancePct = 1m;
        _given.Gl.MaxPaymentToleranceAmount = 5m;
        _given.Gl.PmtDiscGracePeriod = "5D";
        var invoice = Invoice(Direction.Purchase, 100m);
        invoice.PmtDiscountDate = PostingGiven.Day;

        var entry = Post(_given, _given.Books(), invoice);

        Assert.Equal(
            (-1.21m, PostingGiven.Day.AddDays(5)),
            (entry.MaxPaymentTolerance, entry.PmtDiscToleranceDate)
        );
    }

    private void Bank(string no) =>
        _given.Methods["BANK"] = new PaymentMethod
        {
            Code = "BANK",
            BalAccountNo = no,
            IsBalAccountBank = true,
        };

    private TradeDocument Invoice(Direction direction, decimal amount) =>
        _given.Draft(direction, DocumentKind.Invoice, new LineGiven("8020", 1m, amount));

    private static TradeDocument Draft(
        PostingGiven given,
        Direction direction,
        decimal amount,
        int due
    )
    {
        var line = new LineGiven("8020", 1m, amount, "VAT0");
        var draft = given.Draft(direction, DocumentKind.Invoice, line);
        draft.DueDate = new DateOnly(2026, 3, due);
        return draft;
    }

    private static TradeDocument Credit(PostingGiven given, Direction direction, decimal amount) =>
        given.Draft(direction, DocumentKind.CreditMemo, new LineGiven("8020", 1m, amount, "VAT0"));

    private static PartyEntry Post(PostingGiven given, Books books, TradeDocument draft) =>
        given.Post(books, draft).Posting!.PartyEntries[0];
}
