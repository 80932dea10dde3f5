using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Users;
using Handel.Data;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// Default dimensions: below customers, vendors and items on the contract (API-C1-12); of every
/// kind of record, and of all records of a kind, on the extension (DIM-03..05).
/// </summary>
internal static class DefaultDimensionResources
{
    /// <summary>The kind of record, by its entity set.</summary>
    public const string ParentSet = "parentSet";
    private const string ParentNumber = "parentNumber";
    private const string ParentType = "parentType";
    private const string ParentId = "parentId";
    private const string ValueId = "dimensionValueId";
    private const string Validation = "postingValidation";
    private const int CodeLength = DimensionFields.CodeLength;
    private const int EntityLength = 30;
    private const int FilterLength = 250;

    // Members of defaultDimensionParentType.
    private static readonly (int Type, string Entity)[] Parents =
    [
        (1, DimensionEntities.Customers),
        (2, DimensionEntities.Items),
        (3, DimensionEntities.Vendors),
    ];

    public static IEnumerable<Resource> All() => [Standard(), Extension()];

    /// <summary>The defaults of a record follow its number, or go with it.</summary>
    public static Task Follow(
        HandelDbContext db,
        string entity,
        (string Before, string After) number,
        CancellationToken ct
    )
    {
        var lines = db.DefaultDimensions.Where(d => d.Entity == entity && d.No == number.Before);
        return number.After.Length == 0
            ? lines.ExecuteDeleteAsync(ct)
            : lines.ExecuteUpdateAsync(d => d.SetProperty(l => l.No, number.After), ct);
    }

    private static Resource Standard() =>
        Writes()
            .SetWith(ParentType, (_, _) => Task.CompletedTask)
            .SetWith(ParentId, TakeParent)
            .SetWith(ValueId, TakeValueId)
            .Needs(ParentId, d => d.No)
            .On(
                Resource
                    .Of(DefaultDimension.EntitySet, Rows)
                    .Field("id", d => d.Id)
                    .Field(
                        ParentType,
                        d =>
                            d.Entity == DimensionEntities.Customers ? 1
                            : d.Entity == DimensionEntities.Items ? 2
                            : 3
                    )
                    .Field(ParentId, ParentIdOf)
                    .Of("dimensionId", d => d.DimensionCode, DimensionResources.DimensionIds)
                    .Field(DimensionFilters.Dimension, d => d.DimensionCode)
                    .Field(ValueId, ValueIdOf)
                    .Field(DimensionFilters.Value, d => d.ValueCode)
                    .Field(Validation, d => d.ValuePosting)
                    .Field("lastModifiedDateTime", d => d.ModifiedAt)
                    .ETag(d => d.Version)
                    .OrderedBy(DimensionFilters.Dimension)
            );

    private static Resource Extension() =>
        Writes()
            .Set<string>(ParentSet, (d, set) => d.Entity = set)
            .Set<string>(ParentNumber, (d, no) => d.No = no)
            .SetWith(DimensionFilters.Value, TakeValue)
            .SetWith("allowedValues", TakeAllowed)
            .Check(CheckParent)
            .On(
                Resource
                    .Extension(
                        DefaultDimension.EntitySet,
                        "defaultDimension",
                        s => s.Rows<DefaultDimension>()
                    )
                    .Field("id", d => d.Id)
                    .Field(ParentSet, d => d.Entity, Access.PostOnly, EntityLength)
                    .Field(ParentNumber, d => d.No, Access.PostOnly, CodeLength)
                    .Field(
                        DimensionFilters.Dimension,
                        d => d.DimensionCode,
                        Access.PostOnly,
                        CodeLength
                    )
                    .Of("dimensionId", d => d.DimensionCode, DimensionResources.DimensionIds)
                    .Field(DimensionFilters.Value, d => d.ValueCode, Access.ReadWrite, CodeLength)
                    .Field(ValueId, ValueIdOf)
                    .Field(Validation, d => d.ValuePosting, Access.ReadWrite)
                    .Field(
                        "allowedValues",
                        d => d.AllowedValuesFilter,
                        Access.ReadWrite,
                        FilterLength
                    )
                    .Field("lastModifiedDateTime", d => d.ModifiedAt)
                    .ETag(d => d.Version)
                    .OrderedBy(ParentSet, ParentNumber, DimensionFilters.Dimension)
            );

