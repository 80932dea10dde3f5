using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Journals;

/// <summary>
/// Settles what a journal line pays at once: the document or ID that it names, or the oldest of a
/// party that pays so (APP-01..03, APP-07).
/// </summary>
internal sealed class JournalApplication(JournalScope scope, JournalNumbers numbers)
{
    private readonly List<Action<Books>> _waiting = [];

    /// <summary>Applies the entry when the document is whole.</summary>
    public void Wait(
        PartyEntry entry,
        (JournalPart Part, PostingBuilder Builder) posted,
        LineProblems problems
    ) => _waiting.Add(books => Apply(entry, posted, books, problems));

    /// <summary>The document is whole.</summary>
    public void ApplyWaiting(Books books)
    {
        foreach (var apply in _waiting)
            apply(books);
        _waiting.Clear();
    }

    public void Apply(
        PartyEntry entry,
        (JournalPart Part, PostingBuilder Builder) posted,
        Books books,
        LineProblems problems
    )
    {
        var line = posted.Part.Line;
        var isOldest = false;
        List<ApplyTo> to = [];
        if (line.AppliesToDocNo.Length > 0)
            to = OfDocument(entry, line, books, problems);
        else if (line.AppliesToId.Length > 0)
            to = OfId(entry, line, books, problems);
        else if (PaysOldest(entry, books))
            (to, isOldest) = (Oldest(entry, books), true);
        if (to.Count == 0 || !entry.IsOpen)
            return;
        var request = new ApplyRequest
        {
            Header = posted.Builder.Header,
            Applying = entry,
            To = to,
            IsOldestFirst = isOldest,
            AcceptTolerance = line.AcceptTolerance,
            AcceptLateDiscount = line.AcceptLateDiscount,
            Record = problems.Record,
        };
        EntryApplication.Post(request, posted.Builder, books, problems.Found);
    }

    // APP-01, APP-07
    private List<ApplyTo> OfDocument(
        PartyEntry entry,
        JournalLine line,
        Books books,
        LineProblems problems
    )
    {
        var no = numbers.Referred(line.AppliesToDocNo);
        var key = new PartyDocumentKey(entry.Direction, line.AppliesToDocType, no);
        var found = scope.Entries.OfDocument(books, key).ToList();
        var applied = found.Find(other => other.IsOpen) ?? found.FirstOrDefault();
        var reason = applied switch
        {
            null => "missing",
            { IsOpen: false } => "closed",
            _ when applied.PartyNo != entry.PartyNo => "party",
            _ when applied.RemainingAmount * entry.RemainingAmount > 0m => "sign",
            _ when applied.PostingDate > entry.PostingDate => "date",
            _ => "",
        };
        if (reason.Length == 0)
            return [new(applied!, 0m)];
        Refuse("appliesToDocumentNumber", no, reason, problems);
        return [];
    }

    // APP-02
    private List<ApplyTo> OfId(
        PartyEntry entry,
        JournalLine line,
        Books books,
        LineProblems problems
    )
    {
        var marked = scope
            .Entries.OpenOf(books, (entry.Direction, entry.PartyNo))
            .Where(other => other.AppliesToId == line.AppliesToId && other.AmountToApply != 0m)
            .Select(other => new ApplyTo(other, other.AmountToApply))
            .ToList();
        if (marked.Count == 0)
            Refuse("appliesToId", line.AppliesToId, "missing", problems);
        return marked;
    }

    private static bool PaysOldest(PartyEntry entry, Books books) =>
        books.Parties[(entry.Direction, entry.PartyNo)].ApplicationMethod
        == ApplicationMethod.ApplyToOldest;

    // APP-03
    private List<ApplyTo> Oldest(PartyEntry entry, Books books) =>
        [
            .. scope
                .Entries.OpenOf(books, (entry.Direction, entry.PartyNo))
                .Where(other => other.AppliesToId.Length == 0)
                .Where(other => other.PostingDate <= entry.PostingDate)
                .Select(other => new ApplyTo(other, 0m)),
        ];

    private static void Refuse(string field, string value, string reason, LineProblems problems) =>
        problems.Add(problems.With(ProblemCodes.Application, (field, value), ("reason", reason)));
}
