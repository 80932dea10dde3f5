using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reversing;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>Undoing what a journal posted (REV-01..06, INV-33, INV-60).</summary>
public class ReversalTests
{
    private const JournalAccountType Customer = JournalAccountType.Customer;
    private static readonly DateOnly Day = JournalGiven.Day;
    private readonly JournalGiven _given = new();

    [Fact]
    public void S35_a_receipt_is_taken_back_on_the_sides_where_it_stood()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));

        var posting = Assert.Single(Reverse(books, new(1)).Postings);

        Booked.Gl(posting, ("1300", 500m), ("1100", -500m));
        Assert.Equal(
            [(0m, -500m), (-500m, 0m)],
            posting.GlEntries.Select(entry => (entry.DebitAmount, entry.CreditAmount))
        );
        Assert.Equal((2, 1, "REVERSAL", "DEFAULT"), Facts(posting));
        Assert.Equal(
            [(1, -500m, 0m, false, 2, true), (2, 500m, 0m, false, 1, true)],
            books.PartyEntries.Values.OrderBy(entry => entry.EntryNo).Select(State)
        );
        Assert.Equal(Day, books.PartyEntries[(Direction.Sale, 1)].ClosedAtDate);
        var bank = Assert.Single(posting.BankEntries);
        Assert.Equal((-500m, 0m, false, true), BankState(bank));
        Assert.Equal((500m, 0m, false, true), BankState(books.BankEntries[1]));
        Assert.Equal(2, books.Registers[1].Register.ReversedByRegisterNo);
    }

    [Fact]
    public void S35_a_second_attempt_is_refused()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));
        Reverse(books, new(1));

        Assert.Equal([ReversalCodes.AlreadyReversed], Refused(books, new(1)));
    }

    [Fact]
    public void S35_after_reconciliation_of_the_bank_entry_it_is_refused()
    {
        var books = _given.Books();
        var plan = Post(books, _given.Payment(Customer, -500m));
        books.BankEntries[1] = plan.Postings[0].BankEntries[0] with
        {
            IsOpen = false,
            StatementStatus = BankEntryStatus.Closed,
            StatementNo = "12",
        };

        Assert.Equal([ReversalCodes.Bank], Refused(books, new(1)));
    }

    [Fact]
    public void INV_60_undoing_the_reversal_restores_what_was()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));
        var before = books.PartyEntries[(Direction.Sale, 1)];
        Reverse(books, new(1));

        var posting = Assert.Single(Reverse(books, new(2)).Postings);

        Assert.Equal(before, books.PartyEntries[(Direction.Sale, 1)]);
        Assert.Equal((500m, 500m, true, false), BankState(books.BankEntries[1]));
        Assert.Equal(BankEntryStatus.Open, books.BankEntries[1].StatementStatus);
        Assert.Equal(0, books.Registers[1].Register.ReversedByRegisterNo);
        Assert.Equal(3, books.Registers[2].Register.ReversedByRegisterNo);
        Booked.Gl(posting, ("1300", -500m), ("1100", 500m));
        Assert.All(posting.GlEntries, entry => Assert.False(entry.IsCorrection));
        Assert.Equal(
            [(1, -500m), (2, 0m), (3, 0m)],
            books
                .PartyEntries.Values.OrderBy(entry => entry.EntryNo)
                .Select(entry => (entry.EntryNo, entry.RemainingAmount))
        );
    }

    [Fact]
    public void REV_04_and_it_can_be_reversed_once_more()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));
        Reverse(books, new(1));
        Reverse(books, new(2));

        Reverse(books, new(1));

        Assert.Equal(4, books.Registers[1].Register.ReversedByRegisterNo);
        Assert.All(books.PartyEntries.Values, entry => Assert.False(entry.IsOpen));
        DetailsAddUp(books);
    }

    [Fact]
    public void REV_02_an_applied_entry_is_refused_with_the_way_to_it()
    {
        var books = _given.Books();
        Post(books, Invoice("F1", 100m));
        var payment = _given.Payment(Customer, -100m, "B1");
        (payment.AppliesToDocType, payment.AppliesToDocNo) = (EntryDocumentType.Invoice, "F1");
        Post(books, payment);

        var plan = Reversal.Plan(new(2), books);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(
            (ReversalCodes.Applied, "B1", "customerLedgerEntries", "2"),
            (problem.Code, problem.Value, problem.MendedAt!.Entity, problem.MendedAt.No)
        );
        Assert.Empty(plan.Postings);
    }

    [Fact]
    public void REV_02_once_it_is_unapplied_it_goes_and_leaves_nothing()
    {
        var books = _given.Books();
        Post(books, Invoice("F1", 100m, discountPct: 2m));
        var payment = _given.Payment(Customer, -98m, "B1");
        (payment.AppliesToDocType, payment.AppliesToDocNo) = (EntryDocumentType.Invoice, "F1");
        Post(books, payment);
        Unapply(books, 2);

        var posting = Assert.Single(Reverse(books, new(2)).Postings);

        Assert.Equal(0m, posting.GlEntries.Sum(entry => entry.Amount));
        // Discount 2.00 was given, taken back, and is neither given nor taken back now.
        Assert.Equal(
            [("1100", -98m), ("1300", 98m), ("9110", 0m)],
            posting
                .GlEntries.GroupBy(entry => entry.AccountNo)
                .Select(group => (group.Key, group.Sum(entry => entry.Amount)))
                .OrderBy(total => total.Key)
        );
        var invoice = books.PartyEntries[(Direction.Sale, 1)];
        Assert.Equal((100m, true), (invoice.RemainingAmount, invoice.IsOpen));
        DetailsAddUp(books);
    }

    [Fact]
    public void REV_01_a_posted_document_is_corrected_by_a_document()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));
        var posted = books.Registers[1];
        books.Registers[1] = posted with
        {
            Register = posted.Register with { JournalBatchName = "" },
        };

        Assert.Equal([ReversalCodes.NotAJournal], Refused(books, new(1)));
    }

    [Fact]
    public void REV_02_settled_VAT_and_a_blocked_account_are_refused()
    {
        var books = _given.Books();
        Post(
            books,
            _given.WithVat(_given.Line("6110", 121m), GenPostingType.Purchase),
            _given.Line("1190", -121m)
        );
        var posted = books.Registers[1];
        books.Registers[1] = posted with
        {
            VatEntries = [posted.VatEntries[0] with { IsClosed = true }],
        };
        _given.Accounts["6110"].IsBlocked = true;

        Assert.Equal([ProblemCodes.Line, ReversalCodes.Vat], Refused(books, new(1)));
    }

    [Fact]
    public void REV_02_a_bank_that_was_revalued_since_is_refused()
    {
        var books = _given.Books();
        var line = _given.Payment(Customer, -100m);
        (line.CurrencyCode, line.CurrencyFactor, line.AmountLcy) = ("USD", 1.25m, -80m);
        line.BalAccountNo = "USDBANK";
        Post(books, line);
        _given.Dollar.LastDateAdjusted = Day;

        Assert.Equal([ReversalCodes.Adjusted], Refused(books, new(1)));
    }

    [Fact]
    public void REV_03_VAT_is_taken_back_on_its_own_VAT_date()
    {
        var books = _given.Books();
        Post(
            books,
            _given.WithVat(_given.Line("6110", 121m), GenPostingType.Purchase, "REVERSE"),
            _given.Line("1190", -121m)
        );

        var posting = Reverse(books, new(1)).Postings[0];

        var vat = Assert.Single(posting.VatEntries);
        Assert.Equal((-121m, -25.41m, Day), (vat.Base, vat.Amount, vat.VatDate));
        Assert.Equal((5, 6), (vat.GlEntryNo, vat.VatGlEntryNo));
        Booked.Gl(posting, ("6110", -121m), ("4330", -25.41m), ("4335", 25.41m), ("1190", 121m));
    }

    [Fact]
    public void REV_06_where_the_period_is_closed_another_day_is_chosen()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));
        _given.Gl.AllowPostingFrom = Day.AddDays(30);
        _given.Gl.AllowVatDateFrom = Day.AddDays(30);

        Assert.Equal([ProblemCodes.PostingDate], Refused(books, new(1)));
        var today = new RegisterToReverse(1) { PostingDate = Day.AddDays(31) };
        var posting = Reverse(books, today).Postings[0];

        Assert.All(posting.GlEntries, e => Assert.Equal(Day.AddDays(31), e.PostingDate));
        Assert.All(posting.GlEntries, e => Assert.Equal(Day.AddDays(31), e.VatDate));
        Assert.Equal(Day.AddDays(31), books.PartyEntries[(Direction.Sale, 1)].ClosedAtDate);
    }

    [Fact]
    public void REV_06_but_not_a_day_before_it()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));
        var early = new RegisterToReverse(1) { PostingDate = Day.AddDays(-1) };

        Assert.Equal([ReversalCodes.Earlier], Refused(books, early));
    }

    [Fact]
    public void REV_05_a_whole_journal_goes_or_none_of_it()
    {
        var books = _given.Books();
        Post(
            books,
            _given.Payment(Customer, -10m, "B1"),
            _given.Payment(JournalAccountType.Vendor, 20m, "B2"),
            _given.Line("6110", 5m, "B3"),
            _given.Line("1190", -5m, "B3")
        );
        var whole = new RegisterToReverse(2) { IsWholeJournal = true };

        var postings = Reverse(books, whole).Postings;

        Assert.Equal(
            [(4, 3, 0), (5, 2, 4), (6, 1, 4)],
            postings.Select(p => (p.RegisterNo, p.ReversesRegisterNo, p.PostedWithRegisterNo))
        );
        Assert.Equal([ReversalCodes.AlreadyReversed], Refused(books, whole).Distinct());
    }

    [Fact]
    public void A_register_that_is_not_there_is_refused()
    {
        Assert.Equal([ReversalCodes.Missing], Refused(_given.Books(), new(77)));
    }

    [Fact]
    public void REV_03_a_text_may_say_why()
    {
        var books = _given.Books();
        Post(books, _given.Payment(Customer, -500m));
        var command = new RegisterToReverse(1) { Description = "Dubbel geboekt" };

        var posting = Reverse(books, command).Postings[0];

        Assert.All(posting.GlEntries, entry => Assert.Equal("Dubbel geboekt", entry.Description));
        Assert.Equal("Dubbel geboekt", posting.PartyEntries[0].Description);
    }

    private JournalPlan Post(Books books, params IEnumerable<JournalLine> lines)
    {
        var plan = _given.Post(books, lines);
        foreach (var posting in plan.Postings)
            PostedBooks.Keep(books, posting);
        return plan;
    }

    private static ReversalPlan Reverse(Books books, RegisterToReverse command)
    {
        var plan = Reversal.Plan(command, books);
        Assert.Empty(plan.Problems.Select(problem => $"{problem.Code} {problem.Value}"));
        plan.After!.Adopt();
        foreach (var posting in plan.Postings)
            PostedBooks.Keep(books, posting);
        return plan;
    }

    private static IEnumerable<string> Refused(Books books, RegisterToReverse command)
    {
        var before = books.Counters with { };
        var plan = Reversal.Plan(command, books);
        Assert.Empty(plan.Postings);
        Assert.Equal(before, books.Counters);
        return [.. plan.Problems.Select(problem => problem.Code)];
    }

    private static void Unapply(Books books, int entryNo)
    {
        var problems = new List<Problem>();
        var fork = books.Fork();
        var posting = Unapplication.Plan(new(Direction.Sale, entryNo), fork, problems);
        Assert.Empty(problems.Select(problem => $"{problem.Code} {problem.Value}"));
        fork.Remember(posting!);
        fork.Adopt();
        PostedBooks.Keep(books, posting!);
    }

    // INV-16, INV-22
    private static void DetailsAddUp(Books books) =>
        Assert.All(
            books.PartyEntries.Values,
            entry =>
            {
                var details = books.DetailsOf(entry.Direction, entry.EntryNo);
                Assert.Equal(entry.RemainingAmount, details.Sum(detail => detail.Amount));
                Assert.Equal(entry.RemainingAmountLcy, details.Sum(detail => detail.AmountLcy));
            }
        );

    private JournalLine[] Invoice(string no, decimal amount, decimal discountPct = 0m)
    {
        var invoice = _given.Of(Customer, "C1", amount, no);
        var revenue = _given.Line("8010", -amount, no);
        invoice.DocumentType = revenue.DocumentType = EntryDocumentType.Invoice;
        if (discountPct > 0m)
            (invoice.PaymentDiscountPct, invoice.PmtDiscountDate) = (discountPct, Day.AddDays(8));
        return [invoice, revenue];
    }

    private static (int, int, string, string) Facts(Posting posting) =>
        (
            posting.RegisterNo,
            posting.ReversesRegisterNo,
            posting.SourceCode,
            posting.JournalBatchName
        );

    private static (int, decimal, decimal, bool, int, bool) State(PartyEntry entry) =>
        (
            entry.EntryNo,
            entry.OriginalAmount,
            entry.RemainingAmount,
            entry.IsOpen,
            entry.ClosedByEntryNo,
            entry.IsReversed
        );

    private static (decimal, decimal, bool, bool) BankState(BankEntry entry) =>
        (entry.Amount, entry.RemainingAmount, entry.IsOpen, entry.IsReversed);
}
