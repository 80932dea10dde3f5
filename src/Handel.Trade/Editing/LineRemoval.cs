using Handel.Kernel.Problems;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>Taking a line off a draft (LIN-11, H-12, REL-09).</summary>
internal static class LineRemoval
{
    public static void Remove(Edit edit, TradeLine line)
    {
        var isText = line.Type == LineType.Comment || line.IsSystemLine;
        if (edit.Document.Status != DocumentStatus.Open && !isText)
            edit.Refuse(edit.Line(EditCodes.NotOpen, (line, LineField.Type)));
        else if (line.QtyDeliveredNotInvoiced != 0)
            edit.Refuse(NotInvoiced(edit.Document, line));
        else if (line.IsSystemLine && edit.Document.Status == DocumentStatus.Open)
            // The terms would bring it back at once; on a released document they do not (REL-09).
            edit.Refuse(edit.Line(EditCodes.SystemLine, (line, LineField.Type)));
        else
            edit.Document.Lines.Remove(line);
    }

    public static Problem NotInvoiced(TradeDocument document, TradeLine line)
    {
        var field = FieldNames.Of(document, LineField.QtyToInvoice);
        var problem = new Problem(ProblemCodes.Linked, Mirror.RecordOf(document, line), field);
        return Edit.With(problem, "notInvoiced", line.QtyDeliveredNotInvoiced);
    }
}
