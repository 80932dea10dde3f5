using Handel.Kernel.Numbering;
using Handel.Kernel.Problems;
using Handel.Ledgers;

namespace Handel.Trade.Postings;

/// <summary>Numbers of the documents that a posting makes; blank where there is none.</summary>
internal sealed record PostedNumbers(string DeliveryNo, string InvoiceNo)
{
    /// <summary>
    /// Draws from the series of the books: the counters move with the posting or not at all, so a
    /// refused posting leaves no hole (NUM-90, PC-20).
    /// </summary>
    public static PostedNumbers Draw(PostingScope scope, Books books, List<Problem> problems)
    {
        var delivery = scope.HasDeliveryDocument
            ? Next(scope, scope.Mirror.Posted[scope.DeliveryKind], books, problems)
            : "";
        if (!scope.Invoices)
            return new(delivery, "");
        var words = scope.Mirror.Posted[scope.InvoiceKind];
        return new(
            delivery,
            KeepsNumber(scope, words) ? scope.Document.No : Next(scope, words, books, problems)
        );
    }

    // NUM-04: with one series for drafts and posted documents no second number is drawn.
    private static bool KeepsNumber(PostingScope scope, DocumentWords posted)
    {
        var document = scope.Document;
        var isSameKind = document.Kind == scope.InvoiceKind && document.No.Length > 0;
        var draft = scope.Mirror.Drafts[document.Kind];
        return isSameKind && draft.Series(scope.Setup) == posted.Series(scope.Setup);
    }

    private static string Next(
        PostingScope scope,
        DocumentWords words,
        Books books,
        List<Problem> problems
    )
    {
        var code = words.Series(scope.Setup);
        if (code.Length == 0 || !books.NumberSeries.TryGet(code, out var series))
        {
            var setup = new RecordRef(scope.Mirror.SetupEntity, "");
            problems.Add(NumberSeries.NotChosen(setup, words.SeriesField));
            return "";
        }
        if (scope.Document.PostingDate is not { } date)
            return "";
        var draw = series.Next(date);
        if (draw.Problem is { } problem)
            problems.Add(problem);
        else
            books.NumberSeries[code] = draw.Series;
        return draw.Number;
    }
}
