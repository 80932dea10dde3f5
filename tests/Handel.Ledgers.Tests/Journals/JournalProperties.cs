using FsCheck;
using FsCheck.Fluent;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reversing;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>What holds for every journal, whatever is in it.</summary>
public class JournalProperties
{
    private static readonly string[] Rates = ["", "HIGH", "LOW", "REVERSE", "EXEMPT"];

    /// <summary>A document: amounts in cents, VAT of each line, and who balances it.</summary>
    public sealed record Document(int[] Cents, int[] Vat, int Balance, int Factor);

    private static readonly Arbitrary<Document[]> Journals = (
        from documents in (
            from cents in Gen.Choose(-5_000_00, 5_000_00)
                .Where(amount => amount != 0)
                .NonEmptyListOf()
                .Resize(6)
            from vat in Gen.Choose(0, Rates.Length - 1).ArrayOf(6)
            from balance in Gen.Choose(0, 3)
            from factor in Gen.Choose(0, 3)
            select new Document([.. cents], vat, balance, factor)
        )
            .NonEmptyListOf()
            .Resize(5)
        select documents.ToArray()
    ).ToArbitrary();

    [Fact]
    public void INV_01_every_register_balances_and_its_VAT_ties_to_the_ledger() =>
        Check(documents =>
        {
            var given = new JournalGiven();
            var plan = Post(given, given.Books(), documents);
            Assert.Equal(documents.Length, plan.Postings.Count);
            foreach (var posting in plan.Postings)
            {
                Assert.Equal(0m, posting.GlEntries.Sum(entry => entry.Amount));
                var vatLines = posting.VatEntries.Select(e => e.VatGlEntryNo).ToHashSet();
                var booked = posting.GlEntries.Where(e => vatLines.Contains(e.EntryNo));
                Assert.Equal(posting.VatEntries.Sum(e => e.Amount), booked.Sum(e => e.Amount));
                Assert.Single(posting.GlEntries.Select(entry => entry.DocumentNo).Distinct());
            }
        });

    [Fact]
    public void INV_09_banks_and_parties_tie_to_their_ledger_accounts() =>
        Check(documents =>
        {
            var given = new JournalGiven();
            var plan = Post(given, given.Books(), documents);
            var lines = plan
                .Postings.SelectMany(posting => posting.GlEntries)
                .ToLookup(entry => entry.AccountNo, entry => entry.Amount);
            var banks = plan.Postings.SelectMany(posting => posting.BankEntries);
            var details = plan.Postings.SelectMany(posting => posting.PartyDetails).ToList();
            Assert.Equal(lines["1100"].Sum(), banks.Sum(entry => entry.AmountLcy));
            Assert.Equal(
                lines["1300"].Sum() + lines["4210"].Sum(),
                details.Sum(detail => detail.AmountLcy)
            );
        });

    [Fact]
    public void INV_58_preview_and_post_are_one_plan() =>
        Check(documents =>
        {
            var given = new JournalGiven();
            var books = given.Books();
            var lines = Lines(given, documents);
            var preview = JournalPosting.Plan(given.Command(lines), books);
            var posted = given.Post(books, lines);
            Assert.Equal(
                preview.Postings.SelectMany(posting => posting.GlEntries),
                posted.Postings.SelectMany(posting => posting.GlEntries)
            );
            Assert.Equal(
                preview.Postings.SelectMany(posting => posting.VatEntries),
                posted.Postings.SelectMany(posting => posting.VatEntries)
            );
            Assert.Equal(
                preview.Postings.SelectMany(posting => posting.PartyEntries),
                posted.Postings.SelectMany(posting => posting.PartyEntries)
            );
        });

