using Handel.Kernel.Numbering;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Journals;

/// <summary>What a new line is proposed before anything is typed (JNL-03, JNL-51).</summary>
public static class JournalNewLine
{
    public static JournalLine Propose(JournalContext context, Guid id, int lineNo)
    {
        var (settings, last) = (context.Settings, context.LastLine);
        var line = new JournalLine
        {
            CompanyNo = context.Setup.CompanyNo,
            Id = id,
            BatchId = settings.Batch.Id,
            LineNo = lineNo,
            AccountType = AccountTypeOf(settings.Template.Type),
            DocumentType = DocumentTypeOf(settings.Template.Type),
            ReasonCode = settings.ReasonCode,
        };
        var edit = new JournalEdit(line, context);
        edit.Dates.SetPosting(last?.PostingDate ?? context.WorkDate);
        line.DocumentNo = NumberOf(context);
        TakeBalAccount(edit);
        if (last is not null && context.LastBalanceLcy != 0m)
            ContinueDocument(edit, last);
        return line;
    }

    /// <summary>Adds what a new line with these changes may look up (S10).</summary>
    public static void AddNeeds(
        JournalEditNeeds needs,
        JournalSettings settings,
        IReadOnlyList<JournalChange> changes
    )
    {
        var (type, no) = settings.BalAccount;
        var proposed = new JournalLine
        {
            AccountType = AccountTypeOf(settings.Template.Type),
            BalAccountType = type,
            BalAccountNo = no,
        };
        needs.Add(proposed, changes);
    }

    /// <summary>What the lines of a document are out of balance by (JNL-30). LCY.</summary>
    public static decimal BalanceLcyOf(IEnumerable<JournalLine> lines) =>
        lines.SelectMany(line => line.Parts()).Sum(part => part.AmountLcy);

    // While a document is out of balance the next line goes on with it.
    private static void ContinueDocument(JournalEdit edit, JournalLine last)
    {
        var line = edit.Line;
        line.DocumentType = last.DocumentType;
        line.DocumentDate = last.DocumentDate;
        line.VatDate = last.VatDate;
        line.ExternalDocumentNo = last.ExternalDocumentNo;
        line.IsCorrection = last.IsCorrection;
        if (edit.Context.Settings.Batch.SuggestBalancingAmount)
            edit.Amounts.Set(-edit.Context.LastBalanceLcy);
    }

    private static string NumberOf(JournalContext context)
    {
        if (context.LastLine is not { } last)
            return context.NextDocumentNo;
        if (context.LastBalanceLcy != 0m)
            return last.DocumentNo;
        // The numbers of a batch follow each other; the series moves when they are posted.
        return context.NextDocumentNo.Length == 0
            ? last.DocumentNo
            : NumberText.Increment(last.DocumentNo, 1) ?? context.NextDocumentNo;
    }

    private static void TakeBalAccount(JournalEdit edit)
    {
        var (type, no) = edit.Context.Settings.BalAccount;
        if (no.Length == 0)
            return;
        edit.BalAccount.SetType(type);
        edit.BalAccount.SetNo(no);
    }

    private static JournalAccountType AccountTypeOf(JournalType type) =>
        type switch
        {
            JournalType.Sales or JournalType.CashReceipts => JournalAccountType.Customer,
            JournalType.Purchases or JournalType.Payments => JournalAccountType.Vendor,
            JournalType.General or JournalType.Recurring => JournalAccountType.GlAccount,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static EntryDocumentType DocumentTypeOf(JournalType type) =>
        type switch
        {
            JournalType.Sales or JournalType.Purchases => EntryDocumentType.Invoice,
            JournalType.CashReceipts or JournalType.Payments => EntryDocumentType.Payment,
            JournalType.General or JournalType.Recurring => EntryDocumentType.None,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
