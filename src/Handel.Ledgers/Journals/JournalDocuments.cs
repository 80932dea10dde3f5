using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Journals;

/// <summary>A line as it will post: recurring lines are filled in and have their contra.</summary>
/// <param name="Line">What posts.</param>
/// <param name="Origin">The line of the journal behind it; itself for ordinary lines.</param>
internal sealed record PostedLine(JournalLine Line, JournalLine Origin);

/// <summary>
/// Lines of one date, document type and number: they balance and are posted together (JNL-30).
/// </summary>
internal sealed class JournalDocument(DateOnly postingDate, EntryDocumentType type, string no)
{
    public DateOnly PostingDate { get; } = postingDate;
    public EntryDocumentType Type { get; } = type;
    public string No { get; } = no;
    public List<PostedLine> Lines { get; } = [];

    /// <summary>The side that posts, of all lines in their order.</summary>
    public IEnumerable<JournalPart> Parts => Lines.SelectMany(line => line.Line.Parts());
    public decimal BalanceLcy => Parts.Sum(part => part.AmountLcy);

    /// <summary>
    /// The party of the document; null without one, or with several (VJN-04).
    /// </summary>
    public JournalPart? Party
    {
        get
        {
            var parties = Parts.Where(part => part.IsParty).Take(2).ToList();
            return parties.Count == 1 ? parties[0] : null;
        }
    }

    /// <summary>In the order in which they are posted: by date, then number (JNL-30).</summary>
    public static List<JournalDocument> Of(IEnumerable<PostedLine> lines)
    {
        var documents = new Dictionary<(DateOnly, EntryDocumentType, string), JournalDocument>();
        var sorted = lines
            .OrderBy(line => line.Line.PostingDate)
            .ThenBy(line => line.Line.DocumentNo, StringComparer.Ordinal)
            .ThenBy(line => line.Line.LineNo);
        var all = new List<JournalDocument>();
        foreach (var line in sorted)
        {
            var (date, type, no) = (
                line.Line.PostingDate,
                line.Line.DocumentType,
                line.Line.DocumentNo
            );
            if (!documents.TryGetValue((date, type, no), out var document))
            {
                document = new(date, type, no);
                documents.Add((date, type, no), document);
                all.Add(document);
            }
            document.Lines.Add(line);
        }
        return all;
    }
}

/// <summary>
/// What becomes one register: a document, or documents of one day that balance only together, where
/// the template does not force each to balance (JNL-30, JNL-35).
/// </summary>
internal sealed record JournalUnit(IReadOnlyList<JournalDocument> Documents)
{
    public DateOnly PostingDate => Documents[0].PostingDate;
    public string No => Documents[0].No;
    public IEnumerable<PostedLine> Lines => Documents.SelectMany(document => document.Lines);
    public decimal BalanceLcy => Documents.Sum(document => document.BalanceLcy);

    public static List<JournalUnit> Of(IEnumerable<JournalDocument> documents, bool forceBalance)
    {
        var units = new List<JournalUnit>();
        var (open, balance) = (new List<JournalDocument>(), 0m);
        foreach (var document in documents)
        {
            if (open.Count > 0 && open[0].PostingDate != document.PostingDate)
                Close();
            open.Add(document);
            balance += document.BalanceLcy;
            if (forceBalance || balance == 0m)
                Close();
        }
        Close();
        return units;

        void Close()
        {
            if (open.Count > 0)
                units.Add(new([.. open]));
            open.Clear();
            balance = 0m;
        }
    }
}
