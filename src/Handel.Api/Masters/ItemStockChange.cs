using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.App.Documents;
using Handel.App.Ledger;
using Handel.App.Users;
using Handel.Ledgers.Inventory;
using Handel.Trade.Postings;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Masters;

/// <summary>
/// A new <c>inventory</c> on an item card posts the difference as one adjustment (API-C1-5).
/// </summary>
internal static class ItemStockChange
{
    public static async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        var outcome = await ItemResource.Writes().Update(scope, id, given);
        return outcome.IsDone && given.Value<decimal>("inventory") is { } quantity
            ? await Adjust(scope, id, quantity)
            : outcome;
    }

    private static async Task<WriteOutcome> Adjust(RequestScope scope, Guid id, decimal quantity)
    {
        var db = scope.Db();
        var item = await db.Items.SingleAsync(i => i.Id == id, scope.Aborted);
        if (item.Type != ItemType.Inventory)
            return Refused(item, "type");
        if (item.InventoryPostingGroup.Length == 0)
            return Refused(item, "inventoryPostingGroupCode");
        var stock = await db
            .ItemStocks.Where(s => s.ItemNo == item.No)
            .Select(s => s.Quantity)
            .SingleOrDefaultAsync(scope.Aborted);
        if (quantity == stock)
            return WriteOutcome.Done(id);
        var adjustment = new AdjustItems(item.No, scope.Today())
        {
            Lines =
            [
                new AdjustmentLine(item.No, quantity - stock)
                {
                    DimensionSetId = await scope
                        .Get<AdjustmentDimensions>()
                        .SetOf(db, item.No, scope.Aborted),
                },
            ],
        };
        var command = new AdjustStock(adjustment) { UserName = scope.UserName() };
        var posted = await scope.Post(command);
        return posted.IsRefused ? WriteOutcome.Refused(posted.Problems) : WriteOutcome.Done(id);
    }

    private static WriteOutcome Refused(Item item, string field) =>
        WriteOutcome.Refused([
            new(Kernel.Problems.ProblemCodes.FieldEmpty, new("items", item.No), field),
        ]);
}
