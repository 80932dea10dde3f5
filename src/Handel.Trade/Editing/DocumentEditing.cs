using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Trade.Amounts;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// Changes a draft: the API, the page, copy and import all call this (D5). The draft that is
/// handed in is changed in place; when the outcome has problems it is to be thrown away.
/// </summary>
public static class DocumentEditing
{
    /// <summary>
    /// Applies one edit: header, lines, invoice discount; then terms and totals (API-L1-12).
    /// </summary>
    public static EditOutcome Apply(TradeDocument document, DocumentEdit edit, EditContext context)
    {
        var work = new Edit(document, context)
        {
            UpdatesLineDimensions = edit.UpdatesLineDimensions,
        };
        if (FindClosed(document) is { } closed)
        {
            work.Refuse(closed);
            return work.Outcome;
        }

        var typedVat = VatDifferences.Keep(document);
        var header = edit
            .Header.OrderBy(change => change.Field)
            .ToLookup(change => HeaderRules.IsAfterLines(change.Field));
        foreach (var change in header[false])
            HeaderEditing.Apply(work, change);
        foreach (var line in edit.Lines)
            LineEditing.Apply(work, line);
        if (edit.Lines.Any(line => line.Kind == LineEditKind.Add && line.LineNo != 0))
            document.Lines.Sort((one, other) => one.LineNo.CompareTo(other.LineNo));
        foreach (var change in header[true])
            HeaderEditing.Apply(work, change);
        Conclude(work, DiscountCalculation.AfterEdit, typedVat, edit.Vat);
        return work.Outcome;
    }

    /// <summary>
    /// The action Calculate Invoice Discount: what the terms of the party give takes the place of
    /// what was typed (DSC-20, API-T-1).
    /// </summary>
    public static EditOutcome CalculateInvoiceDiscount(TradeDocument document, EditContext context)
    {
        var work = new Edit(document, context);
        var typedVat = VatDifferences.Keep(document);
        if (FindClosed(document) is { } closed)
            work.Refuse(closed);
        else if (document.Status != DocumentStatus.Open)
            work.Refuse(EditCodes.NotOpen, HeaderField.InvoiceDiscountAmount);
        Conclude(work, DiscountCalculation.OnRequest, typedVat, []);
        return work.Outcome;
    }

    // What is released keeps its discount until it is reopened (REL-07).
    private static void Conclude(
        Edit work,
        Func<TradeDocument, CompanySetup, Problem?> calculate,
        IReadOnlyList<VatDifferences.Footing> typedVat,
        IReadOnlyList<VatAmountChange> vat
    )
    {
        if (work.HasProblems)
            return;
        var (document, setup) = (work.Document, work.Setup);
        VatOfLine.Refresh(document, setup);
        if (document.Status == DocumentStatus.Open && calculate(document, setup) is { } problem)
        {
            work.Refuse(problem);
            return;
        }
        VatDifferences.ResetChanged(document, typedVat);
        var groups = DocumentTotals.Recalculate(document, setup);
        VatDifferences.Apply(work, vat, groups);
    }

    /// <summary>Why a draft may not be deleted with its lines (HDR-13, H-12, API-D1-6).</summary>
    public static IReadOnlyList<Problem> FindAgainstDeleting(TradeDocument document)
    {
        if (FindClosed(document) is { } closed)
            return [closed];
        return
        [
            .. document
                .Lines.Where(line => line.QtyDeliveredNotInvoiced != 0)
                .Select(line => LineRemoval.NotInvoiced(document, line)),
        ];
    }

    // Posted documents are facts; those under approval wait for it (API-D1-5, REL-09).
    public static Problem? FindClosed(TradeDocument document)
    {
        if (document.IsPosted)
            return new(EditCodes.Posted, Mirror.RecordOf(document));
        return document.Status == DocumentStatus.PendingApproval
            ? new(ProblemCodes.ApprovalPending, Mirror.RecordOf(document), "status")
            : null;
    }
}
