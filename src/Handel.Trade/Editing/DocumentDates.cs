using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>Which dates follow which (DAT-02..06, PTM-02..04, H-05).</summary>
internal static class DocumentDates
{
    public static void SetPostingDate(Edit edit, DateOnly? date)
    {
        var document = edit.Document;
        var before = Days(document);
        document.PostingDate = date;
        FollowVatDate(edit, before);
        if (date is { } day && Mirror.SetupOf(document, edit.Setup).LinkDocDateToPostingDate)
            SetDocumentDate(edit, day);
        CurrencyChoice.Refresh(edit, before.Posting);
    }

    public static void SetDocumentDate(Edit edit, DateOnly? date)
    {
        var before = Days(edit.Document);
        edit.Document.DocumentDate = date;
        FollowVatDate(edit, before);
        RefreshDue(edit.Document, edit.Setup);
    }

    /// <summary>GLS-03: typed only where VAT dates are in use; empty follows again.</summary>
    public static void SetVatDate(Edit edit, DateOnly? date)
    {
        var follows = VatDates.Default(edit.Setup.Gl, Days(edit.Document));
        if (date is null || date == follows)
            edit.Document.VatDate = follows;
        else if (VatDates.MayBeTyped(edit.Setup.Gl))
            edit.Document.VatDate = date;
        else
            edit.Refuse(ProblemCodes.VatDateFixed, HeaderField.VatDate, $"{date:O}");
    }

    // VDT-01
    private static void FollowVatDate(Edit edit, DocumentDays before) =>
        edit.Document.VatDate = VatDates.Follow(
            edit.Setup.Gl,
            edit.Document.VatDate,
            (before, Days(edit.Document))
        );

    private static DocumentDays Days(TradeDocument document) =>
        new(document.PostingDate, document.DocumentDate);

    /// <summary>Due date and payment discount from the terms and the document date.</summary>
    public static void RefreshDue(TradeDocument document, CompanySetup setup)
    {
        var terms = setup.PaymentTerms.GetValueOrDefault(document.PaymentTermsCode);
        document.DueDate = document.DocumentDate;
        if (document.Kind.IsCredit() && terms is not { CalcPmtDiscOnCreditMemos: true })
        {
            document.PmtDiscountDate = null;
            document.PaymentDiscountPct = 0m;
            document.VatBaseDiscountPct = null;
            return;
        }
        document.PmtDiscountDate = document.DocumentDate;
        var before = document.PaymentDiscountPct;
        document.PaymentDiscountPct = terms?.DiscountPct ?? 0m;
        // A typed base discount belonged to the former payment discount (VAT-12).
        if (document.PaymentDiscountPct != before)
            document.VatBaseDiscountPct = null;
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
