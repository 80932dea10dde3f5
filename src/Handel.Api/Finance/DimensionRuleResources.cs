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
/// Rules about dimensions: which may stand together (DIM-08), which default wins (DIM-06), and
/// which are the shortcuts (GLS-19).
/// </summary>
internal static class DimensionRuleResources
{
    private const int CodeLength = DimensionFields.CodeLength;
    private const int EntityLength = 30;
    private const string Priorities = "defaultDimensionPriorities";
    private const string First = "firstDimensionCode";
    private const string Second = "secondDimensionCode";
    private const string FirstValue = "firstValueCode";
    private const string SecondValue = "secondValueCode";

    public static IEnumerable<Resource> All() =>
        [Combinations(), BlockedPairs(), PriorityRows(), Shortcuts()];

    private static Resource Combinations() =>
        new RowWrites<DimensionCombination>(DimensionCombination.Entity)
            .Key(
                Second,
                c => $"{c.FirstCode}, {c.SecondCode}",
                (edit, _) =>
                    edit
                        .Db.Set<DimensionCombination>()
                        .Where(c =>
                            c.FirstCode == edit.Row.FirstCode && c.SecondCode == edit.Row.SecondCode
                        )
            )
            .Pair<Dimension>(("", First), d => d.Code, (c, code) => c.FirstCode = code)
            .Pair<Dimension>(("", Second), d => d.Code, (c, code) => c.SecondCode = code)
            .Set<CombinationRule>("rule", (c, rule) => c.Rule = rule)
            .Needs(First, c => c.FirstCode)
            .Needs(Second, c => c.SecondCode)
            .Check(edit =>
            {
                var row = edit.Row;
                if (row.FirstCode == row.SecondCode)
                    edit.Refuse(EditCodes.Range, Second, row.SecondCode);
                // In either order it is the same rule.
                if (string.CompareOrdinal(row.FirstCode, row.SecondCode) > 0)
                    (row.FirstCode, row.SecondCode) = (row.SecondCode, row.FirstCode);
                return Task.CompletedTask;
            })
            .On(
                Resource
                    .Extension(
                        DimensionCombination.Entity,
                        "dimensionCombination",
                        s => s.Rows<DimensionCombination>()
                    )
                    .Field("id", c => c.Id)
                    .Field(First, c => c.FirstCode, Access.PostOnly, CodeLength)
                    .Field(Second, c => c.SecondCode, Access.PostOnly, CodeLength)
                    .Field("rule", c => c.Rule, Access.ReadWrite)
                    .Field("lastModifiedDateTime", c => c.ModifiedAt)
                    .ETag(c => c.Version)
                    .OrderedBy(First, Second)
            );

    private static Resource BlockedPairs() =>
        new RowWrites<BlockedValuePair>(BlockedValuePair.Entity)
            .Key(
                SecondValue,
                p => $"{p.FirstCode} {p.FirstValue}, {p.SecondCode} {p.SecondValue}",
                (edit, _) => Same(edit)
            )
            .Pair<Dimension>(("", First), d => d.Code, (p, code) => p.FirstCode = code)
            .Set<string>(FirstValue, (p, code) => p.FirstValue = code)
            .Pair<Dimension>(("", Second), d => d.Code, (p, code) => p.SecondCode = code)
            .Set<string>(SecondValue, (p, code) => p.SecondValue = code)
            .Needs(First, p => p.FirstCode)
            .Needs(FirstValue, p => p.FirstValue)
            .Needs(Second, p => p.SecondCode)
            .Needs(SecondValue, p => p.SecondValue)
            .Check(CheckPair)
            .On(
                Resource
                    .Extension(
                        BlockedValuePair.Entity,
                        "dimensionValueCombination",
                        s => s.Rows<BlockedValuePair>()
                    )
                    .Field("id", p => p.Id)
                    .Field(First, p => p.FirstCode, Access.PostOnly, CodeLength)
                    .Field(FirstValue, p => p.FirstValue, Access.PostOnly, CodeLength)
                    .Field(Second, p => p.SecondCode, Access.PostOnly, CodeLength)
                    .Field(SecondValue, p => p.SecondValue, Access.PostOnly, CodeLength)
                    .Field("lastModifiedDateTime", p => p.ModifiedAt)
                    .ETag(p => p.Version)
                    .OrderedBy(First, FirstValue, Second, SecondValue)
            );

