namespace Handel.Ledgers.Journals;

/// <summary>
/// Fields of a journal line that an edit may set. The order of the members is the order in which
/// the changes of one edit are applied, whatever order a client wrote them in (API-V-2): accounts
/// fill others, dates come before amounts, VAT after them.
/// </summary>
public enum JournalField : short
{
    RecurringMethod,
    RecurringFrequency,
    ExpirationDate,
    PostingDate,
    DocumentDate,
    VatDate,
    DocumentType,
    DocumentNo,
    ExternalDocumentNo,
    AccountType,
    AccountNo,
    BalAccountType,
    BalAccountNo,
    PostingGroup,
    Description,
    CurrencyCode,
    CurrencyFactor,
    PaymentTermsCode,
    PaymentMethodCode,
    SalespersonCode,
    ReasonCode,
    GenPostingType,
    GenBusPostingGroup,
    GenProdPostingGroup,
    VatBusPostingGroup,
    VatProdPostingGroup,
    BalGenPostingType,
    BalGenBusPostingGroup,
    BalGenProdPostingGroup,
    BalVatBusPostingGroup,
    BalVatProdPostingGroup,
    IsCorrection,
    AppliesToDocType,
    AppliesToDocNo,
    AppliesToId,
    Amount,
    DebitAmount,
    CreditAmount,
    AmountLcy,
    VatAmount,
    BalVatAmount,
    DueDate,
    PmtDiscountDate,
    PaymentDiscountPct,
    AcceptTolerance,
    AcceptLateDiscount,
    TurnoverLcy,
    ProfitLcy,
    InvDiscountLcy,
    OnHold,
    MessageToRecipient,
    RecipientBankAccount,
    PaymentReference,
    Comment,
}

/// <summary>
/// A field and its new value: text, decimal, date (or null), bool, or an enum member, as the line
/// has it.
/// </summary>
public sealed record JournalChange(JournalField Field, object? Value);
