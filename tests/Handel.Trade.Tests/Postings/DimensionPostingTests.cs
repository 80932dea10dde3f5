using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Trade.Documents;
using Handel.Trade.Postings;
using Xunit;
using static Handel.Trade.Tests.DimensionGiven;

namespace Handel.Trade.Tests.Postings;

public sealed class DimensionPostingTests
{
    private static readonly LineGiven Goods = new("A", 1m, 100m);

    // DIM-10: receivables and payment take the header's set, income and VAT the line's.
    [Fact]
    public void DIM_10_system_lines_take_the_set_of_what_caused_them()
    {
        var given = new PostingGiven { Dimensions = Context() };
        var books = given.Books();
        PostingGiven.Stockpile(books, ("A", 5m, 30m));
        var invoice = given.Draft(Direction.Sale, DocumentKind.Invoice, Goods);
        invoice.DimensionSetId = Id(given, ("AREA", "10"));
        invoice.Lines[0].DimensionSetId = Id(given, ("AREA", "20"));

        var plan = given.Post(books, invoice);

        var sets = plan.Posting!.GlEntries.Select(e =>
            (e.AccountNo, given.Dimensions.Sets[e.DimensionSetId]["AREA"])
        );
        Assert.Equal(
            [("8000", "20"), ("1510", "20"), ("1300", "10"), ("7000", "20"), ("3000", "20")],
            sets.Select(pair => (pair.AccountNo, pair.Item2)).OrderBy(Place)
        );
        Assert.Equal(invoice.DimensionSetId, plan.Posting.PartyEntries[0].DimensionSetId);
        Assert.Equal(invoice.Lines[0].DimensionSetId, plan.Posting.ItemEntries[0].DimensionSetId);
        Assert.Equal(invoice.Lines[0].DimensionSetId, plan.Posting.ValueEntries[0].DimensionSetId);
    }

    [Fact]
    public void PC_09_all_problems_of_header_and_lines_are_told_at_once_with_their_place()
    {
        var given = new PostingGiven
        {
            Dimensions = Context(
                Demand(("customers", "P1"), "AREA", ValuePosting.SameCode, "10"),
                Demand(("items", "A"), "PROJECT", ValuePosting.CodeMandatory),
                Demand(("accounts", "8000"), "COST", ValuePosting.CodeMandatory),
                Demand(("accounts", "1510"), "PROJECT", ValuePosting.CodeMandatory)
            ),
        };
        var invoice = given.Draft(Direction.Sale, DocumentKind.Invoice, Goods, Goods);
        invoice.DimensionSetId = Id(given, ("AREA", "20"));
        invoice.Lines[1].DimensionSetId = Id(given, ("PROJECT", "A"), ("COST", "X"));

        var problems = PostingChecks.Find(given.Command(invoice), given.Books());

        Assert.All(problems, p => Assert.Equal(ProblemCodes.Dimension, p.Code));
        Assert.Equal(
            [
                (0, "sameCode", "AREA", "customers P1", "shortcutDimension1Code"),
                (10000, "codeMandatory", "PROJECT", "items A", "shortcutDimension2Code"),
                (10000, "codeMandatory", "COST", "accounts 8000", "dimensionSetLines"),
                (10000, "codeMandatory", "PROJECT", "accounts 1510", "shortcutDimension2Code"),
            ],
            problems.Select(p =>
                (
                    p.Record.LineNo,
                    p.Args["rule"],
                    p.Args["dimension"],
                    $"{p.MendedAt!.Entity} {p.MendedAt.No}",
                    p.Field
                )
            )
        );
    }

    [Fact]
    public void PC_09_two_dimensions_that_one_account_demands_are_two_problems()
    {
        var given = new PostingGiven
        {
            Dimensions = Context(
                Demand(("items", "A"), "COST", ValuePosting.CodeMandatory),
                Demand(("items", "A"), "PROJECT", ValuePosting.CodeMandatory)
            ),
        };
        var invoice = given.Draft(Direction.Sale, DocumentKind.Invoice, Goods);
        given.Dimensions = given.Dimensions with
        {
            Rules = given.Dimensions.Rules with { Shortcuts = [] },
        };

        var problems = PostingChecks.Find(given.Command(invoice), given.Books());

        Assert.Equal(["COST", "PROJECT"], problems.Select(p => p.Args["dimension"]));
    }

