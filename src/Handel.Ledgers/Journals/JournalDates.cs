using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Journals;

/// <summary>Which dates of a line follow which (JNL-02, VDT-01, PTM-04).</summary>
internal readonly record struct JournalDates(JournalEdit Edit)
{
    private JournalLine Line => Edit.Line;
    private GlSetup Gl => Edit.Setup.Gl;

    public void SetPosting(DateOnly date)
    {
        Line.PostingDate = date;
        if (!Gl.VatDateIsDocumentDate || Gl.VatDateUsage == VatDateUsage.Disabled)
            Take(date);
        SetDocument(date);
        Edit.Amounts.RefreshFactor();
    }

    public void SetDocument(DateOnly date)
    {
        Line.DocumentDate = date;
        if (Gl.VatDateIsDocumentDate && Gl.VatDateUsage != VatDateUsage.Disabled)
            Take(date);
        JournalTerms.Refresh(Line, Edit.Setup);
    }

    // GLS-03: where VAT dates are not used they are the posting date.
    public void SetVat(DateOnly date) =>
        Take(Gl.VatDateUsage == VatDateUsage.Disabled ? Line.PostingDate : date);

    // VPS-02: another date may have another rate.
    private void Take(DateOnly vatDate)
    {
        Line.VatDate = vatDate;
        Edit.Amounts.RefreshVat();
    }

    public void SetType(EntryDocumentType type)
    {
        Line.DocumentType = type;
        JournalTerms.Refresh(Line, Edit.Setup);
    }

    public void SetTerms(string code)
    {
        if (!Edit.IsKnown(JournalField.PaymentTermsCode, code, Edit.Setup.PaymentTerms))
            return;
        Line.PaymentTermsCode = code;
        JournalTerms.Refresh(Line, Edit.Setup);
    }
}