    private static RowWrites<DefaultDimension> Writes() =>
        new RowWrites<DefaultDimension>(DefaultDimension.EntitySet)
            .Key(
                DimensionFilters.Dimension,
                d => d.DimensionCode,
                (edit, code) =>
                    edit.Db.DefaultDimensions.Where(d =>
                        d.Entity == edit.Row.Entity
                        && d.No == edit.Row.No
                        && d.DimensionCode == code
                    )
            )
            .Pair<Dimension>(
                ("dimensionId", DimensionFilters.Dimension),
                d => d.Code,
                (d, code) => d.DimensionCode = code
            )
            .Set<ValuePosting>(Validation, (d, posting) => d.ValuePosting = posting)
            .Check(CheckDimension);

    private static Expression<Func<DefaultDimension, RequestScope, Guid>> ParentIdOf =>
        (d, s) =>
            d.Entity == DimensionEntities.Customers
                ? SideNames
                    .Sale.PartyRows(s)
                    .Where(p => p.No == d.No)
                    .Select(p => p.Id)
                    .FirstOrDefault()
            : d.Entity == DimensionEntities.Items
                ? s.Rows<Item>().Where(i => i.No == d.No).Select(i => i.Id).FirstOrDefault()
            : SideNames
                .Purchase.PartyRows(s)
                .Where(p => p.No == d.No)
                .Select(p => p.Id)
                .FirstOrDefault();

    private static Expression<Func<DefaultDimension, RequestScope, Guid>> ValueIdOf =>
        (d, s) =>
            s.Rows<DimensionValue>()
                .Where(v => v.DimensionCode == d.DimensionCode && v.Code == d.ValueCode)
                .Select(v => v.Id)
                .FirstOrDefault();

