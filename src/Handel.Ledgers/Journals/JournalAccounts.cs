using Handel.Kernel;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;

namespace Handel.Ledgers.Journals;

/// <summary>What follows from the kind of an account on a journal line (JNL-02).</summary>
public static class JournalAccounts
{
    public static bool IsParty(this JournalAccountType type) => SideOf(type) is not null;

    /// <summary>Customers sell, vendors buy; other accounts have no side.</summary>
    public static LedgerSide? SideOf(JournalAccountType type) =>
        type switch
        {
            JournalAccountType.Customer => LedgerSide.Of(Direction.Sale),
            JournalAccountType.Vendor => LedgerSide.Of(Direction.Purchase),
            JournalAccountType.GlAccount or JournalAccountType.BankAccount => null,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>The API entity of the accounts.</summary>
    public static string EntityOf(JournalAccountType type) =>
        type switch
        {
            JournalAccountType.Customer or JournalAccountType.Vendor => SideOf(type)!.PartyEntity,
            JournalAccountType.GlAccount => AccountResolution.AccountEntity,
            JournalAccountType.BankAccount => BankAccount.Entity,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>The side of VAT on a ledger line, or null where there is none (VJN-01).</summary>
    public static LedgerSide? SideOf(GenPostingType type) =>
        type switch
        {
            GenPostingType.Sale => LedgerSide.Of(Direction.Sale),
            GenPostingType.Purchase => LedgerSide.Of(Direction.Purchase),
            GenPostingType.None or GenPostingType.Settlement => null,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
