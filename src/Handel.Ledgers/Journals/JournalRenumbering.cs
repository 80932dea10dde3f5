using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Numbers the documents of a journal again, from the next number of its series on (JNL-33). What
/// applies to a document of the same journal follows; an Applies-to ID is a mark and stays.
/// </summary>
public static class JournalRenumbering
{
    /// <summary>The lines that got another number; with a problem none did.</summary>
    public static IReadOnlyList<JournalLine> Apply(
        JournalDraft journal,
        NumberSeries? series,
        List<Problem> problems
    )
    {
        if (series is null)
        {
            problems.Add(NumberSeries.NotChosen(journal.Settings.Record, "numberSeries"));
            return [];
        }
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var document in JournalDocument.Of(journal.Lines.Select(l => new PostedLine(l, l)))
        )
        {
            if (numbers.ContainsKey(document.No))
                continue;
            var draw = series.Next(document.PostingDate);
            if (draw.Problem is { } problem)
            {
                problems.Add(problem);
                return [];
            }
            series = draw.Series;
            numbers.Add(document.No, draw.Number);
        }
        return [.. journal.Lines.Where(line => Renumber(line, numbers))];
    }

    private static bool Renumber(JournalLine line, Dictionary<string, string> numbers)
    {
        var before = (line.DocumentNo, line.AppliesToDocNo);
        line.DocumentNo = numbers[line.DocumentNo];
        if (line.AppliesToDocNo.Length > 0)
            line.AppliesToDocNo = numbers.GetValueOrDefault(
                line.AppliesToDocNo,
                line.AppliesToDocNo
            );
        return before != (line.DocumentNo, line.AppliesToDocNo);
    }
}
