using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.App.Journals;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>How batches are made, changed and deleted, on all routes (API-J-1).</summary>
internal sealed class JournalBatchWrites(string set)
{
    private const string Template = "templateDisplayName";
    private const string AccountId = "balancingAccountId";
    private const string AccountNumber = "balancingAccountNumber";
    private const string Lines = "journalLines";

    /// <summary>Of what kind a batch is whose template nobody names.</summary>
    public JournalType Type { get; init; } = JournalType.General;

    /// <summary>The route of the contract, whose lines are of the ledger and banks.</summary>
    public bool IsStandard { get; init; }

    public Resource<JournalBatch> On(Resource<JournalBatch> resource)
    {
        var writes = Writes();
        writes.On(resource);
        return resource.Create((scope, given) => Create(scope, given, writes)).Delete(Delete);
    }

    private RowWrites<JournalBatch> Writes() =>
        new RowWrites<JournalBatch>(set)
            .Key(
                "code",
                b => b.Name,
                (edit, code) =>
                    edit.Db.JournalBatches.Where(b =>
                        b.TemplateId == edit.Row.TemplateId && b.Name == code
                    )
            )
            .RenamedFreely()
            .Set<string>("code", (b, code) => b.Name = code)
            .Set<string>("displayName", (b, text) => b.Description = text)
            .SetWith(Template, SetTemplate)
            .SetWith(AccountId, SetAccount)
            .Set<JournalAccountType>("balancingAccountType", (b, type) => b.BalAccountType = type)
            .Set<string>(AccountNumber, (b, no) => b.BalAccountNo = no)
            .Pair<NumberSeries>(("", "numberSeries"), s => s.Code, (b, code) => b.NoSeries = code)
            .Pair<NumberSeries>(
                ("", "postingNumberSeries"),
                s => s.Code,
                (b, code) => b.PostingNoSeries = code
            )
            .Pair<ReasonCode>(("", "reasonCode"), r => r.Code, (b, code) => b.ReasonCode = code)
            .Set<bool>("suggestBalancingAmount", (b, on) => b.SuggestBalancingAmount = on)
            .Check(TakeDefaultTemplate)
            .Check(edit =>
                BalancingAccounts.Check(edit, (edit.Row.BalAccountType, edit.Row.BalAccountNo))
            );

    /// <summary>A batch with its lines: all of it or nothing (API-D-6).</summary>
    private async Task<WriteOutcome> Create(
        RequestScope scope,
        Given given,
        RowWrites<JournalBatch> writes
    )
    {
        var children = given.ChildrenOf(Lines);
        if (children.Count == 0)
            return await writes.Create(scope, given);
        var outcome = WriteOutcome.Missing;
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    outcome = await writes.Create(scope, given);
                    if (outcome.IsDone)
                        outcome = await AddLines(scope, outcome.Id, children);
                    return outcome.IsDone;
                },
                scope.Aborted
            );
        return outcome;
    }

    private async Task<WriteOutcome> AddLines(
        RequestScope scope,
        Guid id,
        IReadOnlyList<Given> children
    )
    {
        var journal = new JournalRef(scope.CompanyNo, id) { WorkDate = scope.Today() };
        var added = await JournalLineWrites.Nested(scope, journal, children, IsStandard);
        return JournalLineWrites.OutcomeOf(added, id);
    }

    private static async Task<WriteOutcome> Delete(RequestScope scope, Guid id, Given given)
    {
        var journal = new JournalRef(scope.CompanyNo, id, JournalLineWrites.VersionOf(given));
        var reserved = JournalPaymentActions.Reserved(scope);
        return JournalLineWrites.OutcomeOf(
            await reserved.DeleteJournal(journal, scope.Aborted),
            id
        );
    }

    private static async Task SetTemplate(RowEdit<JournalBatch> edit, object value)
    {
        var name = (string)value;
        var found = await edit
            .Db.JournalTemplates.Where(t => t.Name == name)
            .Select(t => t.Id)
            .SingleOrDefaultAsync(edit.Scope.Aborted);
        if (found == Guid.Empty)
            edit.Refuse(EditCodes.Unknown, Template, name);
        // Its lines were entered by the rules of the template.
        else if (!edit.IsNew && found != edit.Row.TemplateId)
            edit.Refuse(ApiProblems.Rename, Template, name);
        else
            edit.Row.TemplateId = found;
    }

    private async Task TakeDefaultTemplate(RowEdit<JournalBatch> edit)
    {
        if (!edit.IsNew || edit.Row.TemplateId != Guid.Empty || edit.Problems.Count > 0)
            return;
        edit.Row.TemplateId = await JournalBatches
            .Default(edit.Scope, Type)
            .Select(template => template.Id)
            .SingleOrDefaultAsync(edit.Scope.Aborted);
        if (edit.Row.TemplateId == Guid.Empty)
            edit.Refuse(ProblemCodes.FieldEmpty, Template);
    }

    // API-J-1: the account may be one of the ledger or a bank.
    private static async Task SetAccount(RowEdit<JournalBatch> edit, object value)
    {
        var id = (Guid)value;
        if (id == Guid.Empty)
        {
            edit.Row.BalAccountNo = "";
            return;
        }
        var found = await JournalReferences.Load(
            edit.Scope,
            [new Given([new GivenValue(AccountId, id)])]
        );
        if (found.Account(id) is not { } account || account.Type.IsParty())
            edit.Refuse(EditCodes.Unknown, AccountId, id.ToString());
        else
            (edit.Row.BalAccountType, edit.Row.BalAccountNo) = account;
    }
}

/// <summary>Balancing accounts of templates and batches: of the ledger, or a bank.</summary>
internal static class BalancingAccounts
{
    public static async Task Check<TRow>(
        RowEdit<TRow> edit,
        (JournalAccountType Type, string No) account
    )
    {
        var (type, no) = account;
        var isThere =
            no.Length == 0
            || type switch
            {
                JournalAccountType.GlAccount => await edit.Db.GlAccounts.AnyAsync(
                    a => a.No == no && a.AccountType == GlAccountType.Posting,
                    edit.Scope.Aborted
                ),
                JournalAccountType.BankAccount => await edit
                    .Db.Set<BankAccount>()
                    .AnyAsync(b => b.No == no, edit.Scope.Aborted),
                JournalAccountType.Customer or JournalAccountType.Vendor => false,
                _ => throw new InvalidOperationException($"Unknown account type {type}."),
            };
        if (!isThere)
            edit.Refuse(EditCodes.Unknown, "balancingAccountNumber", no);
    }
}
