using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>What the company decided about its stock: the one row of its setup.</summary>
internal sealed class InventorySetupPage() : PageDefinition("inventorySetup", PageKind.Worksheet)
{
    protected override void Describe(PageBuilder page)
    {
        page.From("inventorySetup", ApiRoute.Trade).Editable(insert: false, delete: false);
        page.Columns()
            .Choice("defaultCostingMethod", Choices.CostingMethod)
            .Important()
            .Choice("averageCostPeriod", Choices.AverageCostPeriod)
            .Important()
            .Choice("averageCostCalculationType", Choices.AverageCostCalcType)
            .Important()
            .All("preventNegativeInventory", "locationMandatory")
            .Field("automaticCostPosting")
            .ReadOnly()
            .Field("expectedCostPostingToGL")
            .ReadOnly();
    }
}
