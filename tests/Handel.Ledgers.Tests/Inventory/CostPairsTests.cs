using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Xunit;

namespace Handel.Ledgers.Tests.Inventory;

/// <summary>Table GL (inventory 8) and what happens when the setup lacks an account.</summary>
public sealed class CostPairsTests
{
    private readonly StockBook _book = new((setup, _, _) => setup.ExpectedCostPostingToGl = true);

    [Fact]
    public void ACC27_28_receipt_and_delivery_use_interim_accounts_until_invoiced()
    {
        _book.Receive("01-05", 10, 40m);
        _book.Move(StockBook.Sale("01-06", -5));

        Assert.Equal([("3001", "1610", 40m), ("7001", "3001", 20m)], Pairs());
    }

    [Fact]
    public void ACC27_28_invoices_clear_the_interim_accounts()
    {
        var receipt = _book.Receive("01-05", 10, 40m);
        var sale = _book.Move(StockBook.Sale("01-06", -5));
        _book.Values.Clear();

        _book.Invoice("01-07", sale, -5);
        _book.Invoice("01-08", receipt, 10, 40m);

        Assert.Equal(
            [
                ("3001", "7001", 20m),
                ("7000", "3000", 20m),
                ("1610", "3001", 40m),
                ("3000", "7200", 40m),
            ],
            Pairs()
        );
    }

    [Fact]
    public void ACC29_adjustments_post_to_inventory_adjustment()
    {
        _book.Move(
            StockBook.Purchase("01-05", 3) with
            {
                EntryType = ItemEntryType.PositiveAdjmt,
                InvoicedQuantity = 3,
                Amounts = new() { DirectCost = 12m },
            }
        );
        _book.Move(
            StockBook.Purchase("01-06", -1) with
            {
                EntryType = ItemEntryType.NegativeAdjmt,
                InvoicedQuantity = -1,
            }
        );

        Assert.Equal([("3000", "7100", 12m), ("7100", "3000", 4m)], Pairs());
    }

    [Fact]
    public void Without_automatic_cost_posting_nothing_reaches_the_ledger()
    {
        var book = new StockBook((setup, _, _) => setup.AutomaticCostPosting = false);

        book.Buy("01-05", 3, 12m);

        Assert.Empty(CostPairs.Of(book.Books.Setup, book.Values).Pairs);
        Assert.Equal(0m, book.Values[0].CostPostedToGl);
    }

    [Fact]
    public void ACC40_a_missing_location_setup_is_named_once_for_all_lines()
    {
        _book.Move(StockBook.Sale("01-05", -1) with { LocationCode = "MOON", UnitCost = 5m });
        _book.Move(StockBook.Sale("01-05", -1) with { LocationCode = "MOON", UnitCost = 5m });

        var problem = Assert.Single(CostPairs.Of(_book.Books.Setup, _book.Values).Problems);

        Assert.Equal(ProblemCodes.InventoryAccount, problem.Code);
        Assert.Equal(new RecordRef("inventoryPostingSetup", "MOON, GOODS"), problem.Record);
        Assert.Equal("inventoryAccountInterim", problem.Field);
    }

    [Fact]
    public void ACC40_an_empty_account_names_both_groups_and_the_field()
    {
        _book.GeneralPosting.CogsAccount = "";
        _book.Buy("01-05", 3, 12m);
        _book.Sell("01-06", 1);

        var problem = Assert.Single(CostPairs.Of(_book.Books.Setup, _book.Values).Problems);

        Assert.Equal(new RecordRef("generalPostingSetup", "NL, GOODS"), problem.Record);
        Assert.Equal("cogsAccount", problem.Field);
    }

    [Fact]
    public void ACC40_a_blocked_combination_is_refused()
    {
        _book.GeneralPosting.IsBlocked = true;
        _book.Buy("01-05", 3, 12m);

        Assert.Equal(
            "blocked",
            Assert.Single(CostPairs.Of(_book.Books.Setup, _book.Values).Problems).Field
        );
    }

    private IEnumerable<(string, string, decimal)> Pairs()
    {
        var pairs = CostPairs.Of(_book.Books.Setup, _book.Values);
        Assert.Empty(pairs.Problems);
        return pairs.Pairs.Select(p => (p.DebitAccount, p.CreditAccount, p.Amount));
    }
}
