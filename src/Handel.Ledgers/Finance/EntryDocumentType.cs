namespace Handel.Ledgers.Finance;

/// <summary>
/// What kind of document an entry of the books comes from (same members as the API).
/// </summary>
public enum EntryDocumentType : short
{
    None = 0,
    Payment = 1,
    Invoice = 2,
    CreditMemo = 3,
    FinanceChargeMemo = 4,
    Reminder = 5,
    Refund = 6,
}

/// <summary>Whose number <c>SourceNo</c> of an entry is.</summary>
public enum SourceType : short
{
    None = 0,
    Customer = 1,
    Vendor = 2,
    BankAccount = 3,
    Item = 4,
}

/// <summary>Which side of VAT a ledger line belongs to (VJN-01, COA-01).</summary>
public enum GenPostingType : short
{
    None = 0,
    Purchase = 1,
    Sale = 2,
    Settlement = 3,
}
