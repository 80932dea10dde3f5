using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;

namespace Handel.Api.Setup;

/// <summary>
/// The allowed posting dates of the company: a date or a formula from today, the one that was
/// entered last (GLS-01).
/// </summary>
internal static class PostingDateFields
{
    public const string From = "allowPostingFromFormula";
    public const string To = "allowPostingToFormula";

    public static RowWrites<GlSetup> PostingDates(this RowWrites<GlSetup> writes) =>
        writes
            .Set<DateOnly?>(
                "allowPostingFrom",
                (g, date) =>
                {
                    g.AllowPostingFrom = date;
                    if (date is not null)
                        g.AllowPostingFromFormula = "";
                }
            )
            .Set<DateOnly?>(
                "allowPostingTo",
                (g, date) =>
                {
                    g.AllowPostingTo = date;
                    if (date is not null)
                        g.AllowPostingToFormula = "";
                }
            )
            .SetWith(From, (edit, value) => Take(edit, From, (string)value))
            .SetWith(To, (edit, value) => Take(edit, To, (string)value));

    /// <summary>The dates of the company as they are today, for a field that shows them.</summary>
    public static PostingDates CompanyDates(this RequestScope scope)
    {
        var gl = scope.Rows<GlSetup>().Single();
        var today = scope.Today();
        return new(
            PostingDateFormula.On(gl.AllowPostingFromFormula, today, gl.AllowPostingFrom),
            PostingDateFormula.On(gl.AllowPostingToFormula, today, gl.AllowPostingTo)
        );
    }

    // Letters of English and of the request's language; kept language-neutral (DF-06).
    private static Task Take(RowEdit<GlSetup> edit, string name, string text)
    {
        if (!DateFormula.TryParse(text, edit.Scope.Language.Name, out var formula))
            edit.Refuse(ProblemCodes.DateFormula, name, text);
        else if (name == From)
        {
            edit.Row.AllowPostingFromFormula = formula.ToString();
            if (!formula.IsBlank)
                edit.Row.AllowPostingFrom = null;
        }
        else
        {
            edit.Row.AllowPostingToFormula = formula.ToString();
            if (!formula.IsBlank)
                edit.Row.AllowPostingTo = null;
        }
        return Task.CompletedTask;
    }
}
