namespace Handel.Pages;

/// <summary>Enumerations of journals, members spelled as on the wire.</summary>
internal static class JournalChoices
{
    private const string Blank = ChoiceSet.Blank;

    public const string LedgerAccount = "G_x002F_L_x0020_Account";
    public const string Customer = "Customer";
    public const string Vendor = "Vendor";
    public const string BankAccount = "Bank_x0020_Account";

    public static ChoiceSet AccountType { get; } =
        new("journalAccountType", LedgerAccount, Customer, Vendor, BankAccount);

    /// <summary>As the extension spells them where the contract has no such property.</summary>
    public static ChoiceSet OwnAccountType { get; } =
        new("journalAccountType", "Gl_x0020_Account", Customer, Vendor, BankAccount);

    public static ChoiceSet Template { get; } =
        new(
            "journalType",
            "General",
            "Sales",
            "Purchases",
            "Cash_x0020_Receipts",
            "Payments",
            "Recurring"
        );

    public static ChoiceSet RegistrationWarning { get; } =
        new(
            "registrationWarning",
            Blank,
            "Partial_x0020_Payment",
            "Discount_x0020_Late",
            "Past_x0020_Due"
        );

    public static ChoiceSet NettingOrder { get; } =
        new(
            "nettingOrder",
            "By_x0020_Entry",
            "Finance_x0020_Charge_x0020_Memos_x0020_First",
            "Invoices_x0020_First"
        );

    public static ChoiceSet PostingType { get; } = new("postingType", Blank, "Purchase", "Sale");

    public static ChoiceSet RecurringMethod { get; } =
        new(
            "recurringMethod",
            Blank,
            "Fixed",
            "Variable",
            "Balance",
            "Reversing_x0020_Fixed",
            "Reversing_x0020_Variable",
            "Reversing_x0020_Balance"
        );
}
