using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>
/// One side of a journal line: an account and what is posted to it, debit positive. The balancing
/// side takes the opposite of the line.
/// </summary>
internal sealed record JournalPart(JournalLine Line, bool IsBalancing)
{
    public JournalAccountType AccountType => IsBalancing ? Line.BalAccountType : Line.AccountType;
    public string AccountNo => IsBalancing ? Line.BalAccountNo : Line.AccountNo;
    public JournalAccountType OtherType => IsBalancing ? Line.AccountType : Line.BalAccountType;
    public string OtherNo => IsBalancing ? Line.AccountNo : Line.BalAccountNo;

    /// <summary>Line currency.</summary>
    public decimal Amount => IsBalancing ? -Line.Amount : Line.Amount;
    public decimal AmountLcy => IsBalancing ? -Line.AmountLcy : Line.AmountLcy;

    /// <summary>In the sign of this side.</summary>
    public JournalVat Vat => IsBalancing ? Line.BalVat : Line.Vat;
    public bool IsParty => AccountType.IsParty();

    /// <summary>Posting group of its customer or vendor (PG-09).</summary>
    public string GroupOf(Party party) =>
        Line.PostingGroup.Length > 0 ? Line.PostingGroup : party.PostingGroup;

    public bool HasVat =>
        AccountType == JournalAccountType.GlAccount
        && Vat.GenPostingType != Finance.GenPostingType.None;

    /// <summary>The API name of a field of this side.</summary>
    public string Field(string ofAccount, string ofBalancing) =>
        IsBalancing ? ofBalancing : ofAccount;

    public string AccountField => Field("accountNumber", "balancingAccountNumber");
}
