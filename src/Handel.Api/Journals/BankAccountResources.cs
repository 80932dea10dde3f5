using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.Kernel.Amounts;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Journals;

/// <summary>Our accounts at banks, and the groups that say where they are booked (C4).</summary>
internal static class BankAccountResources
{
    private const string Set = BankAccount.Entity;
    private const int CodeLength = 20;
    private const int TextLength = 100;
    private const int AccountNumberMax = 35;

    public static IEnumerable<Resource> All() => [Standard(), Extension(), PostingGroups()];

    private static Resource Standard() => Writes().On(Fields(Resource.Of(Set, Rows)));

    private static Resource Extension() =>
        Writes()
            .On(
                Fields(Resource.Extension(Set, Set[..^1], Rows, like: Set))
                    .Field("bankName", b => b.BankName, Access.ReadWrite, TextLength)
                    .Field("bic", b => b.Bic, Access.ReadWrite, CodeLength)
                    .Field("bankPostingGroup", b => b.PostingGroup, Access.ReadWrite, CodeLength)
                    .Field(
                        "balance",
                        (b, s) =>
                            s.Rows<BankEntry>()
                                .Where(e => e.BankAccountNo == b.No)
                                .Sum(e => e.Amount)
                    )
            );

    private static IQueryable<BankAccount> Rows(RequestScope scope) => scope.Rows<BankAccount>();

    private static Resource<BankAccount> Fields(Resource<BankAccount> resource) =>
        resource
            .Field("id", b => b.Id)
            .Field("number", b => b.No)
            .Field("displayName", b => b.Name)
            .Field("lastModifiedDateTime", b => b.ModifiedAt)
            .Field("bankAccountNumber", b => b.BankAccountNumber)
            .Field("blocked", b => b.IsBlocked)
            .Field("currencyCode", b => b.CurrencyCode)
            .Of(
                "currencyId",
                b => b.CurrencyCode,
                new There<Currency, Guid>(c => c.Code, c => c.Id)
            )
            .Field("iban", b => b.Iban)
            .Field("intercompanyEnabled", b => b.IntercompanyCode != "")
            .ETag(b => b.Version);

    private static RowWrites<BankAccount> Writes() =>
        new RowWrites<BankAccount>(Set)
            .Key(
                "number",
                b => b.No,
                (edit, no) => edit.Db.Set<BankAccount>().Where(b => b.No == no)
            )
            .Set<string>("number", (b, no) => b.No = no)
            .Set<string>("displayName", (b, text) => b.Name = text)
            .Set<string>("bankAccountNumber", (b, text) => b.BankAccountNumber = text)
            .Set<bool>("blocked", (b, on) => b.IsBlocked = on)
            .Pair<Currency>(("currencyId", ""), c => c.Code, (b, code) => b.CurrencyCode = code)
            .SetWith("currencyCode", TakeCurrency)
            .Set<string>("iban", (b, text) => b.Iban = Compact(text))
            .Set<bool>("intercompanyEnabled", (_, _) => { })
            .Set<string>("bankName", (b, text) => b.BankName = text)
            .Set<string>("bic", (b, text) => b.Bic = Compact(text))
            .Pair<BankPostingGroup>(
                ("", "bankPostingGroup"),
                g => g.Code,
                (b, code) => b.PostingGroup = code
            )
            .Check(Complete)
            .Needs("displayName", b => b.Name)
            .Check(KeepsCurrency)
            .Followed(
                (edit, before, after) =>
                    DefaultDimensionResources.Follow(
                        edit.Db,
                        DimensionEntities.BankAccounts,
                        (before, after),
                        edit.Scope.Aborted
                    )
            )
            .UsedBy<BankEntry>(b => entry => entry.BankAccountNo == b.No)
            .UsedBy<JournalLine>(b =>
                line =>
                    (line.AccountType == JournalAccountType.BankAccount && line.AccountNo == b.No)
                    || (
                        line.BalAccountType == JournalAccountType.BankAccount
                        && line.BalAccountNo == b.No
                    )
            )
            .UsedBy<JournalTemplate>(b =>
                template =>
                    template.BalAccountType == JournalAccountType.BankAccount
                    && template.BalAccountNo == b.No
            )
            .UsedBy<JournalBatch>(b =>
                batch =>
                    batch.BalAccountType == JournalAccountType.BankAccount
                    && batch.BalAccountNo == b.No
            );

    // The contract has no group: a bank is booked where the first one is.
    private static async Task Complete(RowEdit<BankAccount> edit)
    {
        var ct = edit.Scope.Aborted;
        if (edit.Row.PostingGroup.Length == 0)
            edit.Row.PostingGroup =
                await edit
                    .Db.Set<BankPostingGroup>()
                    .OrderBy(g => g.Code)
                    .Select(g => g.Code)
                    .FirstOrDefaultAsync(ct)
                ?? "";
        if (edit.Row.PostingGroup.Length == 0)
            edit.Refuse(ProblemCodes.FieldEmpty, "bankPostingGroup");
        if (edit.Row.BankAccountNumber.Length > AccountNumberMax)
            edit.Refuse(EditCodes.Range, "bankAccountNumber", edit.Row.BankAccountNumber);
    }

    // Entries in one currency cannot become entries in another (CUR-08).
    private static async Task KeepsCurrency(RowEdit<BankAccount> edit)
    {
        if (edit.IsNew || !edit.Db.Entry(edit.Row).Property(b => b.CurrencyCode).IsModified)
            return;
        var no = edit.No;
        if (await edit.Db.Set<BankEntry>().AnyAsync(e => e.BankAccountNo == no, edit.Scope.Aborted))
            edit.Refuse(ApiProblems.InUse, "currencyCode", edit.Row.CurrencyCode);
    }

    // Blank is the local currency; its code means the same (CNV-03).
    private static async Task TakeCurrency(RowEdit<BankAccount> edit, object value)
    {
        var code = (string)value;
        var ct = edit.Scope.Aborted;
        if (edit.Given.Id("currencyId") is { } id && id != Guid.Empty)
            return;
        if (await edit.Db.Set<GlSetup>().AnyAsync(setup => setup.LcyCode == code, ct))
            code = "";
        if (code.Length > 0 && !await edit.Db.Currencies.AnyAsync(c => c.Code == code, ct))
            edit.Refuse(EditCodes.Unknown, "currencyCode", code);
        else
            edit.Row.CurrencyCode = code;
    }

    private static string Compact(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static Resource PostingGroups() =>
        Coded
            .Writes<BankPostingGroup>(
                BankPostingGroup.Entity,
                g => g.Code,
                (g, code) => g.Code = code
            )
            .Set<string>("description", (g, text) => g.Description = text)
            .Account("generalLedgerAccount", (g, no) => g.GlAccountNo = no)
            .Needs("generalLedgerAccount", g => g.GlAccountNo)
            .UsedBy<BankAccount>(g => bank => bank.PostingGroup == g.Code)
            .UsedBy<BankEntry>(g => entry => entry.PostingGroup == g.Code)
            .On(
                Resource
                    .Extension(
                        BankPostingGroup.Entity,
                        BankPostingGroup.Entity[..^1],
                        s => s.Rows<BankPostingGroup>()
                    )
                    .Field("id", g => g.Id)
                    .Field("code", g => g.Code, Access.ReadWrite, CodeLength)
                    .Field("description", g => g.Description, Access.ReadWrite, TextLength)
                    .AccountField("generalLedgerAccount", g => g.GlAccountNo)
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );
}
