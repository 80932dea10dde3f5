using Handel.Kernel.Problems;

namespace Handel.Kernel.Numbering;

/// <summary>What can be wrong in the setup of a series (NOS-01, NOS-02, NOS-11).</summary>
public static class NumberSeriesChecks
{
    /// <summary>The number part of a line that allows gaps is a 64-bit counter (NOS-02).</summary>
    public const int SequenceDigitsMax = 18;

    /// <summary>All problems of a series and its lines.</summary>
    public static List<Problem> Find(NumberSeries series)
    {
        var problems = new List<Problem>();
        if (series.Code.Length == 0)
            problems.Add(new(ProblemCodes.FieldEmpty, new(NumberSeries.Entity, ""), "code"));
        foreach (var line in series.Lines)
            problems.AddRange(FindInLine(series.Code, line));
        return problems;
    }

    private static IEnumerable<Problem> FindInLine(string code, NumberSeriesLine line)
    {
        var record = new RecordRef(NumberSeries.Entity, code, line.LineNo);
        Problem Wrong(string field, string value) =>
            new(ProblemCodes.NumberFormat, record, field, value)
            {
                Args = new Dictionary<string, string> { ["reason"] = "setup" },
            };

        if (line.IncrementBy < NumberSeriesLine.IncrementByMin)
            yield return Wrong("incrementBy", $"{line.IncrementBy}");
        if (line.StartingNo.Length == 0)
        {
            yield return new(ProblemCodes.FieldEmpty, record, "startingNo");
            yield break;
        }
        if (NumberText.Split(line.StartingNo) is not { } start)
        {
            yield return Wrong("startingNo", line.StartingNo);
            yield break;
        }

        if (!Follows(start, line.EndingNo, line.StartingNo))
            yield return Wrong("endingNo", line.EndingNo);
        if (!Follows(start, line.WarningNo, line.StartingNo) || IsBeyond(line))
            yield return Wrong("warningNo", line.WarningNo);
        if (!Follows(start, line.LastNoUsed, ""))
            yield return Wrong("lastNoUsed", line.LastNoUsed);
        if (HasTooManyDigits(line))
            yield return Wrong("implementation", line.StartingNo);
    }

    // NOS-11: same prefix, and no fewer digits than the number that the line starts with.
    private static bool Follows(NumberText start, string number, string notBelow) =>
        number.Length == 0
        || (
            NumberText.Split(number) is { } text
            && text.IsAlike(start)
            && text.Digits.Length >= start.Digits.Length
            && (notBelow.Length == 0 || NumberText.Compare(number, notBelow) >= 0)
        );

    private static bool IsBeyond(NumberSeriesLine line) =>
        line.WarningNo.Length > 0
        && line.EndingNo.Length > 0
        && NumberText.Compare(line.WarningNo, line.EndingNo) > 0;

    private static bool HasTooManyDigits(NumberSeriesLine line) =>
        line.Implementation == NumberImplementation.Sequence
        && new[] { line.StartingNo, line.EndingNo, line.LastNoUsed }.Any(number =>
            NumberText.Split(number) is { } text && text.Digits.Length > SequenceDigitsMax
        );
}
