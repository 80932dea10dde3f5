using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Journals;

/// <summary>What an edit came to. With problems the line is not to be stored (S7).</summary>
/// <param name="Problems">Why it is refused; all of them.</param>
/// <param name="Notices">What a user should know; nothing is stopped by them.</param>
public sealed record JournalEditOutcome(
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Problem> Notices
)
{
    public bool IsRefused => Problems.Count > 0;
}

/// <summary>
/// Sets fields of a journal line with all that follows from them (D5): the API, pages, imports and
/// copies come here and get the same line.
/// </summary>
public static class JournalEditing
{
    private static readonly Dictionary<JournalField, Action<JournalEdit, object?>> Rules = new()
    {
        [JournalField.PostingDate] = (edit, value) => edit.Dates.SetPosting(Date(value)),
        [JournalField.DocumentDate] = (edit, value) => edit.Dates.SetDocument(Date(value)),
        [JournalField.VatDate] = (edit, value) => edit.Dates.SetVat(Date(value)),
        [JournalField.DocumentType] = (edit, value) =>
            edit.Dates.SetType((EntryDocumentType)value!),
        [JournalField.AccountType] = (edit, value) =>
            edit.Account.SetType((JournalAccountType)value!),
        [JournalField.AccountNo] = (edit, value) => edit.Account.SetNo(Text(value)),
        [JournalField.BalAccountType] = (edit, value) =>
            edit.BalAccount.SetType((JournalAccountType)value!),
        [JournalField.BalAccountNo] = (edit, value) => edit.BalAccount.SetNo(Text(value)),
        [JournalField.CurrencyCode] = (edit, value) => edit.Amounts.SetCurrency(Text(value)),
        [JournalField.CurrencyFactor] = (edit, value) => edit.Amounts.SetFactor((decimal)value!),
        [JournalField.PaymentTermsCode] = (edit, value) => edit.Dates.SetTerms(Text(value)),
        [JournalField.PaymentMethodCode] = (edit, value) => SetMethod(edit, Text(value)),
        [JournalField.SalespersonCode] = (edit, value) => SetSalesperson(edit, Text(value)),
        [JournalField.RecurringFrequency] = (edit, value) => SetFrequency(edit, Text(value)),
        [JournalField.GenPostingType] = (edit, value) =>
            edit.Account.SetVatType((GenPostingType)value!),
        [JournalField.GenBusPostingGroup] = (edit, value) => edit.Account.SetGenBus(Text(value)),
        [JournalField.GenProdPostingGroup] = (edit, value) => edit.Account.SetGenProd(Text(value)),
        [JournalField.VatBusPostingGroup] = (edit, value) =>
            edit.Account.SetVat(vat => vat.VatBusPostingGroup = Text(value)),
        [JournalField.VatProdPostingGroup] = (edit, value) => edit.Account.SetVatProd(Text(value)),
        [JournalField.BalGenPostingType] = (edit, value) =>
            edit.BalAccount.SetVatType((GenPostingType)value!),
        [JournalField.BalGenBusPostingGroup] = (edit, value) =>
            edit.BalAccount.SetGenBus(Text(value)),
        [JournalField.BalGenProdPostingGroup] = (edit, value) =>
            edit.BalAccount.SetGenProd(Text(value)),
        [JournalField.BalVatBusPostingGroup] = (edit, value) =>
            edit.BalAccount.SetVat(vat => vat.VatBusPostingGroup = Text(value)),
        [JournalField.BalVatProdPostingGroup] = (edit, value) =>
            edit.BalAccount.SetVatProd(Text(value)),
        [JournalField.AppliesToDocType] = (edit, value) =>
            edit.Line.AppliesToDocType = (EntryDocumentType)value!,
        [JournalField.AppliesToDocNo] = (edit, value) =>
            JournalApplying.SetDocument(edit, Text(value)),
        [JournalField.Amount] = (edit, value) => edit.Amounts.Set((decimal)value!),
        [JournalField.DebitAmount] = (edit, value) => edit.Amounts.SetDebit((decimal)value!),
        [JournalField.CreditAmount] = (edit, value) => edit.Amounts.SetCredit((decimal)value!),
        [JournalField.AmountLcy] = (edit, value) => edit.Amounts.SetLcy((decimal)value!),
        [JournalField.VatAmount] = (edit, value) => edit.Account.SetVatAmount((decimal)value!),
        [JournalField.BalVatAmount] = (edit, value) =>
            edit.BalAccount.SetVatAmount((decimal)value!),
        [JournalField.PaymentDiscountPct] = (edit, value) => SetPmtDiscount(edit, (decimal)value!),
    };

