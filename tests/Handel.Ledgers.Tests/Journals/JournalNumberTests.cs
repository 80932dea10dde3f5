using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Xunit;

namespace Handel.Ledgers.Tests.Journals;

/// <summary>Document numbers of journals (JNL-33, JNL-34, NOS-03..08).</summary>
public class JournalNumberTests
{
    private readonly JournalGiven _given = new();

    [Fact]
    public void JNL_33_numbers_follow_each_other_and_move_the_series()
    {
        _given.Batch.NoSeries = "J";
        var books = _given.Books();

        _given.Post(books, Receipt("J001"), Receipt("J002"));

        Assert.Equal("J002", books.NumberSeries["J"].Lines[0].LastNoUsed);
    }

    [Fact]
    public void JNL_33_a_number_that_is_left_out_is_missed()
    {
        _given.Batch.NoSeries = "J";
        var books = _given.Books();

        var plan = JournalPosting.Plan(_given.Command(Receipt("J001"), Receipt("J003")), books);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal(
            (JournalCodes.NumberMissing, "J003", "J002"),
            (problem.Code, problem.Value, problem.Args["expected"])
        );
        Assert.Equal("", books.NumberSeries["J"].Lines[0].LastNoUsed);
    }

    [Fact]
    public void NOS_08_a_typed_number_leaves_the_counter_where_it_is()
    {
        _given.Batch.NoSeries = "J";
        _given.Series["J"].ManualNos = true;
        var books = _given.Books();

        _given.Post(books, Receipt("KAS-7"), Receipt("J001"));

        Assert.Equal("J001", books.NumberSeries["J"].Lines[0].LastNoUsed);
    }

    [Fact]
    public void JNL_34_real_numbers_are_given_at_posting_one_for_each_document()
    {
        _given.Batch.NoSeries = "J";
        _given.Batch.PostingNoSeries = "P";
        var books = _given.Books();

        var plan = _given.Post(books, Receipt("T2"), Receipt("T1"), Receipt("T1"));

        Assert.Equal(
            [("P26-001", 4), ("P26-002", 2)],
            plan.Postings.Select(p => (p.DocumentNo, p.GlEntries.Count))
        );
        Assert.Equal(["P26-001", "P26-002"], plan.DrawnNumbers);
        Assert.Equal("", books.NumberSeries["J"].Lines[0].LastNoUsed);
    }

    [Fact]
    public void JNL_34_references_within_the_journal_follow()
    {
        _given.Batch.PostingNoSeries = "P";
        var invoice = _given.Of(JournalAccountType.Customer, "C1", 100m, "T1");
        var revenue = _given.Line("8010", -100m, "T1");
        invoice.DocumentType = revenue.DocumentType = EntryDocumentType.Invoice;
        var payment = Receipt("T2", -100m);
        (payment.AppliesToDocType, payment.AppliesToDocNo) = (EntryDocumentType.Invoice, "T1");
        var books = _given.Books();

        _given.Post(books, invoice, revenue, payment);

        Assert.All(books.PartyEntries.Values, entry => Assert.False(entry.IsOpen));
    }

    [Fact]
    public void S32_a_posting_series_that_is_full_refuses_the_document_beyond_it()
    {
        _given.Batch.PostingNoSeries = "P";
        _given.Series["P"].Lines[0].StartingNo = "VF26-0998";
        _given.Series["P"].Lines[0].EndingNo = "VF26-1000";
        var books = _given.Books();
        var lines = new[] { Receipt("1"), Receipt("2"), Receipt("3"), Receipt("4") };

        var plan = JournalPosting.Plan(_given.Command(lines), books);

        Assert.Equal([ProblemCodes.NumberSeries], plan.Problems.Select(p => p.Code));
        Assert.Empty(plan.Postings);
        var posted = _given.Post(books, lines[..3]);
        Assert.Equal(
            ["VF26-0998", "VF26-0999", "VF26-1000"],
            posted.Postings.Select(posting => posting.DocumentNo)
        );
        Assert.False(books.NumberSeries["P"].Lines[0].Open);
    }

    [Fact]
    public void S32_an_earlier_date_uses_the_line_that_was_valid_then()
    {
        _given.Batch.PostingNoSeries = "P";
        _given
            .Series["P"]
            .Lines.Add(
                new NumberSeriesLine
                {
                    SeriesCode = "P",
                    LineNo = 2,
                    StartingDate = new(2026, 3, 1),
                    StartingNo = "VF26-2001",
                }
            );
        var early = Receipt("A");
        early.PostingDate = early.VatDate = early.DocumentDate = new(2026, 2, 15);

        var plan = _given.Post(_given.Books(), early, Receipt("B"));

        Assert.Equal(["P26-001", "VF26-2001"], plan.Postings.Select(p => p.DocumentNo));
    }

    private JournalLine Receipt(string no, decimal amount = -10m) =>
        _given.Payment(JournalAccountType.Customer, amount, no);
}
