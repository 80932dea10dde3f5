using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.App.Setup;
using Handel.Data.Ledger;
using Handel.Data.Reports;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>
/// The chart of accounts as it is kept: lines are added, changed and taken out, and the chart lays
/// itself out again (COA-01..06). The set of the contract is for reading.
/// </summary>
internal static class ChartOfAccounts
{
    private const string Set = AccountResolution.AccountEntity;
    private const int CodeLength = SetupFields.CodeLength;
    private const int NameLength = 100;
    private const int TotalingLength = 250;

    public static Resource Create()
    {
        var writes = Writes();
        return Fields()
            .WithChosenId()
            .Create((scope, given) => LaidOut(scope, () => writes.Create(scope, given)))
            .Update((scope, id, given) => LaidOut(scope, () => writes.Update(scope, id, given)))
            .Delete((scope, id, given) => LaidOut(scope, () => writes.Delete(scope, id, given)))
            .Action(new ActionShape("indent"), Indent);
    }

    private static Resource<GlAccount> Fields() =>
        Resource
            .Extension(Set, Set[..^1], s => s.Rows<GlAccount>())
            .Field("id", a => a.Id)
            .Field("number", a => a.No, Access.ReadWrite, CodeLength)
            .Field("displayName", a => a.Name, Access.ReadWrite, NameLength)
            .Field("displayNameEnglish", a => a.NameEnglish, Access.ReadWrite, NameLength)
            .Field("accountType", a => a.AccountType, Access.ReadWrite)
            .Field("category", a => a.Category, Access.ReadWrite)
            .Field("subCategory", a => a.SubCategory, Access.ReadWrite, NameLength)
            .Field("directPosting", a => a.DirectPosting, Access.ReadWrite)
            .Field("blocked", a => a.IsBlocked, Access.ReadWrite)
            .Field("totaling", a => a.Totaling, Access.ReadWrite, TotalingLength)
            .Field("indentation", a => a.Indentation)
            .Field("generalPostingType", a => a.GenPostingType, Access.ReadWrite)
            .AccountField("generalBusinessPostingGroup", a => a.GenBusPostingGroup)
            .AccountField("generalProductPostingGroup", a => a.GenProdPostingGroup)
            .AccountField("taxBusinessPostingGroup", a => a.VatBusPostingGroup)
            .AccountField("taxProductPostingGroup", a => a.VatProdPostingGroup)
            .Field("netChange", a => LedgerFunctions.NetChange(a.CompanyNo, a.No, a.Totaling))
            .Field("lastModifiedDateTime", a => a.ModifiedAt)
            .ETag(a => a.Version)
            .OrderedBy("number");

    private static RowWrites<GlAccount> Writes() =>
        new RowWrites<GlAccount>(Set)
            .Key("number", a => a.No, (edit, no) => edit.Db.GlAccounts.Where(a => a.No == no))
            .Start(edit => edit.Row.DirectPosting = true)
            .Set<string>("number", (a, no) => a.No = no.Trim().ToUpperInvariant())
            .Set<string>("displayName", (a, text) => a.Name = text)
            .Set<string>("displayNameEnglish", (a, text) => a.NameEnglish = text)
            .SetWith("accountType", TakeType)
            .Set<GlAccountCategory>("category", (a, category) => a.Category = category)
            .Set<string>("subCategory", (a, text) => a.SubCategory = text)
            .Set<bool>("directPosting", (_, _) => { })
            .Set<bool>("blocked", (a, on) => a.IsBlocked = on)
            .Set<string>("totaling", (_, _) => { })
            .Set<GenPostingType>("generalPostingType", (a, type) => a.GenPostingType = type)
            .Groups()
            .Check(TakeAfterType)
            .Check(Check)
            .Needs("displayName", a => a.Name)
            .Followed(
                (edit, before, after) =>
                    DefaultDimensionResources.Follow(
                        edit.Db,
                        DimensionEntities.Accounts,
                        (before, after),
                        edit.Scope.Aborted
                    )
            )
            .UsedBy<GlEntry>(a => entry => entry.AccountNo == a.No)
            .UsedBy<TradeLine>(a => line => line.Type == LineType.GlAccount && line.No == a.No)
            .UsedBy<JournalLine>(a =>
                line =>
                    (line.AccountType == JournalAccountType.GlAccount && line.AccountNo == a.No)
                    || (
                        line.BalAccountType == JournalAccountType.GlAccount
                        && line.BalAccountNo == a.No
                    )
            )
            .UsedBy<JournalAllocation>(a => share => share.AccountNo == a.No)
            .UsedWhere(async edit =>
                (await AccountUses.Of(edit.Db, edit.Row.No, edit.Scope.Aborted)).Count > 0
            );