    private static IQueryable<BlockedValuePair> Same(RowEdit<BlockedValuePair> edit) =>
        edit
            .Db.Set<BlockedValuePair>()
            .Where(p =>
                p.FirstCode == edit.Row.FirstCode
                && p.FirstValue == edit.Row.FirstValue
                && p.SecondCode == edit.Row.SecondCode
                && p.SecondValue == edit.Row.SecondValue
            );

    private static async Task CheckPair(RowEdit<BlockedValuePair> edit)
    {
        var row = edit.Row;
        if (edit.Problems.Count > 0)
            return;
        if (row.FirstCode == row.SecondCode)
            edit.Refuse(EditCodes.Range, Second, row.SecondCode);
        await CheckValue(edit, FirstValue, (row.FirstCode, row.FirstValue));
        await CheckValue(edit, SecondValue, (row.SecondCode, row.SecondValue));
        if (string.CompareOrdinal(row.FirstCode, row.SecondCode) > 0)
            (row.FirstCode, row.FirstValue, row.SecondCode, row.SecondValue) = (
                row.SecondCode,
                row.SecondValue,
                row.FirstCode,
                row.FirstValue
            );
    }

    private static async Task CheckValue(
        RowEdit<BlockedValuePair> edit,
        string field,
        (string Dimension, string Value) pair
    )
    {
        var isKnown = await edit.Db.DimensionValues.AnyAsync(
            v => v.DimensionCode == pair.Dimension && v.Code == pair.Value,
            edit.Scope.Aborted
        );
        if (!isKnown)
            edit.Refuse(EditCodes.Unknown, field, pair.Value);
    }

    private static Resource PriorityRows() =>
        new RowWrites<DefaultDimensionPriority>(Priorities)
            .Key(
                DefaultDimensionResources.ParentSet,
                p => $"{p.SourceCode}, {p.Entity}",
                (edit, _) =>
                    edit
                        .Db.Set<DefaultDimensionPriority>()
                        .Where(p =>
                            p.SourceCode == edit.Row.SourceCode && p.Entity == edit.Row.Entity
                        )
            )
            .Set<string>("sourceCode", (p, code) => p.SourceCode = code)
            .Set<string>(DefaultDimensionResources.ParentSet, (p, set) => p.Entity = set)
            .Set<int>("priority", (p, number) => p.Priority = number)
            .Needs("sourceCode", p => p.SourceCode)
            .Check(edit =>
            {
                if (!DimensionEntities.All.Contains(edit.Row.Entity))
                    edit.Refuse(
                        EditCodes.Unknown,
                        DefaultDimensionResources.ParentSet,
                        edit.Row.Entity
                    );
                if (edit.Row.Priority < 1)
                    edit.Refuse(EditCodes.Range, "priority", $"{edit.Row.Priority}");
                return Task.CompletedTask;
            })
            .On(
                Resource
                    .Extension(
                        Priorities,
                        "defaultDimensionPriority",
                        s => s.Rows<DefaultDimensionPriority>()
                    )
                    .Field("id", p => p.Id)
                    .Field("sourceCode", p => p.SourceCode, Access.PostOnly, CodeLength)
                    .Field(
                        DefaultDimensionResources.ParentSet,
                        p => p.Entity,
                        Access.PostOnly,
                        EntityLength
                    )
                    .Field("priority", p => p.Priority, Access.ReadWrite)
                    .Field("lastModifiedDateTime", p => p.ModifiedAt)
                    .ETag(p => p.Version)
                    .OrderedBy("sourceCode", "priority")
            );

