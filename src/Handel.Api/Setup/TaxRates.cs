using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Rates that change on a date, per VAT identifier (VPS-01, VPS-02).</summary>
internal static class TaxRates
{
    public static Resource Create() =>
        new RowWrites<VatRate>("taxRates")
            .Key(
                "startingDate",
                r => $"{r.VatBusPostingGroup}, {r.VatIdentifier}, {r.StartingDate:O}",
                (edit, _) =>
                    edit.Db.VatRates.Where(r =>
                        r.VatBusPostingGroup == edit.Row.VatBusPostingGroup
                        && r.VatIdentifier == edit.Row.VatIdentifier
                        && r.StartingDate == edit.Row.StartingDate
                    )
            )
            .Pair<VatBusPostingGroup>(
                ("", "taxBusinessPostingGroup"),
                g => g.Code,
                (r, code) => r.VatBusPostingGroup = code
            )
            .Set<string>("taxIdentifier", (r, text) => r.VatIdentifier = text)
            .Set<DateOnly>("startingDate", (r, date) => r.StartingDate = date)
            .Set<decimal>("taxPercent", (r, pct) => r.VatPct = pct)
            .Range("taxPercent", r => r.VatPct, 100m)
            .Check(Check)
            .On(
                Resource
                    .Extension("taxRates", "taxRate", s => s.Rows<VatRate>())
                    .Field("id", r => r.Id)
                    .AccountField("taxBusinessPostingGroup", r => r.VatBusPostingGroup)
                    .AccountField("taxIdentifier", r => r.VatIdentifier)
                    .Field("startingDate", r => r.StartingDate, Access.ReadWrite)
                    .Field("taxPercent", r => r.VatPct, Access.ReadWrite)
                    .Field("lastModifiedDateTime", r => r.ModifiedAt)
                    .ETag(r => r.Version)
                    .OrderedBy("taxBusinessPostingGroup", "taxIdentifier", "startingDate")
            );

    private static async Task Check(RowEdit<VatRate> edit)
    {
        var row = edit.Row;
        if (row.StartingDate == DateOnly.MinValue)
            edit.Refuse(ProblemCodes.FieldEmpty, "startingDate");
        var isKnown = await edit
            .Db.Set<VatPostingSetup>()
            .AnyAsync(
                s =>
                    s.VatBusPostingGroup == row.VatBusPostingGroup
                    && s.VatIdentifier == row.VatIdentifier,
                edit.Scope.Aborted
            );
        if (!isKnown)
            edit.Refuse(EditCodes.Unknown, "taxIdentifier", row.VatIdentifier);
    }
}
