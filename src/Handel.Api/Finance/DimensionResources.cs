using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.App.Setup;
using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// Dimensions and their values: read on the contract, written on the extension (DIM-01).
/// </summary>
internal static class DimensionResources
{
    private const int CodeLength = DimensionFields.CodeLength;
    private const int NameLength = 50;
    private const int TotalingLength = 250;
    private const string Code = "code";

    public static IEnumerable<Resource> All() =>
        [
            Dimensions(),
            Values(),
            DimensionsWritten(),
            ValuesWritten(),
            .. DimensionRuleResources.All(),
            .. DefaultDimensionResources.All(),
            .. DimensionSetLines.All(),
            DimensionCorrectionResources.Log(),
        ];

    private static Resource<Dimension> Dimensions() =>
        Resource
            .Of(Dimension.Entity, s => s.Rows<Dimension>())
            .Field("id", d => d.Id)
            .Field(Code, d => d.Code)
            .Field("displayName", d => d.Name)
            .Field("consolidationCode", d => d.ConsolidationCode)
            .Field("lastModifiedDateTime", d => d.ModifiedAt)
            .ETag(d => d.Version);

    private static Resource<DimensionValue> Values() =>
        Resource
            .Of(DimensionValue.Entity, s => s.Rows<DimensionValue>())
            .Field("id", v => v.Id)
            .Field(Code, v => v.Code)
            .Of("dimensionId", v => v.DimensionCode, DimensionIds)
            .Field("displayName", v => v.Name)
            .Field("consolidationCode", v => v.ConsolidationCode)
            .Field("lastModifiedDateTime", v => v.ModifiedAt)
            .ETag(v => v.Version);

    internal static There<Dimension, Guid> DimensionIds { get; } = new(d => d.Code, d => d.Id);

    private static Resource DimensionsWritten() =>
        Coded
            .Writes<Dimension>(Dimension.Entity, d => d.Code, (d, code) => d.Code = code)
            .Set<string>("displayName", (d, text) => d.Name = text)
            .Set<string>("consolidationCode", (d, code) => d.ConsolidationCode = code)
            .Set<bool>("blocked", (d, on) => d.IsBlocked = on)
            .Check(CheckReserved)
            .RenamedFreely()
            .Followed(FollowDimension)
            .UsedBy<DimensionSetEntry>(d => entry => entry.DimensionCode == d.Code)
            .UsedBy<DefaultDimension>(d => line => line.DimensionCode == d.Code)
            .UsedBy<GlSetup>(d =>
                gl =>
                    gl.GlobalDimension1Code == d.Code
                    || gl.GlobalDimension2Code == d.Code
                    || gl.ShortcutDimension3Code == d.Code
                    || gl.ShortcutDimension4Code == d.Code
                    || gl.ShortcutDimension5Code == d.Code
                    || gl.ShortcutDimension6Code == d.Code
                    || gl.ShortcutDimension7Code == d.Code
                    || gl.ShortcutDimension8Code == d.Code
            )
            .On(
                Resource
                    .Extension(Dimension.Entity, "dimension", s => s.Rows<Dimension>())
                    .Field("id", d => d.Id)
                    .Field(Code, d => d.Code, Access.ReadWrite, CodeLength)
                    .Field("displayName", d => d.Name, Access.ReadWrite, NameLength)
                    .Field(
                        "consolidationCode",
                        d => d.ConsolidationCode,
                        Access.ReadWrite,
                        CodeLength
                    )
                    .Field("blocked", d => d.IsBlocked, Access.ReadWrite)
                    .Field("lastModifiedDateTime", d => d.ModifiedAt)
                    .ETag(d => d.Version)
            );

    private static Resource ValuesWritten() =>
        new RowWrites<DimensionValue>(DimensionValue.Entity)
            .Key(
                Code,
                v => v.Code,
                (edit, code) =>
                    edit.Db.DimensionValues.Where(v =>
                        v.DimensionCode == edit.Row.DimensionCode && v.Code == code
                    )
            )
            .Pair<Dimension>(
                ("", DimensionFilters.Dimension),
                d => d.Code,
                (v, code) => v.DimensionCode = code
            )
            .Set<string>(Code, (v, code) => v.Code = code)
            .Set<string>("displayName", (v, text) => v.Name = text)
            .Set<DimensionValueType>("type", (v, type) => v.Type = type)
            .Set<string>("totaling", (v, text) => v.Totaling = text.Trim().ToUpperInvariant())
            .Set<string>("consolidationCode", (v, code) => v.ConsolidationCode = code)
            .Set<bool>("blocked", (v, on) => v.IsBlocked = on)
            .Needs(DimensionFilters.Dimension, v => v.DimensionCode)
            .Check(CheckTotaling)
            .Check(NumberShortcut)
            .RenamedFreely()
            .Followed(FollowValue)
            .UsedBy<DimensionSetEntry>(v =>
                entry => entry.DimensionCode == v.DimensionCode && entry.ValueCode == v.Code
            )
            .UsedBy<DefaultDimension>(v =>
                line => line.DimensionCode == v.DimensionCode && line.ValueCode == v.Code
            )
            .On(ValueFields());

