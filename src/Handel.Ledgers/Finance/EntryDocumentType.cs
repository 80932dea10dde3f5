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

/// <summary>Which documents ask for money, and are settled by it.</summary>
public static class EntryDocumentTypes
{
    /// <summary>VAT of others is due at once: nothing will pay them (UNR-01).</summary>
    public static bool IsPaidLater(this EntryDocumentType type) =>
        type
            is EntryDocumentType.Invoice
                or EntryDocumentType.CreditMemo
                or EntryDocumentType.FinanceChargeMemo
                or EntryDocumentType.Reminder;
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
