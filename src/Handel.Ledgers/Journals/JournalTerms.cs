using Handel.Kernel.Dates;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Journals;

/// <summary>Due date and payment discount of a line, from its payment terms (PTM-02..04).</summary>
internal static class JournalTerms
{
    /// <summary>Invoices have a discount; credit memos where the terms say so (JNL-19).</summary>
    public static bool MayHaveDiscount(JournalLine line, CompanySetup setup) =>
        line.DocumentType switch
        {
            EntryDocumentType.Invoice => true,
            EntryDocumentType.CreditMemo => TermsOf(line, setup)
                is { CalcPmtDiscOnCreditMemos: true },
            EntryDocumentType.None
            or EntryDocumentType.Payment
            or EntryDocumentType.FinanceChargeMemo
            or EntryDocumentType.Reminder
            or EntryDocumentType.Refund => false,
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };

    /// <summary>Takes dates and percent from the terms and the document date.</summary>
    public static void Refresh(JournalLine line, CompanySetup setup)
    {
        var terms = TermsOf(line, setup);
        line.DueDate = line.DocumentDate;
        if (line.DocumentType == EntryDocumentType.Invoice && terms is not null)
            line.DueDate = DateFormula.Parse(terms.DueDateCalculation).Apply(line.DocumentDate);
        var hasDiscount = terms is { DiscountPct: > 0m } && MayHaveDiscount(line, setup);
        line.PaymentDiscountPct = hasDiscount ? terms!.DiscountPct : 0m;
        line.PmtDiscountDate = hasDiscount
            ? DateFormula.Parse(terms!.DiscountDateCalculation).Apply(line.DocumentDate)
            : null;
    }

    private static PaymentTerms? TermsOf(JournalLine line, CompanySetup setup) =>
        setup.PaymentTerms.GetValueOrDefault(line.PaymentTermsCode);
}
