using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Verification;
using Handel.Kernel;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Testing;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Handel.Data.Tests.Ledger;

/// <summary>
/// Every costing method through the real loader and writer, day by day out of order. Verification
/// works every average out anew from all entries, where a posting loads the changed periods only.
/// </summary>
public sealed class CostingOnDatabase
{
    private const int Rounds = 40;
    private const string Shop = "SHOP";

    [Theory]
    [InlineData(CostingMethod.Lifo, AverageCostPeriod.Day, AverageCostCalcType.Item)]
    [InlineData(CostingMethod.Standard, AverageCostPeriod.Day, AverageCostCalcType.Item)]
    [InlineData(CostingMethod.Average, AverageCostPeriod.Day, AverageCostCalcType.Item)]
    [InlineData(
        CostingMethod.Average,
        AverageCostPeriod.Week,
        AverageCostCalcType.ItemLocationVariant
    )]
    [InlineData(
        CostingMethod.Average,
        AverageCostPeriod.Month,
        AverageCostCalcType.ItemLocationVariant
    )]
    public async Task Postings_in_any_order_leave_books_that_verify(
        CostingMethod method,
        AverageCostPeriod period,
        AverageCostCalcType calcType
    )
    {
        await using var test = await TestDatabase.Create();
        await using var company = await TradingCompany.Create(test.ConnectionString);
        await Choose(company, method, new(period, calcType));
        var random = new Random(20260322);

        for (var round = 0; round < Rounds; round++)
            await Take(company, random);

        Assert.Empty((await Verify(company)).Select(finding => $"{finding}"));
        await using var db = company.Open();
        Assert.True(await db.ItemEntries.CountAsync(e => e.CostingMethod == method) > Rounds);
        if (method != CostingMethod.Average)
            return;
        Assert.True(await db.ValueEntries.AnyAsync(v => v.IsAdjustment));
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE value_entry SET cost_amount_actual = cost_amount_actual - 0.01
            WHERE entry_no = (SELECT max(v.entry_no) FROM value_entry v JOIN item_entry e
                ON e.company_no = v.company_no AND e.entry_no = v.item_entry_no
                WHERE e.quantity < 0 AND e.costing_method = 3)
            """
        );
        Assert.Contains(await Verify(company), finding => finding.Invariant == "CM-06");
    }

    private static async Task<IReadOnlyList<Finding>> Verify(TradingCompany company)
    {
        var verdict = await new VerifyBooks(company.Database).Verify(
            company.Company.Name,
            new Progress<OperationProgress>(),
            TestContext.Current.CancellationToken
        );
        return verdict.Findings;
    }

    private static async Task Take(TradingCompany company, Random random)
    {
        var day = new DateOnly(2026, 3, 1 + random.Next(28));
        var place = random.Next(4) == 0 ? Shop : "";
        var quantity = 1 + random.Next(9);
        switch (random.Next(7))
        {
            case 0:
                await Adjust(
                    company,
                    day,
                    new AdjustmentLine("A", quantity) { LocationCode = place }
                );
                break;
            case 1:
                var lines = new[] { quantity, -1m, 2m }.Select(amount => new AdjustmentLine(
                    "A",
                    amount
                )
                {
                    LocationCode = place,
                });
                await Adjust(company, day, [.. lines]);
                break;
            case 2 or 3:
                await Buy(company, day, place, (quantity, 20m + random.Next(2000) / 100m));
                break;
            case 4:
                await Return(company, day, place, random);
                break;
            default:
                await Trade(
                    company,
                    (Direction.Sale, DocumentKind.Order),
                    day,
                    Goods(place, quantity, 50m)
                );
                break;
        }
    }

    /// <summary>Received on the day, and invoiced at another price three days later.</summary>
    private static async Task Buy(
        TradingCompany company,
        DateOnly day,
        string place,
        (decimal Quantity, decimal Price) goods
    )
    {
        var order = await Draft(
            company,
            (Direction.Purchase, DocumentKind.Order),
            day,
            Goods(place, goods.Quantity, goods.Price)
        );
        Assert.Empty((await company.Post(order, new(Deliver: true, Invoice: false))).Problems);
        await using var db = company.Open();
        var received = await db
            .Documents.Include(d => d.Lines)
            .SingleAsync(d => d.Id == order.Id, TestContext.Current.CancellationToken);
        var edit = new DocumentEdit
        {
            Header = [new(HeaderField.PostingDate, day.AddDays(3))],
            Lines =
            [
                new(
                    received.Lines[0].Id,
                    LineEditKind.Change,
                    [new(LineField.UnitPrice, goods.Price + 1.37m)]
                ),
            ],
        };
        var draft = new DraftRef(company.Company.CompanyNo, order.Id);
        if (received.Status != DocumentStatus.Open)
            Assert.Empty((await company.Drafts.Reopen(draft)).Problems);
        var changed = await company.Drafts.Change(draft, edit);
        Assert.Empty(changed.Problems);
        var invoiced = await company.Post(changed.Document!, new(Deliver: false, Invoice: true));
        Assert.Empty(invoiced.Problems);
    }

    private static async Task Return(
        TradingCompany company,
        DateOnly day,
        string place,
        Random random
    )
    {
        await using var db = company.Open();
        var sales = await db
            .ItemEntries.Where(e => e.EntryType == ItemEntryType.Sale && e.Quantity < 0)
            .Where(e => e.ShippedQtyNotReturned < 0)
            .OrderBy(e => e.EntryNo)
            .ToListAsync(TestContext.Current.CancellationToken);
        if (sales.Count == 0)
            return;
        var sale = sales[random.Next(sales.Count)];
        await Trade(
            company,
            (Direction.Sale, DocumentKind.CreditMemo),
            day,
            [.. Goods(place, 1m, 50m), new(LineField.AppliesFromItemEntryNo, sale.EntryNo)]
        );
    }

    private static async Task Trade(
        TradingCompany company,
        (Direction, DocumentKind) what,
        DateOnly day,
        IReadOnlyList<LineChange> goods
    ) => Assert.Empty((await company.Post(await Draft(company, what, day, goods))).Problems);

    private static async Task<TradeDocument> Draft(
        TradingCompany company,
        (Direction Direction, DocumentKind Kind) what,
        DateOnly day,
        IReadOnlyList<LineChange> goods
    )
    {
        var edit = new DocumentEdit
        {
            Header =
            [
                new(HeaderField.PartyNo, what.Direction == Direction.Sale ? "K1" : "L1"),
                new(HeaderField.PostingDate, day),
                new(HeaderField.ExternalDocumentNo, Guid.NewGuid().ToString("N")[..20]),
            ],
            Lines = [new(Guid.CreateVersion7(), LineEditKind.Add, [.. goods])],
        };
        var outcome = await company.Drafts.Create(
            company.Company.CompanyNo,
            new NewDraft(what.Direction, what.Kind, day),
            edit
        );
        Assert.Empty(outcome.Problems);
        return outcome.Document!;
    }

    private static IReadOnlyList<LineChange> Goods(string place, decimal quantity, decimal price) =>
        [
            new(LineField.Type, LineType.Item),
            new(LineField.No, "A"),
            new(LineField.LocationCode, place),
            new(LineField.Quantity, quantity),
            new(LineField.UnitPrice, price),
        ];

    private static async Task Adjust(
        TradingCompany company,
        DateOnly day,
        params AdjustmentLine[] lines
    )
    {
        var adjustment = new AdjustItems($"ADJ {day:MM-dd}", day) { Lines = lines };
        var outcome = await company.Submit(new AdjustStock(adjustment) { UserName = "tester" });
        Assert.Empty(outcome.Problems);
    }

    private static async Task Choose(
        TradingCompany company,
        CostingMethod method,
        AverageTerms terms
    )
    {
        await using var db = company.Open();
        var item = await db.Items.AsTracking().SingleAsync(i => i.No == "A");
        (item.CostingMethod, item.StandardCost) = (method, item.UnitCost);
        var setup = await db.Set<InventorySetup>().AsTracking().SingleAsync();
        (setup.AverageCostPeriod, setup.AverageCostCalcType) = (terms.Period, terms.CalcType);
        var home = await db.Set<InventoryPostingSetup>().FirstAsync(s => s.LocationCode == "");
        db.Add(
            new Location
            {
                CompanyNo = company.Company.CompanyNo,
                Id = Guid.CreateVersion7(),
                Code = Shop,
                Name = "Shop",
            }
        );
        db.Add(
            new InventoryPostingSetup
            {
                CompanyNo = company.Company.CompanyNo,
                Id = Guid.CreateVersion7(),
                LocationCode = Shop,
                InventoryPostingGroup = home.InventoryPostingGroup,
                InventoryAccount = home.InventoryAccount,
                InventoryAccountInterim = home.InventoryAccountInterim,
            }
        );
        await db.SaveChangesAsync();
    }
}
