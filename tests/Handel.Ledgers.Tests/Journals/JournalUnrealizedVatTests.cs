using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Reversing;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>VAT of journals that waits for payment (UNR-01..03).</summary>
public sealed class JournalUnrealizedVatTests
{
    private const JournalAccountType Customer = JournalAccountType.Customer;
    private readonly JournalGiven _given = new();

    public JournalUnrealizedVatTests() => _given.Gl.UnrealizedVat = true;

    [Fact]
    public void UNR_01_VAT_of_an_invoice_waits_and_of_other_lines_it_does_not()
    {
        var books = _given.Books();

        var invoice = _given.Post(books, Invoice("F1")).Postings[0];
        var sale = _given.WithVat(_given.Line("8010", -121m), GenPostingType.Sale, "CASH");
        var cash = _given.Post(books, sale, _given.Line("1190", 121m)).Postings[0];

        Booked.Gl(invoice, ("1300", 121m), ("8010", -100m), ("4391", -21m));
        var vat = Assert.Single(invoice.VatEntries);
        Assert.Equal(
            (0m, 0m, -100m, -21m),
            (vat.Base, vat.Amount, vat.UnrealizedBase, vat.UnrealizedAmount)
        );
        Booked.Gl(cash, ("8010", -100m), ("4310", -21m), ("1190", 121m));
        Assert.Equal(-21m, Assert.Single(cash.VatEntries).Amount);
    }

    [Fact]
    public void UNR_01_a_payment_of_the_same_journal_makes_its_part_due()
    {
        var payment = _given.Payment(Customer, -60.50m, "P1");
        (payment.AppliesToDocType, payment.AppliesToDocNo) = (EntryDocumentType.Invoice, "F1");

        var plan = _given.Post(_given.Books(), [.. Invoice("F1"), payment]);

        var vat = plan.Postings.SelectMany(posting => posting.VatEntries).ToList();
        Assert.Equal([(0m, 0m), (-50m, -10.50m)], vat.Select(one => (one.Base, one.Amount)));
        Assert.Equal(vat[0].EntryNo, vat[1].UnrealizedVatEntryNo);
    }

    // The customer stands before the VAT of his own invoice.
    [Fact]
    public void UNR_01_an_invoice_that_takes_an_earlier_payment_is_due_for_that_part()
    {
        var books = _given.Books();
        _given.Post(books, _given.Payment(Customer, -60.50m, "P1"));
        var lines = Invoice("F1");
        (lines[0].AppliesToDocType, lines[0].AppliesToDocNo) = (EntryDocumentType.Payment, "P1");

        var posting = _given.Post(books, lines).Postings[0];

        Assert.Equal(
            [(0m, 0m), (-50m, -10.50m)],
            posting.VatEntries.Select(vat => (vat.Base, vat.Amount))
        );
        Assert.Equal((-10.50m, -10.50m), (BalanceOf(posting, "4391"), BalanceOf(posting, "4310")));
        var rest = books.RestOf(posting.VatEntries[0]);
        Assert.Equal((-50m, -10.50m), (rest.Base, rest.Amount));
    }

    [Fact]
    public void REV_03_an_invoice_that_is_undone_leaves_nothing_that_waits()
    {
        var books = _given.Books();
        var posting = _given.Post(books, Invoice("F1")).Postings[0];
        PostedBooks.Keep(books, posting);

        var undone = Reverse(books, posting.RegisterNo);

        var (vat, mirror) = (posting.VatEntries[0], Assert.Single(undone.VatEntries));
        Assert.Equal(
            (100m, 21m, vat.EntryNo),
            (mirror.UnrealizedBase, mirror.UnrealizedAmount, mirror.UnrealizedVatEntryNo)
        );
        Assert.True(books.RestOf(vat).IsNothing);
        Assert.Equal(21m, BalanceOf(undone, "4391"));

        // REV-04: what is undone again waits again.
        PostedBooks.Keep(books, undone);
        Reverse(books, undone.RegisterNo);

        Assert.Equal(-21m, books.RestOf(vat).Amount);
    }

    private static Posting Reverse(Books books, int registerNo)
    {
        var plan = Reversal.Plan(new RegisterToReverse(registerNo), books);
        Assert.Empty(plan.Problems.Select(problem => $"{problem.Code} {problem.Value}"));
        plan.After!.Adopt();
        return Assert.Single(plan.Postings);
    }

    private static decimal BalanceOf(Posting posting, string accountNo) =>
        posting.GlEntries.Where(entry => entry.AccountNo == accountNo).Sum(entry => entry.Amount);

    private JournalLine[] Invoice(string no)
    {
        var lines = new[]
        {
            _given.Of(Customer, "C1", 121m, no),
            _given.WithVat(_given.Line("8010", -121m, no), GenPostingType.Sale, "CASH"),
        };
        foreach (var line in lines)
            line.DocumentType = EntryDocumentType.Invoice;
        return lines;
    }
}
