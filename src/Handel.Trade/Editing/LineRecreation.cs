using Handel.Kernel.Problems;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// After another party, currency or posting group every line is made anew: what it is and how
/// much of it stays, all else is defaulted again (HDR-06, H-04).
/// </summary>
internal static class LineRecreation
{
    public static void Recreate(Edit edit, HeaderField because)
    {
        if (edit.Document.Lines.Find(HeaderRules.IsHandled) is { } handled)
        {
            var problem = edit.Header(ProblemCodes.Linked, because);
            edit.Refuse(Edit.With(problem, "line", handled.LineNo));
            return;
        }
        // A line that a rule added is brought in step with the others after the edit (DSC-04).
        foreach (var line in edit.Document.Lines)
        {
            if (line is { Type: not LineType.Comment, IsSystemLine: false, No.Length: > 0 })
                Recreate(new(edit, line));
        }
    }

    private static void Recreate(LineChoice at)
    {
        var line = at.Line;
        var (no, variant, unit) = (line.No, line.VariantCode, line.UnitOfMeasureCode);
        LineReset.Clear(at);
        ObjectChoice.Choose(at, no);
        // What could not be chosen is told; there is nothing to put a unit on.
        if (line.No.Length == 0)
            return;
        ItemChoice.SetVariant(at, variant);
        UnitChoice.Set(at, unit);
    }
}