    // Fields that nothing follows from.
    private static readonly Dictionary<JournalField, Action<JournalLine, object?>> Plain = new()
    {
        [JournalField.RecurringMethod] = (line, value) =>
            line.RecurringMethod = (RecurringMethod)value!,
        [JournalField.ExpirationDate] = (line, value) => line.ExpirationDate = (DateOnly?)value,
        [JournalField.DocumentNo] = (line, value) => line.DocumentNo = Text(value),
        [JournalField.ExternalDocumentNo] = (line, value) => line.ExternalDocumentNo = Text(value),
        [JournalField.Description] = (line, value) => line.Description = Text(value),
        [JournalField.ReasonCode] = (line, value) => line.ReasonCode = Text(value),
        [JournalField.IsCorrection] = (line, value) => line.IsCorrection = (bool)value!,
        [JournalField.AppliesToId] = (line, value) => line.AppliesToId = Text(value),
        [JournalField.DueDate] = (line, value) => line.DueDate = (DateOnly?)value,
        [JournalField.PmtDiscountDate] = (line, value) => line.PmtDiscountDate = (DateOnly?)value,
        [JournalField.AcceptTolerance] = (line, value) => line.AcceptTolerance = (bool?)value,
        [JournalField.AcceptLateDiscount] = (line, value) => line.AcceptLateDiscount = (bool?)value,
        [JournalField.TurnoverLcy] = (line, value) => line.TurnoverLcy = (decimal)value!,
        [JournalField.ProfitLcy] = (line, value) => line.ProfitLcy = (decimal)value!,
        [JournalField.InvDiscountLcy] = (line, value) => line.InvDiscountLcy = (decimal)value!,
        [JournalField.OnHold] = (line, value) => line.OnHold = Text(value),
        [JournalField.MessageToRecipient] = (line, value) => line.MessageToRecipient = Text(value),
        [JournalField.RecipientBankAccount] = (line, value) =>
            line.RecipientBankAccount = Text(value),
        [JournalField.PaymentReference] = (line, value) => line.PaymentReference = Text(value),
        [JournalField.Comment] = (line, value) => line.Comment = Text(value),
    };

    /// <summary>
    /// Applies changes in the order of their fields; all problems are told at once.
    /// </summary>
    public static JournalEditOutcome Apply(
        JournalLine line,
        IReadOnlyList<JournalChange> changes,
        JournalContext context
    )
    {
        var edit = new JournalEdit(line, context)
        {
            Given = changes.Select(change => change.Field).ToHashSet(),
        };
        foreach (var change in changes.OrderBy(change => change.Field))
            if (Rules.TryGetValue(change.Field, out var rule))
                rule(edit, change.Value);
            else
                Plain[change.Field](line, change.Value);
        TakeOutOfFile(edit, changes);
        return edit.Outcome;
    }

    // JNL-27: what the bank was told is no longer true.
    private static void TakeOutOfFile(JournalEdit edit, IReadOnlyList<JournalChange> changes)
    {
        if (!edit.Line.IsExportedToPaymentFile || changes.Count == 0)
            return;
        edit.Line.IsExportedToPaymentFile = false;
        edit.Notice(JournalCodes.Exported, changes[0].Field, edit.Line.DocumentNo);
    }

    private static void SetMethod(JournalEdit edit, string code)
    {
        if (edit.IsKnown(JournalField.PaymentMethodCode, code, edit.Setup.PaymentMethods))
            edit.Line.PaymentMethodCode = code;
    }

    private static void SetSalesperson(JournalEdit edit, string code)
    {
        if (edit.IsKnown(JournalField.SalespersonCode, code, edit.Setup.Salespeople))
            edit.Line.SalespersonCode = code;
    }

    private static void SetFrequency(JournalEdit edit, string formula)
    {
        if (Kernel.Dates.DateFormula.TryParse(formula, "en", out var read))
            edit.Line.RecurringFrequency = read.ToString();
        else
            edit.Refuse(ProblemCodes.DateFormula, JournalField.RecurringFrequency, formula);
    }

    private static void SetPmtDiscount(JournalEdit edit, decimal pct)
    {
        if (pct is < 0m or > 100m)
            edit.Refuse(ProblemCodes.Range, JournalField.PaymentDiscountPct, pct);
        else
            edit.Line.PaymentDiscountPct = pct;
    }

    private static string Text(object? value) => (string?)value ?? "";

    private static DateOnly Date(object? value) => (DateOnly?)value ?? default;
}
