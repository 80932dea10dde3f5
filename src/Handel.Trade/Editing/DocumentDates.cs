using Handel.Kernel.Dates;
using Handel.Ledgers;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>Which dates follow which (DAT-02..06, PTM-02..04, H-05).</summary>
internal static class DocumentDates
{
    public static void SetPostingDate(Edit edit, DateOnly? date)
    {
        var document = edit.Document;
        var before = document.PostingDate;
        document.PostingDate = date;
        if (date is { } day && Mirror.SetupOf(document, edit.Setup).LinkDocDateToPostingDate)
            SetDocumentDate(edit, day);
        if (!edit.Setup.Gl.VatDateIsDocumentDate)
            document.VatDate = date;
        CurrencyChoice.Refresh(edit, before);
    }

    public static void SetDocumentDate(Edit edit, DateOnly? date)
    {
        edit.Document.DocumentDate = date;
        if (edit.Setup.Gl.VatDateIsDocumentDate)
            edit.Document.VatDate = date;
        RefreshDue(edit.Document, edit.Setup);
    }

    /// <summary>Due date and payment discount from the terms and the document date.</summary>
    public static void RefreshDue(TradeDocument document, CompanySetup setup)
    {
        var terms = setup.PaymentTerms.GetValueOrDefault(document.PaymentTermsCode);
        document.DueDate = document.DocumentDate;
        if (document.Kind.IsCredit() && terms is not { CalcPmtDiscOnCreditMemos: true })
        {
            document.PmtDiscountDate = null;
            document.PaymentDiscountPct = 0m;
            return;
        }
        document.PmtDiscountDate = document.DocumentDate;
        document.PaymentDiscountPct = terms?.DiscountPct ?? 0m;
        if (terms is null || document.DocumentDate is not { } date)
            return;
        document.DueDate = DateFormula.Parse(terms.DueDateCalculation).Apply(date);
        document.PmtDiscountDate = DateFormula.Parse(terms.DiscountDateCalculation).Apply(date);
    }

    // API-D1-10: flows to the lines with an item that wait for delivery.
    public static void SetRequestedDate(Edit edit, DateOnly? date)
    {
        edit.Document.RequestedDate = date;
        foreach (var line in Waiting(edit.Document))
        {
            line.RequestedDate = date;
            line.DeliveryDate = line.PromisedDate ?? date ?? line.DeliveryDate;
        }
    }

    public static void SetPromisedDate(Edit edit, DateOnly? date)
    {
        edit.Document.PromisedDate = date;
        foreach (var line in Waiting(edit.Document))
        {
            line.PromisedDate = date;
            line.DeliveryDate = date ?? line.RequestedDate ?? line.DeliveryDate;
        }
    }

    private static IEnumerable<TradeLine> Waiting(TradeDocument document) =>
        document.Lines.Where(line =>
            line.Type == LineType.Item && (line.Quantity == 0 || line.OutstandingQuantity != 0)
        );
}
