namespace Handel.Ledgers.Journals;

/// <summary>The names that the API and problems know the fields of a journal line by.</summary>
public static class JournalFieldNames
{
    private static readonly Dictionary<JournalField, string> Names = new()
    {
        [JournalField.RecurringMethod] = "recurringMethod",
        [JournalField.RecurringFrequency] = "recurringFrequency",
        [JournalField.ExpirationDate] = "expirationDate",
        [JournalField.PostingDate] = "postingDate",
        [JournalField.DocumentDate] = "documentDate",
        [JournalField.VatDate] = "taxDate",
        [JournalField.DocumentType] = "documentType",
        [JournalField.DocumentNo] = "documentNumber",
        [JournalField.ExternalDocumentNo] = "externalDocumentNumber",
        [JournalField.AccountType] = "accountType",
        [JournalField.AccountNo] = "accountNumber",
        [JournalField.BalAccountType] = "balanceAccountType",
        [JournalField.BalAccountNo] = "balancingAccountNumber",
        [JournalField.PostingGroup] = "postingGroup",
        [JournalField.Description] = "description",
        [JournalField.CurrencyCode] = "currencyCode",
        [JournalField.CurrencyFactor] = "currencyFactor",
        [JournalField.PaymentTermsCode] = "paymentTermsCode",
        [JournalField.PaymentMethodCode] = "paymentMethodCode",
        [JournalField.SalespersonCode] = "salespersonCode",
        [JournalField.ReasonCode] = "reasonCode",
        [JournalField.GenPostingType] = "generalPostingType",
        [JournalField.GenBusPostingGroup] = "generalBusinessPostingGroup",
        [JournalField.GenProdPostingGroup] = "generalProductPostingGroup",
        [JournalField.VatBusPostingGroup] = "taxBusinessPostingGroup",
        [JournalField.VatProdPostingGroup] = "taxCode",
        [JournalField.BalGenPostingType] = "balancingGeneralPostingType",
        [JournalField.BalGenBusPostingGroup] = "balancingGeneralBusinessPostingGroup",
        [JournalField.BalGenProdPostingGroup] = "balancingGeneralProductPostingGroup",
        [JournalField.BalVatBusPostingGroup] = "balancingTaxBusinessPostingGroup",
        [JournalField.BalVatProdPostingGroup] = "balancingTaxCode",
        [JournalField.IsCorrection] = "correction",
        [JournalField.AppliesToDocType] = "appliesToDocumentType",
        [JournalField.AppliesToDocNo] = "appliesToDocumentNumber",
        [JournalField.AppliesToId] = "appliesToId",
        [JournalField.Amount] = "amount",
        [JournalField.DebitAmount] = "debitAmount",
        [JournalField.CreditAmount] = "creditAmount",
        [JournalField.AmountLcy] = "amountLCY",
        [JournalField.VatAmount] = "taxAmount",
        [JournalField.BalVatAmount] = "balancingTaxAmount",
        [JournalField.DueDate] = "dueDate",
        [JournalField.PmtDiscountDate] = "paymentDiscountDate",
        [JournalField.PaymentDiscountPct] = "paymentDiscountPercent",
        [JournalField.AcceptTolerance] = "acceptPaymentTolerance",
        [JournalField.AcceptLateDiscount] = "acceptLateDiscount",
        [JournalField.TurnoverLcy] = "salesPurchaseLCY",
        [JournalField.ProfitLcy] = "profitLCY",
        [JournalField.InvDiscountLcy] = "invoiceDiscountLCY",
        [JournalField.OnHold] = "onHold",
        [JournalField.MessageToRecipient] = "messageToRecipient",
        [JournalField.RecipientBankAccount] = "recipientBankAccount",
        [JournalField.PaymentReference] = "paymentReference",
        [JournalField.Comment] = "comment",
    };

    private static readonly Dictionary<string, JournalField> Fields = Names.ToDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    public static string Of(JournalField field) => Names[field];

    /// <summary>The field of a name, or null for a name that is none.</summary>
    public static JournalField? Find(string name) =>
        Fields.TryGetValue(name, out var field) ? field : null;
}
