using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.App.Documents;
using Handel.Kernel.Numbering;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Masters;

/// <summary>Numbers of new cards: the next of the series, or a typed one (API-S1-2).</summary>
internal static class CardNumber
{
    public static async Task<string> Draw<TRow>(
        RowEdit<TRow> edit,
        (string Series, string Typed) wanted,
        Func<string, IQueryable<TRow>> taken
    )
    {
        var ct = edit.Scope.Aborted;
        if (wanted.Typed.Length == 0)
        {
            var drawn = await new DraftNumbers(edit.Db).Draw(
                wanted.Series,
                edit.Scope.Today(),
                (no, token) => taken(no).AnyAsync(token),
                ct
            );
            if (drawn.Problem is { } problem)
                edit.Problems.Add(problem);
            return drawn.No;
        }
        var series = await edit
            .Db.Set<NumberSeries>()
            .SingleOrDefaultAsync(s => s.Code == wanted.Series, ct);
        // A number that is taken answers 409, as every taken key does (API-S1-4).
        if (series?.CheckManual(wanted.Typed, _ => false) is { } refused)
            edit.Problems.Add(refused with { Field = "number" });
        return wanted.Typed;
    }
}