    private static Resource<DimensionValue> ValueFields() =>
        Resource
            .Extension(DimensionValue.Entity, "dimensionValue", s => s.Rows<DimensionValue>())
            .Field("id", v => v.Id)
            .Field(DimensionFilters.Dimension, v => v.DimensionCode, Access.PostOnly, CodeLength)
            .Of("dimensionId", v => v.DimensionCode, DimensionIds)
            .Field(Code, v => v.Code, Access.ReadWrite, CodeLength)
            .Field("displayName", v => v.Name, Access.ReadWrite, NameLength)
            .Field("type", v => v.Type, Access.ReadWrite)
            .Field("totaling", v => v.Totaling, Access.ReadWrite, TotalingLength)
            .Field("consolidationCode", v => v.ConsolidationCode, Access.ReadWrite, CodeLength)
            .Field("blocked", v => v.IsBlocked, Access.ReadWrite)
            .Field("shortcutNumber", v => v.GlobalDimensionNo)
            .Field(
                "postable",
                v =>
                    !v.IsBlocked
                    && (
                        v.Type == DimensionValueType.Standard
                        || v.Type == DimensionValueType.BeginTotal
                    )
            )
            .Field("lastModifiedDateTime", v => v.ModifiedAt)
            .ETag(v => v.Version)
            .OrderedBy(DimensionFilters.Dimension, Code);

    // DIM-01
    private static Task CheckReserved(RowEdit<Dimension> edit)
    {
        if (Dimension.IsReserved(edit.Row.Code))
            edit.Refuse(EditCodes.Range, Code, edit.Row.Code);
        return Task.CompletedTask;
    }

    private static async Task FollowDimension(RowEdit<Dimension> edit, string before, string after)
    {
        var (db, ct) = (edit.Db, edit.Scope.Aborted);
        if (after.Length > 0)
        {
            await DimensionCodes.Rename(db, before, after, ct);
            return;
        }
        await DimensionLock.TakeToChange(db, ct);
        // Whoever made a set of it before the lock was here keeps it.
        if (await db.DimensionSetEntries.AnyAsync(e => e.DimensionCode == before, ct))
            throw new DbUpdateConcurrencyException(before);
        await db.DimensionValues.Where(v => v.DimensionCode == before).ExecuteDeleteAsync(ct);
        await db.Set<DimensionCombination>()
            .Where(c => c.FirstCode == before || c.SecondCode == before)
            .ExecuteDeleteAsync(ct);
        await db.Set<BlockedValuePair>()
            .Where(p => p.FirstCode == before || p.SecondCode == before)
            .ExecuteDeleteAsync(ct);
    }

    private static async Task FollowValue(RowEdit<DimensionValue> edit, string before, string after)
    {
        var (db, ct) = (edit.Db, edit.Scope.Aborted);
        var dimension = edit.Row.DimensionCode;
        if (after.Length > 0)
        {
            await DimensionCodes.RenameValue(db, dimension, (before, after), ct);
            return;
        }
        await DimensionLock.TakeToChange(db, ct);
        var sets = db.DimensionSetEntries.Where(e => e.DimensionCode == dimension);
        if (await sets.AnyAsync(e => e.ValueCode == before, ct))
            throw new DbUpdateConcurrencyException(before);
        await db.Set<BlockedValuePair>()
            .Where(p =>
                (p.FirstCode == dimension && p.FirstValue == before)
                || (p.SecondCode == dimension && p.SecondValue == before)
            )
            .ExecuteDeleteAsync(ct);
    }

    // Only totals sum; a value that entries carry sums nothing.
    private static Task CheckTotaling(RowEdit<DimensionValue> edit)
    {
        var isTotal = edit.Row.Type is DimensionValueType.Total or DimensionValueType.EndTotal;
        if (edit.Row.Totaling.Length > 0 && !isTotal)
            edit.Refuse(EditCodes.Range, "totaling", edit.Row.Totaling);
        return Task.CompletedTask;
    }

    private static async Task NumberShortcut(RowEdit<DimensionValue> edit)
    {
        if (!edit.IsNew || edit.Row.DimensionCode.Length == 0)
            return;
        // What comes after in the same transaction may make sets of it.
        await DimensionLock.TakeToChange(edit.Db, edit.Scope.Aborted);
        var setup = await edit.Db.Set<GlSetup>().SingleAsync(edit.Scope.Aborted);
        var at = setup.ShortcutDimensions.ToList().IndexOf(edit.Row.DimensionCode);
        edit.Row.GlobalDimensionNo = at + 1;
    }
}