    private static Resource<GlSetup> Shortcuts() =>
        Resource
            .Extension("generalLedgerSetup", "generalLedgerSetup", s => s.Rows<GlSetup>())
            .Field("id", g => g.Id)
            .LedgerFields()
            .ShortcutCodes()
            .Field("lastModifiedDateTime", g => g.ModifiedAt)
            .ETag(g => g.Version)
            .WithTolerance()
            .Update(UpdateShortcuts);

    // The codes of all sets change with the choice, or nothing does (GLS-19).
    private static async Task<WriteOutcome> UpdateShortcuts(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        if (!Enumerable.Range(1, ShortcutsMax).Any(at => given.Has(DimensionFields.NameOf(at))))
            return await ShortcutWrites().Update(scope, id, given);
        WriteOutcome? outcome = null;
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    var db = scope.Db();
                    await DimensionLock.TakeToChange(db, scope.Aborted);
                    outcome = await ShortcutWrites().Update(scope, id, given);
                    if (!outcome.IsDone)
                        return false;
                    var setup = await db.Set<GlSetup>().SingleAsync(scope.Aborted);
                    await DimensionCodes.RewriteGlobals(db, setup, scope.Aborted);
                    return true;
                },
                scope.Aborted
            );
        return outcome!;
    }

    private static RowWrites<GlSetup> ShortcutWrites()
    {
        var writes = new RowWrites<GlSetup>("generalLedgerSetup");
        Action<GlSetup, string>[] setters =
        [
            (g, code) => g.GlobalDimension1Code = code,
            (g, code) => g.GlobalDimension2Code = code,
            (g, code) => g.ShortcutDimension3Code = code,
            (g, code) => g.ShortcutDimension4Code = code,
            (g, code) => g.ShortcutDimension5Code = code,
            (g, code) => g.ShortcutDimension6Code = code,
            (g, code) => g.ShortcutDimension7Code = code,
            (g, code) => g.ShortcutDimension8Code = code,
        ];
        for (var at = 0; at < setters.Length; at++)
            writes.Pair<Dimension>(("", DimensionFields.NameOf(at + 1)), d => d.Code, setters[at]);
        return writes
            .LedgerWrites()
            .Check(edit =>
            {
                // A dimension is one shortcut: its values carry that number.
                var codes = edit.Row.ShortcutDimensions;
                for (var at = 0; at < codes.Count; at++)
                    if (codes[at].Length > 0 && codes.Take(at).Contains(codes[at]))
                        edit.Refuse(EditCodes.Range, DimensionFields.NameOf(at + 1), codes[at]);
                return Task.CompletedTask;
            });
    }

    private static Resource<GlSetup> ShortcutCodes(this Resource<GlSetup> resource) =>
        resource
            .Field(DimensionFields.NameOf(1), g => g.GlobalDimension1Code, Writable, CodeLength)
            .Field(DimensionFields.NameOf(2), g => g.GlobalDimension2Code, Writable, CodeLength)
            .Field(DimensionFields.NameOf(3), g => g.ShortcutDimension3Code, Writable, CodeLength)
            .Field(DimensionFields.NameOf(4), g => g.ShortcutDimension4Code, Writable, CodeLength)
            .Field(DimensionFields.NameOf(5), g => g.ShortcutDimension5Code, Writable, CodeLength)
            .Field(DimensionFields.NameOf(6), g => g.ShortcutDimension6Code, Writable, CodeLength)
            .Field(DimensionFields.NameOf(7), g => g.ShortcutDimension7Code, Writable, CodeLength)
            .Field(DimensionFields.NameOf(8), g => g.ShortcutDimension8Code, Writable, CodeLength);

    private const Access Writable = Access.ReadWrite;
    private const int ShortcutsMax = 8;
}