    private static RowWrites<GlAccount> Groups(this RowWrites<GlAccount> writes) =>
        writes
            .Pair<GenBusPostingGroup>(
                ("", "generalBusinessPostingGroup"),
                g => g.Code,
                (a, code) => a.GenBusPostingGroup = code
            )
            .Pair<GenProdPostingGroup>(
                ("", "generalProductPostingGroup"),
                g => g.Code,
                (a, code) => a.GenProdPostingGroup = code
            )
            .Pair<VatBusPostingGroup>(
                ("", "taxBusinessPostingGroup"),
                g => g.Code,
                (a, code) => a.VatBusPostingGroup = code
            )
            .Pair<VatProdPostingGroup>(
                ("", "taxProductPostingGroup"),
                g => g.Code,
                (a, code) => a.VatProdPostingGroup = code
            );

    private static Task TakeType(RowEdit<GlAccount> edit, object value)
    {
        var type = (GlAccountType)Enum.ToObject(typeof(GlAccountType), value);
        if (type == edit.Row.AccountType)
            return Task.CompletedTask;
        edit.Row.AccountType = type;
        GlAccountRules.TakeType(edit.Row);
        return Task.CompletedTask;
    }

    // What the type fills in is overruled by what the caller says, in whichever order.
    private static Task TakeAfterType(RowEdit<GlAccount> edit)
    {
        if (edit.Given.Value<bool>("directPosting") is { } direct)
            edit.Row.DirectPosting = direct;
        if (edit.Given.Text("totaling") is { } totaling)
            edit.Row.Totaling = totaling.Trim();
        return Task.CompletedTask;
    }

    private static async Task Check(RowEdit<GlAccount> edit)
    {
        var (db, ct) = (edit.Db, edit.Scope.Aborted);
        var before = edit.IsNew ? null : (GlAccount)db.Entry(edit.Row).OriginalValues.ToObject();
        var no = before?.No ?? edit.Row.No;
        var state = await LedgerLock.Read(db, ct);
        var setup = await edit.Scope.Get<SetupCache>().At(db, state.SetupVersion, ct);
        var asked = new GlAccountQuestion(
            before,
            await db.GlEntries.AnyAsync(entry => entry.AccountNo == no, ct),
            ControlAccounts.In(setup).Contains(no)
        );
        edit.Problems.AddRange(GlAccountRules.Find(edit.Row, asked));
    }

    // COA-05: a chart that does not match yet keeps its layout until it does.
    private static async Task<WriteOutcome> LaidOut(
        RequestScope scope,
        Func<Task<WriteOutcome>> write
    )
    {
        WriteOutcome? outcome = null;
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    outcome = await write();
                    if (outcome.IsDone)
                        await LayOut(scope);
                    return outcome.IsDone;
                },
                scope.Aborted
            );
        return outcome!;
    }

    private static async Task<ActionOutcome> Indent(RequestScope scope, Guid id, Given given)
    {
        IReadOnlyList<Problem> problems = [];
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    problems = await LayOut(scope);
                    return problems.Count == 0;
                },
                scope.Aborted
            );
        return problems.Count > 0 ? ActionOutcome.Refused(problems) : ActionOutcome.Done;
    }

    private static async Task<IReadOnlyList<Problem>> LayOut(RequestScope scope)
    {
        var db = scope.Db();
        var chart = await db
            .GlAccounts.AsTracking()
            .OrderBy(account => account.No)
            .ToListAsync(scope.Aborted);
        // Numbers stand in the order of their characters, whatever the database sorts by.
        chart.Sort((one, other) => string.CompareOrdinal(one.No, other.No));
        var problems = ChartIndentation.Apply(chart);
        if (problems.Count == 0)
            await db.SaveChangesAsync(scope.Aborted);
        db.ChangeTracker.Clear();
        return problems;
    }
}
