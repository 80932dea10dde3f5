using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>The number that a series would give next, and what to know about it (NOS-10).</summary>
public sealed record NextNumber(string Number, IReadOnlyList<Finding> Findings);

/// <summary>Shows the next number of a series without using it (NOS-06, NOS-10).</summary>
internal static class NumberSeriesPreview
{
    private const string Date = "date";

    public static ActionShape Shape { get; } =
        new("previewNumber") { Parameters = [ParameterShape.Of<DateOnly>(Date)] };

    public static async Task<ActionOutcome> Run(RequestScope scope, Guid id, Given given)
    {
        var series = await scope
            .Rows<NumberSeries>()
            .AsNoTracking()
            .Include(s => s.Lines)
            .SingleAsync(s => s.Id == id, scope.Aborted);
        var day = given.Value<DateOnly>(Date) is { } date && date != default ? date : scope.Today();
        var draw = series.Peek(day);
        if (draw.Problem is { } problem)
            return ActionOutcome.Refused([problem]);
        var told = new Problem(
            ProblemCodes.NextNumber,
            new(NumberSeries.Entity, series.Code),
            "",
            draw.Number
        )
        {
            Args = new Dictionary<string, string> { ["date"] = $"{day:yyyy-MM-dd}" },
        };
        var next = Finding.Of(told, scope.Language) with { Severity = "Information" };
        return ActionOutcome.Of(
            new NextNumber(
                draw.Number,
                draw.Warning is { } warning ? [next, Finding.Of(warning, scope.Language)] : [next]
            )
        );
    }
}
