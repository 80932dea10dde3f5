using Handel.Kernel.Problems;

namespace Handel.Kernel.Numbering;

/// <summary>
/// What drawing a number gave. Keep <paramref name="Series"/> if the number is used.
/// </summary>
/// <param name="Number">The number, or empty when there is a problem.</param>
/// <param name="Series">The series after the draw; the same one when there is a problem.</param>
/// <param name="LineNo">The line that counted, or 0.</param>
/// <param name="Problem">Why there is no number, or null.</param>
public sealed record NumberDraw(string Number, NumberSeries Series, int LineNo, Problem? Problem)
{
    /// <summary>The message that numbers run out, or null; the number is good (NOS-06).</summary>
    public Problem? Warning { get; init; }
}
