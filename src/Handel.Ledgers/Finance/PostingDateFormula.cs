using Handel.Kernel.Dates;

namespace Handel.Ledgers.Finance;

/// <summary>An allowed posting date that moves along with the day (GLS-01).</summary>
public static class PostingDateFormula
{
    /// <summary>The date of a formula on a day; without a formula the fixed date.</summary>
    public static DateOnly? On(string formula, DateOnly today, DateOnly? fixedDate) =>
        formula.Length > 0 && DateFormula.TryParse(formula, "en", out var read)
            ? read.Apply(today)
            : fixedDate;
}
