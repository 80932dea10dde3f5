using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Document numbers at posting: the real ones where the journal has a posting series (JNL-34), else
/// a check that none is left out (JNL-33).
/// </summary>
internal sealed class JournalNumbers(JournalSettings settings)
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <summary>Numbers that were drawn and not typed.</summary>
    public IEnumerable<string> Drawn => settings.PostingNoSeries.Length > 0 ? _given.Values : [];

    /// <summary>
    /// The number of a document; the series moves in these books. Keep it when it is posted.
    /// </summary>
    public string Of(JournalDocument document, Books books, LineProblems problems)
    {
        if (_given.TryGetValue(document.No, out var given))
            return given;
        if (settings.PostingNoSeries.Length > 0)
            return Draw(document, books, problems);
        if (settings.NoSeries.Length > 0 && !settings.IsRecurring)
            CheckNext(document, books, problems);
        return document.No;
    }

    public void Keep(string documentNo, string number) => _given[documentNo] = number;

    /// <summary>What a reference to a document of this journal means once it is posted.</summary>
    public string Referred(string documentNo) => _given.GetValueOrDefault(documentNo, documentNo);

    private string Draw(JournalDocument document, Books books, LineProblems problems)
    {
        if (
            Find(settings.PostingNoSeries, "postingNumberSeries", books, problems) is not { } series
        )
            return document.No;
        var draw = series.Next(document.PostingDate);
        if (draw.Problem is { } problem)
            problems.Add(problem);
        else
            books.NumberSeries[series.Code] = draw.Series;
        return draw.Number;
    }

    private void CheckNext(JournalDocument document, Books books, LineProblems problems)
    {
        if (Find(settings.NoSeries, "numberSeries", books, problems) is not { } series)
            return;
        var draw = series.Next(document.PostingDate);
        if (draw.Problem is null && draw.Number == document.No)
            books.NumberSeries[series.Code] = draw.Series;
        else if (draw.Problem is { } problem && !series.ManualNos)
            problems.Add(problem);
        else if (!series.ManualNos)
            problems.Add(
                problems.With(
                    JournalCodes.NumberMissing,
                    ("documentNumber", document.No),
                    ("expected", draw.Number),
                    ("series", series.Code)
                )
            );
    }

    private NumberSeries? Find(string code, string field, Books books, LineProblems problems)
    {
        if (books.NumberSeries.TryGet(code, out var series))
            return series;
        problems.Add(NumberSeries.NotChosen(settings.Record, field));
        return null;
    }
}
