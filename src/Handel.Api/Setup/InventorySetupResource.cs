using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>
/// What a company decided about its stock: one row, read and changed (inventory 22).
/// </summary>
internal static class InventorySetupResource
{
    public const string Set = "inventorySetup";
    private const string PeriodField = "averageCostPeriod";
    private const string CalcTypeField = "averageCostCalculationType";

    public static Resource Create() =>
        Resource
            .Extension(Set, Set, s => s.Rows<InventorySetup>())
            .Field("id", s => s.Id)
            .Field("automaticCostPosting", s => s.AutomaticCostPosting)
            .Field("expectedCostPostingToGL", s => s.ExpectedCostPostingToGl)
            .Field("defaultCostingMethod", s => s.DefaultCostingMethod, Access.ReadWrite)
            .Field(PeriodField, s => s.AverageCostPeriod, Access.ReadWrite)
            .Field(CalcTypeField, s => s.AverageCostCalcType, Access.ReadWrite)
            .Field("preventNegativeInventory", s => s.PreventNegativeInventory, Access.ReadWrite)
            .Field("locationMandatory", s => s.LocationMandatory, Access.ReadWrite)
            .Field("lastModifiedDateTime", s => s.ModifiedAt)
            .ETag(s => s.Version)
            .Update(Writes().Update);

    private static RowWrites<InventorySetup> Writes() =>
        new RowWrites<InventorySetup>(Set)
            .Set<CostingMethod>("defaultCostingMethod", (s, m) => s.DefaultCostingMethod = m)
            .Set<AverageCostPeriod>(PeriodField, (s, period) => s.AverageCostPeriod = period)
            .Set<AverageCostCalcType>(CalcTypeField, (s, type) => s.AverageCostCalcType = type)
            .Set<bool>("preventNegativeInventory", (s, on) => s.PreventNegativeInventory = on)
            .Set<bool>("locationMandatory", (s, on) => s.LocationMandatory = on)
            .Check(CheckAverage);

    // CM-04: entries that were averaged one way are not averaged another way.
    private static async Task CheckAverage(RowEdit<InventorySetup> edit)
    {
        var (row, before) = (edit.Row, edit.Db.Entry(edit.Row).OriginalValues);
        var period = before.GetValue<AverageCostPeriod>(nameof(row.AverageCostPeriod));
        var calcType = before.GetValue<AverageCostCalcType>(nameof(row.AverageCostCalcType));
        var isPeriodChanged = row.AverageCostPeriod != period;
        var isTypeChanged = row.AverageCostCalcType != calcType;
        if (!isPeriodChanged && !isTypeChanged)
            return;
        var isUsed = await edit.Db.ItemEntries.AnyAsync(
            entry => entry.CostingMethod == CostingMethod.Average,
            edit.Scope.Aborted
        );
        if (isUsed && isPeriodChanged)
            edit.Refuse(ProblemCodes.AverageTerms, PeriodField, $"{row.AverageCostPeriod}");
        if (isUsed && isTypeChanged)
            edit.Refuse(ProblemCodes.AverageTerms, CalcTypeField, $"{row.AverageCostCalcType}");
    }
}
