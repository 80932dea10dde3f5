using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Masters;

/// <summary>What a payment method settles documents with at once (PTM-10).</summary>
public enum BalancingAccountType
{
    GLAccount,
    BankAccount,
}

/// <summary>
/// Payment methods: as the contract has them, and with the account that pays a document when it is
/// posted (PTM-10..12).
/// </summary>
internal static class PaymentMethodResources
{
    private const string Set = "paymentMethods";
    private const string AccountType = "balancingAccountType";
    private const string AccountNumber = "balancingAccountNumber";
    private const int NumberLength = 20;

    public static IEnumerable<Resource> All() =>
        [
            Writes().On(Fields(Resource.Of(Set, s => s.Rows<PaymentMethod>()))),
            Writes()
                .Set<BalancingAccountType>(
                    AccountType,
                    (m, type) => m.IsBalAccountBank = type == BalancingAccountType.BankAccount
                )
                .Set<string>(AccountNumber, (m, no) => m.BalAccountNo = no.Trim())
                .Check(CheckAccount)
                .On(Extension()),
        ];

    private static Resource<PaymentMethod> Extension() =>
        Fields(Resource.Extension(Set, "paymentMethod", s => s.Rows<PaymentMethod>(), like: Set))
            .Field(
                AccountType,
                m =>
                    m.IsBalAccountBank
                        ? BalancingAccountType.BankAccount
                        : BalancingAccountType.GLAccount,
                Access.ReadWrite
            )
            .Field(AccountNumber, m => m.BalAccountNo, Access.ReadWrite, NumberLength);

    private static Resource<PaymentMethod> Fields(Resource<PaymentMethod> resource) =>
        resource
            .Field("code", m => m.Code)
            .Field("displayName", m => m.Description)
            .Field("id", m => m.Id)
            .Field("lastModifiedDateTime", m => m.ModifiedAt)
            .ETag(m => m.Version);

    private static RowWrites<PaymentMethod> Writes() =>
        new CodeWrites<PaymentMethod>(Set, m => m.Code, (m, code) => m.Code = code)
            .Writes.Set<string>("displayName", (m, text) => m.Description = text)
            .UsedBy<Party>(m => party => party.PaymentMethodCode == m.Code)
            .UsedBy<TradeDocument>(m => document => document.PaymentMethodCode == m.Code);

    // PTM-11: an account that takes postings, or a bank account of ours.
    private static async Task CheckAccount(RowEdit<PaymentMethod> edit)
    {
        var no = edit.Row.BalAccountNo;
        if (no.Length == 0)
            return;
        var isKnown = edit.Row.IsBalAccountBank
            ? await edit.Db.BankAccounts.AnyAsync(b => b.No == no, edit.Scope.Aborted)
            : await edit.Db.GlAccounts.AnyAsync(
                a => a.No == no && a.AccountType == GlAccountType.Posting && a.DirectPosting,
                edit.Scope.Aborted
            );
        if (!isKnown)
            edit.Refuse(EditCodes.Unknown, AccountNumber, no);
    }
}
