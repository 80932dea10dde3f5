using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Kernel.Amounts;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Which date VAT follows while nobody types one (GLS-04).</summary>
public enum VatDateDefault
{
    PostingDate,
    DocumentDate,
}

/// <summary>The switches of VAT: one row (GLS-03..05, GLS-10..16, GLD-05, NDV-01).</summary>
internal static class TaxSetup
{
    public static Resource Create() => Fields().Update(Writes().Update);

    private static RowWrites<GlSetup> Writes() =>
        new RowWrites<GlSetup>(VatSwitches.Entity)
            .Set<VatDateUsage>("taxReportingDateUsage", (s, usage) => s.VatDateUsage = usage)
            .Set<VatDateDefault>(
                "taxReportingDateDefault",
                (s, date) => s.VatDateIsDocumentDate = date == VatDateDefault.DocumentDate
            )
            .Set<VatPeriodControl>("controlTaxPeriod", (s, control) => s.VatPeriodControl = control)
            .Set<DateOnly?>("allowTaxDateFrom", (s, date) => s.AllowVatDateFrom = date)
            .Set<DateOnly?>("allowTaxDateTo", (s, date) => s.AllowVatDateTo = date)
            .Set<bool>("nonDeductibleTaxEnabled", (s, on) => s.IsNonDeductibleVatEnabled = on)
            .Set<bool>(
                "useNonDeductibleTaxForItemCost",
                (s, on) => s.UseNonDeductibleVatForItemCost = on
            )
            .Set<bool>("paymentDiscountExcludingTax", (s, on) => s.PmtDiscExclVat = on)
            .Set<decimal>("taxTolerancePercent", (s, pct) => s.VatTolerancePct = pct)
            .Set<bool>("adjustForPaymentDiscount", (s, on) => s.AdjustForPmtDisc = on)
            .Set<bool>("unrealizedTax", (s, on) => s.UnrealizedVat = on)
            // GLS-14: a sign does not matter.
            .Set<decimal>(
                "maxTaxDifferenceAllowed",
                (s, amount) => s.MaxVatDifferenceAllowed = Math.Abs(amount)
            )
            .Set<RoundingDirection>("taxRoundingType", (s, type) => s.VatRoundingType = type)
            .Set<bool>("taxFromSellTo", (s, on) => s.VatFromSellTo = on)
            .SetWith("allowSalesTaxDifference", AllowDifference(SideNames.Sale))
            .SetWith("allowPurchaseTaxDifference", AllowDifference(SideNames.Purchase))
            .Check(Check);

    private static Resource<GlSetup> Fields() =>
        Resource
            .Extension(VatSwitches.Entity, VatSwitches.Entity, s => s.Rows<GlSetup>())
            .Field("id", s => s.Id)
            .Field("taxReportingDateUsage", s => s.VatDateUsage, Access.ReadWrite)
            .Field(
                "taxReportingDateDefault",
                s =>
                    s.VatDateIsDocumentDate
                        ? VatDateDefault.DocumentDate
                        : VatDateDefault.PostingDate,
                Access.ReadWrite
            )
            .Field("controlTaxPeriod", s => s.VatPeriodControl, Access.ReadWrite)
            .Field("allowTaxDateFrom", s => s.AllowVatDateFrom, Access.ReadWrite)
            .Field("allowTaxDateTo", s => s.AllowVatDateTo, Access.ReadWrite)
            .Field("nonDeductibleTaxEnabled", s => s.IsNonDeductibleVatEnabled, Access.ReadWrite)
            .Field(
                "useNonDeductibleTaxForItemCost",
                s => s.UseNonDeductibleVatForItemCost,
                Access.ReadWrite
            )
            .Field("paymentDiscountExcludingTax", s => s.PmtDiscExclVat, Access.ReadWrite)
            .Field("taxTolerancePercent", s => s.VatTolerancePct, Access.ReadWrite)
            .Field("adjustForPaymentDiscount", s => s.AdjustForPmtDisc, Access.ReadWrite)
            .Field("unrealizedTax", s => s.UnrealizedVat, Access.ReadWrite)
            .Field("maxTaxDifferenceAllowed", s => s.MaxVatDifferenceAllowed, Access.ReadWrite)
            .Field("taxRoundingType", s => s.VatRoundingType, Access.ReadWrite)
            .Field("taxFromSellTo", s => s.VatFromSellTo, Access.ReadWrite)
            .Field(
                "allowSalesTaxDifference",
                (_, scope) =>
                    SideNames
                        .Sale.SetupRows(scope)
                        .Select(t => t.AllowVatDifference)
                        .FirstOrDefault(),
                Access.ReadWrite
            )
            .Field(
                "allowPurchaseTaxDifference",
                (_, scope) =>
                    SideNames
                        .Purchase.SetupRows(scope)
                        .Select(t => t.AllowVatDifference)
                        .FirstOrDefault(),
                Access.ReadWrite
            )
            .Field("lastModifiedDateTime", s => s.ModifiedAt)
            .ETag(s => s.Version);

    private static Func<RowEdit<GlSetup>, object, Task> AllowDifference(SideNames side) =>
        async (edit, value) =>
        {
            var setup = await side.SetupRows(edit.Scope)
                .AsTracking()
                .SingleAsync(edit.Scope.Aborted);
            setup.AllowVatDifference = (bool)value;
        };

    private static async Task Check(RowEdit<GlSetup> edit)
    {
        var before = (GlSetup)edit.Db.Entry(edit.Row).OriginalValues.ToObject();
        edit.Problems.AddRange(VatSwitches.Find(edit.Row, before, await UseOf(edit)));
    }

    /// <summary>What rests on the switches (GLS-12, GLS-13).</summary>
    public static async Task<VatSwitchUse> UseOf(RowEdit<GlSetup> edit)
    {
        var (db, ct) = (edit.Db, edit.Scope.Aborted);
        var setups = db.Set<VatPostingSetup>();
        var isWaiting =
            await setups.AnyAsync(s => s.UnrealizedVatType != UnrealizedVatType.None, ct)
            || await db.VatEntries.AnyAsync(
                e => e.RemainingUnrealizedBase != 0m || e.RemainingUnrealizedAmount != 0m,
                ct
            );
        return new(await setups.AnyAsync(s => s.AdjustForPaymentDiscount, ct), isWaiting);
    }
}
