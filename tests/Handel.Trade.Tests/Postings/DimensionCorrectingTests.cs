using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Trade.Postings;
using Xunit;
using static Handel.Trade.Tests.DimensionGiven;

namespace Handel.Trade.Tests.Postings;

public sealed class DimensionCorrectingTests
{
    private readonly PostingGiven _given = new() { Dimensions = Context() };

    private int Wrong => field == 0 ? field = Id(("AREA", "10")) : field;
    private int Right => field == 0 ? field = Id(("AREA", "20"), ("COST", "X")) : field;

    [Theory]
    [InlineData(100, false, 100, 0)]
    [InlineData(-40, false, 0, 40)]
    [InlineData(-40, true, -40, 0)]
    public void DIM_13_an_entry_is_taken_back_on_its_side_and_booked_again(
        decimal amount,
        bool isCorrection,
        decimal debit,
        decimal credit
    )
    {
        var entry = Entry(7, amount) with { IsCorrection = isCorrection };

        var plan = Plan(Books(entry), (7, Right));

        Assert.Empty(plan.Problems);
        var posting = plan.Posting!;
        Assert.Equal(
            [
                (1, "4000", -amount, -debit, -credit, Wrong),
                (2, "4000", amount, debit, credit, Right),
            ],
            posting.GlEntries.Select(e =>
                (e.EntryNo, e.AccountNo, e.Amount, e.DebitAmount, e.CreditAmount, e.DimensionSetId)
            )
        );
        Assert.All(
            posting.GlEntries,
            e => Assert.Equal((entry.PostingDate, "F1"), (e.PostingDate, e.DocumentNo))
        );
        Assert.All(posting.GlEntries, e => Assert.Equal(0, e.ValueEntryNo));
        Assert.Equal("DIMCORR", posting.SourceCode);
    }

    [Fact]
    public void DIM_13_what_was_corrected_is_logged_and_not_corrected_again()
    {
        var books = Books(Entry(7, 100m));
        var first = Plan(books, (7, Right));
        first.After!.Adopt();

        var again = Plan(books, (7, Wrong));

        var log = Assert.Single(first.Posting!.DimensionCorrections);
        Assert.Equal((7, 1, 2), (log.EntryNo, log.ReversalEntryNo, log.NewEntryNo));
        Assert.Equal((Wrong, Right), (log.OldDimensionSetId, log.NewDimensionSetId));
        var problem = Assert.Single(again.Problems, p => p.Code == ProblemCodes.DimensionCorrected);
        Assert.Equal("2", problem.MendedAt!.No);
    }

    [Fact]
    public void DIM_13_a_correction_is_taken_back_by_correcting_what_it_made()
    {
        var books = Books(Entry(7, 100m), Entry(2, 100m) with { DimensionSetId = Right });
        var command = new CorrectDimensions([new(2, Wrong)]) { UndoesRegisterNo = 12 };

        var plan = DimensionCorrecting.Plan(command, books);

        Assert.Empty(plan.Problems);
        Assert.Equal(12, plan.Posting!.DimensionCorrections[0].UndoesRegisterNo);
        Assert.Equal(
            0m,
            plan.Posting.GlEntries.Where(e => e.DimensionSetId == Right).Sum(e => e.Amount) + 100m
        );
    }

    [Fact]
    public void DIM_13_a_closed_period_stays_as_it_is()
    {
        var books = Books(Entry(7, 100m));
        books.Setup.Gl.AllowPostingFrom = PostingGiven.Day.AddDays(1);

        var plan = Plan(books, (7, Right));

        var problem = Assert.Single(plan.Problems);
        Assert.Equal((ProblemCodes.PostingDate, "7"), (problem.Code, problem.Record.No));
        var ofUser = new CorrectDimensions([new(7, Right)])
        {
            UserDates = new(PostingGiven.Day, PostingGiven.Day),
        };
        Assert.Empty(DimensionCorrecting.Plan(ofUser, books).Problems);
    }

    [Fact]
    public void DIM_13_the_rules_hold_for_the_new_dimensions()
    {
        var demand = Demand(("accounts", "4000"), "AREA", ValuePosting.SameCode, "10");
        _given.Dimensions = new(Rules(demand), _given.Dimensions.Sets);
        var books = Books(Entry(7, 100m));

        var plan = Plan(books, (7, Right));

        Assert.Equal(["sameCode"], plan.Problems.Select(p => p.Args["rule"]));
    }

    [Fact]
    public void A_correction_that_changes_nothing_or_finds_nothing_is_refused()
    {
        var books = Books(Entry(7, 100m));

        var plan = Plan(books, (7, Wrong), (8, Right));

        Assert.Equal(
            [(ProblemCodes.NothingToPost, "7"), (ProblemCodes.DimensionCorrected, "8")],
            plan.Problems.Select(p => (p.Code, p.Record.No))
        );
        Assert.Single(Plan(books).Problems);
    }

    [Fact]
    public void A_correction_has_a_bound()
    {
        var most = DimensionCorrecting.EntriesMax;
        var entries = Enumerable.Range(1, most + 1).Select(no => Entry(no, 1m)).ToArray();
        var books = Books(entries);
        (int, int)[] all = [.. entries.Select(entry => (entry.EntryNo, Right))];

        Assert.Empty(Plan(books, all[..most]).Problems);
        Assert.Single(Plan(books, all).Problems);
    }

    private static Documents.Plan Plan(Books books, params (int No, int SetId)[] entries) =>
        DimensionCorrecting.Plan(
            new CorrectDimensions([.. entries.Select(e => new CorrectedEntry(e.No, e.SetId))]),
            books
        );

    private Books Books(params GlEntry[] entries)
    {
        var books = _given.Books();
        return new()
        {
            Setup = books.Setup,
            Parties = books.Parties,
            Items = books.Items,
            ExternalNumbers = books.ExternalNumbers,
            NumberSeries = books.NumberSeries,
            PartyEntries = books.PartyEntries,
            Deliveries = books.Deliveries,
            Stock = books.Stock,
            Counters = books.Counters,
            Dimensions = _given.Dimensions,
            GlEntries = entries.ToDictionary(entry => entry.EntryNo),
        };
    }

    private GlEntry Entry(int no, decimal amount) =>
        new()
        {
            CompanyNo = 7,
            EntryNo = no,
            RegisterNo = 1,
            PostingDate = PostingGiven.Day,
            DocumentDate = PostingGiven.Day,
            VatDate = PostingGiven.Day,
            DocumentNo = "F1",
            AccountNo = "4000",
            Description = "Rent",
            Amount = amount,
            SourceCode = "GENJNL",
            DimensionSetId = Wrong,
            ValueEntryNo = 3,
        };

    private int Id(params (string, string)[] pairs) =>
        _given.Dimensions.Sets.IdOf(DimensionSet.Of(pairs));
}
