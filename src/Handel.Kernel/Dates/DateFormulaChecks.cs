using Handel.Kernel.Problems;

namespace Handel.Kernel.Dates;

/// <summary>What a user can mistype in a date formula, as problems (DF-01, DF-07, DT-05).</summary>
public static class DateFormulaChecks
{
    /// <summary>The problem of a text that is no formula, or null.</summary>
    public static Problem? FindMistyped(
        string? text,
        string language,
        RecordRef record,
        string field
    ) =>
        DateFormula.TryParse(text, language, out _)
            ? null
            : new Problem(ProblemCodes.DateFormula, record, field, text ?? "");

    /// <summary>The problem of a formula that goes back where it may not, or null.</summary>
    public static Problem? FindNegative(
        DateFormula formula,
        DateOnly workDate,
        RecordRef record,
        string field
    ) =>
        formula.GoesBackFrom(workDate)
            ? new Problem(ProblemCodes.DateFormulaNegative, record, field, formula.ToString())
            : null;
}
