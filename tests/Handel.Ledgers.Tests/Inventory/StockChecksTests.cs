using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>What is refused before any entry is made.</summary>
public sealed class StockChecksTests
{
    private readonly StockBook _book = new((setup, _, _) => setup.PreventNegativeInventory = true);

    [Fact]
    public void INV_E01_names_what_is_needed_what_is_there_and_what_is_short()
    {
        _book.Buy("01-05", 7.5m, 75m);

        var problem = Assert.Single(Find(StockBook.Sale("01-06", -10)));

        Assert.Equal(ProblemCodes.InventoryShort, problem.Code);
        Assert.Equal(new RecordRef("items", StockBook.Item), problem.Record);
        Assert.Equal(
            ("10", "7.5", "2.5"),
            (problem.Args["needed"], problem.Args["available"], problem.Args["short"])
        );
    }

    [Fact]
    public void Lines_of_one_document_share_the_stock()
    {
        _book.Buy("01-05", 10, 100m);

        Assert.Empty(Find(StockBook.Sale("01-06", -6), StockBook.Sale("01-06", -4)));
        Assert.Single(Find(StockBook.Sale("01-06", -6), StockBook.Sale("01-06", -5)));
        Assert.Empty(Find(StockBook.Purchase("01-06", 1), StockBook.Sale("01-06", -11)));
    }

    [Fact]
    public void Stock_of_another_location_does_not_count()
    {
        _book.Buy("01-05", 10, 100m);

        Assert.Single(Find(StockBook.Sale("01-06", -1) with { LocationCode = "SHOP" }));
    }

    [Theory]
    [InlineData(OverrideSetting.Default, true)]
    [InlineData(OverrideSetting.Yes, true)]
    [InlineData(OverrideSetting.No, false)]
    public void AP12_the_item_overrules_the_setup(OverrideSetting setting, bool isRefused)
    {
        var book = new StockBook(
            (setup, _, item) =>
            {
                setup.PreventNegativeInventory = true;
                item.PreventNegativeInventory = setting;
            }
        );

        var problems = StockChecks.FindProblems(book.Books, [StockBook.Sale("01-06", -1)]);

        Assert.Equal(isRefused, problems.Count == 1);
    }

    [Fact]
    public void Corrections_and_services_need_no_stock()
    {
        Assert.Empty(
            Find(
                StockBook.Sale("01-06", -1) with
                {
                    IsCorrection = true,
                },
                StockBook.Sale("01-06", -1) with
                {
                    ItemNo = StockBook.Consultancy,
                }
            )
        );
    }

    [Fact]
    public void INV_E05_a_fixed_application_must_have_enough_left()
    {
        var first = _book.Buy("01-05", 4, 40m);
        _book.Buy("01-06", 10, 120m);
        var toFirst = StockBook.Purchase("01-07", -3) with { AppliesToEntryNo = first };

        Assert.Empty(Find(toFirst));
        Assert.Equal(ProblemCodes.AppliedEntry, Assert.Single(Find(toFirst, toFirst)).Code);
        // The oldest layer is used by the sale before.
        Assert.Single(Find(StockBook.Sale("01-07", -2), toFirst));
        Assert.Single(Find(toFirst with { LocationCode = "SHOP" }));
        Assert.Single(Find(toFirst with { AppliesToEntryNo = 99 }));
    }

    [Fact]
    public void INV_E06_no_more_comes_back_than_was_delivered()
    {
        _book.Buy("01-05", 10, 100m);
        var sale = _book.Sell("01-06", 5);
        var back = StockBook.Sale("01-07", 3) with { AppliesFromEntryNo = sale };

        Assert.Empty(Find(back));
        var problem = Assert.Single(Find(back, back));
        Assert.Equal(ProblemCodes.ReturnedTooMuch, problem.Code);
        Assert.Equal("2", problem.Args["available"]);
    }

    [Fact]
    public void Looking_for_problems_changes_nothing()
    {
        _book.Buy("01-05", 10, 100m);

        Find(StockBook.Sale("01-06", -4));

        Assert.Equal(10m, _book.Balance.Quantity);
        Assert.Equal(10m, _book.Books.Stock.Entries[1].Entry.RemainingQuantity);
    }

    private IReadOnlyList<Problem> Find(params StockMovement[] movements) =>
        StockChecks.FindProblems(_book.Books, movements);
}