    [Fact]
    public void DIM_08_a_line_that_is_not_handled_may_have_what_it_likes()
    {
        var combination = new DimensionCombination
        {
            FirstCode = "AREA",
            SecondCode = "PROJECT",
            Rule = CombinationRule.Blocked,
        };
        var given = new PostingGiven { Dimensions = Context() };
        given.Dimensions = given.Dimensions with
        {
            Rules = given.Dimensions.Rules with { Combinations = [combination] },
        };
        var order = given.Draft(Direction.Purchase, DocumentKind.Order, Goods, Goods);
        var both = Id(given, ("AREA", "10"), ("PROJECT", "A"));
        order.Lines[0].DimensionSetId = order.Lines[1].DimensionSetId = both;
        order.Lines[1].QtyToDeliver = order.Lines[1].QtyToInvoice = 0m;

        var problems = PostingChecks.Find(given.Command(order), given.Books());

        var problem = Assert.Single(problems, p => p.Code == ProblemCodes.Dimension);
        Assert.Equal((10000, "combinationBlocked"), (problem.Record.LineNo, problem.Args["rule"]));
    }

    [Theory]
    [InlineData("1300")]
    [InlineData("7000")]
    public void DIM_09_accounts_that_posting_itself_chose_are_looked_at_too(string account)
    {
        var given = new PostingGiven
        {
            Dimensions = Context(Demand(("accounts", account), "AREA", ValuePosting.CodeMandatory)),
        };
        var books = given.Books();
        PostingGiven.Stockpile(books, ("A", 5m, 30m));
        var invoice = given.Draft(Direction.Sale, DocumentKind.Invoice, Goods);

        var plan = DocumentPosting.Plan(given.Command(invoice), books);

        var problem = Assert.Single(plan.Problems);
        Assert.Equal((account, "AREA"), (problem.Args["account"], problem.Args["dimension"]));
    }

    [Fact]
    public void DIM_09_an_adjustment_of_stock_obeys_its_item()
    {
        var given = new PostingGiven
        {
            Dimensions = Context(Demand(("items", "A"), "AREA", ValuePosting.CodeMandatory)),
        };
        var line = new AdjustmentLine("A", 1m) { UnitCost = 5m };
        var with = line with { DimensionSetId = Id(given, ("AREA", "10")) };

        var refused = ItemAdjustment.Plan(
            new("ADJ", PostingGiven.Day) { Lines = [line] },
            given.Books()
        );
        var planned = ItemAdjustment.Plan(
            new("ADJ", PostingGiven.Day) { Lines = [with] },
            given.Books()
        );

        Assert.Equal(["codeMandatory"], refused.Problems.Select(p => p.Args["rule"]));
        Assert.All(
            planned.Posting!.GlEntries,
            e => Assert.Equal(with.DimensionSetId, e.DimensionSetId)
        );
    }

    [Fact]
    public void Posting_asks_for_the_sets_of_header_and_lines()
    {
        var given = new PostingGiven();
        var invoice = given.Draft(Direction.Sale, DocumentKind.Invoice, Goods, Goods);
        (invoice.DimensionSetId, invoice.Lines[1].DimensionSetId) = (4, 9);

        var needs = DocumentNeeds.Of(invoice, PostingChoice.Both);

        Assert.Equal([0, 4, 9], needs.DimensionSets.Order());
    }

    [Fact]
    public void A_preview_shows_the_dimensions_of_each_ledger_line()
    {
        var given = new PostingGiven { Dimensions = Context() };
        var books = given.Books();
        PostingGiven.Stockpile(books, ("A", 5m, 30m));
        var invoice = given.Draft(Direction.Sale, DocumentKind.Invoice, Goods);
        invoice.Lines[0].DimensionSetId = Id(given, ("AREA", "20"), ("COST", "X"));

        var preview = PostingPreview.Of(given.Post(books, invoice));

        var shown = preview.GlEntries.ToDictionary(
            line => line.Entry.AccountNo,
            line => line.Dimensions.ToString()
        );
        Assert.Equal(("AREA=20, COST=X", ""), (shown["8000"], shown["1300"]));
        Assert.Equal(["AREA", "PROJECT"], preview.Shortcuts);
    }

    private static int Id(PostingGiven given, params (string, string)[] pairs) =>
        given.Dimensions.Sets.IdOf(DimensionSet.Of(pairs));

    private static int Place((string AccountNo, string Area) entry) =>
        Array.IndexOf(["8000", "1510", "1300", "7000", "3000"], entry.AccountNo);
}