    [Fact]
    public void INV_33_and_60_reversing_leaves_nothing_and_twice_leaves_everything() =>
        Check(documents =>
        {
            var given = new JournalGiven();
            var books = given.Books();
            var plan = Post(given, books, documents);
            Keep(books, plan.Postings);
            var entries = books.PartyEntries.Values.OrderBy(Key).ToList();
            var command = new RegisterToReverse(1) { IsWholeJournal = true };

            var undone = Adopted(Reversal.Plan(command, books));
            Keep(books, undone.Postings);
            Assert.Empty(Balances(plan.Postings.Concat(undone.Postings)));
            Assert.All(books.PartyEntries.Values, entry => Assert.False(entry.IsOpen));

            var first = undone.Postings[0].RegisterNo;
            var restored = Adopted(Reversal.Plan(command with { RegisterNo = first }, books));
            Assert.Empty(Balances(undone.Postings.Concat(restored.Postings)));
            Assert.Equal(
                entries,
                books.PartyEntries.Values.Where(e => e.RegisterNo < first).OrderBy(Key)
            );
        });

    private static void Check(Action<Document[]> holds)
    {
        void Hold(Document[] all)
        {
            var documents = all.Where(HasBalance).ToArray();
            if (documents.Length > 0)
                holds(documents);
        }
        var config = Config.QuickThrowOnFailure.WithMaxTest(80).WithQuietOnSuccess(true);
        Prop.ForAll(Journals, Hold).Check(config);
    }

    // A document whose lines add up to nothing has nothing to balance.
    private static bool HasBalance(Document document) => document.Cents.Sum() != 0;

    private static JournalPlan Post(JournalGiven given, Books books, Document[] documents) =>
        given.Post(books, Lines(given, documents));

    private static List<JournalLine> Lines(JournalGiven given, Document[] documents)
    {
        var lines = new List<JournalLine>();
        for (var i = 0; i < documents.Length; i++)
            lines.AddRange(Lines(given, documents[i], $"D{i}"));
        return lines;
    }

    private static IEnumerable<JournalLine> Lines(JournalGiven given, Document document, string no)
    {
        var total = 0m;
        for (var i = 0; i < document.Cents.Length; i++)
        {
            var amount = document.Cents[i] / 100m;
            var rate = Rates[document.Vat[i % document.Vat.Length]];
            var line = given.Line(amount < 0m ? "8010" : "6110", amount, no);
            line.PostingDate = line.VatDate = JournalGiven.Day.AddDays(document.Balance);
            var type = amount < 0m ? GenPostingType.Sale : GenPostingType.Purchase;
            total += amount;
            yield return rate.Length == 0 ? line : given.WithVat(line, type, rate);
        }
        var (account, accountNo) = document.Balance switch
        {
            0 => (JournalAccountType.GlAccount, "1190"),
            1 => (JournalAccountType.Customer, "C1"),
            2 => (JournalAccountType.Vendor, "V1"),
            _ => (JournalAccountType.BankAccount, "BANK"),
        };
        var balance = given.Of(account, accountNo, -total, no);
        balance.PostingDate = balance.VatDate = JournalGiven.Day.AddDays(document.Balance);
        yield return balance;
    }

    private static ReversalPlan Adopted(ReversalPlan plan)
    {
        Assert.Empty(plan.Problems.Select(problem => $"{problem.Code} {problem.Value}"));
        plan.After!.Adopt();
        return plan;
    }

    private static void Keep(Books books, IEnumerable<Posting> postings)
    {
        foreach (var posting in postings)
            PostedBooks.Keep(books, posting);
    }

    private static (Kernel.Direction, int) Key(PartyEntry entry) =>
        (entry.Direction, entry.EntryNo);

    private static IEnumerable<(string, DateOnly)> Balances(IEnumerable<Posting> postings) =>
        postings
            .SelectMany(posting => posting.GlEntries)
            .GroupBy(entry => (entry.AccountNo, entry.PostingDate))
            .Where(day =>
                day.Sum(entry => entry.DebitAmount) != 0m
                || day.Sum(entry => entry.CreditAmount) != 0m
            )
            .Select(day => day.Key);
}