    /// <summary>
    /// Lines of parties and items; where parents are named, they are found first.
    /// </summary>
    private static async Task<IQueryable<DefaultDimension>> Rows(RequestScope scope, Pins pins)
    {
        var many = DimensionEntities.Many.ToArray();
        var lines = scope
            .Rows<DefaultDimension>()
            .Where(d => d.No != "" && many.Contains(d.Entity));
        var ids = pins.Ids(ParentId);
        if (ids.Count == 0)
            return lines;
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, entity) in Parents)
            numbers.UnionWith(
                await NumbersOf(scope, entity)
                    .Where(row => ids.Contains(row.Id))
                    .Select(row => row.No)
                    .ToListAsync(scope.Aborted)
            );
        // The parent's id is compared again, so that a vendor of the same number stays out.
        return lines.Where(d => numbers.Contains(d.No));
    }

    private static IQueryable<Numbered> NumbersOf(RequestScope scope, string entity) =>
        entity switch
        {
            DimensionEntities.Customers => SideNames
                .Sale.PartyRows(scope)
                .Select(p => new Numbered { Id = p.Id, No = p.No }),
            DimensionEntities.Vendors => SideNames
                .Purchase.PartyRows(scope)
                .Select(p => new Numbered { Id = p.Id, No = p.No }),
            DimensionEntities.Items => scope
                .Rows<Item>()
                .Select(i => new Numbered { Id = i.Id, No = i.No }),
            DimensionEntities.Accounts => scope
                .Rows<GlAccount>()
                .Select(a => new Numbered { Id = a.Id, No = a.No }),
            DimensionEntities.BankAccounts => scope
                .Rows<BankAccount>()
                .Select(b => new Numbered { Id = b.Id, No = b.No }),
            DimensionEntities.Salespeople => scope
                .Rows<SalespersonPurchaser>()
                .Select(p => new Numbered { Id = p.Id, No = p.Code }),
            DimensionEntities.Locations => scope
                .Rows<Location>()
                .Select(l => new Numbered { Id = l.Id, No = l.Code }),
            _ => throw new InvalidOperationException(entity),
        };

    private static async Task TakeParent(RowEdit<DefaultDimension> edit, object value)
    {
        var id = (Guid)value;
        var type = edit.Given.Value<int>(ParentType);
        foreach (var (known, entity) in Parents)
        {
            if (type is { } wanted && wanted != known)
                continue;
            var no = await NumbersOf(edit.Scope, entity)
                .Where(row => row.Id == id)
                .Select(row => row.No)
                .SingleOrDefaultAsync(edit.Scope.Aborted);
            if (no is null)
                continue;
            (edit.Row.Entity, edit.Row.No) = (entity, no);
            return;
        }
        edit.Refuse(EditCodes.Unknown, ParentId, id.ToString());
    }

    private static async Task CheckParent(RowEdit<DefaultDimension> edit)
    {
        var row = edit.Row;
        if (!DimensionEntities.All.Contains(row.Entity))
            edit.Refuse(EditCodes.Unknown, ParentSet, row.Entity);
        else if (
            row.No.Length > 0
            && !await NumbersOf(edit.Scope, row.Entity)
                .AnyAsync(one => one.No == row.No, edit.Scope.Aborted)
        )
            edit.Refuse(EditCodes.Unknown, ParentNumber, row.No);
        // Cards are a clerk's; what goes for all, and for accounts, is the bookkeeper's.
        var isOfCard = row.No.Length > 0 && DimensionEntities.Many.Contains(row.Entity);
        var user = edit.Scope.User;
        if (!isOfCard && !user.IsInRole(Roles.Administrator) && !user.IsInRole(Roles.Bookkeeper))
            throw new RefusalException(
                ErrorCode.RequestDenied,
                Text.RequestDenied,
                DefaultDimension.EntitySet
            );
    }

    private static async Task TakeValueId(RowEdit<DefaultDimension> edit, object value)
    {
        var id = (Guid)value;
        if (id == Guid.Empty)
        {
            edit.Row.ValueCode = "";
            return;
        }
        var found = await edit
            .Db.DimensionValues.Where(v => v.Id == id)
            .SingleOrDefaultAsync(edit.Scope.Aborted);
        if (found is null)
            edit.Refuse(EditCodes.Unknown, ValueId, id.ToString());
        else if (found.DimensionCode != edit.Row.DimensionCode)
            edit.Refuse(
                ApiProblems.Pair,
                $"{DimensionFilters.Dimension}, {ValueId}",
                $"{edit.Row.DimensionCode}, {found.DimensionCode} {found.Code}"
            );
        else
            Take(edit, found);
    }

    private static async Task TakeValue(RowEdit<DefaultDimension> edit, object value)
    {
        var code = (string)value;
        if (code.Length == 0)
        {
            edit.Row.ValueCode = "";
            return;
        }
        var found = await edit.Db.DimensionValues.SingleOrDefaultAsync(
            v => v.DimensionCode == edit.Row.DimensionCode && v.Code == code,
            edit.Scope.Aborted
        );
        if (found is null)
            edit.Refuse(EditCodes.Unknown, DimensionFilters.Value, code);
        else
            Take(edit, found);
    }

    private static void Take(RowEdit<DefaultDimension> edit, DimensionValue value)
    {
        edit.Row.ValueCode = value.Code;
        if (!value.IsPostable)
            edit.Problems.Add(Blocked(edit, "valueBlocked", (DimensionFilters.Value, value.Code)));
    }

    private static async Task TakeAllowed(RowEdit<DefaultDimension> edit, object value)
    {
        var codes = ((string)value)
            .ToUpperInvariant()
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = await edit
            .Db.DimensionValues.Where(v =>
                v.DimensionCode == edit.Row.DimensionCode && codes.Contains(v.Code)
            )
            .Select(v => v.Code)
            .ToListAsync(edit.Scope.Aborted);
        foreach (var code in codes.Except(known))
            edit.Refuse(EditCodes.Unknown, "allowedValues", code);
        edit.Row.AllowedValuesFilter = string.Join('|', codes);
    }

    private static async Task CheckDimension(RowEdit<DefaultDimension> edit)
    {
        var code = edit.Row.DimensionCode;
        var isBlocked = await edit.Db.Dimensions.AnyAsync(
            d => d.Code == code && d.IsBlocked,
            edit.Scope.Aborted
        );
        if (isBlocked && edit.IsNew)
            edit.Problems.Add(
                Blocked(edit, "dimensionBlocked", (DimensionFilters.Dimension, code))
            );
    }

    private static Problem Blocked(
        RowEdit<DefaultDimension> edit,
        string rule,
        (string Field, string Value) what
    ) =>
        new(
            ProblemCodes.Dimension,
            new RecordRef(edit.Row.Entity, edit.Row.No),
            what.Field,
            what.Value
        )
        {
            Args = new Dictionary<string, string>
            {
                ["rule"] = rule,
                ["dimension"] = edit.Row.DimensionCode,
                ["value"] = what.Value,
            },
        };

    private sealed class Numbered
    {
        public Guid Id { get; init; }
        public string No { get; init; } = "";
    }
}
